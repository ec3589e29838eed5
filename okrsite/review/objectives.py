"""What became of one objective, but for its key results and what its team tells."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from okrsite.measure.model import MeasuredObjective, NeedShown, Upward
from okrsite.plan.model import Objective
from okrsite.review.model import (
    Allowed,
    Became,
    CarriesOn,
    Detail,
    Ended,
    Listed,
    Moved,
    NeedOf,
    Said,
    SupportOf,
    Worded,
)
from okrsite.review.pairing import essence, paired
from okrsite.targets import Target

Renames = Mapping[str, str]
"""Full names of objectives then → now, of those that are called otherwise now."""


def own_details(before: MeasuredObjective, after: MeasuredObjective, renames: Renames) -> Iterator[Detail]:
    """Say where it lies now, in which state, what is said of it otherwise, what it supports and needs."""
    if before.ref != after.ref:
        yield Moved()
    yield from _state(before, after)
    yield from _words(before.plan, after.plan)
    yield from _lists(before.plan, after.plan)
    yield from edges(before, after, renames)
    yield from _allowed(before.plan.allow, after.plan.allow)


def edges(before: MeasuredObjective, after: MeasuredObjective, renames: Renames) -> Iterator[Detail]:
    """Say which edges are new, gone, or have another reason; one whose end is only called otherwise is the same."""
    yield from _supports(before.supports, after.supports, renames)
    yield from _carried(before, after, renames)
    yield from _needs(before.needs, after.needs, renames)


def _state(before: MeasuredObjective, after: MeasuredObjective) -> Iterator[Detail]:
    if before.state != after.state:
        yield Became(before.state, after.state)
    endings = (
        Ended("paused", before.paused, after.paused) if after.paused else None,
        Ended("closed", before.closed, after.closed) if after.closed else None,
        Ended("dropped", before.dropped, after.dropped) if after.dropped else None,
    )
    yield from (each for each in endings if each and essence(each.before) != essence(each.after))


_WORDS: Mapping[str, Callable[[Objective], Said]] = {
    "title": lambda plan: plan.title,
    "why": lambda plan: plan.why,
    "for": lambda plan: plan.serves,
    "type": lambda plan: plan.type,
    "origin": lambda plan: plan.came_from,
    "contact": lambda plan: plan.contact,
    "score": lambda plan: None if plan.score is None else str(plan.score),
    "text": lambda plan: plan.body,
}


def _words(before: Objective, after: Objective) -> Iterator[Worded]:
    for what, said in _WORDS.items():
        was, now = said(before), said(after)
        if essence(was) != essence(now):
            yield Worded(what, was, now)


_LISTS: Mapping[str, Callable[[Objective], Iterable[str]]] = {
    "owners": lambda plan: plan.owners,
    "teams": lambda plan: plan.teams,
    "tags": lambda plan: (name for _, name in plan.tags),
    "health": lambda plan: plan.health,
}


def _lists(before: Objective, after: Objective) -> Iterator[Listed]:
    for what, listed in _LISTS.items():
        was, now = tuple(listed(before)), tuple(listed(after))
        new, gone = tuple(one for one in now if one not in was), tuple(one for one in was if one not in now)
        if new or gone:
            yield Listed(what, new, gone)


def _supports(before: Iterable[Upward], after: Iterable[Upward], renames: Renames) -> Iterator[SupportOf]:
    """Compare what is supported, and the reasons; that another of them is the main one, is no change of words."""
    then = [(each, _named(each.to, renames)) for each in before]
    for was, now in paired(then, [(each, each.to) for each in after], _to):
        if was is None or now is None or essence(was[0].because) != essence(now[0].because):
            yield SupportOf(was[0] if was else None, now[0] if now else None)


def _to(edge: tuple[Upward, Target | None]) -> Hashable:
    return (edge[1],)


def _named(target: Target | None, renames: Renames) -> Target | None:
    """Give what a reference of then leads to as it is called now."""
    if target is None or target.kind != "objective" or target.id not in renames:
        return target
    return replace(target, id=renames[target.id])


def _carried(before: MeasuredObjective, after: MeasuredObjective, renames: Renames) -> Iterator[CarriesOn]:
    was, now = before.continues, after.continues
    same = was and now and renames.get(was[0], was[0]) == now[0] and essence(was[1]) == essence(now[1])
    if not same and was != now:
        yield CarriesOn(was, now)


def _needs(before: Iterable[NeedShown], after: Iterable[NeedShown], renames: Renames) -> Iterator[NeedOf]:
    then = [(each, _named(each.to, renames)) for each in before]
    now = [(each, each.to) for each in after]
    for old, new in paired(then, now, _what_of_whom, _of_whom):
        if old is None or new is None or _standing(old[0]) != _standing(new[0]):
            yield NeedOf(old[0] if old else None, new[0] if new else None)


def _what_of_whom(need: tuple[NeedShown, Target | None]) -> Hashable:
    return need[1], need[0].need


def _of_whom(need: tuple[NeedShown, Target | None]) -> Hashable:
    return (need[1],)


def _standing(need: NeedShown) -> Hashable:
    return need.need, need.by, need.state


def _allowed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Allowed]:
    for rule in sorted(chain(before, after.keys() - before.keys())):
        if before.get(rule) != after.get(rule):
            yield Allowed(rule, after.get(rule))
