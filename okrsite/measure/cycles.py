"""Where a day lies in each cycle, and which cycles home and map show together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from okrsite.measure.model import CycleOnDay, CycleState
from okrsite.plan.cycles import length
from okrsite.plan.model import Cycle


def on_day(cycle: Cycle, day: date) -> CycleOnDay:
    """Place a day in a cycle, whose first and last days both belong to it."""
    closed = cycle.closed if cycle.closed is not None and cycle.closed <= day else None
    return CycleOnDay(plan=cycle, state=_state(cycle, day), closed=closed)


def share_gone(cycle: Cycle, day: date) -> Fraction:
    """Give the share of a cycle's days that is gone on a day: those before it, of all; from 0 until 1."""
    gone = min(max((day - cycle.start).days, 0), length(cycle))
    return Fraction(gone, length(cycle))


def shown_cycles(cycles: Mapping[str, CycleOnDay]) -> tuple[str, ...]:
    """Name the cycles shown together: all current ones, else the next upcoming, else the last past one.

    Of several that start (or end) on one day the shorter is chosen, then the first by id.
    """
    current = tuple(name for name, cycle in cycles.items() if cycle.state == "current")
    upcoming = _of(cycles.values(), "upcoming")
    past = _of(cycles.values(), "past")
    if current:
        return current
    if upcoming:
        return (min(upcoming, key=lambda c: (c.start, c.end, c.id)).id,)
    if past:
        return (min(past, key=lambda c: (-c.end.toordinal(), -c.start.toordinal(), c.id)).id,)
    return ()


def _state(cycle: Cycle, day: date) -> CycleState:
    if day < cycle.start:
        return "upcoming"
    return "past" if day > cycle.end else "current"


def _of(cycles: Iterable[CycleOnDay], state: CycleState) -> list[Cycle]:
    return [cycle.plan for cycle in cycles if cycle.state == state]
