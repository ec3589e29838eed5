"""Rules that may be accepted or set to another level: opinions, never errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from okrsite.rules import ERRORS, LEVELS
from okrsite.written.checking import Checked, Prepared
from okrsite.written.choice import chosen, nearest
from okrsite.written.own_keys import is_own, refused_everywhere
from okrsite.written.refusing import as_scalar, refused, shown
from okrsite.written.texts import TEXT_SCHEMA, text
from okrsite.written.tree import GONE, Keyed, Scalar

_LEVELS = ("off", "note", "warning", "error")
_MEANT = (
    "it is not looked for",
    "it is shown",
    "it is shown, and a strict build fails with it",
    "it keeps the site from being published",
    "off, as YAML reads it",
)


def opinion(value: object) -> str:
    """Take the id of a warning or a note; refuse an unknown rule, and an error, which is a fact."""
    rule = str(value)
    if rule in ERRORS:
        raise refused(
            "wrong-type",
            f"`{rule}` is an error, which can’t be accepted or set to another level.",
            "Mend what it finds, and take this line away.",
        )
    if said := refused_everywhere(rule):
        raise refused(*said)
    if rule not in LEVELS:
        near = nearest(rule, sorted(set(LEVELS) - ERRORS))
        raise refused(
            "unknown-key",
            f"There is no rule called {shown(rule)}.",
            f"Did you mean {near}?" if near else "`okrsite explain` lists all rules.",
        )
    return rule


def reason(value: object) -> str:
    """Take the reason for which a finding is accepted; without one it is not accepted."""
    if isinstance(value, Scalar) and not value.strip():
        raise refused(
            "missing-key", "{key} is accepted here without a reason.", "Say why: the reason is shown on the page."
        )
    return text(value)


def level(value: object) -> str:
    """Take `off`, `note`, `warning` or `error`; `off` also where YAML takes it for false."""
    return "off" if as_scalar(value, "a level") == "false" else chosen(value, _LEVELS)


def of_the_format(value: Any) -> Any:
    """Leave out keys that begin with `x-`, and what is gone."""
    if not isinstance(value, Keyed):
        return value
    return {key: each for key, each in value.items() if not is_own(key) and each is not GONE}


Opinion = Annotated[str, Checked(opinion, {"type": "string"})]
Reason = Annotated[str, Checked(reason, TEXT_SCHEMA)]
Level = Annotated[str, Checked(level, {"type": "string"})]


def _by_rule(value: Mapping[str, Any], title: str) -> Mapping[str, Any]:
    """Describe keys that are ids of opinions, each with a value of one kind."""
    return {
        "title": title,
        "type": "object",
        "properties": {rule: value for rule in sorted(LEVELS) if rule not in ERRORS},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


_REASONS = _by_rule(TEXT_SCHEMA | {"title": "reason"}, "map from rule to reason")
_LEVEL_BY_RULE = _by_rule(
    {"title": "level", "enum": [*_LEVELS, False], "enumDescriptions": list(_MEANT)}, "map from rule to level"
)

Allow = Annotated[dict[Opinion, Reason], Prepared(of_the_format, instead=_REASONS)]
Levels = Annotated[dict[Opinion, Level], Prepared(of_the_format, instead=_LEVEL_BY_RULE)]
