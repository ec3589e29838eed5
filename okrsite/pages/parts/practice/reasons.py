"""Does every objective know why: whether it says what it supports, and because of what."""

from __future__ import annotations

from collections.abc import Sequence

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import Counted, Question, listed, share_said, trend


def reasons(sheet: Sheet, now: Moment, before: Sequence[Moment]) -> Question | None:
    """Ask it of the objectives of teams; those of the company stand right under the mission."""
    counted = _count(now)
    if counted is None:
        return None
    loose = [objective for objective in now.of_teams if not objective.supports]
    bare = [objective for objective in now.of_teams if objective.supports and not has_reason(objective)]
    return Question(
        key="why",
        title=sheet.say("practice.why.title"),
        said=share_said(sheet, "why", counted),
        may=sheet.say("practice.why.may"),
        cannot=sheet.say("practice.why.cannot"),
        trend=trend(sheet, "practice.why.line", (*before, now), _count),
        lists=(*listed(sheet, "practice.why.loose", loose), *listed(sheet, "practice.why.bare", bare)),
    )


def has_reason(objective: MeasuredObjective) -> bool:
    """Tell whether an objective says because of what it supports the first thing that it supports."""
    return any(edge.primary and edge.because is not None for edge in objective.supports)


def _count(moment: Moment) -> Counted | None:
    there = moment.of_teams
    return (sum(has_reason(objective) for objective in there), len(there)) if there else None
