"""Every text of a site that people wrote as words: titles, tags, lines of Markdown, whole texts, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from okrsite.diagnostics import Span
from okrsite.documents import Document, records
from okrsite.prose import Prose
from okrsite.written import Quantity, Record

if TYPE_CHECKING:
    from okrsite.checks.case import Case

_IN_WORDS = frozenset(
    {"title", "name", "short", "serves", "need", "tags", "source", "role", "helps_with", "mission", "vision", "contact"}
    | {"low", "high", "of", "allow"}
)
_KEYS = {"serves": "for"}
_WORDLESS = frozenset({bool, int, date, Decimal, Quantity})
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_OF_OBJECTIVES = (records.ObjectiveFile, records.TeamObjectivesFile, records.CheckInFile, records.CheckInsFile)


@dataclass(frozen=True, slots=True)
class Words:
    """A text: where it stands, the objective or the team that it belongs to, whether it is about one person.

    `keys` lead to it in the file; they are None in the text below the front matter, of which it is the part from `start`.
    """

    text: str
    document: Document
    keys: tuple[str | int, ...] | None
    start: int = 0
    objective: str | None = None
    team: str | None = None
    of_person: bool = False
    lead: str = ""
    """The heading or the line with a colon that it follows, which may deny it."""

    def span(self, needle: str, at: int) -> Span:
        """Find the place of words of it, which begin at a place in it, from 0."""
        if self.keys is not None:
            return self.document.span(self.keys, needle=needle)
        before = (self.document.body.source if self.document.body else "")[: self.start + at]
        line = before.count("\n") + 1
        return self.document.body_span(line, len(before) - (before.rfind("\n") + 1) + 1, len(needle))


def words_in(case: Case) -> Iterator[Words]:
    """Give what people wrote: in living objectives and their check-ins, and in all files of other kinds."""
    living = {
        (origin.path, origin.line): objective.ref
        for objective in case.living()
        for origin in (objective.plan.origin, *(each.origin for each in objective.plan.check_ins))
    }
    for document in case.documents:
        if document.record is None:
            continue
        if not isinstance(document.record, _OF_OBJECTIVES):
            team = document.source.place.name if isinstance(document.record, records.TeamFile) else None
            yield from _of(document, document.record, team=team)
        else:
            yield from _of_objectives(document, living)


def _of_objectives(document: Document, living: dict[tuple[str, int], str]) -> Iterator[Words]:
    """Give what stands in a file of objectives or check-ins, of those that live."""
    top, path = document.record, document.source.path
    each: Any = (top,)
    if isinstance(top, records.TeamObjectivesFile):
        each = top.objectives
    elif isinstance(top, records.CheckInsFile):
        each = top.check_ins
    for one in each:
        if ref := living.get((path, one.line)):
            yield from _of(document, one, objective=ref)


def _of(
    document: Document, record: Record, *, objective: str | None = None, team: str | None = None
) -> Iterator[Words]:
    person = isinstance(record, records.PersonFile)
    for text, keys in _within(record):
        yield Words(text, document, keys, objective=objective, team=team, of_person=person)
    if document.body and document.record is record:
        lead = ""
        for part in _PARAGRAPH.finditer(document.body.source):
            yield Words(part[0], document, None, part.start(), objective, team, of_person=person, lead=lead)
            lead = part[0] if part[0].startswith("#") or part[0].rstrip().endswith((":", "：")) else ""


Found = tuple[str, tuple[str | int, ...]]


def _within(record: Record) -> list[Found]:
    """Give the texts of a record and of those in it, each with the keys that lead to it."""
    found: list[Found] = []
    _gather(record, found)
    return found


def _gather(record: Record, found: list[Found]) -> None:
    kind: Any = type(record)
    for name, key, in_words in _keys_of(kind):
        value = getattr(record, name)
        if value and value.__class__ not in _WORDLESS:
            _take(value, (*record.at, key), found, in_words=in_words)


@cache
def _keys_of(kind: Any) -> tuple[tuple[str, str, bool], ...]:
    """Give of each field its name, its key, and whether a plain text in it is one of words."""
    named = [each.name for each in fields(kind) if each.name not in {"line", "at", "pruned"}]
    return tuple((name, _KEYS.get(name, name), name in _IN_WORDS) for name in named)


def _take(value: Any, keys: tuple[str | int, ...], found: list[Found], *, in_words: bool) -> None:
    if isinstance(value, Record):
        _gather(value, found)
    elif isinstance(value, Prose):
        found.append((value.source, keys))
    elif isinstance(value, str):
        if in_words:
            found.append((value, keys))
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            _take(each, (*keys, at), found, in_words=in_words)
    elif isinstance(value, dict):
        for key, each in value.items():
            _take(each, (*keys, key), found, in_words=in_words)
