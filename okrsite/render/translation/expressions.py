"""Jinja's expressions in Python: what they are worth, and what they show."""

from __future__ import annotations

import ast
from functools import singledispatch

from jinja2 import nodes
from markupsafe import escape

from okrsite.render.translation import syntax
from okrsite.render.translation.scope import Loop, Macro, Scope, Untranslatable

_COMPARED: dict[str, ast.cmpop] = {
    "eq": ast.Eq(),
    "ne": ast.NotEq(),
    "lt": ast.Lt(),
    "lteq": ast.LtE(),
    "gt": ast.Gt(),
    "gteq": ast.GtE(),
    "in": ast.In(),
    "notin": ast.NotIn(),
}
_RECKONED: dict[type[nodes.BinExpr], ast.operator] = {
    nodes.Add: ast.Add(),
    nodes.Sub: ast.Sub(),
    nodes.Mul: ast.Mult(),
    nodes.Div: ast.Div(),
    nodes.FloorDiv: ast.FloorDiv(),
    nodes.Mod: ast.Mod(),
}
_CALLER = "caller"
_SEEN = "seen"


def text(node: nodes.Expr, scope: Scope) -> ast.expr:
    """Write what shows an expression on the page: a text, escaped unless it is markup."""
    if isinstance(node, nodes.TemplateData):
        return ast.Constant(node.data)
    if isinstance(node, nodes.Const):
        return ast.Constant(str(escape(node.value)))
    if isinstance(node, nodes.CondExpr):
        otherwise = text(node.expr2, scope) if node.expr2 else ast.Constant("")
        return ast.IfExp(value(node.test, scope), text(node.expr1, scope), otherwise)
    markup = _markup(node, scope)
    if markup:
        return markup
    seen = ast.NamedExpr(syntax.written(_SEEN), value(node, scope))
    plain = ast.Compare(syntax.call("type", seen), [ast.Is()], [syntax.read("str")])
    return ast.IfExp(plain, syntax.call("escaped", syntax.read(_SEEN)), syntax.call("shown", syntax.read(_SEEN)))


def _markup(node: nodes.Expr, scope: Scope) -> ast.expr | None:
    """Write what is known to be markup as a plain text: words, and what macros make; None for all else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    name = node.node.name
    if name in scope.macros:
        return macro_call(node, scope.macros[name], scope)
    if name == _CALLER and scope.caller and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):
        return syntax.call("given", syntax.read(scope.caller))
    if name == "t" and _said_whole(node):
        return ast.Constant(str(_word(node, scope)))
    return None


def _said_whole(node: nodes.Call) -> bool:
    """Tell whether words are asked for by a key that stands there, with nothing to be filled in."""
    alone = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    return alone and isinstance(node.args[0], nodes.Const) and isinstance(node.args[0].value, str)


def _word(node: nodes.Call, scope: Scope) -> str:
    key = node.args[0]
    try:
        return scope.say(key.value if isinstance(key, nodes.Const) else "")
    except KeyError:
        raise Untranslatable(node) from None


@singledispatch
def value(node: nodes.Node, scope: Scope) -> ast.expr:  # noqa: ARG001 - those below look at it
    """Write an expression's value, from what is known there. Raises `Untranslatable` for what is left to Jinja."""
    raise Untranslatable(node)


@value.register
def _const(node: nodes.Const, _scope: Scope) -> ast.expr:
    return ast.Constant(node.value)


@value.register
def _value_of_name(node: nodes.Name, scope: Scope) -> ast.expr:
    if node.name not in scope.values:
        raise Untranslatable(node)
    return syntax.read(scope.values[node.name])


@value.register
def _tuple(node: nodes.Tuple, scope: Scope) -> ast.expr:
    return syntax.row(value(one, scope) for one in node.items)


@value.register
def _attribute(node: nodes.Getattr, scope: Scope) -> ast.expr:
    if isinstance(node.node, nodes.Name) and node.node.name == "loop":
        return _of_loop(node, scope.loop)
    return syntax.attribute(value(node.node, scope), node.attr)


def _of_loop(node: nodes.Getattr, loop: Loop | None) -> ast.expr:
    if loop is None:
        raise Untranslatable(node)
    place, length = syntax.read(loop.place), syntax.read(loop.length)
    known = {
        "index": place,
        "index0": ast.BinOp(place, ast.Sub(), ast.Constant(1)),
        "first": ast.Compare(place, [ast.Eq()], [ast.Constant(1)]),
        "last": ast.Compare(place, [ast.Eq()], [length]),
        "length": length,
    }
    if node.attr not in known:
        raise Untranslatable(node)
    return known[node.attr]


@value.register
def _item(node: nodes.Getitem, scope: Scope) -> ast.expr:
    return syntax.item(value(node.node, scope), value(node.arg, scope))


@value.register
def _not(node: nodes.Not, scope: Scope) -> ast.expr:
    return ast.UnaryOp(ast.Not(), value(node.node, scope))


