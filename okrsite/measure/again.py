"""One objective measured again by itself, at its place among others that did not change."""

from __future__ import annotations

from dataclasses import replace

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.measure.privacy import Hidden, published_alone
from okrsite.measure.site import measured_alone
from okrsite.plan.model import Objective


def measure_again(site: Site, objective: Objective, hidden: Hidden, *, check_in_every: int) -> MeasuredObjective | None:
    """Measure an objective anew on the site's day; None where it hangs together with others otherwise than before."""
    before = site.objectives.get(objective.ref)
    if before is None:
        return None
    now = published_alone(objective, hidden) if hidden.objectives else objective
    cycle = site.cycles.get(now.cycle)
    if cycle is None or _ties(before.plan) != _ties(now) or not _people_of(now) <= site.people.keys():
        return None
    return replace(
        measured_alone(now, cycle, site.as_of, check_in_every),
        supports=before.supports,
        supported_by=before.supported_by,
        private_supporters=before.private_supporters,
        why_chain=before.why_chain,
        reaches_mission=before.reaches_mission,
        ends_private=before.ends_private,
        needs=before.needs,
        needed_by=before.needed_by,
        continues=before.continues,
        continued_by=before.continued_by,
        company=before.company,
    )


def _ties(objective: Objective) -> tuple[object, ...]:
    """Gather what ties an objective to others, wherever it was written."""
    return (
        objective.ref,
        objective.private,
        [(support.to, support.because) for support in objective.supports],
        [(need.to, need.need, need.by, need.state) for need in objective.needs],
        objective.continues,
    )


def _people_of(objective: Objective) -> set[str]:
    people = {*objective.owners, *(key_result.owner for key_result in objective.key_results)}
    people |= {check_in.by for check_in in objective.check_ins} | {change.by for change in objective.changed}
    people |= {reply.by for check_in in objective.check_ins for reply in check_in.replies}
    people |= {ask.by for ask in objective.asks} | {reply.by for ask in objective.asks for reply in ask.replies}
    return {person for person in people if person}
