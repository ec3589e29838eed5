"""The course of a cycle: set, support, learn; and which cycles lie before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite.charts.cycle_line import weeks
from okrsite.measure.model import CycleOnDay
from okrsite.pages.ground import Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Link

_PHASES = ("set", "support", "learn")


@dataclass(frozen=True, slots=True)
class Phase:
    """One of the three things that people do in a cycle, in a word and a sentence; `now` tells that it is what they do now."""

    name: str
    text: str
    now: bool


def phases(sheet: Sheet, cycle: CycleOnDay) -> tuple[Phase, ...]:
    """Give set, support, learn, with the one that a cycle is at marked; of one that has closed none is."""
    now = _phase(sheet, cycle)
    return tuple(
        Phase(sheet.say(f"cycle.phase.{name}"), sheet.say(f"cycle.phase.{name}_text"), name == now) for name in _PHASES
    )


def _phase(sheet: Sheet, cycle: CycleOnDay) -> str:
    """Name what a cycle is at: it is set before it and in its first week, looked back on from its last."""
    if cycle.closed:
        return ""
    span = weeks(cycle.plan.start, cycle.plan.end, sheet.site.as_of)
    if span.now <= 1:
        return "set"
    return "learn" if span.now >= span.all else "support"


def beside(sheet: Sheet, cycle: CycleOnDay) -> tuple[tuple[str, Link], ...]:
    """Link to the cycle that ended last before this one, and to the one that begins first after it, each with a word before it."""
    return tuple((sheet.say(f"cycle.{key}"), sheet.cycle(near)) for key, near in _near(sheet, cycle))


def _near(sheet: Sheet, cycle: CycleOnDay) -> Iterator[tuple[str, str]]:
    others = [one.plan for one in cycles_newest_first(sheet.site)]
    if before := next((one for one in others if one.end < cycle.plan.start), None):
        yield "before", before.id
    if after := min(
        (one for one in others if one.start > cycle.plan.end), key=lambda one: (one.start, one.end), default=None
    ):
        yield "after", after.id


def looked_back(sheet: Sheet) -> Link | None:
    """Link to what was learned in the cycle that closed last, if any has."""
    closed = [one for one in cycles_newest_first(sheet.site) if one.closed and one.state == "past"]
    if not closed:
        return None
    there = sheet.cycle(closed[0].plan.id)
    return Link(sheet.say("home.learned", cycle=there.text), there.href)
