"""What is private leaves the plan here, at once and everywhere, so that no later step can show it.

A private objective goes, and with it every list entry, map and link that leads to it, whatever exists only because
of it (a team, a person, a cycle, a tag, a file beside its text), and what a key result took over from one of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from okrsite.measure.hidden_prose import without_hidden
from okrsite.measure.named import named_in
from okrsite.measure.walk import rewritten
from okrsite.plan.model import KeyResult, Kind, Objective, Plan
from okrsite.prose import Prose
from okrsite.targets import Target

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Hidden:
    """The full names of what is private: objectives, and key results that are `same_as` one of theirs."""

    objectives: frozenset[str]
    key_results: frozenset[str]

    def holds(self, target: Target | None) -> bool:
        """Tell whether a target may not be named."""
        return target is not None and target.kind == "objective" and target.id in self.objectives

    def shown(self, value: _T) -> _T:
        """Give a value of the plan with every text and target in it made fit to be shown."""
        if not self.objectives:
            return value
        shown: _T = rewritten(value, self._text, lambda target: None if self.holds(target) else target)
        return shown

    def _text(self, prose: Prose) -> Prose:
        return without_hidden(prose, self.holds)


def hidden_in(plan: Plan) -> Hidden:
    """Find what is private in a plan."""
    objectives = frozenset(ref for ref, objective in plan.objectives.items() if objective.private)
    if not objectives:
        return Hidden(frozenset(), frozenset())
    origins = {f"{ref}#{k.id}": k.same_as for ref, o in plan.objectives.items() for k in o.key_results if k.same_as}
    key_results = frozenset(name for name in origins if _origin(name, origins).partition("#")[0] in objectives)
    return Hidden(objectives, key_results)


def published(plan: Plan, hidden: Hidden) -> Plan:
    """Give the plan without what is private; the plan itself where nothing is.

    A thing with a file of its own stays; one that was made by being named stays where something public names it.
    """
    if not hidden.objectives:
        return plan
    objectives = {ref: _public(o, hidden) for ref, o in plan.objectives.items() if ref not in hidden.objectives}
    public = replace(hidden.shown(replace(plan, objectives={})), objectives=objectives)
    named = named_in(public)
    return replace(
        public,
        cycles={name: cycle for name, cycle in public.cycles.items() if cycle.origin or name in named.cycles},
        teams={name: team for name, team in public.teams.items() if name in named.teams},
        people={name: person for name, person in public.people.items() if name in named.people},
        tags={slug: text for slug, text in public.tags.items() if slug in named.tags},
        attachments={path: file for path, file in public.attachments.items() if path in named.files},
    )


def _origin(name: str, origins: Mapping[str, str | None]) -> str:
    """Follow `same_as` to the key result where the readings are; a ring, an error elsewhere, ends where it closes."""
    passed = set()
    above = origins.get(name)
    while above is not None and name not in passed:
        passed.add(name)
        name, above = above, origins.get(above)
    return name


def _public(objective: Objective, hidden: Hidden) -> Objective:
    continues = objective.continues
    kept = replace(
        objective,
        supports=tuple(support for support in objective.supports if not hidden.holds(support.to)),
        needs=tuple(need for need in objective.needs if not hidden.holds(need.to)),
        continues=None if continues and continues.to in hidden.objectives else continues,
        key_results=tuple(_own(k) if _is_hidden(objective, k, hidden) else k for k in objective.key_results),
    )
    return hidden.shown(kept)


def _is_hidden(objective: Objective, key_result: KeyResult, hidden: Hidden) -> bool:
    return key_result.same_as_private or f"{objective.ref}#{key_result.id}" in hidden.key_results


def _own(key_result: KeyResult) -> KeyResult:
    """Leave of a key result that is `same_as` a private one only what is its own: a number that is not measured."""
    return KeyResult(
        id=key_result.id,
        title=key_result.title,
        kind=Kind.NUMBER,
        unit=None,
        start=None,
        target=None,
        at_least=None,
        at_most=None,
        weight=key_result.weight,
        readings=(),
        milestones=(),
        done=False,
        done_on=None,
        owner=key_result.owner,
        teams=(),
        due=None,
        source=None,
        note=key_result.note,
        score=None,
        pairs_with=None,
        same_as=None,
        same_as_private=True,
        origin=key_result.origin,
    )
