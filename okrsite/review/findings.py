"""What is found in the new files that was not found in the old ones, and how much of the old is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from okrsite.diagnostics import Finding, Level
from okrsite.reports.fingerprints import Entry, entry_of

_ORDER = list(Level)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Findings that are new; errors that were there before and still are; how many others stay, how many are gone."""

    new: tuple[Finding, ...]
    still: tuple[Finding, ...]
    stay: int
    gone: int


def weighed(before: Iterable[Finding], after: Sequence[Finding], moved: Mapping[str, str]) -> Weighed:
    """Compare what is found on both sides, errors first; a finding is known by its file, rule and line's text.

    `moved` maps the files of objectives then → now: what is found in a file that is called otherwise is not new.
    """
    left: Counter[Entry] = Counter(_known(finding, moved) for finding in before)
    new, old = list[Finding](), list[Finding]()
    for finding in after:
        entry = entry_of(finding)
        (old if left[entry] > 0 else new).append(finding)
        left[entry] -= left[entry] > 0
    still = [finding for finding in old if finding.level is Level.ERROR]
    return Weighed(_errors_first(new), tuple(still), len(old) - len(still), left.total())


def _known(finding: Finding, moved: Mapping[str, str]) -> Entry:
    path = finding.span.path
    return entry_of(replace(finding, span=replace(finding.span, path=moved.get(path, path))))


def _errors_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.level)))
