"""Markdown → prose: mark where things stand, convert, clean, finish."""

from __future__ import annotations

import re

from okrsite.prose.clean import clean
from okrsite.prose.dialect import Dialect, one_line, whole_text
from okrsite.prose.finish import finish
from okrsite.prose.marks import BREAK, mark, without_marks
from okrsite.prose.model import Prose, Trouble
from okrsite.prose.quick import quick_line, quick_text
from okrsite.prose.weight import LARGEST, TooHeavyError

_ENOUGH_WORDS = 200
_NOT_IN_A_KEY = re.compile(r"[^\w.-]+")
_EMPTY_LINES = re.compile(r"\n[ \t]*+\n\s*+")


def block(markdown: str, *, key: str) -> Prose | Trouble:
    """Read a whole Markdown text.

    `key` tells it from the other texts of one page: ids within it are `<key>:<name>`. A text that would take more than
    linear time, or is larger than 1 MiB, comes back as trouble.
    """
    html = quick_text(markdown) if markdown.strip() else ""
    if html is not None:
        return Prose(markdown, html)
    return _converted(markdown, whole_text(), key)


def inline(markdown: str) -> Prose | Trouble:
    """Read a line of Markdown: links, emphasis, code, `[[…]]`; what would make a block stays text."""
    html = quick_line(markdown)
    if html is not None:
        return Prose(markdown, html)
    return _converted(markdown, one_line(), None)


def _converted(markdown: str, dialect: Dialect, key: str | None) -> Prose | Trouble:
    if len(markdown) > LARGEST or len(markdown.encode(errors="replace")) > LARGEST:
        return Trouble("too-heavy", "The text is larger than 1 MiB.", "Split it into several pages.")
    marked = mark(markdown)
    text = marked.text if key is not None else _EMPTY_LINES.sub(BREAK, marked.text.strip())
    try:
        html = dialect.html(text)
    except TooHeavyError as refusal:
        words = without_marks(refusal.piece).strip().split("\n", 1)[0]
        place = marked.line_and_column(marked.place_of(refusal.piece, words[:_ENOUGH_WORDS]))
        return Trouble("too-heavy", refusal.matter, refusal.way_out, *place)
    return finish(clean(html, line=key is None), marked, _NOT_IN_A_KEY.sub("-", key or ""))
