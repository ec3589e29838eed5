"""What YAML's readers complain of, in words that say what to do."""

from __future__ import annotations

import re
from typing import Any

from okrsite.written.decoding import Snag, snag_at

_BEYOND_UNICODE = re.compile(r"\\U(?:00[2-9A-Fa-f]|001[1-9A-Fa-f]|0[1-9A-Fa-f]|[1-9A-Fa-f])")
_NO_SPACE = re.compile(r"[ ]*(?:- )*[\w-]+(?P<colon>:)[^\s:/]", re.ASCII)
_KEY = re.compile(r"(?P<before>\s*(?:- )*)(?P<key>[^:#\n]+):\s+(?P<text>[^\n]*)")

_WORDS = (
    ("mapping values are not allowed", "", ""),
    (
        "found character '\\t'",
        "A tab stands here, and YAML knows spaces only.",
        "Use spaces instead; editors can be told to.",
    ),
    ("that cannot start any token", "A text can’t begin with this character.", "Put the text in quotes."),
    (
        "found unexpected end of stream",
        "A quotation mark is opened here and never closed.",
        'Close it. Within double quotes a quotation mark is written \\".',
    ),
    ("expected alphabetic or numeric character", "A text can’t begin with this character.", "Put the text in quotes."),
    (
        "found unknown escape character",
        "Within double quotes a backslash begins an escape, and this is none that YAML knows.",
        "Use single quotes, or write \\\\ for a backslash.",
    ),
    (
        "expected escape sequence",
        "Within double quotes a backslash begins an escape, and this is none that YAML knows.",
        "Use single quotes, or write \\\\ for a backslash.",
    ),
    (
        "found unexpected document separator",
        "The file is divided here, within a text in quotes.",
        "Close the quotation mark before.",
    ),
    (
        "could not find expected ':'",
        "This line is neither a key with its value nor part of the text above it.",
        "Is a colon missing, or the space behind it? Does a text go on here that should be further in?",
    ),
    (
        "expected ',' or ']'",
        "A list in brackets isn’t closed, or a comma is missing in it.",
        "Close it with ]. A text with brackets or a comma needs quotes.",
    ),
    (
        "expected ',' or '}'",
        "Braces aren’t closed, or a comma is missing within them.",
        "Close them with }. A text with braces or a comma needs quotes.",
    ),
    (
        "but found '-'",
        "This hyphen stands further out or further in than the entries it belongs to.",
        "Put all hyphens of a list below each other.",
    ),
    (
        "expected '<document start>'",
        "This line stands further out than the first one.",
        "Put keys of one level below each other.",
    ),
    (
        "sequence entries are not allowed",
        "A list can’t begin on the line of its key.",
        "Write each entry on a line of its own, below the key. A text that begins with a hyphen needs quotes.",
    ),
    (
        "expected a comment or a line break",
        "Behind `>` and `|` the text begins on the next line.",
        "Write it on the lines below, further in. A text that begins with such a sign needs quotes.",
    ),
    (
        "chr()",
        "This escape stands for no character.",
        "Write the character itself.",
    ),
    (
        "expected <block end>",
        "This line stands further in or out than the ones it belongs to, or follows a text that already ended.",
        "Put keys of one level below each other. A text that is partly in quotes needs them around all of it.",
    ),
    ("unacceptable character", "This character can’t stand in a text.", "Take it away."),
)


def in_words(text: str, error: Exception) -> Snag:
    """Say what a reader of YAML complained of, at the place that is to be mended."""
    index = min(_place(text, error), len(text))
    problem = str(getattr(error, "problem", "") or error)
    if "mapping values are not allowed" in problem:
        return _colon_in_text(text, index)
    for part, words, way_out in _WORDS:
        if part in problem:
            return snag_at(text, index, words, way_out)
    return snag_at(
        text,
        index,
        f"YAML can’t read this: {problem}.",
        "Look at the quotation marks, colons and indentation of this line and the one above.",
    )


def _place(text: str, error: Any) -> int:
    """Find the place: where the reader stumbled, or where what never ended began."""
    stumbled, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if stumbled is None:
        found = _BEYOND_UNICODE.search(text)
        return found.start() if found else int(getattr(error, "position", 0) or 0)
    at_the_end = not text[stumbled.index :].strip()
    if began is not None and (at_the_end or ("expected ',' or" in error.problem and began.line < stumbled.line)):
        return int(began.index)
    return int(stumbled.index)


def _colon_in_text(text: str, index: int) -> Snag:
    start = text.rfind("\n", 0, index) + 1
    found = _KEY.match(text, start)
    if found is None or index <= found.start("text"):
        above = _NO_SPACE.match(text, text.rfind("\n", 0, max(start - 1, 0)) + 1)
        if above and above.end() < start:
            words = "A space is missing behind this colon."
            return snag_at(text, above.start("colon"), words, "Write `key: value`, with a space between.")
        return snag_at(
            text,
            index,
            "A key with its value can’t stand here.",
            "Is it further in than it should be? If it is a text, put it in quotes.",
        )
    key = found["key"].strip()
    return snag_at(
        text,
        index,
        f"The text of `{key}` holds a colon, which YAML takes for another key’s.",
        f'Put the text in quotes: {key}: "…". Or write {key}: > and a longer text on the lines below, further in.',
    )
