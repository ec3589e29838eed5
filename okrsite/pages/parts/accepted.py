"""What is accepted where it stands: a rule in words, its id, and the reason of who accepted it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okrsite.pages.ground import Sheet


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule whose finding is accepted here, in words (empty where the catalogue has none), and the reason."""

    rule: str
    said: str
    reason: str


def allowed_views(sheet: Sheet, allow: Mapping[str, str]) -> tuple[Allowed, ...]:
    """Give what is accepted of an objective or a team, in the order written."""
    return tuple(Allowed(rule, rule_in_words(sheet, rule), reason) for rule, reason in allow.items())


def rule_in_words(sheet: Sheet, rule: str) -> str:
    """Call a rule by a few words; empty where the catalogue has none."""
    key = f"rule.{rule}"
    return sheet.say(key) if key in sheet.speech.words else ""
