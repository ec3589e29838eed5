"""What pages are drawn from, and the sheet that one page is drawn on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from okrsite import addresses
from okrsite.checks import Judged
from okrsite.config import Config
from okrsite.diagnostics import Finding
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.memo import Memo
from okrsite.pages.page import Day, Link
from okrsite.pages.titles import page_titles, short_names
from okrsite.plan.model import Cycle
from okrsite.speech import Speech
from okrsite.targets import Target, TargetKind

_A_YEAR = 366
_IN_OBJECTIVES, _IN_TEAMS, _IN_PEOPLE, _IN_CYCLES = ("objectives/",), ("teams/",), ("people/",), ("cycles/",)
Made = TypeVar("Made")
Given = TypeVarTuple("Given")


@dataclass(frozen=True, slots=True)
class Ground:
    """All that pages are drawn from: the site on its day, how it is set up, how it speaks.

    `titles` says for every objective what its page is called, so that no two are called the same; `names` how others
    of its cycle refer to it. `revision` is that of the sources, empty where nobody knows it. `judged` is what the checks
    have to say, and what is accepted. `wrong` are the errors of files, by path, whose pages stand as they last were;
    `lost` the paths, by the addresses of their pages, of those of which nobody knows how they were.
    `memo` keeps what is the same on many pages; another ground begins without it.
    """

    site: Site
    config: Config
    speech: Speech
    titles: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    revision: str = ""
    judged: Judged = field(default_factory=Judged)
    wrong: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo, init=False, compare=False, repr=False)


def ground_of(site: Site, config: Config, speech: Speech, revision: str = "") -> Ground:
    """Gather what pages are drawn from."""
    return Ground(site, config, speech, page_titles(site), short_names(site), revision)


@dataclass(frozen=True, slots=True)
class Voice:
    """What a site says of itself, the same on every page."""

    ground: Ground

    @property
    def site(self) -> Site:
        """The site on its day."""
        return self.ground.site

    @property
    def speech(self) -> Speech:
        """How the site speaks."""
        return self.ground.speech

    @property
    def mirrored(self) -> bool:
        """Whether drawings run from right to left, as the language is written."""
        return self.speech.rtl

    def once(self, make: Callable[[Voice, *Given], Made], *given: *Given) -> Made:
        """Give what is made once for the site, when it is first asked for: by a voice, since links differ from page to page."""
        made = self.ground.memo.site[make]
        found: Made | None = made.get(given)
        if found is None:
            found = make(self, *given)
            made.keep(given, found)
        return found

    def say(self, key: str, **args: object) -> str:
        """Say words of the catalogue as plain text (templates escape it)."""
        return self.ground.speech.plain(key, **args)

    def day(self, day: dt.date, cycle: Cycle | None = None) -> Day:
        """Write a day; without its year where it lies in the cycle that the words around it are about.

        Without `cycle` that is any of those shown now. A cycle of more than a year leaves no year out.
        """
        return self.once(_day, day, cycle.start, cycle.end) if cycle else self.once(_day, day)

    def cycle_of(self, objective: MeasuredObjective) -> Cycle:
        """Give the cycle that an objective belongs to."""
        return self.ground.site.cycles[objective.plan.cycle].plan

    def measured(self, ref: str) -> MeasuredObjective:
        """Give an objective as it stands on the day."""
        return self.ground.site.objectives[ref]


def _day(voice: Voice, day: dt.date, *cycle: dt.date) -> Day:
    """Write a day of a cycle, from its first to its last, or without one of those shown now."""
    shown = (voice.site.cycles[shown].plan for shown in voice.site.shown_cycles)
    spans = [cycle] if cycle else [(it.start, it.end) for it in shown]
    plain = any(start <= day <= end and (end - start).days <= _A_YEAR for start, end in spans)
    return Day(day.isoformat(), voice.speech.day(day) if plain else voice.speech.date(day))


@dataclass(frozen=True, slots=True)
class Sheet(Voice):
    """One page while it is drawn: what the site says, and the address from which the page's links start."""

    address: str

    def href(self, to: str) -> str:
        """Write the link to an address. The 404 page stands anywhere, so its links are absolute where they can be."""
        base = self.ground.config.base_url
        if self.address == addresses.NOT_FOUND and base:
            return addresses.absolute(base, to)
        return addresses.href(self.address, to)

    def linked(self, into: tuple[str, ...], make: Callable[[Sheet, *Given], Made], *given: *Given) -> Made:
        """Give what is made once for all pages from which its links are the same; they lead `into` these folders.

        None of them may lead to a place on the page at hand.
        """
        here = self.ground.memo.at(self.address)
        made = (here.near if here.top in into else here.far)[make]
        found: Made | None = made.get(given)
        if found is None:
            found = make(self, *given)
            made.keep(given, found)
        return found

    def objective(self, ref: str, key_result: str | None = None) -> Link:
        """Link to an objective, or to a key result on its page, by its title."""
        whole = self.linked(_IN_OBJECTIVES, _objective, ref)
        if not key_result:
            return whole
        place = addresses.place(key_result)
        own = _lies("objective", ref) == self.address
        return Link(self.once(_title, ref, key_result), place if own else f"{whole.href}{place}")

    def team(self, team: str, *, short: bool = False) -> Link:
        """Link to a team by its name, or the shorter one it has for narrow places."""
        return self.linked(_IN_TEAMS, _team, team, short)

    def person(self, person: str) -> Link:
        """Link to a person by name; without people's pages the name alone."""
        return self.linked(_IN_PEOPLE, _person, person)

    def people(self, people: tuple[str, ...]) -> tuple[Link, ...]:
        """Link to several people, in the order given."""
        return tuple([self.person(person) for person in people])

    def cycle(self, cycle: str) -> Link:
        """Link to a cycle by its title."""
        return self.linked(_IN_CYCLES, _cycle, cycle)

    def tag(self, slug: str, text: str) -> Link:
        """Link to a tag; one without a slug has no page."""
        return Link(text, self.href(_lies("tag", slug)) if slug else None)

    def health(self, health: str) -> Link:
        """Link to a health metric by its title."""
        return Link(self.site.health[health].plan.title, self.href(_lies("health", health)))

    def theme(self, theme: str) -> Link:
        """Link to a theme by its title."""
        title = next(t.title for t in self.site.organisation.themes if t.id == theme)
        return Link(title, self.href(_lies("theme", theme)))

    def to(self, target: Target) -> Link:
        """Link to whatever a reference leads to, by the name that readers know it by."""
        there = _TO[target.kind](self, target)
        if not target.key_result or target.kind in _WITHOUT_PARTS:
            return there
        return Link(there.text, self.href(addresses.address_of(target)))


