"""What Find finds: each thing with its name, where it lies, and all words that lead to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from okrsite import addresses
from okrsite.directions import set_apart
from okrsite.exchange.search.texts import team_texts, texts_of_objective
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first, name_key, objectives_by_team, people_by_last_name, teams_by_name
from okrsite.pages.parts.words import plain_words
from okrsite.plan.model import Person
from okrsite.prose import Prose
from okrsite.targets import Target, TargetKind

KINDS = ("objective", "team", "person", "tag", "theme", "health", "cycle", "page", "earlier")
"""In the order of their numbers; what belongs to earlier cycles comes last."""

_ADDRESSES = (
    (addresses.HOME, "home.title"),
    (addresses.MAP, "map.title"),
    (addresses.OBJECTIVES, "objectives.title"),
    (addresses.TEAMS, "teams.title"),
    (addresses.PEOPLE, "people.title"),
    (addresses.CYCLES, "cycles.title"),
    (addresses.THEMES, "themes.title"),
    (addresses.TAGS, "tags.title"),
    (addresses.HEALTH, "health.title"),
    (addresses.ASKS, "asks.title"),
    (addresses.OPEN_GOALS, "open_goals.title"),
    (addresses.CHANGES, "changes.title"),
    (addresses.PRACTICE, "practice.title"),
    (addresses.PULSE, "pulse.title"),
    (addresses.SCREEN, "screen.title"),
    (addresses.POLICY, "policy.title"),
    (addresses.ABOUT, "about.title"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found: its kind, name and address, and what stands beside its name.

    `key_results` are titles with their ids; `named` are names that it bears or that look after it; `texts` what people
    wrote there, without markup.
    """

    kind: str
    title: str
    address: str
    beside: str = ""
    key_results: tuple[tuple[str, str], ...] = ()
    named: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def entries_of(ground: Ground, listed: Collection[str]) -> Iterator[Entry]:
    """Give everything that can be found on a site, kind by kind in the order of `KINDS`, each kind in list order.

    `listed` are the addresses of the pages that there are.
    """
    sheet = Sheet(ground, addresses.HOME)
    earlier = frozenset(
        name
        for name, cycle in sheet.site.cycles.items()
        if cycle.state == "past" and name not in sheet.site.shown_cycles
    )
    objectives = objectives_by_team(sheet.site)
    for kind in (_objectives(sheet, objectives, earlier), _teams(sheet), _people(sheet), _tags(sheet)):
        yield from kind
    for kind in (_themes(sheet), _health(sheet), _cycles(sheet), _pages(sheet, listed)):
        yield from kind
    yield from _earlier(sheet, objectives, earlier)


def _objectives(sheet: Sheet, objectives: Iterable[MeasuredObjective], earlier: frozenset[str]) -> Iterator[Entry]:
    """Give the objectives that are not of earlier cycles, those of the company first."""
    now = [objective for objective in objectives if objective.plan.cycle not in earlier]
    for objective in sorted(now, key=lambda objective: not objective.company):
        yield _objective(sheet, "objective", objective)


def _earlier(sheet: Sheet, objectives: Iterable[MeasuredObjective], earlier: frozenset[str]) -> Iterator[Entry]:
    """Give the objectives of earlier cycles, the latest first."""
    place = {cycle.plan.id: at for at, cycle in enumerate(cycles_newest_first(sheet.site))}
    before = [objective for objective in objectives if objective.plan.cycle in earlier]
    for objective in sorted(before, key=lambda objective: place[objective.plan.cycle]):
        yield _objective(sheet, "earlier", objective)


def _objective(sheet: Sheet, kind: str, objective: MeasuredObjective) -> Entry:
    plan, site = objective.plan, sheet.site
    team, cycle = site.teams[plan.team], site.cycles[plan.cycle].plan
    others = (site.teams[other].name for other in plan.teams if other != plan.team)
    people = [site.people[person].name for person in plan.owners]
    people += [site.people[k.plan.owner].name for k in objective.key_results if k.plan.owner]
    named = (team.name, team.short or "", *others, *people, *(text for _, text in plan.tags), cycle.title)
    return Entry(
        kind,
        _line(plan.title),
        addresses.address_of(Target("objective", plan.ref)),
        " · ".join(set_apart(_line(name), rtl=sheet.mirrored) for name in (team.name, cycle.title)),
        tuple((_line(k.plan.title), k.plan.id) for k in objective.key_results),
        tuple(dict.fromkeys(named)),
        texts_of_objective(objective, partial(plain_words, sheet)),
    )


