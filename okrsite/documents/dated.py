"""Readings by day: a list of them, or a map from day to value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from okrsite.written import (
    CONFIDENCE_SCHEMA,
    DAY_SCHEMA,
    GONE,
    QUANTITY_SCHEMA,
    TEXT_SCHEMA,
    Keyed,
    Node,
    Prepared,
    Scalar,
    keyed,
    refused,
    scalar,
)

T = TypeVar("T")


def by_day(value: Any) -> Any:
    """Bring a map `{2026-09-12: 36, 2026-09-26: {value: 44}}` into the form of a list; leave a list as it is."""
    if not isinstance(value, Keyed):
        return value
    return [_entry(day, each, (*value.at, nth)) for nth, (day, each) in enumerate(value.items())]


def _entry(day: str, value: Node, at: tuple[str | int, ...]) -> Node:
    if value is GONE or not isinstance(value, (Keyed, Scalar)):
        return value
    made = keyed(value.line, at)
    made["date"] = scalar(day, line=value.line, at=at)
    if isinstance(value, Keyed):
        if "date" in value:
            raise refused(
                "wrong-type",
                f"The reading of {day} has a `date` of its own beside the day it is written at.",
                "Give the day once.",
            )
        made.update(value)
        made.pruned, made.gaps = value.pruned, value.gaps
    else:
        made["value"], made.gaps = value, not value.strip()
    return made


_BY_DAY: Mapping[str, Any] = {
    "title": "map from day to value",
    "type": "object",
    "propertyNames": DAY_SCHEMA,
    "additionalProperties": {
        "anyOf": [
            QUANTITY_SCHEMA,
            {
                "type": "object",
                "properties": {
                    "value": {**QUANTITY_SCHEMA, "title": "Value", "description": "what was read"},
                    "confidence": {
                        **CONFIDENCE_SCHEMA,
                        "title": "Confidence",
                        "description": "0 to 10: how sure the team is to get there",
                    },
                    "note": {**TEXT_SCHEMA, "title": "Note", "description": "a word about it"},
                },
                "patternProperties": {"^x-": {}},
                "required": ["value"],
                "additionalProperties": False,
            },
        ]
    },
}

Readings = Annotated[tuple[T, ...], Prepared(by_day, _BY_DAY)]
