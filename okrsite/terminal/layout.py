"""Plain text for a terminal: paragraphs wrapped by what they take on the screen, headings, lists, labelled facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from okrsite.directions import seen
from okrsite.reports import clean, columns

WIDTH = 80

Lines = list[str]

_PAUSE = "\u00a0· "
_SHORT = 30
_BLANKS = re.compile(r"[ \t\r\n]+")
_HARD_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " "})
_NOT_FIRST = frozenset("、。，．,.：；:;！？!?）)」』】〉》〕］}”’…・ー％%")
_NOT_LAST = frozenset("（(「『【〈《〔［{“‘")
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is painted: not at all, or with the strokes that every terminal has."""

    color: bool

    def bold(self, lines: Sequence[str]) -> list[str]:
        """Set lines in bold."""
        return self._painted(_BOLD, lines)

    def dim(self, lines: Sequence[str]) -> list[str]:
        """Set lines back."""
        return self._painted(_DIM, lines)

    def _painted(self, stroke: str, lines: Sequence[str]) -> list[str]:
        return [f"{stroke}{line}{_PLAIN}" if self.color else line for line in lines]


def wrapped(text: str, before: str = "", *, width: int = WIDTH) -> list[str]:
    """Wrap a text into lines of at most `width` columns, the first after `before`, the others below where it began.

    Lines end at blanks, and between characters of Chinese and Japanese as these are set; what is longer than a line is
    cut. Control characters are replaced, marks that nobody sees are left out. No text gives no lines.
    """
    indent = columns(before)
    lines, line = [], ""
    for blank, piece in _pieces(clean(seen(text)), max(1, width - indent)):
        joined = f"{line}{' ' if blank and line else ''}{piece}"
        if line and indent + columns(joined) > width:
            lines.append(line)
            line = piece
        else:
            line = joined
    lines += [line] if line else []
    starts = [before, *[" " * indent] * len(lines)]
    return [f"{start}{said}".translate(_HARD_BLANKS) for start, said in zip(starts, lines, strict=False)]


def _pieces(text: str, room: int) -> Iterator[tuple[bool, str]]:
    """Give the pieces of a text that stay whole, none wider than the room; each with whether a blank stands before it."""
    for word in _BLANKS.split(text):
        start = blank = 0
        for end in range(1, len(word) + 1):
            if end == len(word) or _parts(word[end - 1], word[end]) or _full(word[start : end + 1], room):
                yield not blank, word[start:end]
                start, blank = end, 1


def _parts(left: str, right: str) -> bool:
    """Tell whether a line may end between two characters of a word."""
    wide = columns(left) > 1 or columns(right) > 1
    return wide and right not in _NOT_FIRST and left not in _NOT_LAST and columns(right) > 0


def _full(piece: str, room: int) -> bool:
    return len(piece) * 2 > room and columns(piece) > room


def facts(labelled: Sequence[tuple[str, str]], *, width: int = WIDTH) -> list[str]:
    """Write facts below each other, their labels in one column; one without words is left out."""
    there = [(clean(seen(label)), text) for label, text in labelled if text]
    widest = max((columns(label) for label, _ in there), default=0)
    return [
        line
        for label, text in there
        for line in wrapped(text, f"{label}{' ' * (widest - columns(label))}  ", width=width)
    ]


def side_by_side(said: Iterable[str]) -> str:
    """Join what is said with dots between; short parts stay whole when the line is wrapped."""
    return _PAUSE.join(part.replace(" ", "\u00a0") if columns(part) <= _SHORT else part for part in said if part)
