"""A team: what it aims for now and why, whom it supports, who needs whom, what it asks, what it learned."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import latest_cycle_first, people_by_last_name, teams_by_name
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.accepted import Allowed, allowed_views
from okrsite.pages.parts.beside import Flow, Side, beside, flow, needs_of_others, own_needs, supported_by, supports
from okrsite.pages.parts.contact import contact_link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.round import Told, has_words, told
from okrsite.pages.parts.rows import Row, row
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.strand import Strand, strand
from okrsite.pages.parts.talk import AskView, ask_view
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register, Written, needs_of_team
from okrsite.plan.model import Ask, Team
from okrsite.targets import Target

_STRANDS = 5
_ROWS = 12
_NEEDS = 10
_ASKS = 4
_ANSWERED = 2
_LONG = 600
_CHECK_INS = 5
_EARLIER = 8
_PEOPLE = 40


@dataclass(frozen=True, slots=True)
class Now:
    """A team's objectives in one cycle shown now: the first in full, the rest as rows, and how many more there are."""

    anchor: str
    cycle: Link
    strands: tuple[Strand, ...]
    rows: tuple[Row, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team, and what they do there."""

    person: Link
    role: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """An objective of a cycle that is over, and what the team learned from it, in its words."""

    line: ObjectiveLine
    learned: Html


@dataclass(frozen=True, slots=True)
class TeamView:
    """Everything the page of a team says."""

    crumbs: tuple[Link, ...]
    name: str
    about: Html
    gone: str
    supports: tuple[Flow, ...]
    supported_by: tuple[Flow, ...]
    beside: tuple[Flow, ...]
    now: tuple[Now, ...]
    empty: str
    begin: str
    next: tuple[Row, ...]
    more_next: Link | None
    needs: tuple[Side, ...]
    needed: tuple[Side, ...]
    more_needs: str
    asks: tuple[AskView, ...]
    more_asks: Link | None
    asked: tuple[AskView, ...]
    check_ins: tuple[Told, ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    members: tuple[Member, ...]
    more_members: str
    contact: Link | None
    health: tuple[Link, ...]
    earlier: tuple[Earlier, ...]
    lists: tuple[Link, ...]
    allowed: tuple[Allowed, ...]


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the page of each team."""
    for team in ground.site.teams.values():
        address = addresses.address_of(Target("team", team.id))
        yield blank(address, _page, Sheet(ground, address), register, team)


def _page(sheet: Sheet, register: Register, team: Team) -> Page:
    title = Block(sheet.say("block.sheet"), sheet.say("team.sheet", team=team.name))
    blocks = (title, *source_block(sheet, team.origin), permanent_block(sheet))
    description = excerpt(plain_words(sheet, team.body)) or team.name
    head = Head(team.name, description, "teams", blocks=blocks, styles=("team.css",))
    return Page(sheet.address, "team.html", _view(sheet, register, team), head, team.origin)


def _view(sheet: Sheet, register: Register, team: Team) -> TeamView:
    """Gather what a team's page says."""
    site = sheet.site
    led, shared = register.of_team.get(team.id, ()), register.shared_with.get(team.id, ())
    all_of_it = [sheet.measured(ref) for ref in (*led, *shared)]
    aims = [o for o in all_of_it if o.plan.cycle in site.shown_cycles]
    others = [o for o in all_of_it if o.plan.cycle not in site.shown_cycles]
    coming = [o for o in others if site.cycles[o.plan.cycle].state == "upcoming"]
    earlier = [o for o in others if site.cycles[o.plan.cycle].state == "past"]
    needs = own_needs(sheet, aims)
    needed = needs_of_others(sheet, needs_of_team(site, led, team.id), team.id)
    members = _members(sheet, register, team)
    own_asks = [ask for o in all_of_it for ask in o.asks]
    asked = [ask for ask in register.asks_of.get(f"team:{team.id}", ()) if not is_answered(ask)]
    gone = team.until is not None and team.until < site.as_of
    return TeamView(
        crumbs=tuple(_crumbs(sheet, team)),
        name=team.name,
        about=words(sheet, team.body),
        gone=sheet.say("team.until", day=sheet.speech.date(team.until)) if team.until and gone else "",
        supports=flow(sheet, supports(sheet, team, aims), counted=True),
        supported_by=flow(sheet, supported_by(sheet, team, aims), counted=True),
        beside=flow(sheet, beside(sheet, register, team, aims), counted=False),
        now=tuple(_now(sheet, team, aims)),
        empty="" if aims else sheet.say("team.no_objectives"),
        begin="" if aims or gone else _begin(sheet, team),
        next=tuple(row(sheet, o.ref) for o in coming[:_ROWS]),
        more_next=_more_in(sheet, team, coming, _ROWS),
        needs=needs[:_NEEDS],
        needed=needed[:_NEEDS],
        more_needs=_more(sheet, max(0, len(needs) - _NEEDS) + max(0, len(needed) - _NEEDS)),
        asks=_own_asks(sheet, own_asks),
        more_asks=_all_asks(sheet, sum(not is_answered(ask) for ask in own_asks) - _ASKS),
        asked=_asks(sheet, asked),
        check_ins=_check_ins(sheet, aims),
        part_of=sheet.team(team.parent) if team.parent else None,
        parts=tuple(
            sheet.team(t.id) for t in teams_by_name(site.teams[one] for one in register.parts_of.get(team.id, ()))
        ),
        members=members[:_PEOPLE],
        more_members=_more(sheet, len(members) - _PEOPLE),
        contact=contact_link(team.contact),
        health=tuple(sheet.health(metric.plan.id) for metric in site.health.values() if metric.plan.team == team.id),
        earlier=tuple(_earlier(sheet, o) for o in latest_cycle_first(sheet.site, earlier)[:_EARLIER]),
        lists=tuple(_lists(sheet, team, all_of_it)),
        allowed=allowed_views(sheet, team.allow),
    )


def _crumbs(sheet: Sheet, team: Team) -> Iterator[Link]:
    """Link to the list of teams, and to the teams this one is part of, the largest first."""
    above, parent = [], team.parent
    while parent is not None:
        above.append(sheet.team(parent))
        parent = sheet.site.teams[parent].parent
    yield Link(sheet.say("teams.title"), sheet.href(addresses.TEAMS))
    yield from reversed(above)


def _now(sheet: Sheet, team: Team, aims: Sequence[MeasuredObjective]) -> Iterator[Now]:
    """Give a team's objectives in each cycle shown now; what is led comes before what is shared."""
    room = _STRANDS
    for cycle in sheet.site.shown_cycles:
        here = [objective for objective in aims if objective.plan.cycle == cycle]
        if here:
            full, rest = here[:room], here[room:]
            yield Now(
                anchor=f"in-{cycle}",
                cycle=sheet.cycle(cycle),
                strands=tuple(strand(sheet, objective) for objective in full),
                rows=tuple(row(sheet, objective.ref) for objective in rest[:_ROWS]),
                more=_more_in(sheet, team, rest, _ROWS),
            )
            room -= len(full)


def _more_in(sheet: Sheet, team: Team, objectives: Sequence[MeasuredObjective], shown: int) -> Link | None:
    """Count the objectives that are not shown, and link to the list of all in the cycle of the first of them."""
    over = objectives[shown:]
    if not over:
        return None
    there = addresses.objectives_of(over[0].plan.cycle, team.id)
    return Link(sheet.say("more", n=len(over)), sheet.href(there))


def _asks(sheet: Sheet, asks: Sequence[Ask]) -> tuple[AskView, ...]:
    """Give the oldest open asks."""
    return tuple(ask_view(sheet, ask) for ask in sorted(asks, key=lambda ask: ask.day)[:_ASKS])


def _own_asks(sheet: Sheet, asks: Sequence[Ask]) -> tuple[AskView, ...]:
    """Give a team's open asks, and where there is room the last ones that were answered."""
    waiting = [ask for ask in asks if not is_answered(ask)]
    answered = sorted((ask for ask in asks if is_answered(ask)), key=lambda ask: ask.day, reverse=True)
    room = min(_ANSWERED, max(0, _ASKS - len(waiting)))
    return (*_asks(sheet, waiting), *(ask_view(sheet, ask) for ask in answered[:room]))


def _all_asks(sheet: Sheet, over: int) -> Link | None:
    """Link to all asks where not all are shown."""
    return Link(sheet.say("more", n=over), sheet.href(addresses.ASKS)) if over > 0 else None


def _begin(sheet: Sheet, team: Team) -> str:
    """Say where a team writes its first objective of a cycle."""
    cycle = next(iter(sheet.site.shown_cycles), "<cycle>")
    return sheet.say("team.begin", folder=f"{sheet.ground.config.content}/okrs/{cycle}/{team.id}")


def _earlier(sheet: Sheet, there: MeasuredObjective) -> Earlier:
    """Give an objective of a cycle that is over; words that are long stand on its own page."""
    ending = there.dropped or there.closed
    learned = ending.learned if ending else None
    short = learned is not None and len(learned.source) <= _LONG
    return Earlier(objective_line(sheet, there), words(sheet, learned if short else None))


def _check_ins(sheet: Sheet, aims: Sequence[MeasuredObjective]) -> tuple[Told, ...]:
    """Give the latest check-ins with words."""
    there = [(c.day, Written(o.ref, at)) for o in aims for at, c in enumerate(o.check_ins) if has_words(c)]
    return tuple(told(sheet, written) for _, written in heapq.nlargest(_CHECK_INS, there, key=lambda pair: pair[0]))


def _members(sheet: Sheet, register: Register, team: Team) -> tuple[Member, ...]:
    """List who is in a team: who leads it, then the others by last name."""
    ids = dict.fromkeys((*team.members, *register.members.get(team.id, ())))
    people = people_by_last_name(sheet.site.people[one] for one in ids if one != team.lead)
    ordered = [*([team.lead] if team.lead else []), *(person.id for person in people)]
    return tuple(Member(sheet.person(one), sheet.site.people[one].role or "", one == team.lead) for one in ordered)


def _lists(sheet: Sheet, team: Team, objectives: Sequence[MeasuredObjective]) -> Iterator[Link]:
    """Link to a team's list in each cycle in which it leads or shares an objective, the newest first."""
    for cycle in dict.fromkeys(o.plan.cycle for o in latest_cycle_first(sheet.site, objectives)):
        yield Link(sheet.site.cycles[cycle].plan.title, sheet.href(addresses.objectives_of(cycle, team.id)))


def _more(sheet: Sheet, over: int) -> str:
    """Count what is not shown; empty where all is."""
    return sheet.say("more", n=over) if over > 0 else ""
