"""Pieces of Python's syntax, in which translated templates are written."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

_LOAD, _STORE = ast.Load(), ast.Store()


def read(name: str) -> ast.Name:
    """Write a name that is read."""
    return ast.Name(name, _LOAD)


def written(name: str) -> ast.Name:
    """Write a name that is given a value."""
    return ast.Name(name, _STORE)


def attribute(of: ast.expr, name: str) -> ast.Attribute:
    """Write `of.name`."""
    return ast.Attribute(of, name, _LOAD)


def item(of: ast.expr, key: ast.expr) -> ast.Subscript:
    """Write `of[key]`."""
    return ast.Subscript(of, key, _LOAD)


def row(of: Iterable[ast.expr]) -> ast.Tuple:
    """Write a tuple."""
    return ast.Tuple(list(of), _LOAD)


def call(function: str | ast.expr, *args: ast.expr, keywords: Iterable[ast.keyword] = ()) -> ast.Call:
    """Write the call of a function, which is named or worked out."""
    return ast.Call(read(function) if isinstance(function, str) else function, list(args), list(keywords))


def assigned(name: str, value: ast.expr) -> ast.Assign:
    """Write `name = value`."""
    return ast.Assign([written(name)], value)


def function(name: str, parameters: Sequence[str], body: list[ast.stmt], rest: str | None = None) -> ast.FunctionDef:
    """Write `def name(…, /):`; `rest` takes arguments by other names."""
    taken = ast.arguments(
        posonlyargs=[ast.arg(parameter) for parameter in parameters],
        args=[],
        vararg=None,
        kwonlyargs=[],
        kw_defaults=[],
        kwarg=ast.arg(rest) if rest else None,
        defaults=[],
    )
    return ast.FunctionDef(name, taken, body, [])


def joined(pieces: Iterable[ast.expr]) -> ast.expr:
    """Put texts into one; such as are known already are put together here."""
    said: list[ast.expr] = []
    for piece in pieces:
        last = said[-1] if said else None
        if isinstance(piece, ast.Constant) and isinstance(last, ast.Constant):
            said[-1] = ast.Constant(str(last.value) + str(piece.value))
        elif not (isinstance(piece, ast.Constant) and not piece.value):
            said.append(piece)
    if not said:
        return ast.Constant("")
    if len(said) == 1:
        return said[0]
    return ast.JoinedStr([p if isinstance(p, ast.Constant) else ast.FormattedValue(p, -1) for p in said])
