"""What of two lists is the same thing, before and after: by what it is called, else by what it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import Origin
from okrsite.prose import Prose

T = TypeVar("T")


def essence(value: Any) -> Hashable:
    """Give what a value says, without the lines where it is written: what may be compared between two checkouts."""
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, Origin):
        return None
    if isinstance(value, Mapping):
        return tuple((key, essence(inside)) for key, inside in value.items())
    if isinstance(value, tuple | list):
        return tuple(essence(inside) for inside in value)
    if is_dataclass(value):
        return tuple(essence(getattr(value, field.name)) for field in fields(value))
    said: Hashable = value
    return said


def paired(
    before: Iterable[T], after: Iterable[T], *keys: Callable[[T], Hashable | None]
) -> list[tuple[T | None, T | None]]:
    """Pair what was with what is: those now in their order, each with what it was or None, then those that are gone.

    Of each key in turn equal values belong together, the first to the first; a key of None says nothing.
    """
    then, now = dict(enumerate(before)), list(after)
    found: dict[int, T] = {}
    for key in keys:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at, old in reversed(then.items()):
            waiting[key(old)].append(at)
        waiting.pop(None, None)
        for at, new in enumerate(now):
            if at not in found and (there := waiting.get(key(new))):
                found[at] = then.pop(there.pop())
    return [*((found.get(at), new) for at, new in enumerate(now)), *((old, None) for old in then.values())]


def renamed(before: Site, after: Site) -> Mapping[str, str]:
    """Find the objectives that are called otherwise now: full name then → full name now.

    One that is gone is the same as a new one that names it in `aliases`; else as the only new one of its title; else as
    the only new one with its reason and key results.
    """
    gone = {ref: it for ref, it in before.objectives.items() if ref not in after.objectives}
    new = {ref: it for ref, it in after.objectives.items() if ref not in before.objectives}
    if not gone or not new:
        return {}
    found: dict[str, str] = {}
    for ref, it in new.items():
        earlier = [f"{it.plan.cycle}/{it.plan.team}/{alias}" for alias in it.plan.aliases]
        if was := next((name for name in earlier if name in gone and name not in found), None):
            found[was] = ref
    for key in (_title, _substance):
        found |= _only_ones(key, _without(gone, found), _without(new, found.values()))
    return found


def _without(objectives: Mapping[str, MeasuredObjective], refs: Iterable[str]) -> dict[str, MeasuredObjective]:
    left = dict(objectives)
    for ref in refs:
        left.pop(ref, None)
    return left


def _title(objective: MeasuredObjective) -> Hashable:
    return objective.plan.title


def _substance(objective: MeasuredObjective) -> Hashable | None:
    """Give what an objective is for and how its team will know; None where it says too little to be known by it."""
    why, key_results = objective.plan.why, tuple(each.title for each in objective.plan.key_results)
    return (why.source if why else None, key_results) if key_results else None


def _only_ones(
    key: Callable[[MeasuredObjective], Hashable | None],
    gone: Mapping[str, MeasuredObjective],
    new: Mapping[str, MeasuredObjective],
) -> dict[str, str]:
    """Pair those whose key nothing else has on its side."""
    then, now = _alone(key, gone), _alone(key, new)
    return {ref: now[said] for said, ref in then.items() if said in now}


def _alone(
    key: Callable[[MeasuredObjective], Hashable | None], objectives: Mapping[str, MeasuredObjective]
) -> dict[Hashable, str]:
    said = {ref: key(it) for ref, it in objectives.items()}
    counted = Counter(said.values())
    return {one: ref for ref, one in said.items() if one is not None and counted[one] == 1}
