"""One key result on a day: its value, how far it has come, whether it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from okrsite.measure.confidence import confidence_of_key_result
from okrsite.measure.model import MeasuredKeyResult
from okrsite.plan.model import KeyResult, Kind, Milestone, Reading


def measured_key_result(key_result: KeyResult, day: date) -> MeasuredKeyResult:
    """Measure a key result on a day.

    Readings after the day have not happened. One without a day (`current`) counts only where no dated one does.
    """
    readings = readings_until(key_result.readings, day)
    last = _last(key_result.readings, readings)
    milestones = tuple(_on(milestone, day) for milestone in key_result.milestones)
    done = is_done(key_result.done, key_result.done_on, day)
    raw = _raw(key_result, last, milestones, done=done)
    return MeasuredKeyResult(
        plan=key_result,
        readings=readings,
        milestones=milestones,
        value=last.value if last else None,
        value_date=last.day if last else None,
        done=done,
        raw=raw,
        progress=None if raw is None else within(raw),
        confidence=confidence_of_key_result(key_result, last, day),
        held=_held_on(key_result, last),
    )


def readings_until(readings: tuple[Reading, ...], day: date) -> tuple[Reading, ...]:
    """Give the dated readings on or before a day, by day."""
    happened = [reading for reading in readings if reading.day is not None and reading.day <= day]
    return tuple(sorted(happened, key=lambda reading: reading.day or day)) if len(happened) > 1 else tuple(happened)


def within(raw: Fraction) -> Fraction:
    """Hold progress within 0 and 1."""
    if raw.numerator < 0:
        return Fraction(0)
    return raw if raw.numerator <= raw.denominator else Fraction(1)


def is_done(said: bool, on: date | None, day: date) -> bool:  # noqa: FBT001 - it is the fact asked about
    """Tell whether something is done on a day: from its first day on where it has one, else when it was said so."""
    return said if on is None else on <= day


def holds(value: Decimal, at_least: Decimal | None, at_most: Decimal | None) -> bool:
    """Tell whether a value lies within its bounds, both included."""
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)


def _last(written: tuple[Reading, ...], happened: tuple[Reading, ...]) -> Reading | None:
    if happened:
        return happened[-1]
    return next((reading for reading in written if reading.day is None), None)


def _on(milestone: Milestone, day: date) -> Milestone:
    done = is_done(milestone.done, milestone.done_on, day)
    return replace(milestone, done=done, done_on=milestone.done_on if done else None)


def _held_on(key_result: KeyResult, last: Reading | None) -> bool | None:
    if key_result.kind is not Kind.GUARD_RAIL or last is None:
        return None
    return holds(last.value, key_result.at_least, key_result.at_most)


def _raw(
    key_result: KeyResult, last: Reading | None, milestones: tuple[Milestone, ...], *, done: bool
) -> Fraction | None:
    match key_result.kind:
        case Kind.NUMBER:
            return _way(key_result.start, key_result.target, last)
        case Kind.MILESTONES:
            return _share_done(milestones)
        case Kind.YES_NO:
            return Fraction(done)
        case Kind.FIND_OUT:
            return None if last is None else Fraction(1)
        case Kind.GUARD_RAIL:
            return None


def _way(start: Decimal | None, target: Decimal | None, last: Reading | None) -> Fraction | None:
    if start is None or target is None or last is None or start == target:
        return None
    return (Fraction(last.value) - Fraction(start)) / (Fraction(target) - Fraction(start))


def _share_done(milestones: tuple[Milestone, ...]) -> Fraction | None:
    whole = sum((Fraction(milestone.weight) for milestone in milestones), Fraction(0))
    done = sum((Fraction(milestone.weight) for milestone in milestones if milestone.done), Fraction(0))
    return done / whole if whole else None
