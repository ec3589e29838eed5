"""Key results that are one measure in two places: the one that is `same_as` another gets what is the other's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from okrsite.plan.model import KeyResult, Objective


def same_as_edges(objectives: Mapping[str, Objective]) -> dict[str, tuple[str, ...]]:
    """Give, for each key result that is the same as another, the other's full name."""
    return {
        f"{ref}#{each.id}": (each.same_as,)
        for ref, objective in objectives.items()
        for each in objective.key_results
        if each.same_as
    }


def with_sameness(objectives: Mapping[str, Objective]) -> dict[str, Objective]:
    """Fill in what key results have from the one they are the same as, over any number of steps.

    One that leads to a private objective, from one that is not, gets nothing. A ring, an error elsewhere, is left.
    """
    edges = same_as_edges(objectives)
    if not edges:
        return dict(objectives)
    known = {f"{ref}#{each.id}": each for ref, objective in objectives.items() for each in objective.key_results}
    ends = _ends(edges, {ref for ref, objective in objectives.items() if objective.private})
    return {ref: _filled(objective, ends, known) for ref, objective in objectives.items()}


def _ends(edges: Mapping[str, tuple[str, ...]], private: set[str]) -> dict[str, tuple[str | None, bool]]:
    """Follow each name to where the measure is (None for a ring), and tell whether something private is on the way."""
    ends: dict[str, tuple[str | None, bool]] = {}
    for start in edges:
        path: dict[str, None] = {}
        name = start
        while name in edges and name not in ends and name not in path:
            path[name] = None
            name = edges[name][0]
        end = ends.get(name) or (None if name in path else name, name.partition("#")[0] in private)
        for step in reversed(path):
            ends[step] = end
            end = (end[0], end[1] or step.partition("#")[0] in private)
    return ends


def _filled(
    objective: Objective, ends: Mapping[str, tuple[str | None, bool]], known: Mapping[str, KeyResult]
) -> Objective:
    if not any(each.same_as for each in objective.key_results):
        return objective
    filled = []
    for number, own in enumerate(objective.key_results, 1):
        end, is_private = ends.get(f"{objective.ref}#{own.id}", (None, False))
        if is_private and not objective.private:
            filled.append(_without(own, number))
        else:
            filled.append(_with(own, known.get(end or "")))
    return replace(objective, key_results=tuple(filled))


def _without(own: KeyResult, number: int) -> KeyResult:
    """Leave a key result with what is its own; an id that was the private one's is not shown."""
    is_the_others = not own.title and (own.same_as or "").endswith(f"#{own.id}")
    name = f"key-result-{number}" if is_the_others else own.id
    return replace(own, id=name, same_as=None, same_as_private=True)


def _with(own: KeyResult, other: KeyResult | None) -> KeyResult:
    if own.same_as is None or other is None:
        return own
    return replace(
        other,
        id=own.id,
        title=own.title or other.title,
        owner=own.owner,
        teams=own.teams,
        weight=own.weight,
        note=own.note,
        same_as=own.same_as,
        same_as_private=False,
        origin=own.origin,
    )
