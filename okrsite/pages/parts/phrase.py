"""A sentence of the catalogue with links in it, its words in the order that the language wants."""

from __future__ import annotations

from collections.abc import Mapping

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link

_MARK = "\x1f"


def phrase(sheet: Sheet, key: str, places: Mapping[str, Link], *, n: int | None = None) -> tuple[Link, ...]:
    """Say a sentence as a row of pieces: plain texts (links without an `href`), and the links at their places."""
    marked: dict[str, object] = {name: f"{_MARK}{name}{_MARK}" for name in places}
    said = sheet.say(key, **marked) if n is None else sheet.say(key, n=n, **marked)
    return tuple(places[text] if odd else Link(text) for text, odd in _alternating(said) if text)


def _alternating(said: str) -> list[tuple[str, bool]]:
    """Cut a marked sentence into its texts and, in between, the names of its places."""
    return [(text, at % 2 == 1) for at, text in enumerate(said.split(_MARK))]
