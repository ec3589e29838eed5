"""What the words of a review are written with: both sides by their names, and how much room there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.words import plain_words
from okrsite.prose import Prose
from okrsite.review.inert import cut, inert
from okrsite.targets import Target

_OUTSIDE_A_LINK = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", " ": "%20", "\\": "%5C"})


@dataclass(frozen=True, slots=True)
class Room:
    """How much is told: of how many objectives in a section, in how many lines each, of a text how many characters."""

    items: int
    lines: int
    letters: int


@dataclass(frozen=True, slots=True)
class Wording:
    """One side as words are taken from it."""

    sheet: Sheet
    room: Room

    def words(self, text: str) -> str:
        """Write what somebody wrote, shortened, so that it shows and does nothing."""
        return inert(cut(text, self.room.letters))

    def said(self, prose: Prose | None) -> str:
        """Quote what somebody wrote; nothing where there are no words."""
        text = plain_words(self.sheet, prose)
        return f"“{self.words(text)}”" if text else ""

    def title(self, text: str) -> str:
        """Name something by its title."""
        return f"“{self.words(text)}”"

    def listing(self, names: Sequence[str]) -> str:
        """List names as they stand, the first few of many."""
        return listed(names, max(2, self.room.lines))

    def names(self, names: Sequence[str]) -> str:
        """List names that people gave."""
        return self.listing([self.words(name) for name in names])

    def person(self, person: str) -> str:
        """Name a person."""
        return self.words(self.sheet.person(person).text)

    def team(self, team: str) -> str:
        """Name a team."""
        return self.words(self.sheet.team(team).text)

    def day(self, day: dt.date) -> str:
        """Write a day, without its year where that goes without saying."""
        return self.sheet.day(day).text

    def figure(self, value: Decimal, unit: str | None) -> str:
        """Write a number with its unit."""
        return self.words(self.sheet.speech.quantity(value, unit))

    def objective(self, ref: str) -> str:
        """Name an objective, with the team that leads it."""
        there = self.sheet.measured(ref)
        return f"{self.title(there.plan.title)} ({self.team(there.plan.team)})"

    def to(self, target: Target | None) -> str:
        """Name what a reference leads to."""
        if target is None:
            return self.sheet.say("private.name")
        if target.kind == "mission":
            return "the mission"
        if target.kind == "team":
            return self.team(target.id)
        if target.kind == "objective":
            whole = self.objective(target.id)
            return f"{self.title(self.sheet.to(target).text)} of {whole}" if target.key_result else whole
        kind = {"theme": "the theme ", "health": "the health metric "}.get(target.kind, "")
        return f"{kind}{self.title(self.sheet.to(target).text)}"


@dataclass(frozen=True, slots=True)
class Pen:
    """Both sides, and whether the pages of the new site can be linked to."""

    then: Wording
    now: Wording
    linked: bool

    @property
    def room(self) -> Room:
        """How much is told."""
        return self.now.room

    def head(self, objective: MeasuredObjective, side: Wording, *more: str) -> str:
        """Name an objective at the head of what is told of it: its title, team and cycle."""
        plan = objective.plan
        title = f"**{side.words(plan.title)}**"
        base = self.now.sheet.ground.config.base_url
        if self.linked and base and side is self.now:
            address = addresses.absolute(base, addresses.address_of(Target("objective", objective.ref)))
            title = f"[{title}]({address.translate(_OUTSIDE_A_LINK)})"
        return " · ".join([title, side.team(plan.team), side.words(side.sheet.cycle(plan.cycle).text), *more])


def listed(said: Sequence[str], most: int) -> str:
    """List what is said: `a, b and c`; of many the first, `a, b and 7 more`."""
    shown = list(said[:most]) if len(said) > most + 1 else list(said)
    shown += [f"{len(said) - most} more"] if len(said) > most + 1 else []
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def counted(n: int, one: str, many: str = "") -> str:
    """Say how many there are of something."""
    return f"{n:,} {one if n == 1 else many or f'{one}s'}"
