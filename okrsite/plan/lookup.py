"""Objectives by their names, full and short: which ones a name fits, nearest cycles first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain, islice

from okrsite.plan.cycles import UNDATED, length
from okrsite.plan.model import Cycle
from okrsite.plan.near import NearNames

MOST_LISTED = 20

Rank = Callable[[str], tuple[int, ...]]
"""From a cycle's id to how near it is; the nearest first."""


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

    def candidates(self, team: str | None, name: str, rank: Rank, own: str | None) -> list[str]:
        """Give the objectives that a short name fits in the cycles of the first rank where it fits any.

        `own` is never one. No more than `MOST_LISTED` and one are given.
        """
        by_cycle = self._by_team.get((team, name)) if team is not None else self._by_slug.get(name)
        first: tuple[int, ...] | None = None
        cycles: list[str] = []
        for cycle, refs in (by_cycle or {}).items():
            here = rank(cycle)
            if (first is not None and here > first) or all(ref == own for ref in refs):
                continue
            if here != first:
                first, cycles = here, []
            cycles.append(cycle)
        found = (ref for cycle in cycles for ref in (by_cycle or {})[cycle] if ref != own)
        return list(dict.fromkeys(islice(found, MOST_LISTED + 1)))

    def names(self, parts: int) -> Iterable[str]:
        """Give every way to name an objective in one, two or three parts."""
        if parts == 1:
            return self._by_slug
        return (f"{team}/{name}" for team, name in self._by_team) if parts == 2 else self.full  # noqa: PLR2004 - team and id


@dataclass(frozen=True, slots=True)
class Order:
    """In which order cycles are looked through for a short name, from each kind of place."""

    cycles: Mapping[str, Cycle]

    def rank(self, here: Here) -> Rank:
        """Give how near cycles are: the smallest first, those of one rank together.

        From a check-in these are the cycles of its day, the shortest first; from an objective its own, then those
        around it, the shortest first; then all others. From elsewhere the one that ends last, of two the shorter.
        """
        if here.day is not None:
            return partial(self._of_day, here.day)
        if here.cycle is not None:
            return partial(self._around, here.cycle, self.cycles.get(here.cycle))
        return self._last_first

    def _of_day(self, day: date, name: str) -> tuple[int, ...]:
        cycle = self.cycles.get(name)
        return (0, length(cycle)) if cycle and cycle.start <= day <= cycle.end else (1,)

    def _around(self, own: str, inner: Cycle | None, name: str) -> tuple[int, ...]:
        if name == own:
            return (0,)
        cycle = self.cycles.get(name)
        return (1, length(cycle)) if cycle and inner and cycle.contains(inner) else (2,)

    def _last_first(self, name: str) -> tuple[int, ...]:
        cycle = self.cycles.get(name)
        return (0, -cycle.end.toordinal(), length(cycle)) if cycle and cycle.start != UNDATED else (1,)


@dataclass
class Objectives:
    """All names of objectives: those of the whole site, and those of each mount as they are written there."""

    everywhere: ObjectiveNames
    mounts: dict[str, ObjectiveNames]
    order: Order
    _near: dict[int, NearNames] = field(default_factory=dict)

    @classmethod
    def empty(cls, cycles: Mapping[str, Cycle]) -> Objectives:
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
        return names.candidates(team, parts[-1], self.order.rank(here), here.objective)
