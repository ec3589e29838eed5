"""Objectives by their names, full and short: which ones a name fits, nearest cycles first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain, islice

from okrsite.plan.cycles import containing, current_on, last_first, shortest_first
from okrsite.plan.model import Cycle
from okrsite.plan.near import NearNames

MOST_LISTED = 20

Steps = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Here:
    """Where a reference is written, which decides in which order a short name is looked up.

    `objective` is the full name of the objective it belongs to, `cycle` that objective's; `day` is the date of the
    check-in it stands in; `mount` the mount its file lies in.
    """

    objective: str | None = None
    cycle: str | None = None
    day: date | None = None
    mount: str | None = None


@dataclass(slots=True)
class ObjectiveNames:
    """Full and short names of objectives, aliases included, each leading to full names that hold today."""

    full: dict[str, str] = field(default_factory=dict)
    _by_slug: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _by_team: dict[tuple[str, str], dict[str, list[str]]] = field(default_factory=dict)

    def add(self, cycle: str, team: str, name: str, ref: str) -> None:
        """Let a name in a cycle and team lead to an objective; the first to have a full name keeps it."""
        if self.full.setdefault(f"{cycle}/{team}/{name}", ref) != ref:
            return
        for index in (self._by_slug.setdefault(name, {}), self._by_team.setdefault((team, name), {})):
            refs = index.setdefault(cycle, [])
            if ref not in refs[-1:]:
                refs.append(ref)

    def candidates(self, team: str | None, name: str, steps: Steps, own: str | None) -> list[str]:
        """Give the objectives that a short name fits in the first step where it fits any, else everywhere.

        `own` is never one. No more than `MOST_LISTED` and one are given.
        """
        by_cycle = self._by_team.get((team, name)) if team is not None else self._by_slug.get(name)
        if not by_cycle:
            return []
        for step in chain(steps, (sorted(by_cycle),)):
            found = chain.from_iterable(by_cycle.get(cycle, ()) for cycle in step)
            if refs := _first(ref for ref in found if ref != own):
                return refs
        return []

    def names(self, parts: int) -> Iterable[str]:
        """Give every way to name an objective in one, two or three parts."""
        if parts == 1:
            return self._by_slug
        return (f"{team}/{name}" for team, name in self._by_team) if parts == 2 else self.full  # noqa: PLR2004 - team and id


def _first(refs: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(islice(refs, MOST_LISTED + 1)))


@dataclass
class Order:
    """In which steps of cycles a short name is looked up, from each kind of place."""

    cycles: Sequence[Cycle]
    _of_cycle: dict[str, Steps] = field(default_factory=dict)
    _of_day: dict[date, Steps] = field(default_factory=dict)

    def steps(self, here: Here) -> Steps:
        """From a check-in the cycles of its day, from an objective its own and those around it, else the last first."""
        if here.day is not None:
            if here.day not in self._of_day:
                self._of_day[here.day] = shortest_first(current_on(self.cycles, here.day))
            return self._of_day[here.day]
        if here.cycle is not None:
            if here.cycle not in self._of_cycle:
                self._of_cycle[here.cycle] = self._around(here.cycle)
            return self._of_cycle[here.cycle]
        return self._last_first

    def _around(self, name: str) -> Steps:
        own = next((cycle for cycle in self.cycles if cycle.id == name), None)
        return [[name], *(shortest_first(containing(self.cycles, own)) if own else [])]

    @cached_property
    def _last_first(self) -> Steps:
        return last_first(self.cycles)


@dataclass
class Objectives:
    """All names of objectives: those of the whole site, and those of each mount as they are written there."""

    everywhere: ObjectiveNames
    mounts: dict[str, ObjectiveNames]
    order: Order
    _near: dict[int, NearNames] = field(default_factory=dict)

    @classmethod
    def empty(cls, cycles: Sequence[Cycle]) -> Objectives:
        """Begin without any."""
        return cls(ObjectiveNames(), defaultdict(ObjectiveNames), Order(cycles))

    def near(self, wrong: str) -> list[str]:
        """Give names near a wrong one, in as many parts as it has."""
        parts = wrong.count("/") + 1
        if parts not in self._near:
            known = (names.names(parts) for names in (self.everywhere, *self.mounts.values()))
            self._near[parts] = NearNames(chain.from_iterable(known))
        return self._near[parts].to(wrong)

    def find(self, parts: Sequence[str], here: Here) -> list[str]:
        """Give the objectives that one, two or three parts of a name fit: first within the mount, then everywhere."""
        own = self.mounts.get(here.mount) if here.mount is not None else None
        for names in (own, self.everywhere) if own else (self.everywhere,):
            if found := self._find(names, parts, here):
                return found
        return []

    def _find(self, names: ObjectiveNames, parts: Sequence[str], here: Here) -> list[str]:
        if len(parts) > 2:  # noqa: PLR2004 - cycle, team and id
            ref = names.full.get("/".join(parts))
            return [ref] if ref else []
        team = parts[0] if len(parts) > 1 else None
        return names.candidates(team, parts[-1], self.order.steps(here), here.objective)
