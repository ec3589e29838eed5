"""What stands in the files behind what was linked: whether a key is there at all, and the entry that a thing comes from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile

from okrsite.checks.case import Case
from okrsite.diagnostics import Span
from okrsite.documents import records
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import Ask, KeyResult, Need, Origin
from okrsite.written import Record


def record_of(case: Case, objective: MeasuredObjective) -> records.ObjectiveFile | None:
    """Give an objective as it is written."""
    origin = objective.plan.origin
    document = case.by_path.get(origin.path)
    top = document.record if document else None
    if isinstance(top, records.TeamObjectivesFile):
        return _listed(top, origin.line, objective.plan.title)
    return top if isinstance(top, records.ObjectiveFile) else None


def _listed(top: records.TeamObjectivesFile, line: int, title: str) -> records.ObjectiveFile | None:
    """Find an objective of a list by the line on which it begins; of several there by its title, else the first."""
    first = bisect_left(top.objectives, line, key=lambda each: each.line)
    begun = [*takewhile(lambda each: each.line == line, top.objectives[first:])]
    return next((each for each in begun if each.title == title), begun[0] if begun else None)


def objective_span(case: Case, objective: MeasuredObjective, *keys: str) -> Span:
    """Find the place of a value of an objective, also where several stand on one line."""
    record = record_of(case, objective)
    return _first(case, objective.plan.origin, [record] if record else (), keys)


def is_written(case: Case, objective: MeasuredObjective, *keys: str) -> bool:
    """Tell whether an objective, or its team's file for all, has one of the keys, right or wrong.

    What stands there and is wrong has been told of: it is not said to be missing as well.
    """
    document = case.by_path.get(objective.plan.origin.path)
    places = (record_of(case, objective), document.record if document else None)
    return any(_has(record, key) for record in places if record for key in keys)


def _has(record: Record, key: str) -> bool:
    return key in record.pruned or bool(getattr(record, key, None))


def is_wrong(record: Record | None, *keys: str) -> bool:
    """Tell whether what stands at one of the keys of a record is wrong, and was told of."""
    return record is not None and not record.pruned.isdisjoint(keys)


def entry_span(case: Case, path: str, entry: Record, *keys: str) -> Span:
    """Find the place of a value of an entry of a file."""
    document = case.by_path.get(path)
    return document.span((*entry.at, *keys)) if document else Span(path, entry.line)


def key_result_of(case: Case, objective: MeasuredObjective, key_result: KeyResult) -> records.KeyResult | None:
    """Give a key result of an objective as it is written."""
    record = record_of(case, objective)
    begun = [each for each in record.key_results if each.line == key_result.origin.line] if record else []
    return next((each for each in begun if each.title == key_result.title), begun[0] if begun else None)


def key_result_span(case: Case, objective: MeasuredObjective, key_result: KeyResult, *keys: str) -> Span:
    """Find the place of a value of a key result, also where several stand on one line."""
    written = key_result_of(case, objective, key_result)
    return _first(case, key_result.origin, [written] if written else (), keys)


def need_span(case: Case, objective: MeasuredObjective, need: Need, *keys: str) -> Span:
    """Find the place of a value of what an objective needs."""
    record = record_of(case, objective)
    return _first(case, need.origin, (each for each in record.depends_on if _is(each, need)) if record else (), keys)


def _is(each: records.Need, need: Need) -> bool:
    return (each.line, each.need, each.by, each.state) == (need.origin.line, need.need, need.by, need.state)


def ask_of(case: Case, ask: Ask) -> records.Ask | None:
    """Give an ask as it is written, which may be in a file of its own."""
    begun = [each for each in case.begun(ask.origin) if isinstance(each, records.Ask)]
    return next((each for each in begun if each.what.source == ask.what.source), begun[0] if begun else None)


def _first(case: Case, origin: Origin, entries: Iterable[Record], keys: tuple[str, ...]) -> Span:
    entry = next(iter(entries), None)
    return entry_span(case, origin.path, entry, *keys) if entry else case.span(origin, *keys)
