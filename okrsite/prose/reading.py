"""Markdown → prose: mark where things stand, convert, clean, finish."""

from __future__ import annotations

import re

from okrsite.prose.clean import clean
from okrsite.prose.dialect import line_dialect, text_dialect
from okrsite.prose.finish import finish
from okrsite.prose.marks import BREAK, mark
from okrsite.prose.model import Prose, Trouble
from okrsite.prose.quick import quick_line, quick_text

_NOT_IN_A_KEY = re.compile(r"[^\w.-]+")
_EMPTY_LINES = re.compile(r"\s*\n[ \t]*\n\s*")


def block(markdown: str, *, key: str) -> Prose | Trouble:
    """Read a whole Markdown text.

    `key` tells it from the other texts of one page: ids within it are `<key>:<name>`. A text that would take more than
    linear time, or is larger than 1 MiB, comes back as trouble.
    """
    html = quick_text(markdown)
    if html is not None:
        return Prose(markdown, html)
    marked = mark(markdown)
    converter = text_dialect()
    converter.reset()
    html = clean(converter.convert(marked.text))
    return finish(html, marked, _NOT_IN_A_KEY.sub("-", key))


def inline(markdown: str) -> Prose:
    """Read a line of Markdown: links, emphasis, code, `[[…]]`; what would make a block stays text."""
    html = quick_line(markdown)
    if html is not None:
        return Prose(markdown, html)
    marked = mark(markdown)
    converter = line_dialect()
    converter.reset()
    html = converter.convert(_EMPTY_LINES.sub(BREAK, marked.text.strip()))
    return finish(clean(html, line=True), marked, "")
