"""The templates of a theme, and the macros that each of them can call."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from types import CodeType

from jinja2 import Environment, TemplateSyntaxError, nodes
from markupsafe import Markup

from okrsite.render.translation import syntax
from okrsite.render.translation.body import Body, within
from okrsite.render.translation.scope import Macro, Scope, Untranslatable
from okrsite.render.translation.sources import Source, named, taken_apart


@dataclass(frozen=True, slots=True)
class Code:
    """Functions as code, and the templates whose macros they call."""

    code: CodeType
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The templates of a theme: their texts by name; `say` gives the words of a key.

    All that it is asked for raises `Untranslatable` where it is left to Jinja itself.
    """

    environment: Environment
    texts: Mapping[str, str]
    say: Callable[[str], Markup]
    _sources: dict[str, Source] = field(default_factory=dict)
    _own_macros: dict[str, dict[str, Macro]] = field(default_factory=dict)
    _macros: dict[str, Mapping[str, Macro] | None] = field(default_factory=dict)
    _fresh: Iterator[int] = field(default_factory=count)

    def source(self, name: str) -> Source:
        """Take a template apart."""
        if name not in self._sources:
            if name not in self.texts:
                raise Untranslatable(name)
            try:
                self._sources[name] = taken_apart(self.environment.parse(self.texts[name]))
            except TemplateSyntaxError:
                raise Untranslatable(name) from None
        return self._sources[name]

    def scope(self, name: str, given: Iterable[str] = ()) -> Scope:
        """Say what a template knows when it is `given` values by these names; macros go before them."""
        macros = self._known(name)
        values = {said: said for said in given if said not in macros}
        return Scope(self.environment, self.say, self._fresh, macros, values)

    def needs(self, names: Iterable[str]) -> tuple[str, ...]:
        """List the templates whose macros some templates can call."""
        return tuple({at: None for name in names for at in (name, *map(_origin, self.source(name).imports))})

    def macros(self, name: str) -> Code:
        """Translate the macros of a template."""
        functions = [_function(node, self.scope(name)) for node in self.source(name).macros]
        return Code(compiled(name, functions), self.needs([name]))

    def number(self, name: str) -> int:
        """Give the number of a template, by which its functions are named."""
        return sorted(self.texts).index(name)

    def _known(self, name: str) -> Mapping[str, Macro]:
        """List the macros that a template can call, by its own names for them: what it imports, and its own."""
        known = self._macros.get(name, {})
        if known is None:  # it imports itself, by way of others
            raise Untranslatable(name)
        if name not in self._macros:
            self._macros[name] = None
            known = dict(self._imported(name))
            own = self._own(name)
            if known.keys() & own.keys():
                raise Untranslatable(name)
            self._macros[name] = known = {**known, **own}
        return known

    def _imported(self, name: str) -> Iterable[tuple[str, Macro]]:
        taken = set()
        for node in self.source(name).imports:
            there = _origin(node)
            self._known(there)
            own = self._own(there) if self.source(there).silent else {}
            for pair in node.names:
                said, here = pair if isinstance(pair, tuple) else (pair, pair)
                if said not in own or here in taken:
                    raise Untranslatable(node)
                taken.add(here)
                yield here, own[said]

    def _own(self, name: str) -> dict[str, Macro]:
        if name not in self._own_macros:
            number, defined = self.number(name), self.source(name).macros
            self._own_macros[name] = {node.name: _signature(node, f"{node.name}_of_{number}") for node in defined}
            if len(self._own_macros[name]) < len(defined):
                raise Untranslatable(name)
        return self._own_macros[name]


def compiled(name: str, functions: list[ast.stmt]) -> CodeType:
    """Compile functions; what Python can't take, or wonders about, is left to Jinja."""
    module = ast.fix_missing_locations(ast.Module(functions, []))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return compile(module, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        raise Untranslatable(name) from None


def _origin(node: nodes.FromImport) -> str:
    if node.with_context:
        raise Untranslatable(node)
    return named(node.template)


def _signature(node: nodes.Macro, function: str) -> Macro:
    parameters = tuple(one.name for one in node.args)
    mentioned = {one.name for said in node.body for one in _names(said)}
    simple = all(
        isinstance(one, nodes.Const) or (isinstance(one, nodes.Tuple) and not one.items) for one in node.defaults
    )
    if not simple or "varargs" in mentioned or {"caller", "kwargs", "varargs"} & {*parameters}:
        raise Untranslatable(node)
    return Macro(function, parameters, tuple(node.defaults), "caller" in mentioned, "kwargs" in mentioned)


def _names(node: nodes.Node) -> Iterable[nodes.Name]:
    return (*((node,) if isinstance(node, nodes.Name) else ()), *node.find_all(nodes.Name))


def _function(node: nodes.Macro, scope: Scope) -> ast.stmt:
    """Write a macro as a function that returns its text."""
    macro = scope.macros[node.name]
    taken = {name: scope.name(name) for name in macro.parameters}
    caller = scope.name("caller") if macro.with_caller else None
    rest = scope.name("kwargs") if macro.with_rest else None
    inside = scope.knowing({**taken, **({"kwargs": rest} if rest else {})}, caller=caller)
    body = Body().write(within(node.body, inside))
    return syntax.function(macro.function, [*taken.values(), *([caller] if caller else [])], body.returned(), rest)
