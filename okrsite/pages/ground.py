"""What pages are drawn from, and the sheet that one page is drawn on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from okrsite import addresses
from okrsite.checks import Judged
from okrsite.config import Config
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.page import Day, Link
from okrsite.pages.titles import page_titles, short_names
from okrsite.plan.model import Cycle
from okrsite.speech import Speech
from okrsite.targets import Target, TargetKind

_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Ground:
    """All that pages are drawn from: the site on its day, how it is set up, how it speaks.

    `titles` says for every objective what its page is called, so that no two are called the same; `names` how others
    of its cycle refer to it. `revision` is that of the sources, empty where nobody knows it. `judged` is what the checks
    have to say, and what is accepted.
    """

    site: Site
    config: Config
    speech: Speech
    titles: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    revision: str = ""
    judged: Judged = field(default_factory=Judged)


def ground_of(site: Site, config: Config, speech: Speech, revision: str = "") -> Ground:
    """Gather what pages are drawn from."""
    return Ground(site, config, speech, page_titles(site), short_names(site), revision)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page while it is drawn: the ground, and the address from which its links start."""

    ground: Ground
    address: str

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

    def say(self, key: str, **args: object) -> str:
        """Say words of the catalogue as plain text (templates escape it)."""
        return self.speech.plain(key, **args)

    def href(self, to: str) -> str:
        """Write the link to an address. The 404 page stands anywhere, so its links are absolute where they can be."""
        base = self.ground.config.base_url
        if self.address == addresses.NOT_FOUND and base:
            return addresses.absolute(base, to)
        return addresses.href(self.address, to)

    def day(self, day: dt.date, cycle: Cycle | None = None) -> Day:
        """Write a day; without its year where it lies in the cycle that the words around it are about.

        Without `cycle` that is any of those shown now. A cycle of more than a year leaves no year out.
        """
        near = [cycle] if cycle else [self.site.cycles[shown].plan for shown in self.site.shown_cycles]
        plain = any(it.start <= day <= it.end and (it.end - it.start).days <= _A_YEAR for it in near)
        return Day(day.isoformat(), self.speech.day(day) if plain else self.speech.date(day))

    def cycle_of(self, objective: MeasuredObjective) -> Cycle:
        """Give the cycle that an objective belongs to."""
        return self.site.cycles[objective.plan.cycle].plan

    def objective(self, ref: str, key_result: str | None = None) -> Link:
        """Link to an objective, or to a key result on its page, by its title."""
        there = self.site.objectives[ref]
        title = there.plan.title
        if key_result is not None:
            title = next((k.plan.title for k in there.key_results if k.plan.id == key_result), title)
        return Link(title, self.href(_lies("objective", ref, key_result)))

    def team(self, team: str, *, short: bool = False) -> Link:
        """Link to a team by its name, or the shorter one it has for narrow places."""
        there = self.site.teams[team]
        text = there.short if short and there.short else there.name
        return Link(text, self.href(_lies("team", team)))

    def person(self, person: str) -> Link:
        """Link to a person by name; without people's pages the name alone."""
        name = self.site.people[person].name
        if not self.ground.config.people_pages:
            return Link(name)
        return Link(name, self.href(_lies("person", person)))

    def people(self, people: tuple[str, ...]) -> tuple[Link, ...]:
        """Link to several people, in the order given."""
        return tuple(self.person(person) for person in people)

    def cycle(self, cycle: str) -> Link:
        """Link to a cycle by its title."""
        return Link(self.site.cycles[cycle].plan.title, self.href(_lies("cycle", cycle)))

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
        return Link(self._name(target), self._address(target))

    def _name(self, target: Target) -> str:
        """Call what a reference leads to by its title or name."""
        named: dict[str, Callable[[], str]] = {
            "objective": lambda: self.objective(target.id, target.key_result).text,
            "mission": lambda: self.site.organisation.mission or self.say("mission"),
            "about": lambda: self.site.organisation.name,
            "tag": lambda: self.site.tags.get(target.id, target.id),
            "page": lambda: self.site.pages[target.id].title,
            "file": lambda: target.id.rsplit("/", 1)[-1],
            "theme": lambda: self.theme(target.id).text,
            "health": lambda: self.health(target.id).text,
            "team": lambda: self.team(target.id).text,
            "person": lambda: self.person(target.id).text,
            "cycle": lambda: self.cycle(target.id).text,
        }
        return named[target.kind]()

    def _address(self, target: Target) -> str | None:
        """Write the link to what a reference leads to; a person without a page has none."""
        if target.kind == "file":
            return self.href(self.site.attachments[target.id].url)
        if target.kind == "person":
            return self.person(target.id).href
        return self.href(addresses.address_of(target))

    def measured(self, ref: str) -> MeasuredObjective:
        """Give an objective as it stands on the day."""
        return self.site.objectives[ref]


@lru_cache(maxsize=8192)
def _lies(kind: TargetKind, id: str, key_result: str | None = None) -> str:  # noqa: A002 - as a target has it
    """Give the address of what is linked to from page after page."""
    return addresses.address_of(Target(kind, id, key_result))
