"""What is found in the new files that was not found in the old ones, and how much of the old is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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

    What stands at a title is known by file and rule too: that a title reads otherwise makes nothing new.

    `moved` maps the files of objectives then → now: what is found in a file that is called otherwise is not new.
    """
    left: Counter[Entry] = Counter(_known(finding, moved) for finding in before)
    fresh, same = _apart(after, entry_of, left)
    titles: Counter[Entry] = Counter()
    for entry, count in left.items():
        titles[_but_for_its_title(entry)] += count
    new, retitled = _apart(fresh, lambda finding: _but_for_its_title(entry_of(finding)), titles)
    old = [*same, *retitled]
    still = [finding for finding in old if finding.level is Level.ERROR]
    return Weighed(_errors_first(new), tuple(still), len(old) - len(still), titles.total())


def _apart(
    findings: Iterable[Finding], known_by: Callable[[Finding], Entry], left: Counter[Entry]
) -> tuple[list[Finding], list[Finding]]:
    """Part those that are new from those that are left of before, and take these out of what is left."""
    new, old = list[Finding](), list[Finding]()
    for finding in findings:
        entry = known_by(finding)
        (old if left[entry] > 0 else new).append(finding)
        left[entry] -= left[entry] > 0
    return new, old


def _but_for_its_title(entry: Entry) -> Entry:
    return entry._replace(text="title:") if entry.text.removeprefix("- ").startswith("title:") else entry


def _known(finding: Finding, moved: Mapping[str, str]) -> Entry:
    path = finding.span.path
    return entry_of(replace(finding, span=replace(finding.span, path=moved.get(path, path))))


def _errors_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.level)))