def _teams(sheet: Sheet) -> Iterator[Entry]:
    for team in teams_by_name(sheet.site.teams.values()):
        parent = sheet.site.teams[team.parent].name if team.parent else ""
        people = (sheet.site.people[member].name for member in team.members)
        named = (team.short or "", team.id, *people)
        texts = team_texts(team, partial(plain_words, sheet))
        yield Entry("team", _line(team.name), _address("team", team.id), _line(parent), (), named, texts)


def _people(sheet: Sheet) -> Iterator[Entry]:
    """Give the people, where they have pages; else their names lead to what they look after."""
    if sheet.ground.config.people_pages:
        for person in people_by_last_name(sheet.site.people.values()):
            yield _person(sheet, person)


def _person(sheet: Sheet, person: Person) -> Entry:
    teams = [sheet.site.teams[team].name for team in person.teams]
    beside = _line(person.role or str(sheet.speech.listing(teams).unescape()))
    named = (*teams, person.role or "", *person.helps_with)
    return Entry(
        "person", _line(person.name), _address("person", person.id), beside, (), named, _said(sheet, person.body)
    )


def _tags(sheet: Sheet) -> Iterator[Entry]:
    for slug, text in sorted(sheet.site.tags.items(), key=lambda tag: (name_key(tag[1]), tag[0])):
        yield Entry("tag", _line(text), _address("tag", slug))


def _themes(sheet: Sheet) -> Iterator[Entry]:
    for theme in sheet.site.organisation.themes:
        yield Entry("theme", _line(theme.title), _address("theme", theme.id), texts=_said(sheet, theme.why))


def _health(sheet: Sheet) -> Iterator[Entry]:
    for health in sheet.site.health.values():
        plan = health.plan
        team = sheet.site.teams[plan.team].name if plan.team else ""
        yield Entry(
            "health", _line(plan.title), _address("health", plan.id), _line(team), (), (team,), _said(sheet, plan.body)
        )


def _cycles(sheet: Sheet) -> Iterator[Entry]:
    for cycle in cycles_newest_first(sheet.site):
        plan = cycle.plan
        days = sheet.speech.between(plan.start, plan.end)
        texts = (*_said(sheet, plan.about), *_said(sheet, plan.body))
        yield Entry("cycle", _line(plan.title), _address("cycle", plan.id), days, (), (plan.id,), texts)


def _pages(sheet: Sheet, listed: Collection[str]) -> Iterator[Entry]:
    """Give the pages that people wrote, by their names, then those that every site has."""
    about = sheet.site.organisation
    for page in sorted(sheet.site.pages.values(), key=lambda page: (page.order, name_key(page.title), page.path)):
        yield Entry("page", _line(page.title), _address("page", page.path), texts=_said(sheet, page.body))
    for address, key in _ADDRESSES:
        if address in listed and key in sheet.speech.words:
            texts = (*_said(sheet, about.about), about.vision or "") if address == addresses.ABOUT else ()
            named = _named(sheet, address)
            yield Entry("page", sheet.say(key), address, named=named, texts=tuple(filter(None, texts)))


def _named(sheet: Sheet, address: str) -> tuple[str, ...]:
    """Give further names by which a page that every site has is found."""
    about = sheet.site.organisation
    if address == addresses.PRACTICE:
        return (sheet.say("menu.practice"),)
    return (about.name, about.mission or "") if address == addresses.HOME else ()


def _said(sheet: Sheet, prose: Prose | None) -> tuple[str, ...]:
    return (plain_words(sheet, prose),) if prose else ()


def _address(kind: TargetKind, name: str) -> str:
    return addresses.address_of(Target(kind, name))


def _line(text: str) -> str:
    return " ".join(text.replace("\x7f", " ").split())
