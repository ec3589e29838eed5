"""How much room words take in a drawing, and where they break."""

from __future__ import annotations

from functools import lru_cache

from okrsite.directions import seen

_PER_LETTER, _PER_ARABIC_LETTER, _PER_WIDE_LETTER = 5.7, 6.1, 12.0
_ARABIC = range(0x600, 0x780)
_WIDE = 0x2E80  # from here on a letter is as wide as it is high


def width_of(text: str) -> float:
    """Estimate how wide a text of 12 units' height is.

    >>> round(width_of("target 70%"))
    57
    """
    if text.isascii():
        return _narrow(len(text))
    return sum(_width(ord(letter)) for letter in seen(text))


@lru_cache(maxsize=1024)
def _narrow(letters: int) -> float:
    return sum([_PER_LETTER] * letters)


def _width(letter: int) -> float:
    if letter >= _WIDE:
        return _PER_WIDE_LETTER
    return _PER_ARABIC_LETTER if letter in _ARABIC else _PER_LETTER


def broken(text: str, room: float) -> list[str]:
    """Break a text between its words so that each line has room; a word that is too long stands alone.

    >>> broken("stay under 1,204.5 m", 68)
    ['stay under', '1,204.5 m']
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
