"""What became of an objective's key results."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator
from datetime import date

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.plan.model import Kind, Milestone, Reading
from okrsite.review.model import Detail, Figure, KeyResultOf, NoReason, ReadingsOf, Reason, Steps
from okrsite.review.pairing import essence, paired

_FIGURES = ("start", "target", "at_least", "at_most")
_OTHERS = ("title", "kind", "unit", "due", "owner", "teams", "weight", "source", "note", "score", "pairs_with")
_HELD = ("active", "paused", "closed")


def key_result_details(before: MeasuredObjective, after: MeasuredObjective, *, running: bool) -> Iterator[Detail]:
    """Say what became of key results: new and gone ones, moved figures with their reasons, steps, readings.

    `running` tells that the cycle has begun: then a figure that moves wants a word why.
    """
    told = _told_in_check_ins(before, after)
    details = [
        detail
        for was, now in paired(before.key_results, after.key_results, _id, _figures)
        for detail in _details(was, now, told)
    ]
    yield from details
    reasons = [Reason(now) for was, now in paired(before.changed, after.changed, essence) if now and not was]
    yield from reasons
    if running and not reasons and after.state in _HELD and any(map(_is_moved, details)):
        yield NoReason()


def _id(key_result: MeasuredKeyResult) -> Hashable:
    return key_result.plan.id


def _figures(key_result: MeasuredKeyResult) -> Hashable | None:
    """Give the numbers and steps by which a key result is known that has got another title; None where it has none."""
    plan = key_result.plan
    known = (plan.start, plan.target, plan.at_least, plan.at_most)
    steps = tuple(step.title for step in plan.milestones)
    return (plan.kind, plan.unit, known, steps) if steps or any(each is not None for each in known) else None


def _told_in_check_ins(before: MeasuredObjective, after: MeasuredObjective) -> Container[str]:
    """Give the key results that new check-ins read: what these did is told there."""
    new = [now for was, now in paired(before.check_ins, after.check_ins, essence) if now and not was]
    return {name for check_in in new for name in check_in.readings}


def _is_moved(detail: Detail) -> bool:
    """Tell whether a figure was moved, not first given or taken away."""
    return isinstance(detail, KeyResultOf) and any(
        each.before is not None and each.after is not None for each in detail.figures
    )


def _details(
    before: MeasuredKeyResult | None, after: MeasuredKeyResult | None, told: Container[str]
) -> Iterator[Detail]:
    if before is None or after is None:
        yield KeyResultOf(before, after)
        return
    then, now = before.plan, after.plan
    others = [name for name in _OTHERS if essence(getattr(then, name)) != essence(getattr(now, name))]
    if now.same_as or then.same_as:
        others = [name for name in others if name in ("title", "owner", "weight", "note")]
        others += ["same_as"] if then.same_as != now.same_as else []
        if others:
            yield KeyResultOf(before, after, others=tuple(others))
        return
    figures = tuple(_shifts(before, after))
    steps = _steps(before, after, told=now.id in told)
    if figures or others or steps != Steps():
        yield KeyResultOf(before, after, figures, steps, tuple(others))
    yield from _readings(before, after)


def _shifts(before: MeasuredKeyResult, after: MeasuredKeyResult) -> Iterator[Figure]:
    for name in _FIGURES:
        was, now = getattr(before.plan, name), getattr(after.plan, name)
        if was != now:
            yield Figure(name, was, now)


def _steps(before: MeasuredKeyResult, after: MeasuredKeyResult, *, told: bool) -> Steps:
    """Say what became of milestones; of a key result that is itself done or not, that is a step of its own title."""
    pairs = paired(before.milestones, after.milestones, _step_id, _step_title)
    if after.plan.kind is Kind.YES_NO and before.plan.kind is Kind.YES_NO:
        pairs.append((_as_step(before), _as_step(after)))
    both = [(was, now) for was, now in pairs if was and now]
    return Steps(
        new=tuple(now.title for was, now in pairs if now and not was),
        gone=tuple(was.title for was, now in pairs if was and not now),
        done=() if told else tuple(now.title for was, now in both if now.done and not was.done),
        undone=tuple(now.title for was, now in both if was.done and not now.done),
    )


def _step_id(step: Milestone) -> Hashable:
    return step.id


def _step_title(step: Milestone) -> Hashable:
    return step.title


def _as_step(key_result: MeasuredKeyResult) -> Milestone:
    plan = key_result.plan
    return Milestone(plan.id, plan.title, plan.weight, plan.due, key_result.done, plan.done_on)


def _readings(before: MeasuredKeyResult, after: MeasuredKeyResult) -> Iterator[ReadingsOf]:
    """Say which readings at the key result itself are new, gone or otherwise."""
    pairs = paired(_own(before), _own(after), _day)
    new = tuple(now for was, now in pairs if now and not was)
    gone = tuple(was for was, now in pairs if was and not now)
    both = [(was, now) for was, now in pairs if was and now and essence(was) != essence(now)]
    if new or gone or both:
        yield ReadingsOf(after, new, tuple(both), gone)


def _own(key_result: MeasuredKeyResult) -> list[Reading]:
    """Give the readings at the key result: `current`, and those dated until the day."""
    undated = [reading for reading in key_result.plan.readings if reading.day is None]
    return [reading for reading in (*undated, *key_result.readings) if not reading.of_check_in]


def _day(reading: Reading) -> Hashable:
    return reading.day or date.min
