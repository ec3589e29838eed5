"""Walking through a value of the plan to every text and target in it, past everything that can hold neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from okrsite.prose import Prose
from okrsite.targets import Target


def targets_in(value: Any) -> tuple[Target, ...]:
    """Give every target that stands anywhere in a value, those of its texts included."""
    found: list[Target] = []
    _gather(value, found)
    return tuple(found)


def _gather(value: Any, found: list[Target]) -> None:
    kind = value.__class__
    if kind is Prose:
        found += [target for target in value.targets if target is not None]
    elif kind is Target:
        found.append(value)
    elif kind is tuple:
        for part in value:
            _gather(part, found)
    elif names := bearing(kind):
        for name in names:
            if part := getattr(value, name):
                _gather(part, found)
    elif isinstance(value, Mapping):
        _gather(tuple(value.values()), found)


def rewritten(value: Any, text: Callable[[Prose], Prose], target: Callable[[Target], Target | None]) -> Any:
    """Give a value with every text and target in it replaced; the value itself where nothing changes."""
    if isinstance(value, Prose):
        return text(value)
    if isinstance(value, Target):
        return target(value)
    if isinstance(value, tuple):
        parts = tuple(rewritten(part, text, target) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if isinstance(value, Mapping):
        kept = {key: rewritten(part, text, target) for key, part in value.items()}
        return kept if any(kept[key] is not value[key] for key in kept) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    old = {name: getattr(value, name) for name in bearing(type(value))}
    new = {name: rewritten(part, text, target) for name, part in old.items()}
    changed = {name: part for name, part in new.items() if part is not old[name]}
    return replace(value, **changed) if changed else value


@cache
def bearing(kind: type) -> tuple[str, ...]:
    """Name the fields of a dataclass in which, by their types, a text or a target may stand; none of what is no dataclass."""
    if not is_dataclass(kind):
        return ()
    return tuple(name for name, hint in get_type_hints(kind).items() if any(map(_bears, _leaves(hint))))


def _bears(leaf: Any) -> bool:
    return leaf in (Prose, Target) or (is_dataclass(leaf) and isinstance(leaf, type) and bool(bearing(leaf)))


def _leaves(hint: Any) -> Iterator[Any]:
    parts = get_args(hint)
    if not parts:
        yield hint
    for part in parts:
        yield from _leaves(part)
