"""The why-chain: what stands above an objective, along each first `supports` edge, up to the mission."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from okrsite.measure.model import Step, Upward
from okrsite.plan.model import Organisation
from okrsite.targets import Target

MISSION = Target("mission")


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands above, from the nearest up, and how it ends: at the mission, at a private objective, or in a gap."""

    steps: tuple[Step, ...]
    end: Literal["mission", "private", "gap"]


_GAP = Chain((), "gap")
_PRIVATE = Chain((), "private")
_AT_MISSION = Chain((), "mission")


def why_chains(edges: Mapping[str, tuple[Upward, ...]], organisation: Organisation) -> dict[str, Chain]:
    """Follow the first edge of every objective up; each stretch is followed once.

    `edges` are the `supports` edges of every objective, the main one first. Paths are not enumerated. A ring, which
    is an error elsewhere, ends where it would begin again.
    """
    known: dict[str, Chain] = {}
    for ref in edges:
        for below in reversed(_unknown_way_up(ref, edges, known)):
            known[below] = _chain(edges[below], organisation, known)
    return known


def with_side_chains(
    edges: Iterable[Upward], organisation: Organisation, chains: Mapping[str, Chain]
) -> tuple[Upward, ...]:
    """Give every edge that is not the main one the main chain of its target."""
    return tuple(
        edge if edge.primary or edge.to is None else replace(edge, chain=_above(edge.to, organisation, chains).steps)
        for edge in edges
    )


def _unknown_way_up(ref: str, edges: Mapping[str, tuple[Upward, ...]], known: Mapping[str, Chain]) -> list[str]:
    way: dict[str, None] = {}
    at: str | None = ref
    while at is not None and at in edges and at not in known and at not in way:
        way[at] = None
        at = _objective_above(edges[at])
    return list(way)


def _objective_above(edges: tuple[Upward, ...]) -> str | None:
    to = edges[0].to if edges else None
    return to.id if to is not None and to.kind == "objective" else None


def _chain(edges: tuple[Upward, ...], organisation: Organisation, known: Mapping[str, Chain]) -> Chain:
    if not edges:
        return _GAP
    to = edges[0].to
    if to is None:
        return _PRIVATE
    above = _above(to, organisation, known)
    return Chain((Step(to, edges[0].because), *above.steps), above.end)


def _above(target: Target, organisation: Organisation, known: Mapping[str, Chain]) -> Chain:
    if target.kind == "mission":
        return _AT_MISSION
    if target.kind == "theme":
        why = next((theme.why for theme in organisation.themes if theme.id == target.id), None)
        return Chain((Step(MISSION, why),), "mission")
    return known.get(target.id, _GAP)
