"""What a change does to a site: what is new, gone or otherwise, objective by objective, then everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import Reading
from okrsite.review.elsewhere import elsewhere, settings
from okrsite.review.key_results import key_result_details
from okrsite.review.model import Begun, Change, Changed, Detail, Later, Removed, Side
from okrsite.review.objectives import Renames, own_details
from okrsite.review.pairing import renamed
from okrsite.review.talk import talk_details


def changes_of(before: Side, after: Side) -> tuple[Change, ...]:
    """Give all that readers see of a change: of objectives in the order of their full names, those that are gone last.

    Both sides are measured on the same day. What only a line number tells apart is no change, nor is what follows for
    others from a change told there again.
    """
    renames = renamed(before.site, after.site)
    return (
        *_objectives(before.site, after.site, renames),
        *elsewhere(before.site, after.site),
        *settings(before.config, after.config),
        *_later(before.site, after.site),
    )


def _objectives(before: Site, after: Site, renames: Renames) -> Iterator[Change]:
    earlier = {now: then for then, now in renames.items()}
    for ref, now in after.objectives.items():
        then = before.objectives.get(earlier.get(ref, ref))
        if then is None:
            yield Begun(now, tuple(talk_details(None, now)))
        elif details := tuple(_details(then, now, after, renames)):
            yield Changed(then, now, details)
    for ref, then in before.objectives.items():
        if ref not in after.objectives and ref not in renames:
            yield Removed(then)


def _details(before: MeasuredObjective, after: MeasuredObjective, site: Site, renames: Renames) -> Iterator[Detail]:
    """Say what became of an objective; most are just as they were, which is soon seen."""
    if before == after:
        return
    running = site.cycles[after.plan.cycle].plan.start <= site.as_of
    yield from own_details(before, after, renames)
    yield from key_result_details(before, after, running=running)
    yield from talk_details(before, after)


def _later(before: Site, after: Site) -> Iterator[Later]:
    """Tell whether entries came that nobody sees yet."""
    if sum(map(_unseen, after.objectives.values())) > sum(map(_unseen, before.objectives.values())):
        yield Later(after.as_of)


def _unseen(objective: MeasuredObjective) -> int:
    """Count the entries of an objective that bear a later day than the site's."""
    plan = objective.plan
    ends = (plan.closed, objective.closed), (plan.dropped, objective.dropped), (plan.paused, objective.paused)
    written = len(plan.check_ins) + len(plan.changed) + sum(len(each.readings) for each in plan.key_results)
    seen = len(objective.check_ins) + len(objective.changed)
    seen += sum(len(each.readings) + _undated(each.plan.readings) for each in objective.key_results)
    return written - seen + sum(then is not None and now is None for then, now in ends)


def _undated(readings: Iterable[Reading]) -> int:
    return sum(reading.day is None for reading in readings)
