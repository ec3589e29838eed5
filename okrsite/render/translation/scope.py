"""What a name means where it stands in a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import Environment, nodes
from markupsafe import Markup

IN_FRAME = ("content", "page", "chrome", "head")
"""What the frame around pages is made from; `content` is the page in it."""

IN_PAGE = ("view", "page", "chrome", "head")
"""What the template of a page is made from."""

_OWN_NAMES = frozenset({"t", "forms", "range", "caller", "loop", "super", "self"})


class Untranslatable(Exception):  # noqa: N818 - it says what a template is, and is no fault of anyone
    """A template says something that is left to Jinja itself."""

    def __init__(self, node: nodes.Node | str) -> None:
        super().__init__(node if isinstance(node, str) else f"{type(node).__name__} in line {node.lineno}")


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro as a function in Python: its name there, and what it takes.

    `defaults` are the values of its last parameters. `with_caller`: it asks for the body of a `call` block, which comes
    last. `with_rest`: it takes arguments by names that are none of its parameters.
    """

    function: str
    parameters: tuple[str, ...]
    defaults: tuple[nodes.Expr, ...]
    with_caller: bool
    with_rest: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """The names in Python of a loop's place, counted from 1, and of how many there are."""

    place: str
    length: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known in one part of a template: its macros and values, by their names there.

    `caller` is the name in Python of what a `call` block holds. `say` gives the words of a key that nothing is filled into; `fresh` numbers what is named in Python.
    """

    environment: Environment
    say: Callable[[str], Markup]
    fresh: Iterator[int]
    macros: Mapping[str, Macro] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    loop: Loop | None = None
    caller: str | None = None

    def knowing(self, names: Mapping[str, str], loop: Loop | None = None, caller: str | None = None) -> Scope:
        """Know more values, or others by the same names."""
        if not _OWN_NAMES.isdisjoint(names):
            raise Untranslatable(min(names))
        macros = {said: macro for said, macro in self.macros.items() if said not in names}
        values = {**self.values, **names}
        return replace(self, macros=macros, values=values, loop=loop or self.loop, caller=caller or self.caller)

    def name(self, said: str) -> str:
        """Make a name in Python that nothing else has."""
        return f"{said}_{next(self.fresh)}_"
