"""Who looks after what, what stands under what, and what bears which name: gathered once, in one walk over the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective, NeededBy, Site
from okrsite.pages.order import objectives_by_team
from okrsite.plan.model import Ask

K = TypeVar("K")
V = TypeVar("V")
Refs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A check-in by somebody: the objective it is about, and its place among that objective's check-ins."""

    ref: str
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The site looked up from the other side. Objectives stand in list order: by team name, then as written.

    `of_team` are the objectives that a team leads, `shared_with` those it shares; `looked_after` those a person owns,
    `key_results_of` the key results of objectives that a person does not own. `asks_by` and `asks_of` are by person and
    by the name of the target (`team:…`, `person:…`). `under` are the objectives whose first `supports` is this one (or a
    key result of it), or `mission`, or `theme:…`. `watched_by` are the objectives that a health metric keeps honest.
    """

    in_order: Refs
    of_cycle: Mapping[str, Refs]
    of_team: Mapping[str, Refs]
    shared_with: Mapping[str, Refs]
    looked_after: Mapping[str, Refs]
    key_results_of: Mapping[str, tuple[tuple[str, str], ...]]
    check_ins_by: Mapping[str, tuple[Written, ...]]
    asks_by: Mapping[str, tuple[Ask, ...]]
    asks_of: Mapping[str, tuple[Ask, ...]]
    tagged: Mapping[str, Refs]
    under: Mapping[str, Refs]
    watched_by: Mapping[str, Refs]
    parts_of: Mapping[str, Refs]
    members: Mapping[str, Refs]


def register(site: Site) -> Register:
    """Gather a site's register; linear in what the site holds."""
    objectives = objectives_by_team(site)
    refs = tuple(o.ref for o in objectives)
    named = tuple(zip(refs, objectives, strict=True))
    return Register(
        in_order=refs,
        of_cycle=_grouped((o.plan.cycle, ref) for ref, o in named),
        of_team=_grouped((o.plan.team, ref) for ref, o in named),
        shared_with=_grouped((team, ref) for ref, o in named for team in o.plan.teams if team != o.plan.team),
        looked_after=_grouped((person, ref) for ref, o in named for person in o.plan.owners),
        key_results_of=_grouped(pair for o in objectives for pair in _others_key_results(o)),
        check_ins_by=_grouped((c.by, Written(ref, at)) for ref, o in named for at, c in enumerate(o.check_ins) if c.by),
        asks_by=_grouped((ask.by, ask) for ask in site.asks if ask.by),
        asks_of=_grouped((ask.of.name, ask) for ask in site.asks if ask.of),
        tagged=_grouped((slug, ref) for ref, o in named for slug, _ in o.plan.tags if slug),
        under=_grouped((above, ref) for ref, o in named for above in _above(o)),
        watched_by=_grouped((health, ref) for ref, o in named for health in _watched(o)),
        parts_of=_grouped((team.parent, team.id) for team in site.teams.values() if team.parent),
        members=_grouped((team, person.id) for person in site.people.values() for team in person.teams),
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Gather what belongs to each key, in the order it comes."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _others_key_results(objective: MeasuredObjective) -> Iterable[tuple[str, tuple[str, str]]]:
    """Give the key results that somebody looks after who does not look after the objective."""
    for key_result in objective.key_results:
        owner = key_result.plan.owner
        if owner and owner not in objective.plan.owners:
            yield owner, (objective.ref, key_result.plan.id)


def _above(objective: MeasuredObjective) -> Iterable[str]:
    """Give the name of what an objective's first `supports` leads to, a key result by its objective."""
    for edge in objective.supports:
        if edge.primary and edge.to is not None:
            yield edge.to.id if edge.to.kind == "objective" else edge.to.name


def _watched(objective: MeasuredObjective) -> Iterable[str]:
    """Give the health metrics that keep an objective honest, each once: its own, then those of its key results."""
    pairs = (_paired(key_result) for key_result in objective.key_results)
    return dict.fromkeys((*objective.plan.health, *(pair for pair in pairs if pair)))


def _paired(key_result: MeasuredKeyResult) -> str:
    """Give the health metric that a key result is paired with, if any."""
    pair = key_result.plan.pairs_with
    return pair.id if pair is not None and pair.kind == "health" else ""


def needs_of_team(site: Site, of_team: Refs, team: str) -> tuple[NeededBy, ...]:
    """Give what others need of a team: of itself, and of the objectives it leads."""
    own = (need for ref in of_team for need in site.objectives[ref].needed_by)
    return (*site.needed_of_team.get(team, ()), *own)
