"""The headings of a text: their level on a page, their id, and where they stand."""

from __future__ import annotations

import re

from okrsite.prose.marks import Marked
from okrsite.prose.model import Heading
from okrsite.prose.words import slug, until, words_of

_HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>")
_DEEPEST = 6


def outline(html: str, marked: Marked, key: str) -> tuple[Heading, ...]:
    """Find the headings in clean HTML. The first is of level 2, none lies deeper than one below the one before it."""
    if "<h" not in html:
        return ()
    levels: list[int] = []
    headings: list[Heading] = []
    taken: dict[str, int] = {}
    for tag in _HEADING.finditer(html):
        written = int(tag[1])
        while levels and levels[-1] >= written:
            levels.pop()
        levels.append(written)
        content = until("</h", html, tag.end())
        words = words_of(content)
        part = _unique(slug(words), taken)
        place = marked.line_and_column(marked.place_of(content, words))
        headings.append(Heading(min(len(levels) + 1, _DEEPEST), words, f"{key}:{part}" if part else "", part, *place))
    return tuple(headings)


def _unique(part: str, taken: dict[str, int]) -> str:
    """Give a name that no heading before has, by a number at its end."""
    if not part:
        return part
    name, times = part, taken.get(part, 0)
    while name in taken:
        times += 1
        name = f"{part}-{times + 1}"
    taken[part] = times
    taken.setdefault(name, 0)
    return name
