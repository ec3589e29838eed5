"""Who needs whom, and what carries on what: the links that lead sideways and back in time."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective, NeededBy, NeedShown
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.words import words
from okrsite.plan.model import Cycle


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need, from either side: what or who it leads to, its team, what is needed, and how and until when, in words."""

    to: Link | None
    team: str
    need: str
    standing: str
    state: str


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """An objective that this one carries on, or that carries this one on: its title, cycle and end, and the words."""

    to: Link
    tag: str
    because: Html


def needs(sheet: Sheet, objective: MeasuredObjective) -> tuple[NeedLine, ...]:
    """Give what an objective needs from others."""
    return tuple(_need(sheet, need, sheet.cycle_of(objective)) for need in objective.needs)


def needed_by(sheet: Sheet, wanted: tuple[NeededBy, ...]) -> tuple[NeedLine, ...]:
    """Give who needs something: of an objective, or of a team."""
    return tuple(_needed(sheet, need) for need in wanted)


def comes_from(sheet: Sheet, objective: MeasuredObjective) -> CarriedLine | None:
    """Give the objective of an earlier cycle that this one carries on."""
    if objective.continues is None:
        return None
    ref, because = objective.continues
    return _carried(sheet, ref, words(sheet, because))


def carried_on_by(sheet: Sheet, objective: MeasuredObjective) -> tuple[CarriedLine, ...]:
    """Give the later objectives that carry this one on."""
    return tuple(_carried(sheet, later.ref, words(sheet, later.because)) for later in objective.continued_by)


def _need(sheet: Sheet, need: NeedShown, cycle: Cycle) -> NeedLine:
    team = ""
    if need.to is not None and need.to.kind == "objective":
        team = sheet.team(sheet.measured(need.to.id).plan.team).text
    return NeedLine(
        sheet.to(need.to) if need.to else None, team, need.need or "", _standing(sheet, need, cycle), need.state or ""
    )


def _needed(sheet: Sheet, need: NeededBy) -> NeedLine:
    there = sheet.measured(need.ref)
    team = sheet.team(there.plan.team).text
    return NeedLine(
        sheet.objective(need.ref),
        team,
        need.need or "",
        _standing(sheet, need, sheet.cycle_of(there)),
        need.state or "",
    )


def _standing(sheet: Sheet, need: NeedShown | NeededBy, cycle: Cycle) -> str:
    """Say where a need stands and until when it matters: `agreed, by 15 Oct`."""
    said = [sheet.say(f"need.{need.state}")] if need.state else []
    said += [sheet.say("need.by", day=sheet.day(need.by, cycle).text)] if need.by else []
    return sheet.say("comma").join(said)


def _carried(sheet: Sheet, ref: str, because: Html) -> CarriedLine:
    there = sheet.measured(ref)
    cycle = sheet.cycle_of(there).title
    end = "dropped" if there.state == "dropped" else there.outcome or there.state
    tag = cycle if end == "active" else sheet.say(f"carried.{end}", cycle=cycle)
    return CarriedLine(sheet.objective(ref), tag, because)
