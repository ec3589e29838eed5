"""The words for what is found: what is new with its place and the way out, what is answered in a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Level
from okrsite.reports import in_a_file
from okrsite.review.findings import Weighed
from okrsite.review.inert import code, cut, sentence
from okrsite.review.pen import Room, counted
from okrsite.review.private import Guard

_BEFORE = " *(was there before)*"


@dataclass(frozen=True, slots=True)
class Told:
    """What is found, and what may be said of it."""

    weighed: Weighed
    guard: Guard


def found(told: Told, room: Room, prefix: str) -> tuple[list[str], list[str]]:
    """Give sentences that sum up what is found, and a line for each finding: the new ones, then errors of before.

    What private objectives say themselves is one line, whatever and how much it is.
    """
    weighed = told.weighed
    every = [*((finding, "") for finding in weighed.new), *((finding, _BEFORE) for finding in weighed.still)]
    inside = [finding for finding, _ in every if told.guard.inside(finding)]
    outside = [(finding, when) for finding, when in every if not told.guard.inside(finding)]
    lines = [f"{_line(finding, room, prefix, told.guard)}{when}" for finding, when in outside[: room.items]]
    more = len(outside) - len(lines)
    lines += [f"and {counted(more, 'more finding')}: `okrsite check` lists them all"] if more else []
    lines += [_in_private(inside)] if inside else []
    return list(_summed(weighed)), lines


def _in_private(findings: Sequence[Finding]) -> str:
    errors = sum(finding.level is Level.ERROR for finding in findings)
    of_them = f", {counted(errors, 'error')} among them" if errors and errors < len(findings) else ""
    what = counted(len(findings), "error" if errors == len(findings) else "finding")
    return f"{what} in private objectives{of_them}; `okrsite check` says what and where"


def _line(finding: Finding, room: Room, prefix: str, guard: Guard) -> str:
    span = finding.span
    place = f"{code(f'{prefix}{span.path}:{span.line}')} " if in_a_file(span) else ""
    level = f"**{finding.level}**" if finding.level is Level.ERROR else str(finding.level)
    return f"{place}{level} {code(finding.rule)}: {_words(finding, room, guard)}"


def _words(finding: Finding, room: Room, guard: Guard) -> str:
    """Give the words of a finding, unless they name something private."""
    if guard.names(finding):
        return "It names something private; `okrsite check` says it all."
    help_ = f" {sentence(cut(finding.help, 2 * room.letters))}" if finding.help else ""
    return f"{sentence(cut(finding.message, 2 * room.letters))}{help_}"


def _summed(weighed: Weighed) -> Iterator[str]:
    errors = len(weighed.still) + sum(finding.level is Level.ERROR for finding in weighed.new)
    if errors:
        yield f"With {'an error' if errors == 1 else counted(errors, 'error')} in it the site is not published; the last good one stays."
    if weighed.gone:
        yield f"{counted(weighed.gone, 'earlier finding is', 'earlier findings are')} answered by it."
    if weighed.stay:
        yield f"{counted(weighed.stay, 'earlier finding stays', 'earlier findings stay')} as {'it was' if weighed.stay == 1 else 'they were'}."
