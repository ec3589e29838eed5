"""The words for what is found: what is new with its place and the way out, what is answered in a number."""

from __future__ import annotations

from collections.abc import Iterator

from okrsite.diagnostics import Finding, Level
from okrsite.reports import in_a_file
from okrsite.review.findings import Weighed
from okrsite.review.inert import code, cut, sentence
from okrsite.review.pen import Room, counted

_ONE, _MANY = 1, 2


def found(weighed: Weighed, room: Room, prefix: str) -> tuple[list[str], list[str]]:
    """Give sentences that sum up what is found, and a line for each finding: the new ones, then errors of before."""
    lines = [_line(finding, room, prefix) for finding in weighed.new[: room.items]]
    rest = room.items - len(lines)
    lines += [f"{_line(finding, room, prefix)} *(was there before)*" for finding in weighed.still[:rest]]
    more = len(weighed.new) + len(weighed.still) - len(lines)
    lines += [f"and {counted(more, 'more finding')}: `okrsite check` lists them all"] if more else []
    return list(_summed(weighed)), lines


def _line(finding: Finding, room: Room, prefix: str) -> str:
    span = finding.span
    place = f"{code(f'{prefix}{span.path}:{span.line}')} " if in_a_file(span) else ""
    help_ = f" {sentence(cut(finding.help, 2 * room.letters))}" if finding.help else ""
    level = f"**{finding.level}**" if finding.level is Level.ERROR else str(finding.level)
    return f"{place}{level} {code(finding.rule)}: {sentence(cut(finding.message, 2 * room.letters))}{help_}"


def _summed(weighed: Weighed) -> Iterator[str]:
    errors = len(weighed.still) + sum(finding.level is Level.ERROR for finding in weighed.new)
    if errors:
        yield f"With {'an error' if errors == 1 else counted(errors, 'error')} in it the site is not published; the last good one stays."
    if weighed.gone:
        yield f"{counted(weighed.gone, 'earlier finding is', 'earlier findings are')} answered by it."
    if weighed.stay:
        yield f"{counted(weighed.stay, 'earlier finding stays', 'earlier findings stay')} as {'it was' if weighed.stay == 1 else 'they were'}."
