"""What rules look at: the files as read, the site on its day, the configuration, and where everything was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from okrsite.config import Config
from okrsite.diagnostics import Span
from okrsite.documents import Document
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import Origin
from okrsite.written import Record

_LIVING = frozenset({"draft", "proposed", "open", "active"})


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at: the files as read, the site on its day, and the configuration."""

    documents: Sequence[Document]
    site: Site
    config: Config
    by_path: Mapping[str, Document] = field(default_factory=dict)

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
        document = self.by_path.get(origin.path)
        if document is None:
            return Span(origin.path, origin.line)
        return document.span((*_at(document, origin.line), *keys), needle=needle, nth=nth)


def case_of(documents: Sequence[Document], site: Site, config: Config) -> Case:
    """Gather what rules look at."""
    return Case(documents, site, config, {document.source.path: document for document in documents})


def _at(document: Document, line: int) -> tuple[str | int, ...]:
    """Give the keys that lead to what begins on a line: of several there the outermost, then the first."""
    if document.record is None or document.record.line == line:
        return ()
    return next((record.at for record in _within(document.record) if record.line == line), ())


def _within(record: Record) -> Iterator[Record]:
    """Give the records within a record, each before those in it."""
    for value in (getattr(record, each.name) for each in fields(record)):
        for each in value if isinstance(value, Iterable) else (value,):
            if isinstance(each, Record):
                yield each
                yield from _within(each)
