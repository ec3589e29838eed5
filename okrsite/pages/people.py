"""The list of people, by last name, with what they do and what others may ask them for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.directory import Directory, anchor, by_letter, directory
from okrsite.pages.parts.split import Part, part_links
from okrsite.pages.register import Register
from okrsite.plan.model import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """A person in the list: name, role, teams."""

    person: Link
    role: str
    teams: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The people under one letter."""

    anchor: str
    letter: str
    people: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody is happy to help with."""

    person: Link
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The list of people; `helpers` are those of this page who offer something."""

    title: str
    lede: str
    letters: tuple[Letter, ...]
    helpers: tuple[Offer, ...]
    parts: tuple[Link, ...]
    empty: str


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give the list of people, in several pages where it is long; none where people have no pages."""
    if not ground.config.people_pages:
        return
    whole = directory(Sheet(ground, addresses.PEOPLE))
    for part in whole.parts:
        yield blank(part.address, _page, Sheet(ground, part.address), whole, part)


def _page(sheet: Sheet, whole: Directory, part: Part) -> Page:
    """Give one page of the list."""
    there = whole.people[part.start : part.stop]
    name = sheet.say("people.title")
    view = PeopleView(
        title=name,
        lede=sheet.say("people.lede"),
        letters=tuple(_letter(sheet, key, group, alone=len(group) == len(there)) for key, group in by_letter(there)),
        helpers=tuple(Offer(sheet.person(p.id), p.helps_with) for p in there if p.helps_with),
        parts=part_links(sheet, whole.parts),
        empty="" if there else sheet.say("people.empty"),
    )
    title = name if len(whole.parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    head = Head(title, view.lede, "people", blocks=(Block(sheet.say("block.sheet"), title),))
    return Page(part.address, "people.html", view, head)


def _letter(sheet: Sheet, key: str, people: Sequence[Person], *, alone: bool) -> Letter:
    """Give the people under one letter; names of a script without letters have a heading of their own."""
    entries = tuple(
        Entry(sheet.person(p.id), p.role or "", tuple(sheet.team(team) for team in p.teams)) for p in people
    )
    return Letter(anchor(key), key or sheet.say("people.by_name" if alone else "people.no_letter"), entries)
