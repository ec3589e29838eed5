"""What a template is made of: what it imports, its macros, its blocks, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from okrsite.render.translation.scope import Untranslatable


@dataclass(frozen=True, slots=True)
class Source:
    """A template taken apart: the template that it extends, if any, its imports, macros, and what it says."""

    extends: str | None
    imports: tuple[nodes.FromImport, ...]
    macros: tuple[nodes.Macro, ...]
    said: tuple[nodes.Node, ...]

    @property
    def blocks(self) -> dict[str, nodes.Block]:
        """Its blocks by their names, those in others too."""
        found = [block for node in self.said for block in _blocks(node)]
        blocks = {block.name: block for block in found}
        if len(blocks) < len(found):
            raise Untranslatable(found[0])
        return blocks

    @property
    def silent(self) -> bool:
        """Whether it says nothing itself, so that it is there to be imported from."""
        return self.extends is None and all(map(_is_plain, self.said))

    @property
    def only_blocks(self) -> bool:
        """Whether all that it says is in blocks."""
        return all(isinstance(node, nodes.Block) or _is_plain(node) for node in self.said)


def taken_apart(tree: nodes.Template) -> Source:
    """Take a template apart. Raises `Untranslatable` where imports and macros don't stand before all else."""
    body = list(tree.body)
    extends = body[0].template if body and isinstance(body[0], nodes.Extends) else None
    imports: list[nodes.FromImport] = []
    macros: list[nodes.Macro] = []
    said: list[nodes.Node] = []
    for node in body[1:] if extends else body:
        if isinstance(node, nodes.FromImport | nodes.Macro) and not all(map(_is_plain, said)):
            raise Untranslatable(node)
        if isinstance(node, nodes.FromImport):
            imports.append(node)
        elif isinstance(node, nodes.Macro):
            macros.append(node)
        else:
            said.append(node)
    return Source(named(extends) if extends else None, tuple(imports), tuple(macros), tuple(said))


def named(node: nodes.Expr) -> str:
    """Give the name of the template that is spoken of, where it stands there."""
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        raise Untranslatable(node)
    return node.value


def _is_plain(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(isinstance(one, nodes.TemplateData) for one in node.nodes)


def _blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    if isinstance(node, nodes.Block):
        yield node
    yield from node.find_all(nodes.Block)
