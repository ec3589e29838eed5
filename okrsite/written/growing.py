"""Events → nodes. What the two readers of YAML take differently is refused here, so that a file means the same to both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from sys import intern
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from okrsite.written.decoding import Snag, snag_at
from okrsite.written.events import Events
from okrsite.written.oddities import QUOTE_IT, of_block, of_escapes, of_marks, of_plain_in_braces
from okrsite.written.tree import GONE, Keyed, Listed, Node, Path, Scalar

DEEPEST = 50
MOST_SNAGS = 20_000
NOT_A_LINE_END = re.compile("[\u0085\u2028\u2029]")
"""Characters at which YAML ends a line and nobody else does."""

_SIGNS_OF_ODDITIES: Final = ("&", "!", "?", "|", ">", "\\")
"""Without one of these no scalar bears an anchor or a tag, or holds what is refused in one."""

_BEGIN_NODES: Final = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})


class Stopped(Exception):  # noqa: N818 - nothing failed: the reading ends here, with a word about it
    """Nothing can be made of the rest of a text."""

    def __init__(self, snag: Snag) -> None:
        super().__init__(snag.message)
        self.snag = snag


class Growth:
    """Nodes on their way from the first event to the last.

    `root` is what was made, None for a text without anything in it. `snags` are what is wrong; with `sound` the nodes
    can be relied upon all the same (a key that stands twice is kept as it stands first). `before` are the lines of the
    file that stand before the text.
    """

    __slots__ = (
        "_before",
        "_index_of_lines",
        "_last",
        "_may_be_odd",
        "_next",
        "_started",
        "_text",
        "root",
        "snags",
        "sound",
        "strict",
    )

    def __init__(self, text: str, *, strict: bool, before: int = 0) -> None:
        self.root: Node | None = None
        self.snags: list[Snag] = []
        self.sound = True
        self.strict = strict
        self._text = text
        self._before = before
        self._started = False
        self._last: Any = None
        self._may_be_odd = strict or any(sign in text for sign in _SIGNS_OF_ODDITIES)
        self._index_of_lines: list[int] | None = None
        if not text.isascii() and NOT_A_LINE_END.search(text):
            self._index_of_lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def take(self, events: Events) -> None:
        """Take all events; raises `Stopped` where nothing can be made of the rest."""
        self._next: Callable[[], Any] = events.get_event
        while (event := self._next()) is not None:
            if event.__class__ is DocumentStartEvent:
                self._document(event)
            elif event.__class__ in _BEGIN_NODES:
                self.root = self._node(event, (), 0)

    def _document(self, event: Any) -> None:
        if self._started:
            raise Stopped(
                self._snag(
                    event,
                    "A second document begins here; a file holds one.",
                    "Take the line of hyphens away, or make two files.",
                    3,
                )
            )
        self._started = True

    def _node(self, event: Any, at: Path, depth: int, *, in_flow: bool = False) -> Node:
        """Make what begins with an event, and take all that stands in it."""
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event, in_flow=in_flow)
        if kind is AliasEvent:
            self._alias(event)
            return GONE
        self._opens(event, depth)
        return self._keyed(event, at, depth) if kind is MappingStartEvent else self._listed(event, at, depth)

    def _opens(self, event: Any, depth: int) -> None:
        """Look at how a list or keys begin."""
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if depth >= DEEPEST:
            raise Stopped(
                self._snag(event, f"This is nested deeper than {DEEPEST} levels.", "Is a bracket never closed?")
            )

    def _scalar(self, event: Any, *, in_flow: bool) -> Scalar:
        if self._may_be_odd:
            self._looked_at(event, in_flow=in_flow)
        made = Scalar(event.value)
        made.plain = plain = not event.style
        if made or not plain:
            self._last = event
        made.line = self._line(self._last) if self._last else 1
        return made

    def _looked_at(self, event: Any, *, in_flow: bool) -> None:
        """Refuse what a scalar may not hold, be it a key or a value."""
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        odd = None
        if event.style:
            odd = of_block(event, self._text) if event.style in "|>" else None
            if event.style == '"' and (escaped := of_escapes(event.value)):
                self._unsound(event, *escaped)
        elif in_flow:
            odd = of_plain_in_braces(event, self._text, strict=self.strict)
        if odd:
            raise Stopped(self._snag(event, *odd))

    def _listed(self, event: Any, at: Path, depth: int) -> Listed:
        made = Listed()
        made.line, made.at = self._line(event), at
        in_flow, below = bool(event.flow_style), depth + 1
        while (event := self._next()).__class__ is not SequenceEndEvent:
            made.append(self._node(event, (*at, len(made)), below, in_flow=in_flow))
        return made

    def _keyed(self, event: Any, at: Path, depth: int) -> Keyed:
        made = Keyed()
        made.gaps, made.is_record, made.pruned = False, False, set()
        made.line, made.at = self._line(event), at
        in_flow, below = bool(event.flow_style), depth + 1
        take, usual = self._next, not self._may_be_odd
        while (event := take()).__class__ is not MappingEndEvent:
            key: str | None = event.value if usual and event.__class__ is ScalarEvent else ""
            if key and made and key not in made and key[0] not in "<x":
                key, self._last = intern(key), event
            else:
                key = self._key(event, made, below, in_flow=in_flow)
            event = take()
            if event.__class__ is ScalarEvent:
                text = self._scalar(event, in_flow=in_flow)
                value: Node = text
                gap = not text or text.isspace()
            elif event.__class__ is AliasEvent and key == "<<":
                value, gap = GONE, True
            else:
                value = self._node(event, (*at, key or ""), below, in_flow=in_flow)
                gap = not value or value is GONE
            if gap:
                made.gaps = True
            if key is not None:
                made[key] = value
        return made

    def _key(self, event: Any, holder: Keyed, depth: int, *, in_flow: bool) -> str | None:
        """Take a key; None where what it leads to is not kept."""
        if event.__class__ is not ScalarEvent:
            self._no_key(event, depth)
            return None
        if self._may_be_odd:
            self._looked_at(event, in_flow=in_flow)
        key: str = event.value
        if key in holder:
            self._tell(event, f"`{key}` stands here a second time.", "Keep one of them.", len(key))
            return None
        if not key:
            self._unsound(event, "There is no key before this colon.", QUOTE_IT)
        if key == "<<" and not event.style:
            self._unsound(
                event,
                "`<<` would merge other keys into these; here every key is written where it holds.",
                "Write the keys out.",
                2,
            )
        self._last = event
        if not holder:
            holder.line = self._line(event)
        if key.startswith("x-"):
            holder.gaps = True
        return intern(key)

    def _no_key(self, event: Any, depth: int) -> None:
        """Refuse what stands in the place of a key."""
        if event.__class__ is AliasEvent:
            self._alias(event)
            return
        self._opens(event, depth)
        raise Stopped(
            self._snag(event, "A key is a text; this one is a list or holds keys itself.", "Put the key in quotes.")
        )

    def _alias(self, event: Any) -> None:
        self._unsound(
            event,
            f"`*{event.anchor}` would repeat what stands elsewhere; here every text is written where it holds.",
            f"Write it out. {QUOTE_IT}",
            len(event.anchor) + 1,
        )

    def _line(self, event: Any) -> int:
        if self._index_of_lines is None:
            return self._before + int(event.start_mark.line) + 1
        return self._before + bisect_right(self._index_of_lines, event.start_mark.index)

    def _marked(self, event: Any) -> None:
        for said in of_marks(event):
            self._unsound(event, *said)

    def _unsound(self, event: Any, message: str, way_out: str, length: int = 1) -> None:
        self.sound = False
        self._tell(event, message, way_out, length)

    def _tell(self, event: Any, message: str, way_out: str, length: int) -> None:
        self.snags.append(self._snag(event, message, way_out, length))
        if len(self.snags) >= MOST_SNAGS:
            raise Stopped(
                self._snag(event, "So much is wrong in this file that the rest of it is not read.", "Mend these first.")
            )

    def _snag(self, event: Any, message: str, way_out: str, length: int = 1) -> Snag:
        return snag_at(self._text, event.start_mark.index, message, way_out, max(length, 1))
