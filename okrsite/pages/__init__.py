"""Which pages exist, and what each says: one module a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from okrsite.pages import (
    about,
    asks,
    broken,
    changes,
    cycle,
    cycles,
    free,
    health,
    home,
    map_list,
    not_found,
    objective,
    objectives,
    open_goals,
    people,
    person,
    policy,
    practice,
    pulse,
    redirects,
    screen,
    tags,
    team,
    teams,
    themes,
)
from okrsite.pages.ground import Ground
from okrsite.pages.page import Blank, Page
from okrsite.pages.parts.mapped import Atlas, atlas
from okrsite.pages.register import Register, register

__all__ = ["Blank", "Ground", "Page", "compose"]

_PAGES: tuple[Callable[[Ground, Register], Iterator[Blank]], ...] = (
    home.compose,
    objectives.compose,
    teams.compose,
    team.compose,
    people.compose,
    person.compose,
    cycles.compose,
    cycle.compose,
    themes.compose,
    tags.compose,
    health.compose,
    asks.compose,
    open_goals.compose,
    changes.compose,
    practice.compose,
    policy.compose,
    pulse.compose,
    screen.compose,
    about.compose,
    free.compose,
    not_found.compose,
    redirects.compose,
)


def compose(ground: Ground) -> Iterator[Blank]:
    """Give every page of a site, one after the other, none drawn yet."""
    there = register(ground.site)
    maps = atlas(ground.site, there)
    taken: set[str] = set()
    for page in _sound(ground, there, maps):
        taken.add(page.address)
        yield page
    yield from broken.compose(ground, taken)


def _sound(ground: Ground, register: Register, maps: Atlas) -> Iterator[Blank]:
    for pages in _PAGES:
        yield from pages(ground, register)
    yield from map_list.compose(ground, maps)
    yield from objective.compose(ground, maps)
