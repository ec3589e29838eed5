"""Prose in a page: placeholders become links for the page's own depth; or words without any markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from okrsite.prose.model import Placed, Prose
from okrsite.prose.words import TAG

_HOLE = re.compile("\ufdd0([atzi])([0-9]+)\ufdd1")
_END_OF_BLOCK = re.compile(r"</(?:p|h[1-6]|li|dt|dd|td|th|tr|pre|div|blockquote|caption|summary|figcaption)>|<[bh]r>")
_TO_FOOTNOTE = re.compile(r'<a class="footnote-[^>]*>.*?</a>')

Place = Callable[[int], Placed | None]


def placed(prose: Prose, place: Place, *, nowhere: str) -> str:
    """Give the HTML of prose with its links in place.

    `place` says for the number of a link where it leads from this page and what that is called; None keeps the text of
    the link without a link, and a bare `[[reference]]` reads `nowhere` ("one private objective").
    """
    if not prose.links:
        return prose.html
    known: dict[int, Placed | None] = {}

    def fill(hole: re.Match[str]) -> str:
        number = int(hole[2])
        if number not in known:
            known[number] = place(number)
        return _filled(prose, hole[1], number, known[number], nowhere)

    return _HOLE.sub(fill, prose.html)


def _filled(prose: Prose, what: str, number: int, target: Placed | None, nowhere: str) -> str:
    link = prose.links[number]
    if what == "t":
        return escape((target.text or link.written) if target else nowhere, quote=False)
    if target is None or target.href is None:
        return escape(link.alt, quote=False) if what == "i" else ""
    title = f' title="{escape(link.title)}"' if link.title else ""
    if what == "i":
        return f'<img src="{escape(target.href)}" alt="{escape(link.alt)}"{title} loading="lazy">'
    return "</a>" if what == "z" else f'<a href="{escape(target.href)}"{title}>'


def plain(prose: Prose, place: Place | None = None, *, nowhere: str = "…") -> str:
    """Give the words of prose without any markup, on one line: for titles, descriptions and search.

    Without `place` a bare `[[reference]]` reads as written, and `nowhere` where it leads to nothing that may be named.
    """
    html = _HOLE.sub(lambda hole: _word(prose, hole, place, nowhere), prose.html) if prose.links else prose.html
    if "<" in html:
        html = _TO_FOOTNOTE.sub("", html) if "footnote-" in html else html
        html = TAG.sub("", _END_OF_BLOCK.sub(" ", html))
    return " ".join(unescape(html).split())


def _word(prose: Prose, hole: re.Match[str], place: Place | None, nowhere: str) -> str:
    number = int(hole[2])
    link = prose.links[number]
    if hole[1] == "i":
        return escape(link.alt)
    if hole[1] != "t":
        return ""
    hidden = number < len(prose.targets) and prose.targets[number] is None
    target = place(number) if place else None
    if hidden or (place and target is None):
        return escape(nowhere)
    return escape((target.text if target else "") or link.written)
