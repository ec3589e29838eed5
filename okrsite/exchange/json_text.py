"""JSON with exact numbers, which the standard library cannot write: a `Decimal` keeps its value, a `Fraction` is rounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

from okrsite.exchange.numbers import exact, rounded


def json_text(value: Any) -> str:
    """Write a value as JSON on one line: keys sorted, text as it is, days in ISO form.

    Knows text, truth, whole numbers, `Decimal`, `Fraction`, `date`, None, and lists, tuples and mappings of these;
    anything else is refused with a `KeyError`.
    """
    return _WRITERS[type(value)](value)


def _mapping(value: Mapping[str, Any]) -> str:
    return "{" + ",".join([head + _WRITERS[type(value[key])](value[key]) for key, head in _heads(tuple(value))]) + "}"


@lru_cache(maxsize=1024)
def _heads(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give keys in their order, each with how it is written: records of a kind have the same."""
    return [(key, f"{quoted(key)}:") for key in sorted(keys)]


def _list(value: list[Any]) -> str:
    return "[" + ",".join([_WRITERS[type(part)](part) for part in value]) + "]"


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    bool: lambda truth: "true" if truth else "false",
    int: str,
    type(None): lambda _: "null",
    Decimal: exact,
    Fraction: rounded,
    date: lambda day: f'"{day.isoformat()}"',
    dict: _mapping,
    list: _list,
    tuple: _list,
}
