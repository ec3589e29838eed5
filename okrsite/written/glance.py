"""A cheap look for the place of a key or a value in YAML as people mostly write it: line by line, without a reader.

Where lines don't tell (a text or brackets over several lines, a key in quotation marks, a comment behind a value), nothing is
said, and the full look of `places` is needed. What is found is what that would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from okrsite.written.tree import Path

KEY: Final = "\0key"
"""At the end of a path: the key itself is meant, not its value."""

_Place = tuple[int, int, int]
"""A line and a character of it, both from 0, and how many characters are meant."""

_LONGEST = 10_000  # characters; of a longer text all places are found at once, for all that is asked
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
_IN_FLOW = rf"[^\[\]{{}}\"'#]|(?:(?<=[\[{{,])|(?<=[\[{{,:] ))(?:{_QUOTED})"
_FLOW = rf"\[(?:{_IN_FLOW})*\]|\{{(?:{_IN_FLOW})*\}}"
_NESTED = rf"\[(?:{_IN_FLOW}|{_FLOW})*\]|\{{(?:{_IN_FLOW}|{_FLOW})*\}}"
_PLAIN = r"(?:[^\s\[\]{}\"'&*!|>%@`#?,:-]|-(?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*+"
_CLOSED = re.compile(  # takes and never gives back (`*+`, `++`): a line full of blanks costs no more than its length
    rf"(?P<indent> *+)(?P<dash>- ++)?(?:(?P<key>\w[\w.-]*):(?: ++|$))?"
    rf"(?:(?P<text>{_PLAIN}|{_QUOTED})|(?P<flow>{_NESTED})|(?P<header>[|>][+-]?))? *+"
)
_BREAKS = re.compile("[\t\r\x85\u2028\u2029\ufeff]")
_NOTHING = re.compile(r" *(?:#|$)")


@dataclass(frozen=True, slots=True)
class _Block:
    """A mapping, or a list, over several lines: the line it begins on, and how deep its keys or dashes stand."""

    line: int
    depth: int
    listed: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a path leads to: a block, brackets, a text, or a blank; and where its key stands, if it has one."""

    key: _Place | None
    block: _Block | None = None
    value: _Place | None = None
    in_brackets: bool = False


def glance(yaml: str, keys: Path) -> tuple[int, int] | None:
    """Find where a value stands, or its key: the first character, from 0, and how many are meant.

    None where a full look is needed, also where the path leads to nothing.
    """
    if len(yaml) > _LONGEST or _BREAKS.search(yaml):
        return None
    lines = yaml.split("\n")
    spot, rest = _walked(lines, keys)
    place = spot and _meant(lines, spot, on_key=KEY in rest)
    return (sum(map(len, lines[: place[0]])) + place[0] + place[1], place[2]) if place else None


def _walked(lines: Sequence[str], keys: Path) -> tuple[_Spot | None, Path]:
    """Go down a path; give what it leads to and the keys that are left over at a text or a blank."""
    first = next((number for number, line in enumerate(lines) if not _NOTHING.match(line)), len(lines))
    spot = _on_next_line(lines, first, None, -1)
    if spot is None or spot.block is None:
        return None, ()
    for nth, key in enumerate(keys):
        if spot is None or key == KEY or not (spot.block or spot.in_brackets):
            return spot, keys[nth:]
        spot = _below(lines, spot.block, key) if spot.block else None
    return spot, ()


def _below(lines: Sequence[str], block: _Block, key: str | int) -> _Spot | None:
    """Find what stands in a block under a key, or at a number of a list."""
    for count, (number, entry) in enumerate(_entries(lines, block)):
        if block.listed and count == key:
            return _element(lines, number, entry)
        if not block.listed and entry["key"] == key:
            return _valued(lines, number, entry, block.depth)
    return None


def _entries(lines: Sequence[str], block: _Block) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the lines of a block that begin its keys, or the elements of its list, as far as every line is closed."""
    for number in range(block.line, len(lines)):
        if _NOTHING.match(lines[number]):
            continue
        entry = _CLOSED.fullmatch(lines[number])
        if entry is None:
            return
        first_key = number == block.line and not block.listed
        depth = entry.start("key") if first_key else entry.end("indent")
        in_own_list = not block.listed and not first_key and entry["dash"] is not None
        if depth > block.depth or (depth == block.depth and in_own_list):
            continue
        if depth < block.depth or entry["dash" if block.listed else "key"] is None:
            return
        yield number, entry


def _element(lines: Sequence[str], number: int, entry: re.Match[str]) -> _Spot | None:
    if entry["key"] is not None:
        return _Spot(None, _Block(number, entry.start("key"), listed=False))
    return _inline(lines, number, entry, None, entry.end("indent"))


def _valued(lines: Sequence[str], number: int, entry: re.Match[str], depth: int) -> _Spot | None:
    key = (number, entry.start("key"), len(entry["key"]))
    if any(entry[kind] is not None for kind in ("text", "flow", "header")):
        return _inline(lines, number, entry, key, depth)
    following = range(number + 1, len(lines))
    after = next((at for at in following if not _NOTHING.match(lines[at])), len(lines))
    return _on_next_line(lines, after, key, depth)


def _on_next_line(lines: Sequence[str], number: int, key: _Place | None, depth: int) -> _Spot | None:
    """Take what stands below a key at some depth: a block, or a text of its own; nothing that is deeper is a blank."""
    entry = _CLOSED.fullmatch(lines[number]) if number < len(lines) else None
    if entry is None:
        return _Spot(key) if number == len(lines) and key else None
    indent = entry.end("indent")
    if indent < depth or (indent == depth and not entry["dash"]):
        return _Spot(key) if entry["dash"] or entry["key"] is not None else None
    if entry["dash"] or entry["key"] is not None:
        return _Spot(key, _Block(number, indent, listed=bool(entry["dash"])))
    return _inline(lines, number, entry, key, depth)


def _inline(lines: Sequence[str], number: int, entry: re.Match[str], key: _Place | None, depth: int) -> _Spot | None:
    """Take what stands on a line: a text, of which the first line counts, brackets, or the sign of a text below."""
    if entry["text"]:
        return _Spot(key, value=(number, entry.start("text"), len(entry["text"].rstrip())))
    if entry["flow"]:
        return _Spot(key, value=(number, entry.start("flow"), 1), in_brackets=True)
    below = lines[number + 1] if number + 1 < len(lines) else ""
    deeper = below[: depth + 1].isspace() and below.strip()[:1] not in ("", "|", ">")
    if not entry["header"] or not deeper:
        return None
    return _Spot(key, value=(number, entry.start("header"), len(entry["header"])))


def _meant(lines: Sequence[str], spot: _Spot, *, on_key: bool) -> _Place | None:
    """Give the place of a key, of a text, or of the first text of a block; a blank stands at its key."""
    if spot.key and (on_key or not (spot.value or spot.block)):
        return spot.key
    if spot.value or not spot.block:
        return spot.value
    entry = _CLOSED.fullmatch(lines[spot.block.line])
    if entry is None or entry["key"] is not None:
        return entry and (spot.block.line, entry.start("key"), len(entry["key"]))
    first = _inline(lines, spot.block.line, entry, None, spot.block.depth)
    return first.value if first and entry["text"] else None
