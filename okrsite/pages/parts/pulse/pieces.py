"""Sections of a long page taken apart, so that it can go on in parts: every item knows its section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

_FRAME = 24
_HEAD = 800


class Section(Protocol):
    """A section with a heading, and with items where it can be cut between them."""

    @property
    def heading(self) -> str:
        """What it is called."""

    @property
    def items(self) -> tuple[Any, ...]:
        """What it can be cut between."""


S = TypeVar("S", bound=Any)


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of a section by their places, or a section without items; what it weighs in bytes, and its section's name."""

    section: int
    item: int
    weight: int
    name: str


def pieces(sections: Iterable[Section]) -> list[Piece]:
    """Take sections apart; the first item of each carries the weight of all that stands around them."""
    return [piece for at, section in enumerate(sections) for piece in _pieces(at, section)]


def _pieces(at: int, section: Section) -> Iterator[Piece]:
    weights = [weight(item) for item in section.items]
    around = _HEAD + weight(section) - sum(weights)
    for item, own in enumerate(weights or [0]):
        yield Piece(at, item, own + (around if item == 0 else 0), section.heading)


def put_together(sections: Sequence[S], there: Iterable[Piece]) -> tuple[S, ...]:
    """Put the items of some pieces back into their sections; sections of which nothing is there are left out."""
    items: dict[int, list[Any]] = {}
    for piece in there:
        items.setdefault(piece.section, []).extend(sections[piece.section].items[piece.item : piece.item + 1])
    return tuple(replace(sections[at], items=tuple(of)) if of else sections[at] for at, of in items.items())


def weight(view: Any) -> int:
    """Guess what a view weighs on a page: its texts, and a frame around each."""
    if isinstance(view, str):
        return len(view.encode()) + (_FRAME if view else 0)
    if isinstance(view, tuple):
        return sum(map(weight, view))
    if is_dataclass(view):
        return sum(weight(getattr(view, field.name)) for field in fields(view))
    return 0
