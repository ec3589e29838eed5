"""The words for what became of an objective's key results."""

from __future__ import annotations

from collections.abc import Iterator

from okrsite.measure.model import MeasuredKeyResult
from okrsite.plan.model import KeyResult, Kind, Reading
from okrsite.review.inert import code
from okrsite.review.model import Changed, Figure, KeyResultOf, NoReason, ReadingsOf, Reason, Steps
from okrsite.review.pen import Pen, Wording, listed

_FIGURES = {"start": "start", "target": "target", "at_least": "at least", "at_most": "at most"}
_OTHERS = {
    "kind": "what kind it is",
    "unit": "unit",
    "due": "due day",
    "owner": "who looks after it",
    "teams": "teams",
    "weight": "weight",
    "source": "where the number comes from",
    "note": "note",
    "score": "score",
    "pairs_with": "what keeps it honest",
    "same_as": "which measure it shares",
}
_MANY_READINGS = 3


def aimed(side: Wording, key_result: KeyResult) -> str:
    """Say where a key result goes: `34% to 70%`, `at most 6.4`, `3 steps`; nothing where it says no more than its title."""
    if key_result.milestones:
        steps = len(key_result.milestones)
        return f"{steps} step{'' if steps == 1 else 's'}"
    bounds = [("at least", key_result.at_least), ("at most", key_result.at_most)]
    said = [f"{word} {side.figure(value, key_result.unit)}" for word, value in bounds if value is not None]
    if said:
        return " and ".join(said)
    if key_result.target is None:
        return "to find out" if key_result.kind is Kind.FIND_OUT else ""
    target = side.figure(key_result.target, key_result.unit)
    return f"{side.figure(key_result.start, key_result.unit)} to {target}" if key_result.start is not None else target


def key_result(pen: Pen, _: Changed, detail: KeyResultOf) -> Iterator[str]:
    """Say of a key result that it is new or gone, else which figures moved, what became of its steps, what else."""
    was, now = detail.before, detail.after
    if now is None:
        yield f"{_called(was)} {_named(pen.then, was)} is taken out"
    elif was is None:
        yield f"New {_called(now).lower()} {_named(pen.now, now)}"
    else:
        said = [*_figures(pen, was, now, detail.figures), *_steps(pen, now, detail.steps), *_others(pen, was, detail)]
        yield f"{pen.now.title(now.plan.title)}: {'; '.join(said)}"


def _called(key_result: MeasuredKeyResult | None) -> str:
    return "Guard rail" if key_result and key_result.plan.kind is Kind.GUARD_RAIL else "Key result"


def _named(side: Wording, key_result: MeasuredKeyResult | None) -> str:
    if key_result is None:
        return ""
    aim = aimed(side, key_result.plan)
    return side.title(key_result.plan.title) + (f" ({aim})" if aim else "")


def _figures(
    pen: Pen, before: MeasuredKeyResult, after: MeasuredKeyResult, figures: tuple[Figure, ...]
) -> Iterator[str]:
    for figure in figures:
        word = _FIGURES[figure.what]
        was = pen.then.figure(figure.before, before.plan.unit) if figure.before is not None else ""
        now = pen.now.figure(figure.after, after.plan.unit) if figure.after is not None else ""
        if was and now:
            yield f"{word} {now}, was {was}"
        else:
            yield f"{word} {now} is new" if now else f"{word} {was} is taken out"


def _steps(pen: Pen, after: MeasuredKeyResult, steps: Steps) -> Iterator[str]:
    for word, side, titles in (
        ("new step", pen.now, steps.new),
        ("step taken out", pen.then, steps.gone),
        ("done", pen.now, steps.done),
        ("no longer done", pen.now, steps.undone),
    ):
        if titles == (after.plan.title,):
            yield word
        elif titles:
            yield f"{word} {side.listing([side.title(title) for title in titles])}"


def _others(pen: Pen, before: MeasuredKeyResult, detail: KeyResultOf) -> Iterator[str]:
    if "title" in detail.others:
        yield f"was called {pen.then.title(before.plan.title)}"
    names = [_OTHERS[name] for name in detail.others if name != "title"]
    if names:
        yield f"changed: {listed(names, 5)}"


def readings(pen: Pen, _: Changed, detail: ReadingsOf) -> Iterator[str]:
    """Say which readings have come, and which were rewritten or taken out."""
    unit, now = detail.key_result.plan.unit, pen.now
    said = [_reading(now, reading, unit) for reading in detail.new]
    if len(said) > _MANY_READINGS:
        said = [f"{len(said)} readings, the last {said[-1]}"]
    said += [
        f"{_reading(now, new, unit)}, was {now.figure(old.value, unit)}"
        if old.value != new.value
        else f"{_reading(now, new, unit)}, with other words"
        for old, new in detail.changed[:_MANY_READINGS]
    ]
    if len(detail.changed) > _MANY_READINGS:
        said.append(f"{len(detail.changed) - _MANY_READINGS} more readings rewritten")
    if detail.gone:
        gone = listed([_reading(now, reading, unit) for reading in detail.gone], _MANY_READINGS)
        said.append(f"taken out: {gone}")
    yield f"{now.title(detail.key_result.plan.title)}: {'; '.join(said)}"


def _reading(side: Wording, reading: Reading, unit: str | None) -> str:
    """Say a reading; one without a day is the one of now."""
    value = side.figure(reading.value, unit)
    words = f" {side.said(reading.note)}" if reading.note else ""
    return f"{value} on {side.day(reading.day)}{words}" if reading.day else f"now {value}{words}"


def reason(pen: Pen, _: Changed, detail: Reason) -> Iterator[str]:
    """Say what was changed in the open, by whom, and why."""
    change, now = detail.change, pen.now
    by = f" by {now.person(change.by)}" if change.by else ""
    why = now.said(change.why)
    said = f" Why: {why}" if why else " No word yet why."
    yield f"Changed in the open on {now.day(change.day)}{by}: {now.said(change.what)}{said}"


def no_reason(_pen: Pen, _: Changed, _detail: NoReason) -> Iterator[str]:
    """Ask for the reason of a move, kindly."""
    yield f"No word yet why. A line under {code('changed')} would tell those who counted on the number."
