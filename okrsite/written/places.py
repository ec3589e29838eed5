"""The second look: where in a text of YAML a key or a value stands, to the character. Only findings need it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from okrsite.diagnostics import Span
from okrsite.written.events import HAS_C, Events, in_c, in_python
from okrsite.written.glance import KEY, glance
from okrsite.written.lines import line, line_of, line_starts
from okrsite.written.tree import Path

_ENDS = frozenset({MappingEndEvent, SequenceEndEvent})
_STARTS = frozenset({MappingStartEvent, SequenceStartEvent})
_NODES = _STARTS | {ScalarEvent, AliasEvent}
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


@dataclass(slots=True)
class Spot:
    """Where a node stands: `start` in characters, None for a blank; `stop` is where the next one starts.

    `key` is the spot of its key. `under` holds what stands in it: by key, or by index.
    """

    start: int | None
    stop: int = 0
    text: str | None = None
    key: Spot | None = None
    under: dict[str | int, Spot] | None = None
    is_list: bool = False
    ordered: list[Spot] | None = None

    def nth(self, number: int) -> Spot | None:
        """Give what stands in it at a place from 0, whatever its key."""
        if self.ordered is None:
            self.ordered = list((self.under or {}).values())
        return self.ordered[number] if number < len(self.ordered) else None


@dataclass(slots=True)
class _Survey:
    """Spots on their way from the first event to the last."""

    length: int
    root: Spot | None = None
    last: Spot | None = None
    open: list[Spot] = field(default_factory=list)
    keys: list[Spot | None] = field(default_factory=list)

    def take(self, events: Events) -> None:
        while (event := events.get_event()) is not None:
            kind = event.__class__
            if kind in _ENDS:
                self.open.pop()
                self.keys.pop()
            elif kind in _NODES:
                self._node(event, kind)

    def _node(self, event: Any, kind: type) -> None:
        spot = Spot(None, self.length)
        if kind is ScalarEvent:
            spot.text = event.value
        if kind is not ScalarEvent or event.value or event.style:
            self._started(spot, event.start_mark.index, is_text=kind is ScalarEvent)
        if self.open and not self.open[-1].is_list and self.keys[-1] is None:
            self.keys[-1] = spot
            return
        self._placed(spot)
        if kind in _STARTS:
            spot.under, spot.is_list = {}, kind is SequenceStartEvent
            if not event.flow_style:
                spot.start = None
            self.open.append(spot)
            self.keys.append(None)

    def _started(self, spot: Spot, index: int, *, is_text: bool) -> None:
        spot.start = index
        if is_text:
            if self.last:
                self.last.stop = index
            self.last = spot
            for outer in reversed(self.open):
                if outer.start is not None:
                    break
                outer.start = spot.start

    def _placed(self, spot: Spot) -> None:
        if not self.open:
            self.root = spot
            return
        holder, key = self.open[-1], self.keys[-1]
        assert holder.under is not None  # noqa: S101 - said to the type checker; what is open holds something
        if key is not None:
            spot.key, self.keys[-1] = key, None
        holder.under.setdefault(len(holder.under) if key is None else key.text or "", spot)


@lru_cache(maxsize=64)
def spots(text: str, start: int, stop: int | None) -> tuple[str, Spot | None]:
    """Find where everything stands in the YAML of a text, which was read without a word; give the YAML too."""
    yaml = text[start:stop]
    return yaml, survey_of(yaml, in_c(yaml) if HAS_C and "\t" not in yaml else in_python(yaml))


def survey_of(yaml: str, events: Events) -> Spot | None:
    """Find where everything stands by the events of a reader."""
    survey = _Survey(len(yaml))
    survey.take(events)
    return survey.root


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one file. Its text of YAML is `text[start:stop]`."""

    path: str
    text: str
    start: int = 0
    stop: int | None = None

    def span(self, keys: Path, needle: str | None = None, nth: int = 0) -> Span:
        """Find the place of a value, of its key (`KEY` at the end of the path), or of a text within it, the `nth` from 0.

        Where a path leads to nothing, the place of the last thing that it names.
        """
        yaml = self.text[self.start : self.stop]
        quick = glance(yaml, keys)
        if quick and needle:
            quick = _within(yaml, quick[0], sum(quick), needle, nth)
        return self.at(self.start + quick[0], quick[1]) if quick else self.full_span(keys, needle, nth)

    def full_span(self, keys: Path, needle: str | None = None, nth: int = 0) -> Span:
        """Find the same as `span` by reading the whole file again."""
        yaml, root = spots(self.text, self.start, self.stop)
        spot, on_key = _found(root, keys)
        if spot is None:
            return self.at(self.start)
        if on_key or spot.start is None:
            spot = spot.key or spot
        start = spot.start if spot.start is not None else 0
        if needle:
            found = _within(yaml, start, spot.stop, needle, nth)
            if found:
                return self.at(self.start + found[0], found[1])
        return self.at(self.start + start, _length(yaml, start, spot))

    def at(self, index: int, length: int = 1) -> Span:
        """Make the span of a place in the text, in characters from 0."""
        number = self.line_of(index)
        return self.on_line(number, index - line_starts(self.text)[number - 1] + 1, length)

    def line_of(self, index: int) -> int:
        """Tell on which line, from 1, a place in the text lies, in characters from 0."""
        return line_of(self.text, index)

    def on_line(self, number: int, column: int, length: int = 1) -> Span:
        """Make the span of a place on a line, both from 1; it ends where the line ends."""
        excerpt = line(self.text, number)
        return Span(self.path, number, column, max(1, min(length, len(excerpt) - column + 1)), excerpt)


def _found(root: Spot | None, keys: Path) -> tuple[Spot | None, bool]:
    """Walk a path; a list may be written as one value, a list of readings as a map from day to value."""
    spot = root
    rest = list(keys)
    while rest and spot is not None:
        key = rest.pop(0)
        if key == KEY:
            return spot, True
        if spot.under is None:
            continue
        below = spot.under.get(key)
        if below is None and isinstance(key, int) and not spot.is_list:
            below = spot.nth(key)
            if below is not None and rest[:1] == ["date"]:
                return below, True
        if below is None:
            return spot, rest == [KEY]
        spot = below
    return spot, False


def _within(yaml: str, start: int, stop: int, needle: str, nth: int) -> tuple[int, int] | None:
    """Find a text within a raw value, where its words may stand on several lines."""
    words = r"\s+".join(map(re.escape, needle.split()))
    found = next(islice(re.compile(words).finditer(yaml, start, stop), nth, None), None)
    return (found.start(), len(found[0].split("\n", 1)[0])) if found else None


def _length(yaml: str, start: int, spot: Spot) -> int:
    """Tell how many characters are underlined: of a value its first line, of keys with values the first key."""
    if spot.under:
        first = next(iter(spot.under.values()))
        return _length(yaml, start, first.key or first) if (first.key or first).start == start else 1
    quoted = _QUOTED.match(yaml, start)
    if quoted and spot.text is not None:
        return len(quoted[0].split("\n", 1)[0])
    if spot.text and yaml.startswith(spot.text, start):
        return len(spot.text)
    return len(yaml[start : spot.stop].split("\n", 1)[0].rstrip()) if spot.text else 1
