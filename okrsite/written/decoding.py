"""Bytes → text: UTF-8, no larger than a file may be, without characters that no text holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Span, error
from okrsite.files import MOST_BYTES
from okrsite.written.lines import line, line_of, line_starts

NEVER_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
NEVER_IN_YAML = re.compile("[\x80-\x84\x86-\x9f\ufeff]")
_LINE_ENDS = re.compile("\r\n?")
_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Snag:
    """What keeps a text from being read as YAML, and where: line and column from 1, `length` in characters."""

    line: int
    column: int
    message: str
    help: str = ""
    length: int = 1
    rule: str = "syntax"

    def at(self, path: str, text: str) -> Finding:
        """Make a finding of it, with the line as it stands in the text."""
        excerpt = line(text, self.line)
        return error(self.rule, Span(path, self.line, self.column, self.length, excerpt), self.message, self.help)


def decoded(path: str, content: bytes) -> str | Finding:
    """Give the text of a file with line feeds at the ends of its lines, without a byte-order mark, or say what is wrong with it."""
    if len(content) > MOST_BYTES:
        words = "This file is larger than 1 MiB."
        return error("syntax", Span(path), words, "Divide it into several files; what is no text belongs into static/.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as refusal:
        return _not_utf8(path, content, refusal.start)
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    found = NEVER_IN_TEXT.search(text)
    if found is None:
        return text
    words = f"This file holds the character U+{ord(found[0]):04X}, which no text can show."
    return snag_at(
        text, found.start(), words, "Take it away. Was the file saved by a program that doesn’t write plain text?"
    ).at(path, text)


def _not_utf8(path: str, content: bytes, at: int) -> Finding:
    name = _OTHER_ENCODINGS.get(content[:2])
    words = f"This file is written in {name}, not in UTF-8." if name else "This file is not UTF-8."
    way_out = "Save it as UTF-8; editors have a menu entry or a setting for it."
    if name:
        return error("syntax", Span(path), words, way_out)
    before = content[:at].decode("utf-8-sig")
    text = before + content[at:].split(b"\n", 1)[0].decode("utf-8", "replace")
    text = _LINE_ENDS.sub("\n", text)
    return snag_at(text, len(_LINE_ENDS.sub("\n", before)), words, way_out).at(path, text)


def snag_at(text: str, index: int, message: str, help: str = "", length: int = 1) -> Snag:  # noqa: A002 - the word users read
    """Make a snag at a place in a text, counted in characters from 0."""
    number = line_of(text, index)
    return Snag(number, index - line_starts(text)[number - 1] + 1, message, help, length)