@value.register
def _and(node: nodes.And, scope: Scope) -> ast.expr:
    return ast.BoolOp(ast.And(), [value(node.left, scope), value(node.right, scope)])


@value.register
def _or(node: nodes.Or, scope: Scope) -> ast.expr:
    return ast.BoolOp(ast.Or(), [value(node.left, scope), value(node.right, scope)])


@value.register
def _either(node: nodes.CondExpr, scope: Scope) -> ast.expr:
    if node.expr2 is None:
        raise Untranslatable(node)
    return ast.IfExp(value(node.test, scope), value(node.expr1, scope), value(node.expr2, scope))


@value.register
def _compared(node: nodes.Compare, scope: Scope) -> ast.expr:
    others = [value(one.expr, scope) for one in node.ops]
    return ast.Compare(value(node.expr, scope), [_COMPARED[one.op] for one in node.ops], others)


@value.register
def _reckoned(node: nodes.BinExpr, scope: Scope) -> ast.expr:
    if type(node) not in _RECKONED:
        raise Untranslatable(node)
    return ast.BinOp(value(node.left, scope), _RECKONED[type(node)], value(node.right, scope))


@value.register
def _together(node: nodes.Concat, scope: Scope) -> ast.expr:
    return syntax.call("markup_join", syntax.row(value(one, scope) for one in node.nodes))


@value.register
def _filtered(node: nodes.Filter, scope: Scope) -> ast.expr:
    known = node.name in scope.environment.filters and node.node is not None
    if not known or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise Untranslatable(node)
    args = [value(one, scope) for one in (node.node, *node.args) if one is not None]
    return syntax.call("filtered", ast.Constant(node.name), *args)


@value.register
def _tested(node: nodes.Test, scope: Scope) -> ast.expr:
    if scope.caller and node.name == "defined" and isinstance(node.node, nodes.Name) and node.node.name == _CALLER:
        return ast.Compare(syntax.read(scope.caller), [ast.IsNot()], [ast.Constant(None)])
    plain = node.name in scope.environment.tests and node.name not in {"defined", "undefined"}
    if not plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise Untranslatable(node)
    return syntax.call("tested", ast.Constant(node.name), *(value(one, scope) for one in (node.node, *node.args)))


@value.register
def _called(node: nodes.Call, scope: Scope) -> ast.expr:
    markup = _markup(node, scope)
    if markup:
        return syntax.call("Markup", markup)
    if node.dyn_args:
        raise Untranslatable(node)
    named = [ast.keyword(one.key, value(one.value, scope)) for one in node.kwargs]
    named += [ast.keyword(None, value(node.dyn_kwargs, scope))] if node.dyn_kwargs else []
    return syntax.call(_function(node.node, scope), *(value(one, scope) for one in node.args), keywords=named)


def _function(node: nodes.Expr, scope: Scope) -> ast.expr:
    """Write what is called: a method of a value, or one of the functions that every template has."""
    if isinstance(node, nodes.Name) and node.name in {"t", "forms", "range"} and node.name not in scope.values:
        return syntax.read(node.name)
    if isinstance(node, nodes.Getattr):
        return value(node, scope)
    raise Untranslatable(node)


def macro_call(node: nodes.Call, macro: Macro, scope: Scope, body: ast.expr | None = None) -> ast.Call:
    """Write the call of a macro with all that it takes, in its order; `body` is what a `call` block holds."""
    named = {one.key: one.value for one in node.kwargs}
    repeated = len(named) < len(node.kwargs)
    given = _given(node, macro, named)
    rest = [ast.keyword(key, value(one, scope)) for key, one in named.items()]
    rest += [ast.keyword(None, value(node.dyn_kwargs, scope))] if node.dyn_kwargs else []
    if (
        repeated
        or node.dyn_args
        or _CALLER in named
        or (rest and not macro.with_rest)
        or (body and not macro.with_caller)
    ):
        raise Untranslatable(node)
    args = [value(one, scope) for one in given]
    args += [body or ast.Constant(None)] if macro.with_caller else []
    return syntax.call(macro.function, *args, keywords=rest)


def _given(node: nodes.Call, macro: Macro, named: dict[str, nodes.Expr]) -> list[nodes.Expr]:
    """Give what a macro's parameters are given, in their order; what is taken from `named` is taken out of it."""
    given = list(node.args)
    open_ones = macro.parameters[len(given) :]
    undecided = node.dyn_kwargs is not None and not all(name in named for name in open_ones)
    if len(given) > len(macro.parameters) or undecided:
        raise Untranslatable(node)
    defaults = dict(zip(reversed(macro.parameters), reversed(macro.defaults), strict=False))
    for name in open_ones:
        if name not in named and name not in defaults:
            raise Untranslatable(node)
        given.append(named.pop(name) if name in named else defaults[name])
    return given
