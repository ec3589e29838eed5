"""Text in a terminal: what may be shown there, and how many columns it takes."""

from __future__ import annotations

import unicodedata

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NO_ROOM = {"Mn", "Me", "Cf"}


def clean(text: str) -> str:
    """Make a text safe for a terminal and one line: control, format and lone surrogate characters are replaced."""
    return "".join(
        " "
        if char in "\t\n\r"
        else "\ufffd"
        if unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNING
        else char
        for char in text
    )


def columns(text: str) -> int:
    """Count the columns that a text takes in a terminal: wide characters two (Unicode Standard Annex 11), marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in _NO_ROOM else 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
        for char in text
    )
