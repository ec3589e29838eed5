"""Rings, drawn: each edge with the line it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.plan.alignment import rings
from okrsite.plan.drafts import Draft
from okrsite.plan.lookup import Here
from okrsite.plan.model import Objective, Plan, Team
from okrsite.plan.references import Lost, Names, resolve
from okrsite.plan.sameness import same_as_edges
from okrsite.plan.things import Thing

_MOST_DRAWN = 12

Place = Callable[[str, str], Span]
"""From the two ends of an edge to the place where it is written."""


def told_of_rings(
    plan: Plan, drafts: Mapping[str, Draft], teams: Mapping[str, Thing], names: Names
) -> Iterator[Finding]:
    """Say every ring of `supports`, of `same_as` and of team parents, at the edge of its first name."""
    supports = {ref: _supported(each) for ref, each in plan.objectives.items()}
    for ring in rings(supports):
        yield _drawn(ring, "supports", lambda one, other: _span_of_support(drafts[one], other, names))
    for ring in rings(same_as_edges(plan.objectives)):
        yield _drawn(ring, "is the same as", lambda one, _: _span_of_same(drafts, one, names))
    for ring in rings({name: _parent(team) for name, team in plan.teams.items()}):
        yield _drawn(ring, "is part of", lambda one, _: teams[one].document.span(("parent",)))


def without_rings(plan: Plan) -> Plan:
    """Take away the edges of rings among `supports` and team parents, so that whoever follows them comes to an end."""
    supports = _edges(rings({ref: _supported(each) for ref, each in plan.objectives.items()}))
    parents = _edges(rings({name: _parent(team) for name, team in plan.teams.items()}))
    if not supports and not parents:
        return plan
    teams = {name: replace(it, parent=None) if (name, it.parent) in parents else it for name, it in plan.teams.items()}
    return replace(plan, teams=teams, objectives={ref: _freed(it, supports) for ref, it in plan.objectives.items()})


def _freed(objective: Objective, ringed: frozenset[tuple[str, str]]) -> Objective:
    kept = tuple(
        it for it in objective.supports if it.to.kind != "objective" or (objective.ref, it.to.id) not in ringed
    )
    return objective if len(kept) == len(objective.supports) else replace(objective, supports=kept)


def _edges(found: Iterable[Sequence[str]]) -> frozenset[tuple[str, str]]:
    return frozenset(edge for ring in found for edge in zip(ring, [*ring[1:], ring[0]], strict=True))


def _supported(each: Objective) -> Sequence[str]:
    return [support.to.id for support in each.supports if support.to.kind == "objective"]


def _parent(team: Team) -> Sequence[str]:
    return [team.parent] if team.parent else []


def _drawn(ring: Sequence[str], verb: str, place: Place) -> Finding:
    edges = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    spans = [place(one, other) for one, other in edges]
    related = tuple(Related(span, f"{one} {verb} {other}") for span, (one, other) in zip(spans, edges, strict=True))
    objective = ring[0].partition("#")[0] if "/" in ring[0] else None
    return error(
        "align-cycle",
        spans[0],
        _sentence(ring, verb, spans),
        "Take one of these away.",
        related=related,
        objective=objective,
    )


def _sentence(ring: Sequence[str], verb: str, spans: Sequence[Span]) -> str:
    if len(ring) == 1:
        return f"“{ring[0]}” {verb} itself."
    shown = [f"{name} ({span.path}:{span.line})" for name, span in zip(ring[:_MOST_DRAWN], spans, strict=False)]
    shown += [f"… {len(ring) - _MOST_DRAWN} more …"] * (len(ring) > _MOST_DRAWN)
    return f"This leads back to itself: {' → '.join([*shown, ring[0]])}; each {verb} the next."


def _span_of_support(draft: Draft, other: str, names: Names) -> Span:
    here = Here(draft.ref, draft.cycle, mount=draft.document.source.mount)
    for support in draft.record.supports if draft.record else ():
        target = resolve(support.to, here, names)
        if not isinstance(target, Lost) and target.id == other:
            return draft.document.span((*support.at, "to"))
    return draft.document.start


def _span_of_same(drafts: Mapping[str, Draft], name: str, names: Names) -> Span:
    ref, _, key_result = name.partition("#")
    draft = drafts[ref]
    written = draft.record.key_results if draft.record else ()
    at = next(each.at for each, known in zip(written, names.key_results[ref], strict=True) if known == key_result)
    return draft.document.span((*at, "same_as"))
