"""Words that run from right to left among words that run from left to right, kept from tangling.

The marks are Unicode's: first strong isolate and pop directional isolate (UAX #9). What stands between them runs as its
own first letter does, and the sentence around it as if it were one sign. They are seen by nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

ISOLATE, END = "\u2068", "\u2069"
_OTHERS = {True: frozenset(("L",)), False: frozenset(("R", "AL"))}
_FIRST_LEFTWARD = "\u0590"  # no letter before it runs from right to left
_PLAIN_NUMBER = re.compile(r"[\d.,:\u00a0\u202f]*")


def set_apart(said: str, *, rtl: bool) -> str:
    r"""Set off what is put into a sentence, where it holds letters that run against the sentence; else it stays as it is.

    >>> set_apart("2025-Q4", rtl=False)
    '2025-Q4'
    >>> ascii(set_apart("2025-Q4", rtl=True))
    "'\\u20682025-Q4\\u2069'"
    """
    if not rtl and (said.isascii() or max(said) < _FIRST_LEFTWARD):
        return said
    if said.startswith(ISOLATE) or not _runs_against(said, rtl):
        return said
    return f"{ISOLATE}{said}{END}"


def figure_apart(said: str, *, rtl: bool) -> str:
    r"""Set off a number with its sign or unit among words that run from right to left; bare digits stay together anyway.

    >>> figure_apart("34%", rtl=False)
    '34%'
    >>> ascii(figure_apart("-3", rtl=True))
    "'\\u2068-3\\u2069'"
    """
    if not rtl or _PLAIN_NUMBER.fullmatch(said):
        return said
    return f"{ISOLATE}{said}{END}"


def seen(said: str) -> str:
    """Give a text without the marks, which take no room."""
    return said.replace(ISOLATE, "").replace(END, "")


@lru_cache(maxsize=16384)
def _runs_against(said: str, rtl: bool) -> bool:  # noqa: FBT001 - one yes or no, private
    others = _OTHERS[rtl]
    return any(bidirectional(letter) in others for letter in said)
