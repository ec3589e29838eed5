"""How long Markdown would take beyond what its length lets expect: weighed before it is converted, never by a clock.

Python-Markdown takes more than linear time on some constructs: a bracket that is never closed is looked for to the end
of its paragraph, a heading inside a paragraph has the rest of it read again. Each is counted here in nanoseconds, by
factors measured with Python-Markdown 3.11 on one core, each at n, 2n and 4n. A text may take 5 ms and 5 µs a character
on top of its linear time: 12,000 links in one paragraph pass, 1,000 brackets that are all left open don't.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

ALLOWED, ALLOWED_A_CHARACTER = 5_000_000, 5_000
LARGEST = 1_048_576
DEEPEST = 60

_COPY = 0.2  # the rest of a text copied, a character
_SPLIT = 70  # the rest of a block read again, a character
_BRACKET = 300  # the closing bracket looked for, a character
_TAG_END = 70  # the end of a tag looked for, a character
_BACKTICK = 80  # as many backticks as opened looked for, a character
_OPEN_TAG = {None: 5, "/": 25, "!--": 2_500, "!": 0, "?": 0}  # an open tag looked at, by what is met within it
_CELL = 6_000
_FOOTNOTE = 15

_FENCE = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])(/|!--|[!?])?")
_REST_OF_TAG = re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>?")
_EMPTY_LINES = re.compile(r"\n{2,}")
_SPLITTING = re.compile(
    r"^[ >]*+(?:\#{1,6}|(?:-[ ]*+){3,}+$|(?:\*[ ]*+){3,}+$|(?:_[ ]*+){3,}+$|[=-]++[ ]*+$|:[ ]|\[\^[^\]\n]*\]:|\[[^\[\]\n]*\]:[ ]*+$)",
    re.MULTILINE,
)
_RULED_LINE = re.compile(r"^[ >]*+(?=[^\n]*\|)[ |:-]++$", re.MULTILINE)
_MARKERS = re.compile(
    rf"^(?:[ ]*+(?:>|[-*+][ ]|\d{{1,9}}\.[ ])){{{DEEPEST}}}|^[ ]{{{4 * DEEPEST}}}[ ]*+(?:[-*+]|\d{{1,9}}\.)[ ]",
    re.MULTILINE,
)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]*\](:?)")
_SPECIAL = re.compile(r"\[|`+|\*+|_+|<(?=[a-zA-Z/!?])|&[#\w]{1,32};|\\[^\w\s]|  \n")
_BACKTICKS = re.compile(r"`+")
_IN_BRACKETS = re.compile(r"\[|\]\(?")
_ADDRESS = re.compile(r"(?:[^()\"']++|\([^()\"']*+\))*+(?:\)|[\"'](?s:.)*?[\"'][ ]*+\))")


class TooHeavyError(Exception):
    """Raised through the library when a text is too heavy: the piece of it that is, and what is the matter with it."""

    def __init__(self, piece: str, matter: str, way_out: str) -> None:
        super().__init__(matter)
        self.piece, self.matter, self.way_out = piece, matter, way_out


class Scales:
    """What a text weighs so far, against what its length allows."""

    def __init__(self) -> None:
        self.weight, self.allowed = 0.0, float(ALLOWED)

    def clear(self, length: int) -> None:
        """Begin with a new text."""
        self.weight, self.allowed = 0.0, float(ALLOWED + ALLOWED_A_CHARACTER * length)

    def add(self, weight: float, piece: str, matter: str, way_out: str) -> None:
        """Put something on; more than is allowed is refused as `TooHeavyError`."""
        self.weight += weight
        if self.weight > self.allowed:
            raise TooHeavyError(piece, matter, way_out)


def weigh_source(text: str, scales: Scales) -> None:
    """Weigh fences and depth, before anything is converted."""
    fences = len(_FENCE.findall(text))
    scales.add(
        fences * len(text) * _COPY,
        "```",
        "There are too many fenced code blocks.",
        "Split the text into several pages.",
    )
    deep = _MARKERS.search(text)
    if deep:
        raise TooHeavyError(deep[0], f"Lists or quotes are nested deeper than {DEEPEST}.", "Nest them less deeply.")
    _weigh_footnotes(text, scales)


def _weigh_footnotes(text: str, scales: Scales) -> None:
    if "[^" in text:
        colons = _FOOTNOTE_MARK.findall(text)
        defined = colons.count(":")
        weight = (len(colons) - defined) * defined * _FOOTNOTE
        scales.add(weight, "[^", "There are too many footnotes.", "Split the text into several pages.")


def weigh_html(text: str, scales: Scales) -> None:
    """Weigh raw HTML, once fenced code is out of the text."""
    depth = 0
    matter, way_out = (
        "There is too much raw HTML, or tags that are left open.",
        "Close them, or write `&lt;` for a plain “<”.",
    )
    for tag in _TAG.finditer(text):
        weight = len(text) * _COPY + depth * _OPEN_TAG[tag[1]]
        if tag[1] in (None, "/"):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            rest = _REST_OF_TAG.match(text, tag.end())
            weight += len(rest[0]) * _TAG_END if rest else 0
        scales.add(weight, text[tag.start() : tag.start() + 200], matter, way_out)


def weigh_blocks(text: str, scales: Scales) -> None:
    """Weigh what parts blocks: headings and rules without empty lines around them, and the cells of tables."""
    for block in _EMPTY_LINES.split(text):
        splits = len(_SPLITTING.findall(block))
        if splits > 1:
            matter = "There are too many headings, rules or definitions without an empty line between them."
            scales.add(splits * len(block) * _SPLIT / 2, block, matter, "Put empty lines between them.")
        if "|" in block:
            _weigh_table(block, scales)


def _weigh_table(block: str, scales: Scales) -> None:
    """Weigh the cells that a table would get beyond those written."""
    ruled = _RULED_LINE.search(block)
    if ruled:
        cells = ruled[0].count("|") * block.count("\n", ruled.end())
        excess = max(0, cells - 2 * block.count("|", ruled.end()))
        scales.add(
            excess * _CELL,
            block,
            "A table has far more columns than its rows have cells.",
            "Take out the empty columns.",
        )


def weigh_words(text: str, scales: Scales) -> None:
    """Weigh what stands within one paragraph, item or cell."""
    special = len(_SPECIAL.findall(text))
    scales.add(
        special * len(text) * 2 * _COPY,
        text,
        "A paragraph holds too many links, marks of emphasis or other markup.",
        "Split it into several paragraphs.",
    )
    if "[" in text:
        matter = "A paragraph holds too many brackets that are left open or nested."
        way_out = "Close them, write `\\[` for a plain one, or put the text into a code block."
        for steps in _bracket_steps(text):
            scales.add(steps * _BRACKET, text, matter, way_out)
    if "`" in text:
        matter, way_out = (
            "A paragraph holds too many backticks that are left open.",
            "Close them, or write `\\`` for a plain one.",
        )
        for steps in _backtick_steps(text):
            scales.add(steps * _BACKTICK, text, matter, way_out)


def _bracket_steps(text: str) -> Iterator[int]:
    """How far the end of each `[…]` and `](…)` is looked for: to its end, without one to the end of the text."""
    opened: list[int] = []
    for bracket in _IN_BRACKETS.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            yield bracket.start() - opened.pop()
        if bracket[0] == "](":
            address = _ADDRESS.match(text, bracket.end())
            yield (address.end() if address else len(text)) - bracket.end()
    yield from (len(text) - start for start in opened)


def _backtick_steps(text: str) -> Iterator[int]:
    """How far the end of each code span is looked for: to as many backticks as opened it, without them to the end.

    After a search in vain the library goes on as many characters behind the opening as it has, even within the next.
    """
    runs = [run.span() for run in _BACKTICKS.finditer(text)]
    of_length: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(runs):
        of_length.setdefault(end - start, []).append(number)
    place = 0
    for number, (start, end) in enumerate(runs):
        escaped = place <= start and start > 0 and text[start - 1] == "\\"
        place = max(place, start + escaped)
        while place < end:
            same = of_length.get(end - place, [])
            after = bisect_right(same, number)
            closed = runs[same[after]][1] if after < len(same) else None
            yield (len(text) if closed is None else closed) - place
            place = place + 2 * (end - place) if closed is None else closed
