"""Markdown → prose: mark where things stand, convert, clean, finish."""

from __future__ import annotations

import re
from collections.abc import Callable

from okrsite.prose.clean import clean
from okrsite.prose.dialect import one_line, whole_text
from okrsite.prose.finish import finish
from okrsite.prose.marks import BREAK, Marked, mark, without_marks
from okrsite.prose.model import Prose, Trouble
from okrsite.prose.quick import quick_line, quick_text
from okrsite.prose.weight import LARGEST, TooHeavyError

_ENOUGH_WORDS = 200
_MOST_BYTES_A_CHARACTER = 4
_NOT_IN_A_KEY = re.compile(r"[^\w.-]+")
_EMPTY_LINES = re.compile(r"\n[ \t]*+\n\s*+")


def block(markdown: str, *, key: str) -> Prose | Trouble:
    """Read a whole Markdown text.

    `key` tells it from the other texts of one page: ids within it are `<key>:<name>`. A text that would take more than
    linear time, or is larger than 1 MiB, comes back as trouble.
    """
    return _read(markdown, quick_text, key)


def inline(markdown: str) -> Prose | Trouble:
    """Read a line of Markdown: links, emphasis, code, `[[…]]`; what would make a block stays text."""
    return _read(markdown, quick_line, None)


def _read(markdown: str, quick: Callable[[str], str | None], key: str | None) -> Prose | Trouble:
    if len(markdown) * _MOST_BYTES_A_CHARACTER > LARGEST and len(markdown.encode(errors="replace")) > LARGEST:
        return Trouble("too-heavy", "The text is larger than 1 MiB.", "Split it into several pages.")
    html = quick(markdown) if markdown.strip() else ""
    return _converted(markdown, key) if html is None else Prose(markdown, html)


def _converted(markdown: str, key: str | None) -> Prose | Trouble:
    marked = mark(markdown)
    try:
        html = _html(marked, key)
    except TooHeavyError as refusal:
        words = without_marks(refusal.piece).strip().split("\n", 1)[0]
        place = marked.line_and_column(marked.place_of(refusal.piece, words[:_ENOUGH_WORDS]))
        return Trouble("too-heavy", refusal.matter, refusal.way_out, *place)
    return finish(clean(html, line=key is None), marked, _NOT_IN_A_KEY.sub("-", key or ""))


def _html(marked: Marked, key: str | None) -> str:
    if key is None:
        return one_line().html(_EMPTY_LINES.sub(BREAK, marked.text.strip()))
    return whole_text().html(marked.text)
