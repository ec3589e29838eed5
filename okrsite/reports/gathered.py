"""Opinions that are alike, gathered: of many, each rule speaks once and names all places, first steps first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Level
from okrsite.rules import FIRST_STEPS

_FEW, _MOST = 2, 6
_LINES = 4


@dataclass(frozen=True, slots=True)
class Gathered:
    """The first finding of a rule, and where the same is found: on other lines of its file, in how many other files."""

    first: Finding
    lines: tuple[int, ...] = ()
    files: int = 0

    @property
    def also(self) -> str:
        """Say where else: ` The same on lines 9 and 14, and in 2 more files.`; empty where there is no other place."""
        places = [said for said in (_on_lines(self.lines), _in_files(self.files)) if said]
        return f" The same {', and '.join(places)}." if places else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of findings: errors each, opinions gathered where they are many, in order of their places.

    `rest` are the rules that must wait, with how much each finds: more than six at once help nobody.
    """

    lines: Sequence[Finding | Gathered]
    rest: Sequence[tuple[Level, str, int]] = ()


def gathered(findings: Sequence[Finding]) -> Told:
    """Gather findings, which stand in order: more than two opinions by their rules."""
    opinions = [finding for finding in findings if finding.level is not Level.ERROR]
    if len(opinions) <= _FEW:
        return Told(findings)
    counted = Counter((finding.level, finding.rule) for finding in opinions)
    ranked = sorted(counted, key=lambda kind: _rank(kind[0], kind[1], counted[kind]))
    now = {rule for _, rule in ranked[:_MOST]}
    firsts = {finding.rule: finding for finding in reversed(opinions) if finding.rule in now}
    lines = [
        finding if finding.level is Level.ERROR else _of_rule(finding, opinions)
        for finding in findings
        if finding.level is Level.ERROR or firsts.get(finding.rule) is finding
    ]
    return Told(lines, [(*kind, counted[kind]) for kind in ranked[_MOST:]])


def _rank(level: Level, rule: str, count: int) -> tuple[int, int, int, str]:
    """Rank the rules: opinions that were set to weigh more first, then first steps, then the most frequent."""
    first = FIRST_STEPS.index(rule) if rule in FIRST_STEPS else len(FIRST_STEPS)
    return list(Level).index(level), first, -count, rule


def _of_rule(first: Finding, opinions: Sequence[Finding]) -> Gathered:
    """Gather what else a rule finds."""
    others = [finding.span for finding in opinions if finding.rule == first.rule and finding is not first]
    lines = {span.line for span in others if span.path == first.span.path} - {first.span.line}
    return Gathered(first, tuple(sorted(lines)), len({span.path for span in others} - {first.span.path}))


def _on_lines(lines: tuple[int, ...]) -> str:
    shown = [str(line) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        return f"on lines {', '.join(shown)} and {len(lines) - _LINES} more"
    if len(shown) > 1:
        return f"on lines {', '.join(shown[:-1])} and {shown[-1]}"
    return f"on line {shown[0]}" if shown else ""


def _in_files(files: int) -> str:
    return f"in {files} more file{'' if files == 1 else 's'}" if files else ""
