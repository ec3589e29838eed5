"""What a reading in a check-in may be: a number, yes, or milestones that are done."""

from __future__ import annotations

from typing import Annotated, Any

from okrsite.written import FLAG_SCHEMA, TEXT_SCHEMA, CheckedIn, Listed, Quantity, Refusal, Scalar, flag, quantity, text


def read_value(value: Any, language: str) -> Quantity | bool | tuple[str, ...]:
    """Take a number, `true` or `false`, or the titles or ids of milestones; which of them fits, the key result tells."""
    if isinstance(value, Listed):
        return tuple(text(each) for each in value)
    if isinstance(value, Scalar) and value.plain and value in {"true", "false", "yes", "no"}:
        return flag(value)
    try:
        return quantity(value, language)
    except Refusal as refusal:
        return _milestone(value, refusal)


def _milestone(value: Any, refusal: Refusal) -> tuple[str, ...]:
    """Read a text that is no number as the name of a milestone, unless it is a number out of its range."""
    if refusal.type == "kr-arithmetic" or not any(character.isalpha() for character in value):
        raise refusal
    return (text(value),)


_SCHEMA = {
    "title": "number, or number and unit; `true`; a milestone or a list of them",
    "anyOf": [TEXT_SCHEMA, FLAG_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}],
}

ReadValue = Annotated[Quantity | bool | tuple[str, ...], CheckedIn(read_value, _SCHEMA)]
