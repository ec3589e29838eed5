"""What a check-in moved: for each key result read in it, from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.figures import brief
from okrsite.plan.model import CheckIn, Kind, ReadValue


@dataclass(frozen=True, slots=True)
class Moved:
    """A key result that a check-in read: its number on the page, its title, its anchor there, and the change in words."""

    number: int
    title: str
    anchor: str
    change: str


def moved(sheet: Sheet, objective: MeasuredObjective, at: int) -> tuple[Moved, ...]:
    """Say what the check-in at place `at` of an objective moved, in the order of its key results."""
    check_in = objective.check_ins[at]
    return tuple(
        Moved(number, key_result.plan.title, key_result.plan.id, change)
        for number, key_result in enumerate(objective.key_results, start=1)
        if key_result.plan.id in check_in.readings
        and (change := _change(sheet, key_result, check_in, check_in.readings[key_result.plan.id]))
    )


def _change(sheet: Sheet, key_result: MeasuredKeyResult, check_in: CheckIn, value: ReadValue) -> str:
    """Say from what to what one key result moved; a number that stayed says nothing."""
    if isinstance(value, bool):
        return sheet.say("moved.done" if value else "moved.not_done")
    if isinstance(value, tuple):
        titles = {step.id: step.title for step in key_result.milestones}
        return sheet.say("moved.steps", steps=sheet.speech.listing(titles.get(step, step) for step in value))
    unit = key_result.plan.unit
    earlier = [r for r in key_result.readings if r.day is not None and r.day < check_in.day]
    before = earlier[-1].value if earlier else key_result.plan.start
    now = brief(sheet, value, unit)
    if before is None or key_result.plan.kind is Kind.FIND_OUT:
        return now
    if before == value:
        return ""
    return sheet.say("moved.from_to", before=brief(sheet, before, unit), now=now)
