"""What is private leaves the plan here, at once and everywhere, so that no later step can show it.

A private objective goes, and with it every list entry, map and link that leads to it, whatever exists only because
of it: a team, a person, a cycle, a tag. What a key result is `same_as` one of its own has been
left unfilled when the plan was linked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from okrsite.measure.hidden_prose import ONE_PRIVATE_OBJECTIVE, without_hidden
from okrsite.measure.named import named_in
from okrsite.measure.walk import rewritten, targets_in
from okrsite.plan.model import KeyResult, Objective, Plan
from okrsite.prose import Prose
from okrsite.targets import Target

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Hidden:
    """The full names of the private objectives."""

    objectives: frozenset[str]

    def holds(self, target: Target | None) -> bool:
        """Tell whether a target may not be named."""
        return target is not None and target.kind == "objective" and target.id in self.objectives

    def stand_in(self, value: object) -> bool:
        """Tell whether a value of the plan leads to one of them, in a text or by itself."""
        return bool(self.objectives) and any(map(self.holds, targets_in(value)))

    def shown(self, value: _T) -> _T:
        """Give a value of the plan with every text and target in it made fit to be shown."""
        if not self.stand_in(value):
            return value
        shown: _T = rewritten(value, self._text, lambda target: None if self.holds(target) else target)
        return shown

    def _text(self, prose: Prose) -> Prose:
        return without_hidden(prose, self.holds)


def hidden_in(plan: Plan) -> Hidden:
    """Find what is private in a plan."""
    return Hidden(frozenset(ref for ref, objective in plan.objectives.items() if objective.private))


def published(plan: Plan, hidden: Hidden) -> Plan:
    """Give the plan without what is private; the plan itself where nothing is.

    A thing with a file of its own stays; one that was made by being named stays where something public names it.
    """
    if not hidden.objectives:
        return plan
    objectives = {ref: published_alone(o, hidden) for ref, o in plan.objectives.items() if ref not in hidden.objectives}
    public = replace(hidden.shown(replace(plan, objectives={})), objectives=objectives)
    named = named_in(public)
    return replace(
        public,
        cycles={name: cycle for name, cycle in public.cycles.items() if cycle.origin or name in named.cycles},
        teams={name: team for name, team in public.teams.items() if name in named.teams},
        people={name: person for name, person in public.people.items() if name in named.people},
        tags={slug: text for slug, text in public.tags.items() if slug in named.tags},
    )


def published_alone(objective: Objective, hidden: Hidden) -> Objective:
    """Give a public objective without what in it leads to a private one."""
    continues = objective.continues
    carries_on = continues is not None and continues.to in hidden.objectives
    if not (carries_on or any(k.same_as_private for k in objective.key_results) or hidden.stand_in(objective)):
        return objective
    kept = replace(
        objective,
        supports=tuple(support for support in objective.supports if not hidden.holds(support.to)),
        needs=tuple(need for need in objective.needs if not hidden.holds(need.to)),
        continues=None if carries_on else continues,
        key_results=tuple(_titled(k) if k.same_as_private else k for k in objective.key_results),
    )
    return hidden.shown(kept)


def _titled(key_result: KeyResult) -> KeyResult:
    """Give a key result that is `same_as` a private one, and has no title of its own, one that gives nothing away."""
    return replace(key_result, title=ONE_PRIVATE_OBJECTIVE) if not key_result.title else key_result
