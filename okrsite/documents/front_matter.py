"""Front matter: the YAML between two lines of three hyphens at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENS = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSES = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the YAML of a Markdown file stands (`start` to `stop`, empty without front matter), and where its text begins.

    `never_closed` tells that the first line opens front matter and no line ends it.
    """

    start: int
    stop: int
    body: int
    never_closed: bool = False


def parts_of(text: str) -> Parts:
    """Part a Markdown file; without three hyphens on its first line all of it is text."""
    opens = _OPENS.match(text)
    if opens is None:
        return Parts(0, 0, 0)
    closes = _CLOSES.search(text, opens.end())
    if closes is None:
        return Parts(opens.end(), opens.end(), len(text), never_closed=True)
    return Parts(opens.end(), closes.start(), min(closes.end() + 1, len(text)))
