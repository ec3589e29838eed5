"""The cycles of a site: their dates and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from okrsite.diagnostics import Finding, error
from okrsite.documents import records
from okrsite.plan.cycles import UNDATED, FiscalYear, dates_of
from okrsite.plan.model import Cycle, Origin
from okrsite.plan.things import Thing
from okrsite.written import wrong_with_id

_WAY_OUT = (
    "Dates follow from names like 2026, 2026-H1, 2026-T2, 2026-Q3, FY2026-Q3 and 2026-07; any other cycle needs `start` "
    "and `end` in cycles/<id>.md."
)


def cycles_of(things: Mapping[str, Thing], fiscal: FiscalYear, findings: list[Finding]) -> dict[str, Cycle]:
    """Date every cycle: from its file where both days are given, else from its name; prose is left as it was read."""
    return {name: _cycle(things[name], fiscal, findings) for name in sorted(things)}


def _cycle(thing: Thing, fiscal: FiscalYear, findings: list[Finding]) -> Cycle:
    start, end = _dates(thing, fiscal, findings)
    record = thing.record if isinstance(thing.record, records.CycleFile) else None
    return Cycle(
        id=thing.id,
        title=(record.title if record else None) or thing.id,
        start=start,
        end=end,
        about=record.about if record else None,
        closed=record.closed if record else None,
        body=None if thing.by_folder else thing.document.body,
        aliases=thing.aliases,
        origin=None if thing.by_folder else Origin(thing.document.source.path, record.line if record else 1),
    )


def _dates(thing: Thing, fiscal: FiscalYear, findings: list[Finding]) -> tuple[date, date]:
    record = thing.record if isinstance(thing.record, records.CycleFile) else None
    if record and record.start and record.end and record.start <= record.end:
        return record.start, record.end
    named = dates_of(thing.id, fiscal)
    if named is None and not _told_already(thing, record):
        message = f"The cycle “{thing.id}” has no dates: none follow from its name."
        findings.append(error("bad-cycle", thing.span(), message, _WAY_OUT))
    return named or (UNDATED, UNDATED)


def _told_already(thing: Thing, record: records.CycleFile | None) -> bool:
    """Whether something else was said that leaves the cycle without dates: one file, one finding."""
    if wrong_with_id(thing.id):
        return True
    if record is None:
        return not thing.by_folder
    return bool(record.start or record.end or record.pruned & {"start", "end"})
