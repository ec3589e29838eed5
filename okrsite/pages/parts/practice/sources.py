"""Where objectives come from: proposed by the team, worked out together, asked of it, taken up, or not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from okrsite.pages.ground import Sheet
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import Counted, Question, share_said, squared, trend
from okrsite.plan.model import ObjectiveOrigin

_KINDS: dict[ObjectiveOrigin | None, str] = {
    "team": "full",
    "negotiated": "half",
    "claimed": "cored",
    "assigned": "hollow",
    None: "dashed",
}


def sources(sheet: Sheet, now: Moment, before: Sequence[Moment]) -> Question | None:
    """Ask it of the objectives of teams. The share is one of those that say it."""
    there = now.of_teams
    if not there:
        return None
    found = Counter(objective.plan.came_from for objective in there)
    rows = [(kind, f"practice.from.{key or 'unsaid'}", found[key]) for key, kind in _KINDS.items()]
    return Question(
        key="from",
        title=sheet.say("practice.from.title"),
        said=_said(sheet, _count(now), len(there)),
        may=sheet.say("practice.from.may"),
        cannot=sheet.say("practice.from.cannot"),
        trend=trend(sheet, "practice.from.line", (*before, now), _count),
        squares=squared(sheet, "practice.square", rows),
    )


def _said(sheet: Sheet, counted: Counted | None, all_there: int) -> tuple[Piece, ...]:
    """Say the share: of all, or of those that say it where some don't."""
    if counted is None:
        return stressed(sheet, "practice.from.silent", n=all_there)
    if counted[1] == all_there:
        return share_said(sheet, "from", counted)
    return stressed(sheet, "practice.from.partly", n=counted[0], all=counted[1])


def _count(moment: Moment) -> Counted | None:
    """Count those that their teams proposed among those that say where they come from; None where none does."""
    said = [objective.plan.came_from for objective in moment.of_teams if objective.plan.came_from]
    return (said.count("team"), len(said)) if said else None
