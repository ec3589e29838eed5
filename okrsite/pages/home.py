"""Home: what we are here for, what carries it this cycle, who asks for help, what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.due import is_answered
from okrsite.measure.model import CycleOnDay
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import people_by_last_name, teams_by_name
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.course import looked_back
from okrsite.pages.parts.directory import letters
from okrsite.pages.parts.elevation import BayGroup, Strip, elevation, strips
from okrsite.pages.parts.news import News, latest
from okrsite.pages.parts.ruler import Ruler, ruler
from okrsite.pages.parts.source import source_block
from okrsite.pages.parts.talk import AskView, ask_view
from okrsite.pages.register import Register
from okrsite.pages.standing import Standing, standing

_ASKS = 4
_NEWS = 7
_RULERS = 3
_NAMES = 36
_FEW = 10


@dataclass(frozen=True, slots=True)
class Ways:
    """One way into the site: where the whole list stands, the first names of it, and how many more there are."""

    title: Link
    names: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home page says. `title` is the mission; without one the organisation's name, and `missing` says how to write it."""

    label: str
    title: str
    vision: str
    missing: str
    lede: tuple[str, ...]
    rulers: tuple[Ruler, ...]
    learned: Link | None
    groups: tuple[BayGroup, ...]
    strips: tuple[Strip, ...]
    empty: str
    map: Link
    asks: tuple[AskView, ...]
    more_asks: Link | None
    news: tuple[News, ...]
    more_news: Link
    ways: tuple[Ways, ...]


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the home page."""
    yield blank(addresses.HOME, _page, ground, register)


def _page(ground: Ground, register: Register) -> Page:
    sheet = Sheet(ground, addresses.HOME)
    organisation, site = ground.site.organisation, ground.site
    shown = _with_objectives([site.cycles[cycle] for cycle in site.shown_cycles], register)
    stand = standing(site, register, site.shown_cycles)
    open_asks = sorted((ask for ask in site.asks if not is_answered(ask)), key=lambda ask: ask.day, reverse=True)
    view = HomeView(
        label=sheet.say("home.mission" if organisation.mission else "home.no_mission"),
        title=organisation.mission or organisation.name,
        vision=organisation.vision or "",
        missing="" if organisation.mission else sheet.say("home.write_mission", content=ground.config.content),
        lede=tuple(_lede(sheet, stand, shown)),
        rulers=tuple(ruler(sheet, cycle) for cycle in shown[:_RULERS]),
        learned=looked_back(sheet, shown),
        groups=elevation(sheet, stand),
        strips=strips(sheet, stand),
        empty="" if stand.members else sheet.say("home.empty"),
        map=Link(sheet.say("home.map"), sheet.href(addresses.MAP)),
        asks=tuple(ask_view(sheet, ask) for ask in open_asks[:_ASKS]),
        more_asks=Link(sheet.say("home.all_asks", n=len(open_asks)), sheet.href(addresses.ASKS)) if open_asks else None,
        news=latest(sheet, register, _NEWS),
        more_news=Link(sheet.say("home.all_news"), sheet.href(addresses.CHANGES)),
        ways=tuple(_ways(sheet)),
    )
    blocks = (Block(sheet.say("block.sheet"), _sheet_name(sheet, shown)), *source_block(sheet, organisation.origin))
    head = Head(sheet.say("home.title"), view.title, blocks=blocks, styles=("home.css",))
    return Page(addresses.HOME, "home.html", view, head, organisation.origin)


def _with_objectives(cycles: Sequence[CycleOnDay], register: Register) -> Sequence[CycleOnDay]:
    """Keep the cycles that objectives were written for, if there are any."""
    return [cycle for cycle in cycles if cycle.plan.id in register.of_cycle] or cycles


def _lede(sheet: Sheet, stand: Standing, shown: Sequence[CycleOnDay]) -> Iterator[str]:
    """Say what is shown: whose objectives, of when, and how many the teams proposed themselves; or what is not there yet."""
    there = [sheet.measured(ref) for ref in stand.members]
    if not there:
        return
    settled = [o for o in there if o.state not in ("draft", "proposed", "open")]
    cycles = sheet.speech.listing(cycle.plan.title for cycle in shown)
    tense = shown[0].state
    if not settled:
        yield sheet.say("home.only_drafts", n=len(there), cycles=cycles)
        return
    teams = {objective.plan.team for objective in settled}
    yield sheet.say(f"home.what_{tense}", n=len(teams), cycles=cycles)
    proposed = sum(o.plan.came_from == "team" for o in settled)
    if proposed:
        yield sheet.say("home.proposed", n=proposed, all=sheet.speech.count(len(settled)))


def _sheet_name(sheet: Sheet, shown: Sequence[CycleOnDay]) -> str:
    """Name what is drawn on this sheet."""
    if not shown:
        return sheet.say("home.sheet_bare")
    return sheet.say("home.sheet", cycles=sheet.speech.listing(cycle.plan.title for cycle in shown))


def _ways(sheet: Sheet) -> Iterator[Ways]:
    """Give the ways into the site. Of a long list only the first names; of many people the letters, of many teams the largest."""
    site = sheet.site
    teams = teams_by_name(site.teams.values())
    if len(teams) > _NAMES:
        teams = [team for team in teams if not team.parent]
    yield _way(sheet, "teams", addresses.TEAMS, [sheet.team(team.id) for team in teams], len(site.teams))
    if sheet.ground.config.people_pages:
        people = [sheet.person(person.id) for person in people_by_last_name(site.people.values())]
        short = people if len(people) <= _NAMES else letters(sheet)
        yield _way(sheet, "people", addresses.PEOPLE, short, len(people))
    tags = [sheet.tag(slug, text) for slug, text in site.tags.items() if slug]
    yield _way(sheet, "tags", addresses.TAGS, tags, len(tags))
    health = [sheet.health(metric) for metric in site.health]
    yield _way(sheet, "health", addresses.HEALTH, health, len(health))


def _way(sheet: Sheet, kind: str, address: str, names: Sequence[Link], count: int) -> Ways:
    """Give one way into the site; `count` is how many there are in all."""
    shown = names if count <= _NAMES or kind == "people" else names[:_FEW]
    more = Link(sheet.say(f"home.all_{kind}", n=count), sheet.href(address)) if count > len(shown) else None
    return Ways(Link(sheet.say(f"{kind}.title"), sheet.href(address)), tuple(shown), more)
