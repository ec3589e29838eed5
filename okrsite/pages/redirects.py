"""Pages at old addresses that lead on to the new ones, so that a link once sent keeps working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Head, Page, blank
from okrsite.pages.register import Register
from okrsite.plan.model import Origin
from okrsite.targets import Target, TargetKind


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where a page has moved: the link from here, its address as search engines should keep it, its title."""

    href: str
    canonical: str
    title: str


@dataclass(frozen=True, slots=True)
class _Move:
    """An old address, the one it leads to now, what that is called, and where the old name is written."""

    old: str
    new: str
    title: str
    origin: Origin | None


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give a page for every address that an alias keeps alive."""
    for move in _moves(ground, register):
        yield blank(move.old, _page, Sheet(ground, move.old), move, listed=False)


def _page(sheet: Sheet, move: _Move) -> Page:
    base, href = sheet.ground.config.base_url, sheet.href(move.new)
    canonical = addresses.absolute(base, move.new) if base else href
    view = RedirectView(href, canonical, move.title)
    return Page(move.old, "redirect.html", view, Head(move.title), move.origin, framed=False)


def _moves(ground: Ground, register: Register) -> Iterator[_Move]:
    """Go through all aliases."""
    site = ground.site
    for team in site.teams.values():
        yield from _named("team", team.id, team.aliases, team.name, team.origin)
    if ground.config.people_pages:
        for person in site.people.values():
            yield from _named("person", person.id, person.aliases, person.name, person.origin)
    for metric in site.health.values():
        plan = metric.plan
        yield from _named("health", plan.id, plan.aliases, plan.title, plan.origin)
    for cycle in site.cycles.values():
        plan_ = cycle.plan
        yield from _named("cycle", plan_.id, plan_.aliases, plan_.title, plan_.origin)
        for alias in plan_.aliases:
            yield _Move(addresses.map_of(alias), addresses.map_of(plan_.id), plan_.title, plan_.origin)
            new = addresses.objectives_of(plan_.id)
            yield _Move(addresses.objectives_of(alias), new, plan_.title, plan_.origin)
    yield from _moved_lists(ground, register)
    for objective in site.objectives.values():
        yield from _moved_objective(ground, objective)


def _named(kind: TargetKind, name: str, aliases: tuple[str, ...], title: str, origin: Origin | None) -> Iterator[_Move]:
    """Lead from each earlier name of a thing to its page."""
    for alias in aliases:
        yield _Move(addresses.address_of(Target(kind, alias)), addresses.address_of(Target(kind, name)), title, origin)


def _moved_lists(ground: Ground, register: Register) -> Iterator[_Move]:
    """Lead from the lists of a team under its earlier names, and those of its cycle, to its list."""
    site = ground.site
    for cycle, refs in register.of_cycle.items():
        plans = [site.objectives[ref].plan for ref in refs]
        for team in dict.fromkeys(name for plan in plans for name in (plan.team, *plan.teams)):
            new, there = addresses.objectives_of(cycle, team), site.teams[team]
            names = product((cycle, *site.cycles[cycle].plan.aliases), (team, *there.aliases))
            for old in (addresses.objectives_of(*pair) for pair in names):
                if old != new:
                    yield _Move(old, new, there.name, there.origin)


def _moved_objective(ground: Ground, objective: MeasuredObjective) -> Iterator[_Move]:
    """Lead from every earlier address of an objective to its page: by its own names, its team's and its cycle's."""
    site, plan = ground.site, objective.plan
    cycles = (plan.cycle, *site.cycles[plan.cycle].plan.aliases)
    teams = (plan.team, *site.teams[plan.team].aliases)
    new = addresses.address_of(Target("objective", plan.ref))
    for names in product(cycles, teams, (plan.id, *plan.aliases)):
        old = addresses.address_of(Target("objective", "/".join(names)))
        if old != new:
            yield _Move(old, new, plan.title, plan.origin)
