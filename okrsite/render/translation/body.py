"""What templates put on a page, one thing after the other, in Python."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from okrsite.render.translation import syntax
from okrsite.render.translation.expressions import macro_call, text, value
from okrsite.render.translation.scope import Loop, Scope, Untranslatable

Placed = tuple[nodes.Node, Scope]
"""Something that a template says, and what is known there."""

_PUT = "put"
_SAID = "said"


@dataclass(slots=True)
class Body:
    """Statements that put texts one after the other; what can be put at once is gathered in `pieces` first."""

    put: str = _PUT
    statements: list[ast.stmt] = field(default_factory=list)
    pieces: list[ast.expr] = field(default_factory=list)

    def write(self, placed: Iterable[Placed]) -> Body:
        """Write what a template says."""
        for node, scope in placed:
            if isinstance(node, nodes.Output):
                self.pieces += [text(one, scope) for one in node.nodes]
            elif isinstance(node, nodes.If):
                self._write_choice(node, scope)
            elif isinstance(node, nodes.For):
                self._write_loop(node, scope)
            elif isinstance(node, nodes.CallBlock):
                self.pieces.append(self._call(node, scope))
            else:
                raise Untranslatable(node)
        return self

    def gather(self) -> list[ast.stmt]:
        """Put what was gathered, and give all statements."""
        if self.pieces:
            self.statements.append(ast.Expr(syntax.call(self.put, syntax.joined(self.pieces))))
            self.pieces = []
        return self.statements

    def returned(self) -> list[ast.stmt]:
        """Give the statements of a function that returns all that is put."""
        if not self.statements:
            return [ast.Return(syntax.joined(self.pieces))]
        return [*_opened(_SAID, self.put), *self.gather(), ast.Return(_all_of(_SAID))]

    def _write_choice(self, node: nodes.If, scope: Scope) -> None:
        if _at_once(node):
            self.pieces.append(_choice(node, scope))
            return
        self.gather()
        sides = [self._inside(said, scope) for said in _sides(node)]
        self.statements.append(ast.If(value(node.test, scope), sides[0] or [ast.Pass()], sides[1]))

    def _inside(self, said: Iterable[nodes.Node], scope: Scope) -> list[ast.stmt]:
        return Body(self.put).write(within(said, scope)).gather()

    def _write_loop(self, node: nodes.For, scope: Scope) -> None:
        target, names = _target(node.target, scope)
        if node.else_ or node.test or node.recursive or "loop" in names:
            raise Untranslatable(node)
        self.gather()
        over = value(node.iter, scope)
        if not _looks_at_loop(node):
            inside = self._inside(node.body, scope.knowing(names)) or [ast.Pass()]
            self.statements.append(ast.For(target, over, inside, []))
            return
        loop, items = Loop(scope.name("place"), scope.name("length")), scope.name("items")
        inside = self._inside(node.body, scope.knowing(names, loop))
        counted = syntax.call("enumerate", syntax.read(items), ast.Constant(1))
        self.statements += [
            syntax.assigned(items, syntax.call("tuple", over)),
            syntax.assigned(loop.length, syntax.call("len", syntax.read(items))),
            ast.For(ast.Tuple([syntax.written(loop.place), target], ast.Store()), counted, inside, []),
        ]

    def _call(self, node: nodes.CallBlock, scope: Scope) -> ast.expr:
        """Write the call of a macro with a body, which is written first."""
        called = node.call.node
        if node.args or not isinstance(called, nodes.Name) or called.name not in scope.macros:
            raise Untranslatable(node)
        said, put = scope.name(_SAID), scope.name(_PUT)
        inner = Body(put).write(within(node.body, scope))
        body = syntax.joined(inner.pieces)
        if inner.statements:
            self.statements += [*_opened(said, put), *inner.gather()]
            body = _all_of(said)
        return macro_call(node.call, scope.macros[called.name], scope, body)


def within(said: Iterable[nodes.Node], scope: Scope) -> Iterator[Placed]:
    """Put to each thing said what is known there."""
    return ((node, scope) for node in said)


def _opened(said: str, put: str) -> list[ast.stmt]:
    return [
        syntax.assigned(said, ast.List([], ast.Load())),
        syntax.assigned(put, syntax.attribute(syntax.read(said), "append")),
    ]


def _all_of(said: str) -> ast.expr:
    return syntax.call(syntax.attribute(ast.Constant(""), "join"), syntax.read(said))


def _at_once(node: nodes.If) -> bool:
    """Tell whether a choice can be written as one expression."""
    return next(node.find_all((nodes.For, nodes.CallBlock)), None) is None


def _choice(node: nodes.If, scope: Scope) -> ast.expr:
    sides = [syntax.joined(Body().write(within(said, scope)).pieces) for said in _sides(node)]
    return ast.IfExp(value(node.test, scope), sides[0], sides[1])


def _sides(node: nodes.If) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Give what is said where the test holds, and where it fails; a further test there is a choice of its own."""
    if not node.elif_:
        return node.body, node.else_
    first, *others = node.elif_
    return node.body, [nodes.If(first.test, first.body, others, node.else_, lineno=first.lineno)]


def _looks_at_loop(node: nodes.For) -> bool:
    return any(name.name == "loop" for one in node.body for name in _names(one))


def _names(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


def _target(node: nodes.Node, scope: Scope) -> tuple[ast.expr, dict[str, str]]:
    """Write what a loop gives its items to, and the names of these in Python."""
    if isinstance(node, nodes.Name) and node.name not in {"kwargs", "varargs"}:
        name = scope.name(node.name)
        return syntax.written(name), {node.name: name}
    if not isinstance(node, nodes.Tuple):
        raise Untranslatable(node)
    parts = [_target(one, scope) for one in node.items]
    names = {said: name for _, known in parts for said, name in known.items()}
    return ast.Tuple([target for target, _ in parts], ast.Store()), names
