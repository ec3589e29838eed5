"""Where the lines of a text begin: found once a text, however many places in it are asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate


@lru_cache(maxsize=4)
def line_starts(text: str) -> list[int]:
    """Tell where each line of a text begins, in characters from 0."""
    return [0, *accumulate(len(each) + 1 for each in text.split("\n")[:-1])]


def line_of(text: str, index: int) -> int:
    """Tell on which line, from 1, a place in a text lies, in characters from 0."""
    return bisect_right(line_starts(text), index)


def line(text: str, number: int) -> str:
    """Give a line of a text, by its number from 1; nothing where there is none."""
    starts = line_starts(text)
    if not 0 < number <= len(starts):
        return ""
    return text[starts[number - 1] : starts[number] - 1 if number < len(starts) else len(text)]
