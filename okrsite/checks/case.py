"""What rules look at: the files as read, the site on its day, the configuration, and where everything was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from okrsite.config import Config
from okrsite.diagnostics import Span
from okrsite.documents import Document, records
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import CheckIn, Origin
from okrsite.written import Record

_LIVING = frozenset({"draft", "proposed", "open", "active"})


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at: the files as read, the site on its day, and the configuration."""

    documents: Sequence[Document]
    site: Site
    config: Config
    by_path: Mapping[str, Document] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """The site's own word lists: language → purpose → phrases."""
    _by_line: dict[str, Mapping[int, Sequence[Record]]] = field(default_factory=dict)

    def living(self) -> Iterator[MeasuredObjective]:
        """Give the objectives that opinions are about: draft, proposed, open or active, in a cycle that is not past."""
        cycles = self.site.cycles
        for objective in self.site.objectives.values():
            if objective.state in _LIVING and cycles[objective.plan.cycle].state != "past":
                yield objective

    def span(self, origin: Origin, *keys: str | int, needle: str | None = None, nth: int = 0) -> Span:
        """Find the place of a value of a thing by the keys within it: `case.span(objective.plan.origin, "why")`.

        `needle` finds a text within the value, the `nth` from 0; `KEY` (of `okrsite.written`) at the end of the keys means
        the key itself. Where the keys lead to nothing, it is the place of the last thing that they name.
        """
        return self._span(origin, keys, self.begun(origin), needle, nth)

    def check_in_span(self, check_in: CheckIn, *keys: str | int) -> Span:
        """Find the place of a value of a check-in, also where several stand on one line."""
        begun = self.begun(check_in.origin)
        own = [each for each in begun if isinstance(each, records.CheckIn) and each.date == check_in.day]
        return self._span(check_in.origin, keys, own or begun)

    def _span(
        self,
        origin: Origin,
        keys: tuple[str | int, ...],
        begun: Sequence[Record],
        needle: str | None = None,
        nth: int = 0,
    ) -> Span:
        """Find the place of a value of the first of the records that begin there."""
        document = self.by_path.get(origin.path)
        if document is None:
            return Span(origin.path, origin.line)
        return document.span((*(begun[0].at if begun else ()), *keys), needle=needle, nth=nth)

    def begun(self, origin: Origin) -> Sequence[Record]:
        """Give the records that begin on a line, each before those in it."""
        if origin.path not in self._by_line:
            document = self.by_path.get(origin.path)
            self._by_line[origin.path] = _lines_of(document.record if document else None)
        return self._by_line[origin.path].get(origin.line, ())


def case_of(
    documents: Sequence[Document],
    site: Site,
    config: Config,
    lists: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
) -> Case:
    """Gather what rules look at; `lists` are the site's own word lists by language."""
    return Case(documents, site, config, {document.source.path: document for document in documents}, lists or {})


def _lines_of(record: Record | None) -> Mapping[int, Sequence[Record]]:
    """Give the records of a file by the line on which they begin."""
    lines: dict[int, list[Record]] = {}
    for each in _within(record) if record else ():
        lines.setdefault(each.line, []).append(each)
    return lines


def _within(record: Record) -> Iterator[Record]:
    """Give a record and those within it, each before those in it."""
    yield record
    for value in (getattr(record, each.name) for each in fields(record)):
        for each in value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,):
            if isinstance(each, Record):
                yield from _within(each)
