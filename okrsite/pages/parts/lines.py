"""An objective in one line, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.marks import Confidence, OutcomeMark, StateMark, confidence, outcome_mark, state_mark


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective in a list: its title as a link, its team, and one mark: how sure, or where it stands, or how it ended."""

    ref: str
    title: Link
    team: Link
    short_team: str
    cycle: Link
    confidence: Confidence | None
    state: StateMark | None
    outcome: OutcomeMark | None


def objective_line(sheet: Sheet, objective: MeasuredObjective) -> ObjectiveLine:
    """Give an objective in one line, for the page at hand."""
    state, outcome = state_mark(sheet, objective), outcome_mark(sheet, objective)
    return ObjectiveLine(
        ref=objective.ref,
        title=sheet.objective(objective.ref),
        team=sheet.team(objective.plan.team),
        short_team=sheet.team(objective.plan.team, short=True).text,
        cycle=sheet.cycle(objective.plan.cycle),
        confidence=None if state or outcome else confidence(sheet, objective),
        state=state,
        outcome=outcome,
    )
