"""How much room words take in a drawing, and where they break."""

from __future__ import annotations

from okrsite.directions import seen

_PER_LETTER, _PER_WIDE_LETTER = 5.7, 12.0
_WIDE = "\u2e80"  # from here on a letter is as wide as it is high


def width_of(text: str) -> float:
    """Estimate how wide a text of 12 units' height is.

    >>> round(width_of("target 70%"))
    57
    """
    return sum(_PER_WIDE_LETTER if letter >= _WIDE else _PER_LETTER for letter in seen(text))


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