def _title(voice: Voice, ref: str, key_result: str) -> str:
    """Give the title of a key result; of one that is not there that of its objective."""
    there = voice.measured(ref)
    return next((k.plan.title for k in there.key_results if k.plan.id == key_result), there.plan.title)


def _objective(sheet: Sheet, ref: str) -> Link:
    return Link(sheet.measured(ref).plan.title, sheet.href(_lies("objective", ref)))


def _team(sheet: Sheet, team: str, short: bool) -> Link:  # noqa: FBT001 - one yes or no, private
    there = sheet.site.teams[team]
    return Link(there.short if short and there.short else there.name, sheet.href(_lies("team", team)))


def _person(sheet: Sheet, person: str) -> Link:
    name = sheet.site.people[person].name
    return Link(name, sheet.href(_lies("person", person)) if sheet.ground.config.people_pages else None)


def _cycle(sheet: Sheet, cycle: str) -> Link:
    return Link(sheet.site.cycles[cycle].plan.title, sheet.href(_lies("cycle", cycle)))


def _mission(sheet: Sheet, _: Target) -> Link:
    return Link(sheet.site.organisation.mission or sheet.say("mission"), sheet.href(addresses.HOME))


def _about(sheet: Sheet, _: Target) -> Link:
    return Link(sheet.site.organisation.name, sheet.href(addresses.ABOUT))


def _page(sheet: Sheet, target: Target) -> Link:
    return Link(sheet.site.pages[target.id].title, sheet.href(addresses.address_of(target)))


def _file(sheet: Sheet, target: Target) -> Link:
    return Link(target.id.rsplit("/", 1)[-1], sheet.href(sheet.site.attachments[target.id].url))


_WITHOUT_PARTS = frozenset({"objective", "mission", "file", "person"})
"""The kinds of which no link to a heading is made: it is in the link already, or the page is not always there."""

_TO: Mapping[TargetKind, Callable[[Sheet, Target], Link]] = {
    "objective": lambda sheet, target: sheet.objective(target.id, target.key_result),
    "mission": _mission,
    "about": _about,
    "tag": lambda sheet, target: sheet.tag(target.id, sheet.site.tags.get(target.id, target.id)),
    "page": _page,
    "file": _file,
    "theme": lambda sheet, target: sheet.theme(target.id),
    "health": lambda sheet, target: sheet.health(target.id),
    "team": lambda sheet, target: sheet.team(target.id),
    "person": lambda sheet, target: sheet.person(target.id),
    "cycle": lambda sheet, target: sheet.cycle(target.id),
}


@lru_cache(maxsize=16384)
def _lies(kind: TargetKind, id: str) -> str:  # noqa: A002 - as a target has it
    """Give the address of what is linked to from page after page."""
    return addresses.address_of(Target(kind, id))
