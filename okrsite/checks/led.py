"""What each team leads in each cycle, for opinions about a team."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from okrsite.checks.case import Case
from okrsite.measure.model import MeasuredObjective


def led(case: Case) -> Mapping[tuple[str, str], list[MeasuredObjective]]:
    """Give the objectives that opinions are about by cycle and leading team, in the order in which they are written."""
    found: dict[tuple[str, str], list[MeasuredObjective]] = {}
    for objective in case.living():
        found.setdefault((objective.plan.cycle, objective.plan.team), []).append(objective)
    return {key: sorted(objectives, key=lambda each: each.plan.origin) for key, objectives in found.items()}


def accepting(rule: str, objectives: Iterable[MeasuredObjective]) -> str | None:
    """Name the first objective that accepts what is found of its team; without one the team's own file may."""
    return next((objective.ref for objective in objectives if rule in objective.plan.allow), None)
