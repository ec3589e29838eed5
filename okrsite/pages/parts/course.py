"""The course of a cycle: set, support, learn; and which cycles lie before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrsite.charts.cycle_line import weeks
from okrsite.measure.model import CycleOnDay
from okrsite.pages.ground import Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Link
from okrsite.plan.model import Cycle

_PHASES = ("set", "support", "learn")
_ALIKE = 1.5


@dataclass(frozen=True, slots=True)
class Phase:
    """One of the three things that people do in a cycle, in a word and a sentence; `now` tells that it is what they do now."""

    name: str
    text: str
    now: bool


def phases(sheet: Sheet, cycle: CycleOnDay) -> tuple[Phase, ...]:
    """Give set, support, learn, with the one that a cycle is at marked; of one that has closed nothing is left to do."""
    if cycle.closed:
        return ()
    now = _phase(sheet, cycle)
    return tuple(
        Phase(sheet.say(f"cycle.phase.{name}"), sheet.say(f"cycle.phase.{name}_text"), name == now) for name in _PHASES
    )


def _phase(sheet: Sheet, cycle: CycleOnDay) -> str:
    """Name what a cycle is at: it is set before it and in its first week, looked back on from its last."""
    span = weeks(cycle.plan.start, cycle.plan.end, sheet.site.as_of)
    if span.now <= 1:
        return "set"
    return "learn" if span.now >= span.all else "support"


def beside(sheet: Sheet, cycle: CycleOnDay) -> tuple[tuple[str, Link], ...]:
    """Link to the cycle before this one and to the one after it, each with a word before the link.

    Of those that lie wholly before (or after), the nearest of about the same length, else the nearest.
    """
    others = [one.plan for one in cycles_newest_first(sheet.site)]
    before = _nearest(cycle.plan, [one for one in others if one.end < cycle.plan.start])
    after = _nearest(cycle.plan, [one for one in reversed(others) if one.start > cycle.plan.end])
    near = (("before", before), ("after", after))
    return tuple((sheet.say(f"cycle.{key}"), sheet.cycle(one.id)) for key, one in near if one)


def _nearest(cycle: Cycle, others: Sequence[Cycle]) -> Cycle | None:
    """Choose among cycles, the nearest first."""
    return next((one for one in others if alike(one, cycle)), next(iter(others), None))


def alike(one: Cycle, other: Cycle) -> bool:
    """Tell whether two cycles are of about the same length: neither is half as long again as the other."""
    return 1 / _ALIKE < _days(one) / _days(other) < _ALIKE


def _days(cycle: Cycle) -> int:
    return (cycle.end - cycle.start).days + 1


def looked_back(sheet: Sheet, shown: Sequence[CycleOnDay]) -> Link | None:
    """Link to what was learned in the cycle before the first of those shown, or in the last that has closed; None without one."""
    closed = [one.plan for one in cycles_newest_first(sheet.site) if one.closed and one.state == "past"]
    own = [one for one in closed if not shown or one.end < shown[0].plan.start]
    last = _nearest(shown[0].plan, own) if shown else next(iter(own), None)
    if last is None:
        return None
    there = sheet.cycle(last.id)
    return Link(sheet.say("home.learned", cycle=there.text), there.href)
