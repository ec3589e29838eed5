"""Everything that happened on or before the day, as the files tell it: check-ins, beginnings, targets moved, asks, endings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from okrsite.measure.model import CycleOnDay, MeasuredObjective, Site
from okrsite.pages.ground import Voice
from okrsite.pages.register import Register
from okrsite.prose import Prose


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its day, its kind, by whom, in which words.

    `ref` is the objective it happened to, of a `retrospective` the cycle. `at` is the place of what is told among the
    objective's check-ins, changes, asks, or (of a `reading`) key results.
    """

    day: dt.date
    kind: str
    ref: str
    by: str | None
    text: Prose | None
    at: int = 0


def newest(voice: Voice, register: Register) -> tuple[Event, ...]:
    """Give everything that happened, the latest first; of one day in list order."""
    return voice.once(_newest, register)


def _newest(voice: Voice, register: Register) -> tuple[Event, ...]:
    return tuple(sorted(_events(voice.site, register), key=lambda event: event.day, reverse=True))


def _events(site: Site, register: Register) -> Iterator[Event]:
    """Go through everything that happened to objectives, in list order, then the cycles that were looked back on."""
    for ref in register.in_order:
        objective = site.objectives[ref]
        for source in _SOURCES:
            yield from source(site, objective)
    for cycle in site.cycles.values():
        yield from _retrospective(cycle)


def _check_ins(_: Site, objective: MeasuredObjective) -> Iterator[Event]:
    ref = objective.ref
    for at, check_in in enumerate(objective.check_ins):
        text = check_in.learned or check_in.blocked or check_in.next
        yield Event(check_in.day, "check_in", ref, check_in.by, text, at)


def _beginnings(site: Site, objective: MeasuredObjective) -> Iterator[Event]:
    """Say when it was first written down, as what it still is: a draft, a proposal, an open goal, or an objective."""
    plan = objective.plan
    if plan.since and plan.since <= site.as_of:
        kind = objective.state if objective.state in ("draft", "proposed", "open") else "begun"
        yield Event(plan.since, kind, objective.ref, plan.owners[0] if plan.owners else None, plan.why)


def _changes(_: Site, objective: MeasuredObjective) -> Iterator[Event]:
    ref = objective.ref
    for at, change in enumerate(objective.changed):
        yield Event(change.day, "changed", ref, change.by, change.what, at)


def _endings(_: Site, objective: MeasuredObjective) -> Iterator[Event]:
    endings = (("closed", objective.closed), ("dropped", objective.dropped), ("paused", objective.paused))
    for kind, ending in endings:
        if ending is not None:
            yield Event(ending.day, kind, objective.ref, None, ending.learned or ending.why)


def _asks(_: Site, objective: MeasuredObjective) -> Iterator[Event]:
    ref = objective.ref
    for at, ask in enumerate(objective.asks):
        yield Event(ask.day, "asked", ref, ask.by, ask.what, at)
        for reply in ask.replies:
            if reply.answers:
                yield Event(reply.day, "answered", ref, reply.by, reply.text, at)


def _readings(_: Site, objective: MeasuredObjective) -> Iterator[Event]:
    """Give the readings with words that came without a check-in."""
    ref = objective.ref
    for at, key_result in enumerate(objective.key_results):
        if key_result.plan.same_as:
            continue
        for reading in key_result.readings:
            if reading.day and reading.note and not reading.of_check_in:
                yield Event(reading.day, "reading", ref, None, reading.note, at)


def _retrospective(cycle: CycleOnDay) -> Iterator[Event]:
    if cycle.closed is not None:
        yield Event(cycle.closed, "retrospective", cycle.plan.id, None, cycle.plan.body)


_SOURCES: tuple[Callable[[Site, MeasuredObjective], Iterator[Event]], ...] = (
    _check_ins,
    _beginnings,
    _changes,
    _endings,
    _asks,
    _readings,
)
