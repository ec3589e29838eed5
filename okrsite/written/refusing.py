"""How a value is refused: the rule, a sentence about it, and a way out."""

from __future__ import annotations

from pydantic_core import PydanticCustomError, PydanticOmit

from okrsite.written.tree import GONE, Keyed, Listed, Scalar

LONGEST_SHOWN = 40

Refusal = PydanticCustomError
"""What a check raises: `type` is the rule."""


def refused(rule: str, words: str, help: str = "", needle: str = "") -> PydanticCustomError:  # noqa: A002 - the word users read
    """Refuse a value. `{key}` in the words becomes the name of its key; `needle` is the part of the value it is about."""
    return PydanticCustomError(rule, "{words}", {"words": words, "help": help, "needle": needle})


def shown(text: str) -> str:
    """Show a text within a sentence: on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + '…'}”"


def as_scalar(value: object, expected: str) -> Scalar:
    """Give the scalar where one is expected; refuse lists and keyed values, and a blank where something must stand."""
    if isinstance(value, Scalar):
        if not value or value.isspace():
            raise refused("wrong-type", "{key} is empty.", f"Write {expected}, or take it away.")
        return value
    if isinstance(value, str):
        made = Scalar(value)
        made.plain, made.line, made.at = False, 0, ()
        return made
    if value is GONE:
        raise PydanticOmit
    if isinstance(value, Listed):
        raise refused(
            "wrong-type",
            f"{{key}} is a list; it should be {expected}.",
            "Write one value, without a hyphen or brackets.",
        )
    if isinstance(value, Keyed):
        raise refused(
            "wrong-type",
            f"{{key}} has keys of its own; it should be {expected}.",
            "Does the text hold a colon? Put it in quotes.",
        )
    raise refused("wrong-type", f"{{key}} should be {expected}.")
