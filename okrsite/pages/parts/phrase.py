"""A sentence of the catalogue with links in it, its words in the order that the language wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okrsite.pages.ground import Sheet, Voice
from okrsite.pages.page import Link

_MARK = "\x1f"
_STRESS = "*"


def phrase(sheet: Sheet, key: str, places: Mapping[str, Link], *, n: int | None = None) -> tuple[Link, ...]:
    """Say a sentence as a row of pieces: plain texts (links without an `href`), and the links at their places."""
    pieces = sheet.once(_pieces, key, tuple(places), n)
    return tuple([places[piece] if isinstance(piece, str) else piece for piece in pieces])


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `strong` is what it is about."""

    text: str
    strong: bool = False


def stressed(sheet: Sheet, key: str, **args: object) -> tuple[Piece, ...]:
    """Say a sentence as a row of pieces; what the catalogue puts between asterisks is strong."""
    kept = {name: said.replace(_STRESS, _MARK) if isinstance(said, str) else said for name, said in args.items()}
    pieces = enumerate(sheet.say(key, **kept).split(_STRESS))
    return tuple(Piece(text.replace(_MARK, _STRESS), at % 2 == 1) for at, text in pieces if text)


def _pieces(voice: Voice, key: str, places: tuple[str, ...], n: int | None) -> tuple[Link | str, ...]:
    """Cut a sentence into its texts, without an `href`, and the names of its places."""
    marked: dict[str, object] = {name: f"{_MARK}{name}{_MARK}" for name in places}
    said = voice.say(key, **marked) if n is None else voice.say(key, n=n, **marked)
    return tuple(text if at % 2 else Link(text) for at, text in enumerate(said.split(_MARK)) if text)
