"""The edges between objectives, seen from both ends; those of private objectives only as a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from okrsite.measure.chain import Chain, why_chains, with_side_chains
from okrsite.measure.model import ContinuedBy, Downward, NeededBy, NeedShown, Upward
from okrsite.measure.privacy import Hidden
from okrsite.plan.model import Objective, Plan
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Edges:
    """All edges, by the full name of the public objective at whose page they are shown."""

    up: Mapping[str, tuple[Upward, ...]]
    down: Mapping[str, tuple[Downward, ...]]
    private_supporters: Mapping[str, int]
    chains: Mapping[str, Chain]
    needs: Mapping[str, tuple[NeedShown, ...]]
    needed_by: Mapping[str, tuple[NeededBy, ...]]
    needed_of_team: Mapping[str, tuple[NeededBy, ...]]
    continued_by: Mapping[str, tuple[ContinuedBy, ...]]


def edges_of(plan: Plan, hidden: Hidden) -> Edges:
    """Lay every edge of a plan to both of its ends, in the order of the plan. `plan` still holds what is private."""
    public = [objective for objective in plan.objectives.values() if objective.ref not in hidden.objectives]
    organisation = hidden.shown(plan.organisation)
    up = {objective.ref: _upward(objective, hidden) for objective in public}
    chains = why_chains(up, organisation)
    of_objectives, of_teams = _needed(public)
    return Edges(
        up={ref: with_side_chains(edges, organisation, chains) for ref, edges in up.items()},
        down=_downward(up),
        private_supporters=_private_supporters(plan.objectives.values(), hidden),
        chains=chains,
        needs={objective.ref: _needs(objective, hidden) for objective in public},
        needed_by=of_objectives,
        needed_of_team=of_teams,
        continued_by=_continued(public, hidden),
    )


def _upward(objective: Objective, hidden: Hidden) -> tuple[Upward, ...]:
    return tuple(
        Upward(_if_shown(support.to, hidden), hidden.shown(support.because), primary=number == 0, chain=())
        for number, support in enumerate(objective.supports)
    )


def _needs(objective: Objective, hidden: Hidden) -> tuple[NeedShown, ...]:
    return tuple(NeedShown(_if_shown(n.to, hidden), n.need, n.by, n.state) for n in objective.needs)


def _if_shown(target: Target, hidden: Hidden) -> Target | None:
    return None if hidden.holds(target) else target


def _downward(up: Mapping[str, tuple[Upward, ...]]) -> dict[str, tuple[Downward, ...]]:
    found: dict[str, list[Downward]] = {}
    for ref, edges in up.items():
        for edge in edges:
            if edge.to is not None and edge.to.kind == "objective":
                down = Downward(ref, edge.to.key_result, edge.because, edge.primary)
                found.setdefault(edge.to.id, []).append(down)
    return {ref: tuple(below) for ref, below in found.items()}


def _private_supporters(objectives: Iterable[Objective], hidden: Hidden) -> Counter[str]:
    """Count for each objective the private ones that support it, or a key result of it; each once."""
    private = (objective for objective in objectives if objective.ref in hidden.objectives)
    supported = ({s.to.id for s in objective.supports if s.to.kind == "objective"} for objective in private)
    return Counter(ref for refs in supported for ref in refs)


def _needed(public: Iterable[Objective]) -> tuple[dict[str, tuple[NeededBy, ...]], dict[str, tuple[NeededBy, ...]]]:
    """Turn needs round: what is needed of each objective, and of each team."""
    found: dict[str, dict[str, list[NeededBy]]] = {"objective": {}, "team": {}}
    for objective in public:
        for need in objective.needs:
            needed = NeededBy(objective.ref, need.to.key_result, need.need, need.by, need.state)
            found.setdefault(need.to.kind, {}).setdefault(need.to.id, []).append(needed)
    of_objectives, of_teams = ({name: tuple(by) for name, by in found[kind].items()} for kind in ("objective", "team"))
    return of_objectives, of_teams


def _continued(public: Iterable[Objective], hidden: Hidden) -> dict[str, tuple[ContinuedBy, ...]]:
    found: dict[str, list[ContinuedBy]] = {}
    for objective in public:
        if objective.continues is not None:
            later = ContinuedBy(objective.ref, hidden.shown(objective.continues.because))
            found.setdefault(objective.continues.to, []).append(later)
    return {ref: tuple(later) for ref, later in found.items()}
