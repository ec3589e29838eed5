"""Texts without any markup, which most are: the same HTML as Markdown would make of them, without Markdown."""

from __future__ import annotations

import re

_WORDS = r"[^\x00-\x1f\x7f-\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufdd0-\ufdef\\`*_\[\]<&~|]"
_LINE = rf"(?![\s\-+*#>~=:]|\d+[.)])(?:{_WORDS}++|&(?=[ ,;.]))++(?<! )"
_ONE_LINE = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_PARAGRAPHS = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*")


def quick_line(text: str) -> str | None:
    """HTML of a text of one line that holds no markup, else None."""
    return _escaped(text) if _ONE_LINE.fullmatch(text) else None


def quick_text(text: str) -> str | None:
    """HTML of paragraphs that hold no markup, else None."""
    text = text.strip("\n")
    if not _PARAGRAPHS.fullmatch(text):
        return None
    return "<p>" + _escaped(text).replace("\n\n", "</p>\n<p>") + "</p>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
