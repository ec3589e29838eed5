"""What of a frame stays from page to page: it is made once for a frame and a place in the menu, and kept."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from jinja2 import nodes

from okrsite.pages.chrome import Chrome
from okrsite.pages.page import Head
from okrsite.render.translation import syntax
from okrsite.render.translation.body import Body, Placed
from okrsite.render.translation.scope import IN_FRAME

_OF = ("chrome", "head")
_STAYS_IN_HEAD = frozenset({("head", "section"), ("head", "styles"), ("head", "scripts")})
_MOST = 64


def apart(function: str, placed: Iterable[Placed]) -> tuple[list[ast.stmt], Body]:
    """Write what stays as functions of `chrome` and `head`, and what changes as a body that takes it in.

    With the functions goes, under the name `<function>_kept`, a `Kept` of them.
    """
    makers: list[ast.FunctionDef] = []
    body = Body()
    for stays, group in groupby(_one_by_one(placed), _stays):
        if not stays:
            body.write(group)
            continue
        inside = Body().write(group)
        if not inside.statements and all(isinstance(piece, ast.Constant) for piece in inside.pieces):
            body.pieces += inside.pieces
            continue
        body.pieces.append(syntax.item(syntax.read("kept"), ast.Constant(len(makers))))
        makers.append(syntax.function(f"{function}_{len(makers)}", _OF, inside.returned()))
    kept = f"{function}_kept"
    body.statements.insert(0, syntax.assigned("kept", syntax.call(kept, *map(syntax.read, _OF))))
    made = syntax.call("Kept", syntax.row(syntax.read(maker.name) for maker in makers))
    return [*makers, syntax.assigned(kept, made)], body


def _one_by_one(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Take what is put out together apart."""
    for node, scope in placed:
        if isinstance(node, nodes.Output):
            yield from ((nodes.Output([one], lineno=node.lineno), scope) for one in node.nodes)
        else:
            yield node, scope


def _stays(placed: Placed) -> bool:
    """Tell whether something looks at nothing that is the page's own."""
    node, scope = placed
    staying = {
        id(one.node)
        for one in node.find_all(nodes.Getattr)
        if isinstance(one.node, nodes.Name) and (one.node.name, one.attr) in _STAYS_IN_HEAD
    }
    return all(
        name.name in scope.macros or name.name not in IN_FRAME or name.name == "chrome" or id(name) in staying
        for name in node.find_all(nodes.Name)
    )


class Kept:
    """What some functions make of a frame and a page's head, made again only where what they look at is another."""

    def __init__(self, makers: tuple[Callable[[Chrome, Head], str], ...]) -> None:
        self._makers = makers
        self._made: dict[tuple[object, ...], tuple[Chrome, tuple[str, ...]]] = {}

    def __call__(self, chrome: Chrome, head: Head) -> tuple[str, ...]:
        """Give what the functions make, in their order."""
        key = (id(chrome), head.section, head.styles, head.scripts)
        found = self._made.get(key)
        if found is None:  # the frame is kept with it, so that no other has its number
            if len(self._made) >= _MOST:
                self._made.clear()
            found = self._made[key] = (chrome, tuple([make(chrome, head) for make in self._makers]))
        return found[1]
