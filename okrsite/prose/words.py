"""The words of HTML, without its tags and marks."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from okrsite.prose.marks import without_marks

TAG = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_NUMBER_OF_A_NOTE = re.compile(r"<sup id=.*?</sup>")
_LONGEST_SLUG = 100
_LONGEST = 1_000


def until(end: str, html: str, start: int) -> str:
    """Give what stands between a place in HTML and an end tag; of more than 1,000 characters the first."""
    found = html.find(end, start, start + _LONGEST)
    return html[start : found if found >= 0 else start + _LONGEST]


def words_of(html: str) -> str:
    """Give the text of HTML on one line, without tags, marks and the numbers of footnotes."""
    return " ".join(without_marks(unescape(TAG.sub("", _NUMBER_OF_A_NOTE.sub("", html)))).split())


def slug(text: str) -> str:
    """Give letters, marks and digits of a text in lower case, runs of anything else as one hyphen; 100 characters at most."""
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in unicodedata.normalize("NFC", text).lower())
    whole = "-".join("".join(kept).split())
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return whole[:_LONGEST_SLUG].rpartition("-")[0] or whole[:_LONGEST_SLUG]
