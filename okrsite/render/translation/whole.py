"""A whole template as one function: what it says, with all that it extends and includes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from okrsite.render.translation import syntax
from okrsite.render.translation.body import Body, Placed
from okrsite.render.translation.lasting import apart
from okrsite.render.translation.library import Code, Library, compiled
from okrsite.render.translation.scope import IN_FRAME, Macro, Untranslatable
from okrsite.render.translation.sources import named


def translated(library: Library, name: str, given: tuple[str, ...]) -> Code:
    """Translate a whole template to a function, named by `root`, of what is `given` in this order."""
    leaf = _Unfolding(library, given, _chain(library, name))
    own = root(library, name, given)
    before, body = apart(own, leaf.placed()) if given == IN_FRAME else ([], Body().write(leaf.placed()))
    functions = [*before, syntax.function(own, given, body.returned())]
    return Code(compiled(name, functions), library.needs(leaf.reached))


def root(library: Library, name: str, given: tuple[str, ...]) -> str:
    """Name the function of a whole template."""
    return f"{given[0]}_{library.number(name)}_whole"


def _chain(library: Library, name: str) -> list[str]:
    """List a template, what it extends, and what that extends in turn."""
    chain = [name]
    while (above := library.source(chain[-1]).extends) is not None:
        if above in chain:
            raise Untranslatable(above)
        chain.append(above)
    return chain


@dataclass(slots=True)
class _Unfolding:
    """The templates of a chain with what they are given; `reached` gathers all that they say anything with."""

    library: Library
    given: tuple[str, ...]
    chain: list[str]
    reached: list[str] = field(default_factory=list)

    def placed(self) -> list[Placed]:
        """Give all that the chain says, each block by the first template that has it."""
        self.reached += self.chain
        self._clash_not()
        for name in self.chain[:-1]:
            if not self.library.source(name).only_blocks:
                raise Untranslatable(name)
        for name in self.chain:  # what is not shown has to be sound too
            for block in self.library.source(name).blocks.values():
                Body().write(self._unfolded(block.body, name))
        return list(self._unfolded(self.library.source(self.chain[-1]).said, self.chain[-1]))

    def _clash_not(self) -> None:
        """Make sure that what one template of the chain knows means the same in the others."""
        known: dict[str, Macro] = {}
        for name in self.chain:
            for said, macro in self.library.scope(name).macros.items():
                if known.setdefault(said, macro) != macro or (len(self.chain) > 1 and said in self.given):
                    raise Untranslatable(name)

    def _unfolded(self, said: Iterable[nodes.Node], name: str) -> Iterator[Placed]:
        scope = self.library.scope(name, self.given)
        for node in said:
            if isinstance(node, nodes.Block):
                owner, block = self._block(node)
                yield from self._unfolded(block.body, owner)
            elif isinstance(node, nodes.Include):
                yield from self._included(node, name)
            else:
                yield node, scope

    def _block(self, node: nodes.Block) -> tuple[str, nodes.Block]:
        found = ((name, self.library.source(name).blocks.get(node.name)) for name in self.chain)
        owner, block = next((name, block) for name, block in found if block is not None)
        if block.required:
            raise Untranslatable(block)
        return owner, block

    def _included(self, node: nodes.Include, name: str) -> Iterator[Placed]:
        there = named(node.template)
        source = self.library.source(there)
        shadowed = self.library.scope(name).macros.keys() & {*self.given}
        if source.extends or source.blocks or there in self.reached or shadowed or not node.with_context:
            raise Untranslatable(node)
        self.reached.append(there)
        yield from self._unfolded(source.said, there)
