"""The lists of objectives: of the cycles shown now, of each cycle, of each team in a cycle; with a filter.

A list of more than a thousand leads to the lists of the teams instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first, teams_by_name
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.rows import Row, row, weight
from okrsite.pages.parts.sieve import Sieve, sieve
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.team_lists import Counts, Initial, counts, initials, letters, teams_of
from okrsite.pages.parts.team_lists import weight as team_weight
from okrsite.pages.register import Refs, Register
from okrsite.plan.model import Team

_MOST = 1_000
"""How many rows a list of a whole cycle may have."""
_HEAVY = 78_000


@dataclass(frozen=True, slots=True)
class Group:
    """The objectives of one team in a list; `anchor` is its place on the page, the heading leads to the team."""

    anchor: str
    team: Link
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ObjectivesView:
    """A list of objectives. `parts` are the pages of a list in several, `jumps` the teams on this one, `others` further lists."""

    crumbs: tuple[Link, ...]
    title: str
    lede: str
    sieve: Sieve
    groups: tuple[Group, ...]
    by_team: bool
    parts: tuple[Link, ...]
    jumps: tuple[Link, ...]
    tags: tuple[Link, ...]
    others: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class ObjectivesByTeamView:
    """The teams' own lists in the place of one too long to read. `jumps` lead to the letters, on whichever page."""

    crumbs: tuple[Link, ...]
    title: str
    lede: str
    initials: tuple[Initial, ...]
    count: int
    parts: tuple[Link, ...]
    jumps: tuple[Link, ...]
    tags: Link
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is cut into pages: its address, what it is called, of when it is, what stands in it."""

    address: str
    title: str
    lede: str
    when: str
    refs: Refs
    crumbs: tuple[tuple[str, str], ...]
    by_team: bool


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the lists of objectives; a long one in several pages."""
    for one in _lists(ground, register):
        too_long = one.by_team and len(one.refs) > _MOST
        yield from _pages_of_teams(ground, one) if too_long else _pages(ground, one)


def _lists(ground: Ground, register: Register) -> Iterator[_List]:
    """Go through the lists: of now, of each cycle, of each team in it."""
    site, say = ground.site, Sheet(ground, addresses.OBJECTIVES).say
    shown = [ref for ref in register.in_order if site.objectives[ref].plan.cycle in site.shown_cycles]
    names = ground.speech.listing(site.cycles[cycle].plan.title for cycle in site.shown_cycles)
    lede = say("objectives.lede", n=len(shown), cycle=names)
    yield _List(addresses.OBJECTIVES, say("objectives.title"), lede, names, tuple(shown), (), by_team=True)
    for cycle in site.cycles.values():
        refs, title = register.of_cycle.get(cycle.plan.id, ()), cycle.plan.title
        address = addresses.objectives_of(cycle.plan.id)
        crumbs = ((say("objectives.title"), addresses.OBJECTIVES),)
        lede = say("objectives.lede", n=len(refs), cycle=title)
        yield _List(address, say("objectives.of_cycle", cycle=title), lede, title, refs, crumbs, by_team=True)
        yield from _lists_of_teams(ground, cycle.plan.id, refs)


def _lists_of_teams(ground: Ground, cycle: str, refs: Refs) -> Iterator[_List]:
    """Go through the lists of the teams that lead or share an objective in a cycle."""
    site, say = ground.site, Sheet(ground, addresses.OBJECTIVES).say
    title = site.cycles[cycle].plan.title
    of_team: dict[str, list[str]] = {}
    for ref in refs:
        plan = site.objectives[ref].plan
        for name in dict.fromkeys((plan.team, *plan.teams)):
            of_team.setdefault(name, []).append(ref)
    for team in teams_by_name(site.teams[team] for team in of_team):
        own = tuple(of_team[team.id])
        crumbs = ((say("objectives.title"), addresses.OBJECTIVES), (title, addresses.objectives_of(cycle)))
        heading, lede = say("objectives.of_team", team=team.name, cycle=title), say("objectives.team_lede", n=len(own))
        yield _List(addresses.objectives_of(cycle, team.id), heading, lede, title, own, crumbs, by_team=False)


