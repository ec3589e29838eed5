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
from okrsite.written.tree import GONE, Gone, Keyed, Listed, Node, Path, Scalar

DEEPEST = 50
MOST_SNAGS = 20_000
NOT_A_LINE_END = re.compile("[\u0085\u2028\u2029]")
"""Characters at which YAML ends a line and nobody else does."""

_NO_KEY: Final = "\0"


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
        "_flow",
        "_index_of_lines",
        "_keys",
        "_last",
        "_open",
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
        self._open: list[Keyed | Listed] = []
        self._keys: list[str | None] = []
        self._flow: list[bool] = []
        self._started = False
        self._last = 1
        self._index_of_lines: list[int] | None = None
        if NOT_A_LINE_END.search(text):
            self._index_of_lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def take(self, events: Events) -> None:
        """Take all events; raises `Stopped` where nothing can be made of the rest."""
        steps: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            SequenceStartEvent: self._sequence,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        while (event := events.get_event()) is not None:
            step = steps.get(event.__class__)
            if step is not None:
                step(event)

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

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        plain = not event.style
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if plain:
            odd = of_plain_in_braces(event, self._text, strict=self.strict) if self._flow and self._flow[-1] else None
        else:
            odd = of_block(event, self._text) if event.style in "|>" else None
            if event.style == '"' and (escaped := of_escapes(value)):
                self._unsound(event, *escaped)
        if odd:
            raise Stopped(self._snag(event, *odd))
        if self._open and self._keys[-1] is None and self._open[-1].__class__ is Keyed:
            self._key(event, value, plain=plain)
            return
        made = Scalar(value)
        made.plain, made.at = plain, self._path()
        if value or not plain:
            self._last = self._line(event)
        made.line = self._last
        self._add(made)

    def _key(self, event: Any, key: str, *, plain: bool) -> None:
        holder = self._open[-1]
        assert isinstance(holder, Keyed)  # noqa: S101 - said to the type checker; lists take no keys
        if key in holder:
            self._tell(event, f"`{key}` stands here a second time.", "Keep one of them.", len(key))
            self._keys[-1] = _NO_KEY
            return
        if not key:
            self._unsound(event, "There is no key before this colon.", QUOTE_IT)
        if plain and key == "<<":
            self._unsound(
                event,
                "`<<` would merge other keys into these; here every key is written where it holds.",
                "Write the keys out.",
                2,
            )
        self._last = self._line(event)
        if not holder:
            holder.line = self._last
        if key.startswith("x-"):
            holder.gaps = True
        self._keys[-1] = intern(key)

    def _mapping(self, event: Any) -> None:
        made = Keyed()
        made.gaps, made.is_record, made.pruned = False, False, set()
        self._opened(event, made)

    def _sequence(self, event: Any) -> None:
        self._opened(event, Listed())

    def _opened(self, event: Any, made: Keyed | Listed) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(self._open) >= DEEPEST:
            raise Stopped(
                self._snag(event, f"This is nested deeper than {DEEPEST} levels.", "Is a bracket never closed?")
            )
        if self._open and self._keys[-1] is None and self._open[-1].__class__ is Keyed:
            raise Stopped(
                self._snag(event, "A key is a text; this one is a list or holds keys itself.", "Put the key in quotes.")
            )
        made.line, made.at = self._line(event), self._path()
        self._add(made)
        self._open.append(made)
        self._keys.append(None)
        self._flow.append(bool(event.flow_style))

    def _end(self, _: Any) -> None:
        ended = self._open.pop()
        self._keys.pop()
        self._flow.pop()
        if not ended and self._open and isinstance(self._open[-1], Keyed):
            self._open[-1].gaps = True

    def _alias(self, event: Any) -> None:
        if not (self._keys and self._keys[-1] == "<<"):
            self._unsound(
                event,
                f"`*{event.anchor}` would repeat what stands elsewhere; here every text is written where it holds.",
                f"Write it out. {QUOTE_IT}",
                len(event.anchor) + 1,
            )
        if self._open and self._keys[-1] is None and self._open[-1].__class__ is Keyed:
            self._keys[-1] = _NO_KEY
            return
        self._add(GONE)

    def _add(self, made: Node) -> None:
        if not self._open:
            self.root = made
            return
        holder, key = self._open[-1], self._keys[-1]
        if isinstance(holder, Listed):
            holder.append(made)
            return
        self._keys[-1] = None
        if key is not None and key != _NO_KEY:
            holder[key] = made
            if isinstance(made, Gone) or (isinstance(made, Scalar) and (not made or made.isspace())):
                holder.gaps = True

    def _path(self) -> Path:
        if not self._open:
            return ()
        holder, key = self._open[-1], self._keys[-1]
        return (*holder.at, len(holder) if key is None else key)

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
