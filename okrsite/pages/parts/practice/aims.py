"""Do we aim high enough: from where to where the scores of the last closed cycle went. Never what lies in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from okrsite.charts.span_line import span_line
from okrsite.measure.model import CycleOnDay, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.course import alike
from okrsite.pages.parts.outcomes import outcomes
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.section import Question
from okrsite.pages.register import Register
from okrsite.plan.model import Cycle


def aims(sheet: Sheet, register: Register, main: Cycle) -> Question | None:
    """Ask it of the last cycle that has closed, of about the length of the main one where there is one; None without endings."""
    closed = [one for one in cycles_newest_first(sheet.site) if one.closed and one.state == "past"]
    near = [one for one in closed if alike(one.plan, main)] or closed
    for cycle in near:
        there = [sheet.measured(ref) for ref in register.of_cycle.get(cycle.plan.id, ())]
        said = _said(sheet, cycle, there)
        if said:
            return _question(sheet, cycle, said, scores_of(there))
    return None


def _question(sheet: Sheet, cycle: CycleOnDay, said: tuple[Piece, ...], scores: Sequence[Decimal]) -> Question:
    return Question(
        key="high",
        title=sheet.say("practice.high.title"),
        said=said,
        may=sheet.say("practice.high.may"),
        cannot=sheet.say("practice.high.cannot"),
        drawing=_drawn(sheet, scores) if scores else None,
        way=Link(sheet.say("practice.high.read"), sheet.cycle(cycle.plan.id).href),
    )


def scores_of(objectives: Sequence[MeasuredObjective]) -> list[Decimal]:
    """Give the scores that teams gave themselves, the lowest first."""
    return sorted(one.plan.score for one in objectives if one.plan.score is not None and (one.closed or one.dropped))


def _said(sheet: Sheet, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> tuple[Piece, ...]:
    """Say the lowest and the highest score; without scores how many objectives ended how."""
    scores, title = scores_of(objectives), cycle.plan.title
    if not scores:
        ended = outcomes(sheet, objectives)
        return stressed(sheet, "practice.high.ended", ended=ended, cycle=title) if ended else ()
    low, high = sheet.speech.score(scores[0]), sheet.speech.score(scores[-1])
    if low == high:
        return stressed(sheet, "practice.high.same", n=len(scores), low=low, cycle=title)
    return stressed(sheet, "practice.high.scores", low=low, high=high, cycle=title)


def _drawn(sheet: Sheet, scores: Sequence[Decimal]) -> Html:
    """Draw the span."""
    low, high = ((Fraction(score), sheet.speech.score(score)) for score in (scores[0], scores[-1]))
    ends = (sheet.speech.number(Decimal(0)), sheet.speech.number(Decimal(1)))
    return Html(span_line(low, high, ends, mirrored=sheet.mirrored))
