"""What a check-in moved: for each key result read in it, from what to what."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.figures import brief, figure
from okrsite.plan.model import CheckIn, Kind, ReadValue

_day = attrgetter("day")


@dataclass(frozen=True, slots=True)
class Moved:
    """A key result that a check-in read: its number on the page, its title, its anchor there, and the change in words."""

    number: int
    title: str
    anchor: str
    change: str


Numbered = Mapping[str, tuple[int, MeasuredKeyResult]]
"""The key results of an objective by their ids, each with its number on the page."""


def numbered(objective: MeasuredObjective) -> Numbered:
    """Give an objective's key results their numbers."""
    return {one.plan.id: (number, one) for number, one in enumerate(objective.key_results, start=1)}


def moved(sheet: Sheet, key_results: Numbered, check_in: CheckIn, *, in_full: bool = False) -> tuple[Moved, ...]:
    """Say what a check-in of an objective moved, in the order of its key results; `in_full` with long units too."""
    read = sorted((key_results[name][0], name) for name in check_in.readings if name in key_results)
    return tuple(
        Moved(number, key_result.plan.title, name, change)
        for number, name in read
        for key_result in (key_results[name][1],)
        if (change := _change(sheet, key_result, check_in, check_in.readings[name], in_full=in_full))
    )


def _change(sheet: Sheet, key_result: MeasuredKeyResult, check_in: CheckIn, value: ReadValue, *, in_full: bool) -> str:
    """Say from what to what one key result moved; a number that stayed says nothing."""
    if isinstance(value, bool):
        return sheet.say("moved.done" if value else "moved.not_done")
    if isinstance(value, tuple):
        titles = {step.id: step.title for step in key_result.milestones}
        return sheet.say("moved.steps", steps=sheet.speech.listing(titles.get(step, step) for step in value))
    unit = key_result.plan.unit
    before = _before(key_result, check_in.day)
    now = figure(sheet, value, unit) if in_full else brief(sheet, value, unit)
    if before is None or key_result.plan.kind is Kind.FIND_OUT:
        return now
    if before == value:
        return ""
    return sheet.say("moved.from_to", before=brief(sheet, before, unit), now=now)


def _before(key_result: MeasuredKeyResult, day: dt.date) -> Decimal | None:
    """Give the value that a key result had before a day."""
    earlier = bisect_left(key_result.readings, day, key=_day)
    return key_result.readings[earlier - 1].value if earlier else key_result.plan.start
