"""Marks in a Markdown text: where links, headings and columns stand, carried through the conversion.

A mark is a number between two noncharacters of Unicode, put behind what opens a link (`[[`, `](`). Markdown itself then
decides what is a link: a mark inside code is taken out again at the end, one that arrives in an address tells where
that address was written. Noncharacters of the user's own are replaced before, so no text can forge one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

OPEN, SHUT = "\ufdd0", "\ufdd1"
BAR, ESCAPED_BAR = "\ufdd2", "\ufdd3"  # the `|` or `\\|` of `[[reference|text]]`, which must not part cells of a table
OURS = "\ufdd4"  # begins an id or class that was made here
BREAK = "\ufdd5"  # an empty line in a text of one line

MARK = re.compile(f"{OPEN}(\\d+){SHUT}")
FORGED = re.compile("[\ufdd0-\ufdef]")
WORTH_MARKING = re.compile(r"[\[#<]|^[ \t>]*+\|?[ \t]*+:?-|^=", re.MULTILINE)

_OPENERS = re.compile(
    r"""
      \[\[ (?!\[) \s* (?P<reference> [^\[\]|`]* ) (?P<bar> \\?\| | \]\] )
    | \]\( [ \t]* (?:\n[ \t]*)? <?                                              # [text](address)
    | \[ (?!\^) [^\[\]\n]+ \]: [ \t]* (?: \n[ \t]* (?=[^\W\d]|[./<]) )? <? (?=\S)  # [name]: address
    | \b (?:href|src) \s* = \s* ["']?                                           # raw HTML
    | <th\b [^<>]* >
    | ^ [ \t>]* (?: (?:[-*+]|\d+[.)]) [ \t]+ )? \#{1,6} [ \t]+                  # a heading
    | ^ (?=[^\W\d] [^\n]* \n (?:=+|-+) [ ]* $)                                  # an underlined one
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_RULED_LINE = re.compile(
    r"^[ \t>]*+(?=[^\n]*\|)\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE
)
_CELL = re.compile(r"(?:\\.|`[^`\n]*`|[^|\n])+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_TO_END_OF_ADDRESS = re.compile(r"[^\s()<>\"'\[\]]*")


_ENOUGH_WORDS = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark was put, and the place in the text that it stands for."""

    put: int
    place: int
    length: int
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks, and what each stands for."""

    text: str
    source: str
    spots: tuple[Spot, ...]
    starts: tuple[int, ...]

    def line_and_column(self, place: int) -> tuple[int, int]:
        """Line and column, from 1, of a place in the source."""
        line = bisect_right(self.starts, place)
        return line, place - self.starts[line - 1] + 1

    def where(self, piece: str) -> tuple[int, int]:
        """Line and column of a piece of the text on its way: by its first mark, else by its first words."""
        found = MARK.search(piece)
        if found:
            return self.line_and_column(self.spots[int(found[1])].place)
        words = without_marks(piece).strip().split("\n", 1)[0]
        return self.line_and_column(max(self.source.find(words[:_ENOUGH_WORDS]), 0))


def mark(source: str) -> Marked:
    """Put a mark behind everything in a Markdown text that may open a link, a heading or a column."""
    text = FORGED.sub("\ufffd", source)
    starts = (0, *(m.end() for m in re.finditer(r"\n", text)))
    if not WORTH_MARKING.search(text):
        return Marked(text, source, (), starts)
    spots: dict[int, Spot] = {}
    bars: dict[int, int] = {}
    for found in _OPENERS.finditer(text):
        spot = _spot(found)
        spots[spot.put] = spot
        if found["bar"] and found["bar"] != "]]":
            bars[found.start("bar")] = found.end("bar")
    for put in _header_cells(text, starts):
        spots.setdefault(put, Spot(put, put, 1))
    ordered = tuple(spots[put] for put in sorted(spots))
    return Marked(_with_marks(text, ordered, bars), source, ordered, starts)


def _spot(found: re.Match[str]) -> Spot:
    if found["bar"] is None:
        place = found.end()
        address = _TO_END_OF_ADDRESS.match(found.string, place)
        return Spot(place, place, max(1, len(address[0]) if address else 1))
    raw = found["reference"].rstrip()
    first_line = raw.split("\n", 1)[0]
    reference = " ".join(_ESCAPED.sub(r"\1", raw).split())
    return Spot(found.start() + 2, found.start("reference"), max(1, len(first_line)), reference)


def _header_cells(text: str, starts: tuple[int, ...]) -> list[int]:
    """Where the cells of the line above a table's ruled line begin."""
    cells = []
    for ruled in _RULED_LINE.finditer(text):
        line = bisect_right(starts, ruled.start()) - 1
        if line == 0:
            continue
        start, end = starts[line - 1], starts[line] - 1
        first = start + len(text[start:end]) - len(text[start:end].lstrip(" \t>"))
        for cell in _CELL.finditer(text, first, end):
            cells.append(cell.start() + len(cell[0]) - len(cell[0].lstrip()))
    return [cell for cell in cells if cell < len(text) and text[cell] not in "|\n"]


def _with_marks(text: str, spots: tuple[Spot, ...], bars: dict[int, int]) -> str:
    changes = [(spot.put, spot.put, f"{OPEN}{number}{SHUT}") for number, spot in enumerate(spots)]
    changes += [(start, end, BAR if end - start == 1 else ESCAPED_BAR) for start, end in bars.items()]
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(changes):
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


def without_marks(text: str) -> str:
    """Take all marks out of a text, so that it reads as it was written."""
    return MARK.sub("", text).replace(BAR, "|").replace(ESCAPED_BAR, "\\|")
