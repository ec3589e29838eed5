"""How many findings there are: by level, by rule, in how many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Level


@dataclass(frozen=True, slots=True)
class OfRule:
    """The findings of one rule at one level: how many, in how many files."""

    rule: str
    level: Level
    count: int
    files: int


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Count findings by level, each level named."""
    found = Counter(finding.level for finding in findings)
    return {str(level): found[level] for level in Level}


def by_rule(findings: Sequence[Finding]) -> list[OfRule]:
    """Count findings by rule: errors first, then warnings, then notes, of each the most frequent first."""
    kinds = Counter((finding.level, finding.rule) for finding in findings)
    files = Counter((level, rule) for level, rule, _ in {(f.level, f.rule, f.span.path) for f in findings})
    order = list(Level)
    counted = [OfRule(rule, level, n, files[level, rule]) for (level, rule), n in kinds.items()]
    return sorted(counted, key=lambda one: (order.index(one.level), -one.count, one.rule))


def summary(findings: Sequence[Finding]) -> str:
    """Say how many findings there are: `2 errors and 1 warning in 2 files`; empty where there is none."""
    parts = [f"{n} {level}{'' if n == 1 else 's'}" for level, n in counts(findings).items() if n]
    if not parts:
        return ""
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"{listed} in {in_files(len({finding.span.path for finding in findings}))}"


def verdict(findings: Sequence[Finding]) -> str:
    """Say how a site stands: without an error nothing is broken, whatever else is worth a word."""
    said = summary(findings)
    if not said or any(finding.level is Level.ERROR for finding in findings):
        return said
    return f"nothing is broken; {said} say{'s' if len(findings) == 1 else ''} what would help"


def in_files(n: int) -> str:
    """Say a number of files."""
    return f"{n} file{'' if n == 1 else 's'}"
