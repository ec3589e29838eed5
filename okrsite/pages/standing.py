"""How the objectives of some cycles stand together: what carries the mission, what stands under what, what hangs free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.register import Refs, Register
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Standing:
    """Objectives as they stand, in list order everywhere.

    `under` are, for each, those whose first `supports` it is; `below` counts all that stand under it, at any depth.
    `themes` are those that carry a theme, by its id in the organisation's order (also where nobody carries it yet);
    `mission` those that carry the mission itself. `elsewhere` reach it through an objective that is not here, `private`
    support one that is not published, `adrift` are the ones at which a chain ends before the mission.
    """

    members: Refs
    under: Mapping[str, Refs]
    below: Mapping[str, int]
    themes: Mapping[str, Refs]
    mission: Refs
    elsewhere: Refs
    private: Refs
    adrift: Refs

    @property
    def roots(self) -> Refs:
        """All that stand under nothing that is here."""
        carried = tuple(ref for refs in self.themes.values() for ref in refs)
        return (*carried, *self.mission, *self.elsewhere, *self.private, *self.adrift)

    @property
    def carrying(self) -> int:
        """How many carry the mission or a theme."""
        return len(self.mission) + sum(len(refs) for refs in self.themes.values())


def standing(site: Site, register: Register, cycles: Iterable[str]) -> Standing:
    """Let the objectives of some cycles stand together, with what they support in the cycles that contain these."""
    here = _members(site, register, tuple(cycles))
    under = {ref: tuple(child for child in register.under.get(ref, ()) if child in here) for ref in here}
    members = tuple(ref for ref in register.in_order if ref in here)
    return stood(site, members, {ref: children for ref, children in under.items() if children}, count_below(under))


def stood(site: Site, members: Refs, under: Mapping[str, Refs], below: Mapping[str, int]) -> Standing:
    """Let objectives stand together as it is given what stands under what: what stands under nothing finds its place."""
    here, roots = frozenset(members), dict[str, list[str]]()
    held = frozenset(child for children in under.values() for child in children)
    for ref in members:
        if ref not in held:
            roots.setdefault(_place(here, site.objectives[ref]), []).append(ref)
    return Standing(
        members=members,
        under=under,
        below=below,
        themes={theme.id: tuple(roots.get(f"theme:{theme.id}", ())) for theme in site.organisation.themes},
        mission=tuple(roots.get("mission", ())),
        elsewhere=tuple(roots.get("elsewhere", ())),
        private=tuple(roots.get("private", ())),
        adrift=tuple(roots.get("adrift", ())),
    )


def main_support(objective: MeasuredObjective) -> Target | None:
    """Give what an objective's first `supports` leads to; None without one, or where that is private."""
    return next((edge.to for edge in objective.supports if edge.primary), None)


def _members(site: Site, register: Register, cycles: Refs) -> frozenset[str]:
    """Give the objectives of the cycles, and all they support, step by step, in cycles that contain one of them."""
    inside = [site.cycles[cycle].plan for cycle in cycles]
    around = {c.plan.id for c in site.cycles.values() if any(c.plan.contains(cycle) for cycle in inside)}
    found = {ref for cycle in cycles for ref in register.of_cycle.get(cycle, ())}
    waiting = list(found)
    while waiting:
        for edge in site.objectives[waiting.pop()].supports:
            if edge.to is None or edge.to.kind != "objective" or edge.to.id in found:
                continue
            if site.objectives[edge.to.id].plan.cycle in around:
                found.add(edge.to.id)
                waiting.append(edge.to.id)
    return frozenset(found)


def _place(here: frozenset[str], objective: MeasuredObjective) -> str:
    """Say where an objective stands: under another, under the mission or a theme, or in one of the loose heaps."""
    if not objective.supports:
        return "adrift"
    target = main_support(objective)
    if target is None:
        return "private"
    if target.kind != "objective":
        return target.name
    if target.id in here:
        return target.id
    return "elsewhere" if objective.reaches_mission else "private" if objective.ends_private else "adrift"


def count_below(under: Mapping[str, Refs]) -> Mapping[str, int]:
    """Count what stands under each objective, at any depth, without recursion (chains may be hundreds deep)."""
    children = {child for refs in under.values() for child in refs}
    walk = [ref for ref in under if ref not in children]
    for ref in walk:
        walk.extend(under[ref])
    below: dict[str, int] = {}
    for ref in reversed(walk):
        below[ref] = sum(1 + below[child] for child in under[ref])
    return below
