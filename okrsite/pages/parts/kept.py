"""What must not suffer while an objective is chased: health metrics, and whether they hold."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Link
from okrsite.pages.parts.figures import figure
from okrsite.pages.parts.key_result import bounds_said


@dataclass(frozen=True, slots=True)
class HealthLine:
    """A health metric in a line: where it stands and since when, within what it must stay, held or not, in words."""

    title: Link
    now: str
    day: Day | None
    bounds: str
    held: str


def kept(sheet: Sheet, health: tuple[str, ...]) -> tuple[HealthLine, ...]:
    """Give health metrics, each in a line, in the order given."""
    return tuple(_line(sheet, metric) for metric in health)


def _line(sheet: Sheet, metric: str) -> HealthLine:
    there = sheet.site.health[metric]
    plan = there.plan
    held = "" if there.held is None else sheet.say("kr.held" if there.held else "kr.not_held")
    return HealthLine(
        sheet.health(metric),
        sheet.say("kr.unmeasured") if there.value is None else figure(sheet, there.value, plan.unit),
        sheet.day(there.value_date) if there.value_date else None,
        bounds_said(sheet, plan.at_least, plan.at_most, plan.unit),
        held,
    )
