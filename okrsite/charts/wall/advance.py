"""How wide a text is, near enough and never too little: the browser may draw it in another face than ours."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = {
    letter: width / 100
    for width, letters in (
        (24, " '’|\u00a0"),
        (36, "!,.:;·-()[]{}\\/`ijl‘"),
        (42, 'ft"IJ“”?r*'),
        (50, "scz_"),
        (56, "aeg0123456789$+<=>^~–"),
        (66, "bdhknopquvxyLEFZßS#"),
        (78, "ABCDGHKNOPQRTUVXY&"),
        (100, "mwMW%@…œæ"),
    )
    for letter in letters
}
_MARKS = frozenset(("Mn", "Me", "Cf"))
_PLAIN, _CAPITAL, _ARABIC, _WIDE = 0.66, 0.78, 0.62, 1.0
_SERIF, _SANS = 0.95, 0.91


def advance(text: str, size: float, *, sans: bool = False) -> float:
    """Estimate the width in px of a text at a size in px: by the widest of our faces, wide letters as squares."""
    return _ems(text) * size * (_SANS if sans else _SERIF)


@lru_cache(maxsize=8192)
def _ems(text: str) -> float:
    return sum(_WIDTHS.get(letter) or _other(letter) for letter in text)


@lru_cache(maxsize=4096)
def _other(letter: str) -> float:
    """Estimate the width of a letter that is not of the table, in em."""
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain != letter and plain in _WIDTHS:
        return _WIDTHS[plain]
    if unicodedata.category(letter) in _MARKS:
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if unicodedata.bidirectional(letter) in ("AL", "R"):
        return _ARABIC
    return _CAPITAL if letter.isupper() else _PLAIN


def is_wide(letter: str) -> bool:
    """Tell whether a letter fills a square, so that lines may end after it."""
    return unicodedata.east_asian_width(letter) in "WF"


@lru_cache(maxsize=8192)
def reads_leftward(text: str) -> bool:
    """Tell whether a text begins at the right: by its first letter that has a direction of its own."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
