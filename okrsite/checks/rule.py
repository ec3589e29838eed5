"""What a rule is: what it finds, why, the way out, an example of each kind, and how it looks where no earlier step has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from okrsite.checks.case import Case
from okrsite.diagnostics import Finding, Level, Related, Span
from okrsite.rules import LEVELS

OPENS, CLOSES = "⟦", "⟧"
EXAMPLES_ON = date(2026, 2, 20)
"""The day on which examples are looked at."""


@dataclass(frozen=True, slots=True)
class Example:
    """A small site: path from the root → text. `⟦` and `⟧` stand around each place where the rule finds something.

    A text of None is a file that cannot be read (a named pipe).
    """

    files: Mapping[str, str | None]

    def plain(self) -> dict[str, str | None]:
        """Give the files as they are written, without the marks."""
        return {path: text and text.replace(OPENS, "").replace(CLOSES, "") for path, text in self.files.items()}

    def places(self) -> list[tuple[str, int, int]]:
        """List where something is to be found: path, line, column, from 1, in order."""
        return sorted(place for path, text in self.files.items() for place in _marks(path, text or ""))


def _marks(path: str, text: str) -> Iterable[tuple[str, int, int]]:
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.replace(CLOSES, "")
        for nth, piece in enumerate(plain.split(OPENS)[:-1]):
            before = sum(len(part) for part in plain.split(OPENS)[:nth]) + len(piece)
            yield path, number, before + 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `finds` completes “finds …”, `why` is what it protects, in sentences.

    `found` is an example that it finds something in, `fine` a near one that it doesn't. `look` finds; it is None
    where a step before the checks does (reading, linking, rendering, publishing). `help` is the way out that is shown
    with each finding which brings none of its own; `drawn_from` names what goes wrong with goals in organisations that
    an opinion comes from. `languages` are those it reads, as tags; none where it reads no language.
    """

    id: str
    level: Level
    finds: str
    why: str
    found: Example
    fine: Example
    look: Callable[[Case], Iterable[Finding]] | None = None
    help: str = ""
    drawn_from: str = ""
    languages: tuple[str, ...] = ()


def opinion(
    rule: str,
    span: Span,
    message: str,
    help: str = "",  # noqa: A002 - the word users read
    *,
    related: tuple[Related, ...] = (),
    objective: str | None = None,
    team: str | None = None,
) -> Finding:
    """Make a finding of a warning or a note, at the level that its rule has; without `help` the rule's own is shown."""
    return Finding(rule, LEVELS[rule], span, message, help, related, objective, team)
