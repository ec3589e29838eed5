"""When the practice page looks: now, and at the ends of earlier cycles, each with the objectives that were under way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.parts.course import alike
from okrsite.pages.register import Register
from okrsite.plan.model import Cycle

_BEFORE = 3
_NOT_SET_OUT = ("draft", "proposed", "open")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, the cycle that it is called by, and what is counted then.

    `objectives` are those of all cycles that home shows, or would have shown on that day, in list order; drafts, proposals
    and open goals are left out, since nobody has set out on them. `past` tells that the cycle was over by then.
    """

    cycle: Cycle
    day: dt.date
    cycles: tuple[str, ...]
    objectives: tuple[MeasuredObjective, ...]
    past: bool

    @property
    def of_company(self) -> tuple[MeasuredObjective, ...]:
        """The objectives that carry the mission or a theme."""
        return tuple(objective for objective in self.objectives if objective.company)

    @property
    def of_teams(self) -> tuple[MeasuredObjective, ...]:
        """All others."""
        return tuple(objective for objective in self.objectives if not objective.company)


def now(sheet: Sheet, register: Register) -> Moment | None:
    """Give the moment that the page is about: the day of the site, or the end of the cycle shown where that is over.

    It is called by the cycle with the most objectives of teams (of equals the shortest). Before anybody has set out on the
    next cycle it is the end of the last one; None where nothing is counted in any.
    """
    site = sheet.site
    shown = [site.cycles[cycle] for cycle in site.shown_cycles]
    counted = {one.plan.id: tuple(_counted(sheet, register, (one.plan.id,), site.as_of)) for one in shown}
    if not any(counted.values()):
        ends = (_end_of(sheet, register, one.plan) for one in cycles_newest_first(site) if one.state == "past")
        return next((end for end in ends if end.objectives), None)
    main = min(
        (one.plan for one in shown),
        key=lambda c: (-_of_teams(counted[c.id]), -len(counted[c.id]), c.end - c.start, c.id),
    )
    past = site.cycles[main.id].state == "past"
    there = tuple(objective for objectives in counted.values() for objective in objectives)
    return Moment(main, main.end if past else site.as_of, site.shown_cycles, there, past=past)


def before(sheet: Sheet, register: Register, moment: Moment) -> tuple[Moment, ...]:
    """Give the ends of up to three cycles before a moment's, the earliest first.

    Those of about the same length are taken, or, where there is none, any; those without objectives are passed over.
    """
    earlier = [one.plan for one in cycles_newest_first(sheet.site) if one.plan.end < moment.cycle.start]
    earlier = [cycle for cycle in earlier if register.of_cycle.get(cycle.id)]
    near = [cycle for cycle in earlier if alike(cycle, moment.cycle)] or earlier
    ends = (_end_of(sheet, register, cycle) for cycle in near[:_BEFORE])
    return tuple(reversed([end for end in ends if end.objectives]))


def _end_of(sheet: Sheet, register: Register, cycle: Cycle) -> Moment:
    """Give the last day of a cycle, with all cycles that ran on it."""
    running = tuple(name for name, one in sheet.site.cycles.items() if one.plan.start <= cycle.end <= one.plan.end)
    return Moment(cycle, cycle.end, running, tuple(_counted(sheet, register, running, cycle.end)), past=True)


def _counted(sheet: Sheet, register: Register, cycles: Iterable[str], day: dt.date) -> Iterator[MeasuredObjective]:
    """Give the objectives of some cycles that a team has set out on, without those written down after a day."""
    for cycle in cycles:
        for ref in register.of_cycle.get(cycle, ()):
            there = sheet.measured(ref)
            late = there.plan.since is not None and there.plan.since > day
            if there.state not in _NOT_SET_OUT and not late:
                yield there


def _of_teams(objectives: Iterable[MeasuredObjective]) -> int:
    return sum(not objective.company for objective in objectives)
