"""Marks in a Markdown text: where links, headings and columns stand, carried through the conversion.

A mark is a number between two noncharacters of Unicode, put behind what opens a link (`[[`, `](`). Markdown itself then
decides what is a link: a mark inside code is taken out again at the end, one that arrives in an address tells where
that address was written. Noncharacters of the user's own are replaced before, so no text can forge one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

OPEN, SHUT = "\ufdd0", "\ufdd1"
BAR, ESCAPED_BAR = "\ufdd2", "\ufdd3"  # the `|` or `\\|` of `[[reference|text]]`, which must not part cells of a table
OURS = "\ufdd4"  # begins an id or class that was made here
BREAK = "\ufdd5"  # an empty line in a text of one line

MARK = re.compile(f"{OPEN}(\\d+){SHUT}")
FORGED = re.compile("[\ud800-\udfff\ufdd0-\ufdef]")  # no character of any text
_OPENERS = {
    "[[": r"\[\[(?!\[|\s*+\]\])\s*+(?P<reference>(?:[^\[\]|`\\]|\\[^|])*+)(?P<bar>\\?\||\]\])",
    "](": r"\]\([ \t]*(?:\n[ \t]*)?<?",  # [text](address)
    "]:": r"\[(?!\^)[^\[\]\n]+\]:[ \t]*(?:\n[ \t]*(?=[^\W\d]|[./<]))?<?(?=\S)",  # [name]: address
    "<": r"\b(?:href|src)\s*=\s*[\"']?|<th\b[^<>]*>",  # raw HTML
    "#": r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?#{1,6}[ \t]+",  # a heading
    "\n=": r"^(?=[^\W\d][^\n]*\n=+[ ]*$)",  # an underlined one
    "\n-": r"^(?=[^\W\d][^\n]*\n-+[ ]*$)",
}
"""What may open a link, a heading or a column, by a sign without which there is none in a text."""

_RULED_LINE = re.compile(
    r"^[ \t>]*+(?=[^\n]*\|)\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE
)
_CELL = re.compile(r"(?:\\.|`[^`\n]*`|[^|\n])+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_TO_END_OF_ADDRESS = re.compile(r"[^\s()<>\"'\[\]]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark was put, and the place in the text that it stands for."""

    put: int
    place: int
    length: int
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks, the same without them (places count in it), as it was given, and what each mark stands for."""

    text: str
    plain: str
    source: str
    spots: tuple[Spot, ...]
    starts: tuple[int, ...]

    def line_and_column(self, place: int) -> tuple[int, int]:
        """Give line and column, from 1, of a place in the text."""
        line = bisect_right(self.starts, place)
        return line, place - self.starts[line - 1] + 1

    def place_of(self, piece: str, words: str) -> int:
        """Find the place of a piece of the text on its way: by its first mark, else by its words."""
        found = MARK.search(piece)
        return self.spots[int(found[1])].place if found else max(self.plain.find(words), 0)


def mark(source: str) -> Marked:
    """Put a mark behind everything in a Markdown text that may open a link, a heading or a column."""
    text = source.replace("\r\n", "\n").replace("\r", " ")
    if not text.isascii():
        text = FORGED.sub("\ufffd", text)
    starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1]))
    spots: dict[int, Spot] = {}
    bars: dict[int, int] = {}
    opener = _any_of(tuple(sign for sign in _OPENERS if sign in text))
    for found in opener.finditer(text) if opener else ():
        spot = _spot(found)
        spots[spot.put] = spot
        if found.lastgroup == "bar" and found["bar"] != "]]":
            bars[found.start("bar")] = found.end("bar")
    for put in _header_cells(text, starts) if "|" in text and "-" in text else ():
        spots.setdefault(put, Spot(put, put, 1))
    ordered = tuple(spots[put] for put in sorted(spots))
    return Marked(_with_marks(text, ordered, bars), text, source, ordered, starts)


@cache
def _any_of(signs: tuple[str, ...]) -> re.Pattern[str] | None:
    """Make the pattern of what these signs stand for; None without any."""
    pattern = "|".join(_OPENERS[sign] for sign in signs)
    return re.compile(pattern, re.MULTILINE | re.IGNORECASE) if pattern else None


def _spot(found: re.Match[str]) -> Spot:
    if found.lastgroup != "bar":
        place = found.end()
        address = _TO_END_OF_ADDRESS.match(found.string, place)
        return Spot(place, place, max(1, len(address[0]) if address else 1))
    raw = found["reference"].rstrip()
    first_line = raw.split("\n", 1)[0]
    reference = " ".join(_ESCAPED.sub(r"\1", raw).split())
    return Spot(found.start() + 2, found.start("reference"), max(1, len(first_line)), reference)


def _header_cells(text: str, starts: tuple[int, ...]) -> list[int]:
    """Where the cells of the line above a table's ruled line begin."""
    cells: list[int] = []
    for ruled in _RULED_LINE.finditer(text):
        line = bisect_right(starts, ruled.start()) - 1
        if line == 0:
            continue
        start, end = starts[line - 1], starts[line] - 1
        first = start + len(text[start:end]) - len(text[start:end].lstrip(" \t>"))
        cells += (cell.start() + len(cell[0]) - len(cell[0].lstrip()) for cell in _CELL.finditer(text, first, end))
    return [cell for cell in cells if cell < len(text) and text[cell] not in "|\n"]


def _with_marks(text: str, spots: tuple[Spot, ...], bars: dict[int, int]) -> str:
    if not spots:
        return text
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
