"""Whether two objectives know of each other: by a team, or because one leads to the other in whatever way."""

from __future__ import annotations

from okrsite.measure.model import MeasuredObjective
from okrsite.measure.walk import targets_in
from okrsite.targets import Target


def leads_to(objective: MeasuredObjective) -> frozenset[str]:
    """Give what an objective names: what it supports, all above that, what it needs, carries on, measures as, or mentions."""
    plan = objective.plan
    steps = (*objective.why_chain, *(step for edge in objective.supports for step in edge.chain))
    named = (*targets_in((plan.supports, plan.needs, plan.why, plan.body)), *(step.to for step in steps))
    found = {target.id for target in named if target.kind == "objective"}
    found |= {key_result.same_as.partition("#")[0] for key_result in plan.key_results if key_result.same_as}
    return frozenset(found | ({objective.continues[0]} if objective.continues else set()))


def linked(one: MeasuredObjective, other: MeasuredObjective) -> bool:
    """Tell whether two objectives share a team, or one leads to the other, or to a team of it, in any of its texts too."""
    return bool(_teams(one) & _teams(other)) or _names(one, other) or _names(other, one)


def _teams(objective: MeasuredObjective) -> frozenset[str]:
    """Give the teams that carry an objective or a part of it."""
    plan = objective.plan
    shared = (team for key_result in plan.key_results for team in key_result.teams)
    return frozenset((plan.team, *plan.teams, *shared))


def _names(one: MeasuredObjective, other: MeasuredObjective) -> bool:
    meant = {Target("team", team) for team in (other.plan.team, *other.plan.teams)}
    named = targets_in(one.plan)
    return other.ref in leads_to(one) or any(to in meant or _is(to, other) for to in named)


def _is(target: Target, objective: MeasuredObjective) -> bool:
    return target.kind == "objective" and target.id == objective.ref
