"""What moved lately, in people's words: check-ins, new drafts, targets moved, endings, answers."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html, Link
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register
from okrsite.prose import Prose

_LONG = 900


@dataclass(frozen=True, slots=True)
class News:
    """One thing that moved: when, a sentence of who did what, and their words (empty where they are long or none)."""

    day: Day
    what: tuple[Link, ...]
    say: Html


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened to an objective: its day, its kind, by whom, in which words."""

    day: dt.date
    kind: str
    ref: str
    by: str | None
    text: Prose | None


def latest(sheet: Sheet, register: Register, most: int) -> tuple[News, ...]:
    """Give the latest things that moved, the newest first; on one day, one of each team before a second of any."""
    site = sheet.site
    recent = heapq.nlargest(most * 8, _events(site, register), key=lambda event: event.day)
    turn: Counter[tuple[dt.date, str]] = Counter()
    keyed = []
    for at, event in enumerate(recent):
        of_team = (event.day, site.objectives[event.ref].plan.team)
        keyed.append((-event.day.toordinal(), turn[of_team], at, event))
        turn[of_team] += 1
    return tuple(_news(sheet, event) for *_, event in sorted(keyed, key=lambda item: item[:3])[:most])


def _events(site: Site, register: Register) -> Iterator[_Event]:
    """Go through everything that happened, in list order."""
    for ref in register.in_order:
        objective = site.objectives[ref]
        for source in _SOURCES:
            yield from source(site, objective)


def _check_ins(_: Site, objective: MeasuredObjective) -> Iterator[_Event]:
    for check_in in objective.check_ins:
        text = check_in.learned or check_in.blocked or check_in.next
        if text is not None:
            yield _Event(check_in.day, "check_in", objective.ref, check_in.by, text)


def _beginnings(site: Site, objective: MeasuredObjective) -> Iterator[_Event]:
    plan = objective.plan
    if plan.since and plan.since <= site.as_of and objective.state in ("draft", "proposed", "open"):
        yield _Event(plan.since, objective.state, objective.ref, plan.owners[0] if plan.owners else None, plan.why)


def _changes(_: Site, objective: MeasuredObjective) -> Iterator[_Event]:
    for change in objective.changed:
        yield _Event(change.day, "changed", objective.ref, change.by, change.what)


def _endings(_: Site, objective: MeasuredObjective) -> Iterator[_Event]:
    endings = (("closed", objective.closed), ("dropped", objective.dropped), ("paused", objective.paused))
    for kind, ending in endings:
        if ending is not None:
            yield _Event(ending.day, kind, objective.ref, None, ending.learned or ending.why)


def _answers(_: Site, objective: MeasuredObjective) -> Iterator[_Event]:
    for ask in objective.asks:
        for reply in ask.replies:
            if reply.answers:
                yield _Event(reply.day, "answered", objective.ref, reply.by, reply.text)


_SOURCES: tuple[Callable[[Site, MeasuredObjective], Iterator[_Event]], ...] = (
    _check_ins,
    _beginnings,
    _changes,
    _endings,
    _answers,
)


def _news(sheet: Sheet, event: _Event) -> News:
    """Say one event."""
    places: dict[str, Link] = {
        "team": sheet.team(sheet.measured(event.ref).plan.team),
        "objective": sheet.objective(event.ref),
    }
    if event.by:
        places["by"] = sheet.person(event.by)
    key = f"news.{event.kind}" if event.by else f"news.{event.kind}.unsigned"
    short = event.text is not None and len(event.text.source) <= _LONG
    return News(sheet.day(event.day), phrase(sheet, key, places), words(sheet, event.text) if short else Html(""))
