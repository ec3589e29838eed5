"""The list of teams: each with what it is about, and what it aims for now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import teams_by_name
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank, excerpt
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.rows import link_weight
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import plain_words
from okrsite.pages.register import Refs, Register
from okrsite.plan.model import Team

_MOST = 6
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team in the list: how deep it stands among the teams, a word about it, its objectives now."""

    depth: int
    team: Link
    about: str
    gone: str
    objectives: tuple[ObjectiveLine, ...]
    more: Link | None
    empty: str


@dataclass(frozen=True, slots=True)
class TeamsView:
    """The list of teams; `empty` says how to begin."""

    title: str
    lede: str
    rows: tuple[TeamRow, ...]
    parts: tuple[Link, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the list of teams; a long one in several pages."""
    site, now = ground.site, Sheet(ground, addresses.TEAMS)
    teams = [(site.teams[team], depth) for team, depth in _walk(ground, register)]
    aims = {team.id: _aims(ground, register, team.id) for team, _ in teams}
    parts = split(
        addresses.TEAMS,
        teams,
        lambda entry: 900 + sum(100 + link_weight(now, ref) for ref in aims[entry[0].id][:_MOST]),
        lambda entry: entry[0].name,
    )
    for part in parts:
        there = teams[part.start : part.stop]
        yield blank(part.address, _page, Sheet(ground, part.address), there, aims, parts, part)


def _page(
    sheet: Sheet, teams: Sequence[tuple[Team, int]], aims: Mapping[str, Refs], parts: Sequence[Part], part: Part
) -> Page:
    """Give one page of the list."""
    rows = tuple(_row(sheet, team, depth, aims[team.id]) for team, depth in teams)
    name = sheet.say("teams.title")
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    empty = "" if rows else sheet.say("teams.empty")
    view = TeamsView(name, sheet.say("teams.lede"), rows, part_links(sheet, parts), empty)
    return Page(
        part.address,
        "teams.html",
        view,
        Head(title, view.lede, "teams", blocks=(Block(sheet.say("block.sheet"), title),)),
    )


def _walk(ground: Ground, register: Register) -> Iterator[tuple[str, int]]:
    """Go through the teams by name, each followed by its parts; without recursion."""
    teams = ground.site.teams

    def level(ids: Refs, depth: int) -> list[tuple[str, int]]:
        return [(team.id, depth) for team in reversed(teams_by_name(teams[one] for one in ids))]

    waiting = level(tuple(team.id for team in teams.values() if not team.parent), 0)
    while waiting:
        team, depth = waiting.pop()
        yield team, depth
        waiting += level(register.parts_of.get(team, ()), depth + 1)


def _aims(ground: Ground, register: Register, team: str) -> Refs:
    """Give the objectives that a team leads or shares now."""
    refs = (*register.of_team.get(team, ()), *register.shared_with.get(team, ()))
    return tuple(ref for ref in refs if ground.site.objectives[ref].plan.cycle in ground.site.shown_cycles)


def _row(sheet: Sheet, team: Team, depth: int, aims: Refs) -> TeamRow:
    """Give one team."""
    link = sheet.team(team.id)
    over = len(aims) - _MOST
    gone = team.until if team.until and team.until < sheet.site.as_of else None
    return TeamRow(
        depth=min(depth, _DEEPEST),
        team=link,
        about=excerpt(plain_words(sheet, team.body)),
        gone=sheet.say("team.until", day=sheet.speech.date(gone)) if gone else "",
        objectives=tuple(objective_line(sheet, sheet.measured(ref)) for ref in aims[:_MOST]),
        more=Link(sheet.say("more", n=over), link.href) if over > 0 else None,
        empty="" if aims else sheet.say("teams.no_objectives"),
    )
