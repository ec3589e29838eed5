"""Values that pickle keeps and gives back quickly."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

C = TypeVar("C", bound=type)


def kept(cls: C) -> C:
    """Let pickle take the values of a frozen, slotted dataclass with two fields or more, without asking which these are each time."""
    names = [field.name for field in fields(cls)]
    values, puts = attrgetter(*names), [getattr(cls, name).__set__ for name in names]

    def state(self: Any) -> Any:
        return values(self)

    def restore(self: Any, state: tuple[Any, ...]) -> None:
        for put, value in zip(puts, state, strict=True):
            put(self, value)

    kept_so: Any = cls
    kept_so.__getstate__, kept_so.__setstate__ = state, restore
    return cls
