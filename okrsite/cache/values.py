"""Values ↔ bytes: only the program's own frozen values, enumerations, and the few standard values found in them.

A pickle can name any class and have it called. Here a name leads to a class of this list, or to nothing; and a value is
put together from its fields without a word of the class's own code being run.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any

_OURS = "okrsite."
_STANDARD: dict[tuple[str, str], type] = {
    (kind.__module__, kind.__qualname__): kind for kind in (Decimal, Fraction, date)
}
_PROTOCOL = 5


class Unkeepable(ValueError):  # noqa: N818 - what it says of a value, or of bytes
    """A value that is none of those which can be kept, or bytes that hold no such value."""


def packed(value: object) -> bytes:
    """Write a value as bytes. Raises `Unkeepable` where there is something in it that can't be had back."""
    stream = io.BytesIO()
    _Packer(stream, _PROTOCOL).dump(value)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:
    """Read a value from its bytes. Raises `Unkeepable` where these hold anything that `packed` does not write, whatever fails."""
    try:
        return _Unpacker(io.BytesIO(data)).load()
    except Exception as trouble:
        raise Unkeepable(f"no kept value: {trouble}") from trouble


class _Packer(pickle.Pickler):
    """Writes a frozen value as its class and its fields in their order."""

    def reducer_override(self, value: Any, /) -> Any:
        kind: Any = type(value)
        take_apart = _taken_apart(kind)
        if take_apart is not None:
            return kind, take_apart(value)
        if kind in _STANDARD.values() or isinstance(value, Enum) or _is_known(value):
            return NotImplemented
        raise Unkeepable(f"{kind.__module__}.{kind.__qualname__} can’t be kept.")


class _Unpacker(pickle.Unpickler):
    """Puts values together; a name that is none of theirs is refused."""

    def find_class(self, module: str, name: str, /) -> Any:
        return _STANDARD.get((module, name)) or _put_together(module, name)


@cache
def _taken_apart(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """Give the way from a value to its fields in their order; None where it is none of the program's own."""
    if not _is_value(kind):
        return None
    names = _names(kind)
    get: Callable[[Any], Any] = attrgetter(*names) if names else tuple
    return get if len(names) != 1 else lambda value: (get(value),)


@cache
def _put_together(module: str, name: str) -> Callable[..., Any]:
    """Give the way from fields to a value of a class; an enumeration is its own. Nothing is imported for it."""
    kind = getattr(sys.modules.get(module), name, None) if module.startswith(_OURS) else None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if not isinstance(kind, type) or not _is_value(kind):
        raise Unkeepable(f"{module}.{name} is no kept value.")
    return _maker(kind)


def _maker(kind: Any) -> Callable[..., Any]:
    """Write the function that makes a value of its fields, as dataclasses write theirs: past the lock on its attributes."""
    names = _names(kind)
    known: dict[str, Any] = {f"_set_{name}": getattr(kind, name).__set__ for name in names}
    lines = [
        f"def _make({', '.join(names)}):",
        " _made = _new(_kind)",
        *(f" _set_{name}(_made, {name})" for name in names),
        " return _made",
    ]
    known |= {"_new": object.__new__, "_kind": kind}
    exec("\n".join(lines), known)  # noqa: S102 - made of our own fields' names
    make: Callable[..., Any] = known["_make"]
    return make


def _names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def _is_known(value: Any) -> bool:
    """Tell whether this is itself a class that a name may lead to."""
    return isinstance(value, type) and (value in _STANDARD.values() or issubclass(value, Enum) or _is_value(value))


def _is_value(kind: Any) -> bool:
    """Tell whether a class is one of the program's own whose values never change once they are made."""
    return (
        kind.__module__.startswith(_OURS)
        and is_dataclass(kind)
        and kind.__dataclass_params__.frozen  # type: ignore[union-attr]
        and "__slots__" in vars(kind)
    )
