"""What a step has to say about the files it read: findings, each with the place it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs. An error keeps the site from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


FAILING = {False: (Level.ERROR,), True: (Level.ERROR, Level.WARNING)}
"""The levels that keep a site from being published: as a rule, and with `strict`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the root with `/`, line and column from 1, both in characters.

    `length` is how many characters are underlined; `excerpt` is the whole line as it stands in the file,
    empty where there is none to show (a folder, a binary file).
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a finding, and what stands there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or worth a word: rule id, level, place, one sentence, and a way out.

    `objective` is the full name of the objective that the finding is about, `team` the id of the team, where it is
    about one.
    """

    rule: str
    level: Level
    span: Span
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    objective: str | None = None
    team: str | None = None


def error(
    rule: str,
    span: Span,
    message: str,
    help: str = "",  # noqa: A002 - the word users read
    *,
    related: tuple[Related, ...] = (),
    objective: str | None = None,
) -> Finding:
    """Make a finding of level error."""
    return Finding(rule, Level.ERROR, span, message, help, related, objective)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort findings by path, line, column, rule and message, each once."""
    return sorted(set(findings), key=lambda f: (f.span.path, f.span.line, f.span.column, f.rule, f.message))