def _pages(ground: Ground, one: _List) -> Iterator[Blank]:
    """Give the pages of one list."""
    site, sheet = ground.site, Sheet(ground, one.address)
    parts = split(
        one.address,
        one.refs,
        lambda ref: weight(sheet, ref),
        lambda ref: site.teams[site.objectives[ref].plan.team].name,
    )
    for part in parts:
        yield blank(part.address, _page, Sheet(ground, part.address), one, parts, part)


def _pages_of_teams(ground: Ground, one: _List) -> Iterator[Blank]:
    """Give the teams' own lists in the place of one, in several pages where the teams are many."""
    sheet = Sheet(ground, one.address)
    counted = counts(sheet, one.refs)
    teams = teams_of(sheet, counted)
    parts = split(one.address, teams, lambda team: team_weight(counted, team), lambda team: team.name, _HEAVY)
    for part in parts:
        yield blank(part.address, _page_of_teams, Sheet(ground, part.address), one, counted, teams, parts, part)


def _page_of_teams(
    here: Sheet, one: _List, counted: Counts, teams: Sequence[Team], parts: Sequence[Part], part: Part
) -> Page:
    there = teams[part.start : part.stop]
    view = ObjectivesByTeamView(
        crumbs=tuple(Link(text, here.href(to)) for text, to in one.crumbs),
        title=one.title,
        lede=here.say("objectives.by_team_lede", n=len(one.refs), cycle=one.when),
        initials=initials(here, counted, there),
        count=len(there),
        parts=part_links(here, parts),
        jumps=tuple(letters(here, teams, parts)),
        tags=Link(here.say("tags.title"), here.href(addresses.TAGS)),
        others=tuple(_others(here, one)),
    )
    return Page(part.address, "objectives-by-team.html", view, _head(here, one, parts, part, view.lede))


def _head(sheet: Sheet, one: _List, parts: Sequence[Part], part: Part, lede: str) -> Head:
    title = one.title if len(parts) == 1 else sheet.say("part.title", title=one.title, part=part.name)
    blocks = (Block(sheet.say("block.sheet"), title),)
    return Head(title, lede, "objectives", blocks=blocks, scripts=("filter.js",), styles=("filter.css",))


def _page(sheet: Sheet, one: _List, parts: Sequence[Part], part: Part) -> Page:
    """Give one page of a list."""
    rows = tuple(row(sheet, ref) for ref in one.refs[part.start : part.stop])
    groups = tuple(
        Group(team, sheet.team(team), tuple(members)) for team, members in groupby(rows, lambda row: row.sifted.team)
    )
    sifted = sieve(sheet, rows)
    view = ObjectivesView(
        crumbs=tuple(Link(text, sheet.href(to)) for text, to in one.crumbs),
        title=one.title,
        lede=one.lede,
        sieve=sifted,
        groups=groups,
        by_team=one.by_team,
        parts=part_links(sheet, parts),
        jumps=tuple(Link(group.team.text, f"#{group.anchor}") for group in groups) if len(groups) > 1 else (),
        tags=tuple(sheet.tag(choice.key, choice.text) for choice in sifted.tags),
        others=tuple(_others(sheet, one)),
        empty="" if rows else sheet.say("objectives.empty"),
    )
    return Page(part.address, "objectives.html", view, _head(sheet, one, parts, part, one.lede))


def _others(sheet: Sheet, one: _List) -> Iterator[Link]:
    """Link from a list of a whole cycle to those of the other cycles, the newest first."""
    if not one.by_team:
        return
    shown = sheet.site.shown_cycles if one.address == addresses.OBJECTIVES else ()
    for cycle in cycles_newest_first(sheet.site):
        address = addresses.objectives_of(cycle.plan.id)
        if address != one.address and shown != (cycle.plan.id,):
            yield Link(cycle.plan.title, sheet.href(address))
