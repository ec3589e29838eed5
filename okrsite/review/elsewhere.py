"""What became of all that is no objective: teams, people, cycles, health metrics, pages, surveys, the organisation, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from okrsite.config import Config
from okrsite.measure.model import Site
from okrsite.plan.model import Organisation
from okrsite.review.model import Amount, Elsewhere, Noted, Shift
from okrsite.review.pairing import essence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing: what its list is called, where the things are by id, how one is called, which of its words count."""

    title: str
    things: Callable[[Site], Mapping[str, Any]]
    name: Callable[[Any], str]
    words: Mapping[str, str]


_KINDS = (
    _Kind(
        "Cycles",
        lambda site: {name: replace(it.plan, closed=it.closed) for name, it in site.cycles.items()},
        lambda cycle: cycle.title,
        {"title": "title", "start": "begins", "end": "ends", "about": "about", "closed": "closed", "body": "text"},
    ),
    _Kind(
        "Teams",
        lambda site: site.teams,
        lambda team: team.name,
        {
            "name": "name",
            "short": "short name",
            "parent": "parent",
            "lead": "lead",
            "members": "members",
            "contact": "contact",
            "since": "since",
            "until": "until",
            "allow": "what is accepted",
            "body": "text",
        },
    ),
    _Kind(
        "People",
        lambda site: site.people,
        lambda person: person.name,
        {
            "name": "name",
            "role": "role",
            "contact": "contact",
            "pronouns": "pronouns",
            "helps_with": "what others may ask them for",
            "body": "text",
        },
    ),
    _Kind(
        "Health metrics",
        lambda site: {name: replace(it.plan, readings=it.readings) for name, it in site.health.items()},
        lambda metric: metric.title,
        {
            "title": "title",
            "unit": "unit",
            "at_least": "at least",
            "at_most": "at most",
            "team": "team",
            "source": "source",
            "readings": "readings",
            "body": "text",
        },
    ),
    _Kind(
        "Surveys",
        lambda site: site.surveys,
        lambda survey: survey.title,
        {
            "title": "title",
            "day": "day",
            "about": "about",
            "learned": "what was learned",
            "whole": "answers",
            "splits": "splits",
        },
    ),
    _Kind(
        "Pages",
        lambda site: site.pages,
        lambda page: page.title,
        {"title": "title", "nav": "in the menu", "order": "place in the menu", "body": "text"},
    ),
)

_ORGANISATION: Mapping[str, Callable[[Organisation], object]] = {
    "name": lambda org: org.name,
    "mission": lambda org: org.mission,
    "vision": lambda org: org.vision,
    "contact": lambda org: org.contact,
    "text": lambda org: org.about,
    "scores_affect_pay": lambda org: org.policy.scores_affect_pay,
    "surveys_min_group": lambda org: org.policy.surveys_min_group,
    "statement": lambda org: org.policy.statement,
}
_SETTINGS = (
    "title",
    "base_url",
    "language",
    "content",
    "theme",
    "fiscal_year_start",
    "fiscal_year_named",
    "check_in_every",
    "people_pages",
    "repository",
    "history",
    "mounts",
    "index",
)


def elsewhere(before: Site, after: Site) -> Iterator[Elsewhere]:
    """Say what became of the organisation and its themes, and of things that are no objectives, kind by kind."""
    shifts = tuple(_said(_ORGANISATION, before.organisation, after.organisation))
    if shifts:
        yield Elsewhere("Organisation", (), (), (Noted(after.organisation.name, shifts),))
    themes = _Kind(
        "Themes",
        lambda site: {theme.id: theme for theme in site.organisation.themes},
        lambda theme: theme.title,
        {"title": "title", "why": "why", "until": "until"},
    )
    yield from (found for kind in (themes, *_KINDS) if (found := _of_kind(kind, before, after)))


def settings(before: Config, after: Config) -> Iterator[Elsewhere]:
    """Say which settings of the whole site are others, and the levels of which rules."""
    shifts = [
        Shift(name, getattr(before, name), getattr(after, name))
        for name in _SETTINGS
        if getattr(before, name) != getattr(after, name)
    ]
    rules = sorted({*before.checks, *after.checks})
    levels = [Shift(f"checks: {rule}", before.checks.get(rule), after.checks.get(rule)) for rule in rules]
    shifts += [shift for shift in levels if shift.before != shift.after]
    if shifts:
        yield Elsewhere("Settings", (), (), (Noted("", tuple(shifts)),))


def _said(words: Mapping[str, Callable[[T], object]], before: T, after: T) -> Iterator[Shift]:
    for what, said in words.items():
        was, now = said(before), said(after)
        if essence(was) != essence(now):
            yield Shift(what, was, now)


def _of_kind(kind: _Kind, before: Site, after: Site) -> Elsewhere | None:
    """Compare the things of a kind by id; one with an earlier id among its `aliases` is the same thing."""
    then, now = kind.things(before), kind.things(after)
    was = {name: _earlier(name, thing, then, now) for name, thing in now.items()}
    new = tuple(kind.name(thing) for name, thing in now.items() if was[name] is None)
    known = set(was.values())
    gone = tuple(kind.name(thing) for name, thing in then.items() if name not in known)
    changed = tuple(
        Noted(kind.name(thing), shifts)
        for name, thing in now.items()
        if (old := was[name]) is not None and (shifts := tuple(_shifts(kind, then[old], thing)))
    )
    return Elsewhere(kind.title, new, gone, changed) if new or gone or changed else None


def _earlier(name: str, thing: Any, then: Mapping[str, Any], now: Mapping[str, Any]) -> str | None:
    """Give the id that a thing had, None for a new one."""
    names: Sequence[str] = (name, *getattr(thing, "aliases", ()))
    return next((each for each in names if each in then and (each == name or each not in now)), None)


def _shifts(kind: _Kind, before: Any, after: Any) -> Iterator[Shift]:
    if before == after:
        return
    for field, what in kind.words.items():
        was, now = getattr(before, field), getattr(after, field)
        if essence(was) != essence(now):
            yield Shift(what, _amount(was, before), _amount(now, after))


def _amount(value: object, thing: object) -> object:
    """Give a number with the unit of the thing that it is said of; all else as it is."""
    return Amount(value, getattr(thing, "unit", None)) if isinstance(value, Decimal) else value
