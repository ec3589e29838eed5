"""An objective in one line, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet, Voice
from okrsite.pages.page import Link
from okrsite.pages.parts.marks import Confidence, OutcomeMark, StateMark, confidence, outcome_mark, state_mark

LINE_LEADS_INTO = ("objectives/", "teams/", "cycles/")
"""The folders that the links of a line lead into."""


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
    return sheet.linked(LINE_LEADS_INTO, _line, objective.ref)


def _line(sheet: Sheet, ref: str) -> ObjectiveLine:
    objective = sheet.measured(ref)
    state, outcome, sure = sheet.once(_marks, ref)
    return ObjectiveLine(
        ref=objective.ref,
        title=sheet.objective(objective.ref),
        team=sheet.team(objective.plan.team),
        short_team=sheet.team(objective.plan.team, short=True).text,
        cycle=sheet.cycle(objective.plan.cycle),
        confidence=sure,
        state=state,
        outcome=outcome,
    )


def _marks(voice: Voice, ref: str) -> tuple[StateMark | None, OutcomeMark | None, Confidence | None]:
    """Give the one mark of an objective: where it stands, or how it ended, or else how sure its team is."""
    objective = voice.measured(ref)
    state, outcome = state_mark(voice, objective), outcome_mark(voice, objective)
    return state, outcome, None if state or outcome else confidence(voice, objective)
