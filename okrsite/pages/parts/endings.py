"""How an objective ended or why it rests, and what was changed on the way, in its team's words."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html, Link
from okrsite.pages.parts.words import words


@dataclass(frozen=True, slots=True)
class EndingView:
    """An ending or a rest: `said` tells which and when; `why` and `learned` in the team's words, empty where it gave none."""

    kind: str
    said: str
    why: Html
    learned: Html


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A target moved in the open: when, by whom, what, and why."""

    day: Day
    by: Link | None
    what: Html
    why: Html


def ending_views(sheet: Sheet, objective: MeasuredObjective) -> tuple[EndingView, ...]:
    """Give an objective's endings and rests that have come."""
    found = (("closed", objective.closed), ("dropped", objective.dropped), ("paused", objective.paused))
    return tuple(
        EndingView(
            kind,
            sheet.say(f"ending.{kind}", day=sheet.day(ending.day, sheet.cycle_of(objective)).text),
            words(sheet, ending.why),
            words(sheet, ending.learned),
        )
        for kind, ending in found
        if ending is not None
    )


def change_views(sheet: Sheet, objective: MeasuredObjective) -> tuple[ChangeView, ...]:
    """Give what was changed in the open, the latest first."""
    cycle = sheet.cycle_of(objective)
    return tuple(
        ChangeView(
            sheet.day(change.day, cycle),
            sheet.person(change.by) if change.by else None,
            words(sheet, change.what),
            words(sheet, change.why),
        )
        for change in reversed(objective.changed)
    )
