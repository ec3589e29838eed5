"""What a plan names: which teams, people, cycles and tags stay when only what is named stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from okrsite.measure.walk import targets_in
from okrsite.plan.model import Ask, CheckIn, Objective, Plan, Reply
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of things that a plan names, or that have a file of their own."""

    teams: frozenset[str]
    people: frozenset[str]
    cycles: frozenset[str]
    tags: frozenset[str]


def named_in(plan: Plan) -> Named:
    """Collect what the objectives of a plan, its texts and its files name.

    A team names its parent and its people, a person their teams: these are followed as far as they lead.
    """
    objectives = plan.objectives.values()
    led_to = _ids_by_kind(targets_in(plan))
    teams, people = _joined(
        plan,
        teams=[*led_to.get("team", ()), *(team for o in objectives for team in _teams_of(o)), *_watching(plan)],
        people=[*led_to.get("person", ()), *(person for o in objectives for person in _people_of(o))],
    )
    return Named(
        teams=teams,
        people=people,
        cycles=frozenset({*led_to.get("cycle", ()), *(o.cycle for o in objectives)}),
        tags=frozenset({*led_to.get("tag", ()), *(slug for o in objectives for slug, _ in o.tags)}),
    )


def _ids_by_kind(targets: Iterable[Target]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for target in targets:
        found.setdefault(target.kind, set()).add(target.id)
    return found


def _teams_of(objective: Objective) -> Iterator[str]:
    yield objective.team
    yield from objective.teams
    for key_result in objective.key_results:
        yield from key_result.teams


def _people_of(objective: Objective) -> Iterator[str]:
    yield from objective.owners
    said = [key_result.owner for key_result in objective.key_results]
    said += [change.by for change in objective.changed]
    said += [by for check_in in objective.check_ins for by in _speaking_in(check_in)]
    said += [by for ask in objective.asks for by in _asking(ask)]
    yield from (person for person in said if person is not None)


def _speaking_in(check_in: CheckIn) -> Iterator[str | None]:
    yield check_in.by
    yield from _answering(check_in.replies)
    if check_in.ask is not None:
        yield from _asking(check_in.ask)


def _asking(ask: Ask) -> Iterator[str | None]:
    yield ask.by
    yield from _answering(ask.replies)


def _answering(replies: tuple[Reply, ...]) -> Iterator[str | None]:
    return (reply.by for reply in replies)


def _watching(plan: Plan) -> list[str]:
    return [metric.team for metric in plan.health.values() if metric.team is not None]


def _joined(plan: Plan, teams: list[str], people: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Follow teams to their people and parents, people to their teams, beginning with what has a file of its own."""
    known: set[tuple[str, str]] = set()
    ahead = [("team", name) for name in teams] + [("person", name) for name in people]
    ahead += [("team", name) for name, team in plan.teams.items() if team.origin]
    ahead += [("person", name) for name, person in plan.people.items() if person.origin]
    while ahead:
        found = ahead.pop()
        if found not in known:
            known.add(found)
            ahead += _beside(plan, *found)
    return (
        frozenset(name for kind, name in known if kind == "team"),
        frozenset(name for kind, name in known if kind == "person"),
    )


def _beside(plan: Plan, kind: str, name: str) -> list[tuple[str, str]]:
    if kind == "person":
        person = plan.people.get(name)
        return [("team", team) for team in person.teams] if person else []
    team = plan.teams.get(name)
    if team is None:
        return []
    ahead = [("person", person) for person in (team.lead, *team.members) if person]
    return [*ahead, ("team", team.parent)] if team.parent else ahead
