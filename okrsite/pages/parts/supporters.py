"""What supports an objective: two levels with their reasons, and the rest counted."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import Downward, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.words import words

_MOST_HERE, _MOST = 24, 12


@dataclass(frozen=True, slots=True)
class Supporter:
    """An objective that supports another: its line, its reason, by way of which key result, and what supports it.

    `cycle` is said where it is another than that of the objective supported. `more` says how many further ones stand
    below it, empty for none.
    """

    line: ObjectiveLine
    cycle: str
    because: Html
    key_result: Link | None
    under: tuple[Supporter, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Supporters:
    """Who supports an objective: those shown, a link to where the rest are shown, and private ones counted in words."""

    shown: tuple[Supporter, ...]
    rest: Link | None
    private: str


def supporters(sheet: Sheet, objective: MeasuredObjective) -> Supporters:
    """Give two levels of what supports an objective, in the order that the plan has them, within what a page can carry."""
    here = objective.supported_by
    room = max(0, _MOST - len(here))
    shown = []
    for down in here[:_MOST_HERE]:
        under = sheet.measured(down.ref).supported_by[:room]
        room -= len(under)
        shown.append(_supporter(sheet, objective, down, under))
    count = objective.private_supporters
    return Supporters(tuple(shown), _rest(sheet, objective), sheet.say("private.supporters", n=count) if count else "")


def _supporter(sheet: Sheet, objective: MeasuredObjective, down: Downward, under: tuple[Downward, ...]) -> Supporter:
    there = sheet.measured(down.ref)
    return Supporter(
        line=objective_line(sheet, there),
        cycle=_other_cycle(sheet, objective, there),
        because=words(sheet, down.because),
        key_result=sheet.objective(objective.ref, down.key_result) if down.key_result else None,
        under=tuple(_second(sheet, objective, second) for second in under),
        more=_counted(sheet, len(there.supported_by) - len(under)),
    )


def _other_cycle(sheet: Sheet, objective: MeasuredObjective, there: MeasuredObjective) -> str:
    return "" if there.plan.cycle == objective.plan.cycle else sheet.cycle_of(there).title


def _second(sheet: Sheet, objective: MeasuredObjective, down: Downward) -> Supporter:
    """Give an objective at the second level, which names no reasons and counts what stands below it."""
    there = sheet.measured(down.ref)
    more = _counted(sheet, len(there.supported_by))
    return Supporter(objective_line(sheet, there), _other_cycle(sheet, objective, there), Html(""), None, (), more)


def _counted(sheet: Sheet, count: int) -> str:
    return sheet.say("supporters.below", n=count) if count else ""


def _rest(sheet: Sheet, objective: MeasuredObjective) -> Link | None:
    """Link to the cycle's map, where all of them stand, if there are more than a page can carry."""
    rest = len(objective.supported_by) - _MOST_HERE
    if rest <= 0:
        return None
    return Link(sheet.say("supporters.rest", n=rest), sheet.href(addresses.map_of(objective.plan.cycle)))
