"""The plan at a date: every part measured and put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from okrsite.measure.confidence import confidence_of_objective, status_of_objective
from okrsite.measure.cycles import on_day, shown_cycles
from okrsite.measure.edges import Edges, edges_of
from okrsite.measure.happened import asks_until, changes_until, check_ins_until, ending_until, state_on
from okrsite.measure.model import CycleOnDay, MeasuredHealth, MeasuredObjective, Site
from okrsite.measure.outcome import outcome_of, score_of
from okrsite.measure.privacy import hidden_in, published
from okrsite.measure.progress import progress_of
from okrsite.measure.quiet import is_quiet, last_word
from okrsite.measure.survey import published_surveys
from okrsite.measure.values import holds, measured_key_result, readings_until
from okrsite.measure.walk import targets_in
from okrsite.plan.model import Attachment, Health, Objective, Plan


def measure(plan: Plan, as_of: date, *, check_in_every: int) -> Site:
    """Give everything that can be shown of a plan on a day.

    What bears a later date has not happened yet; what is private is gone. `check_in_every` is the number of days
    between check-ins that the organisation hopes for.
    """
    hidden = hidden_in(plan)
    edges = edges_of(plan, hidden)
    public = published(plan, hidden)
    cycles = {name: on_day(cycle, as_of) for name, cycle in public.cycles.items()}
    objectives = {
        ref: _among_others(measured_alone(objective, cycles.get(objective.cycle), as_of, check_in_every), edges)
        for ref, objective in public.objectives.items()
    }
    return Site(
        as_of=as_of,
        organisation=public.organisation,
        cycles=cycles,
        teams=public.teams,
        people=public.people,
        objectives=objectives,
        health={name: _measured_health(metric, as_of) for name, metric in public.health.items()},
        pages=public.pages,
        tags=public.tags,
        attachments=_linked_files(public),
        asks=tuple(ask for objective in objectives.values() for ask in objective.asks),
        shown_cycles=shown_cycles(cycles),
        needed_of_team=edges.needed_of_team,
        surveys=published_surveys(public.surveys, public.organisation.policy.surveys_min_group, as_of),
    )


def measured_alone(objective: Objective, cycle: CycleOnDay | None, day: date, check_in_every: int) -> MeasuredObjective:
    """Measure an objective by itself."""
    state = state_on(objective, day)
    closed = ending_until(objective.closed, day)
    check_ins = check_ins_until(objective.check_ins, day)
    key_results = tuple(measured_key_result(key_result, day) for key_result in objective.key_results)
    progress = progress_of(key_results)
    confidence, confidence_date = confidence_of_objective(check_ins)
    last = last_word(check_ins, key_results)
    score = score_of(objective, key_results)
    return MeasuredObjective(
        plan=objective,
        state=state,
        closed=closed,
        dropped=ending_until(objective.dropped, day),
        paused=ending_until(objective.paused, day),
        key_results=key_results,
        check_ins=check_ins,
        asks=asks_until(objective, day),
        changed=changes_until(objective.changed, day),
        progress=progress.shown,
        raw_progress=progress.raw,
        measured=progress.measured,
        of=progress.of,
        weakest=progress.weakest,
        confidence=confidence,
        confidence_date=confidence_date,
        status=status_of_objective(check_ins),
        quiet=is_quiet(state, cycle, last, day, check_in_every),
        last_word=last,
        outcome=outcome_of(objective, state, closed, score, progress.shown),
        score=score,
    )


def _among_others(objective: MeasuredObjective, edges: Edges) -> MeasuredObjective:
    """Add to an objective how it hangs together with others."""
    ref, continues = objective.ref, objective.plan.continues
    up, chain = edges.up[ref], edges.chains[ref]
    return replace(
        objective,
        supports=up,
        supported_by=edges.down.get(ref, ()),
        private_supporters=edges.private_supporters.get(ref, 0),
        why_chain=chain.steps,
        reaches_mission=chain.end == "mission",
        ends_private=chain.end == "private",
        needs=edges.needs[ref],
        needed_by=edges.needed_by.get(ref, ()),
        continues=(continues.to, continues.because) if continues else None,
        continued_by=edges.continued_by.get(ref, ()),
        company=bool(up) and up[0].to is not None and up[0].to.kind in ("mission", "theme"),
    )


def _linked_files(plan: Plan) -> dict[str, Attachment]:
    """Give the files that what is shown links to; one that only something unpublished links to is not among them."""
    if not plan.attachments:
        return {}
    linked = {target.id for target in targets_in(plan) if target.kind == "file"}
    return {path: file for path, file in plan.attachments.items() if path in linked}


def _measured_health(metric: Health, day: date) -> MeasuredHealth:
    readings = readings_until(metric.readings, day)
    last = readings[-1] if readings else None
    bounded = metric.at_least is not None or metric.at_most is not None
    return MeasuredHealth(
        plan=metric,
        readings=readings,
        value=last.value if last else None,
        value_date=last.day if last else None,
        held=holds(last.value, metric.at_least, metric.at_most) if last and bounded else None,
    )
