"""What makes a finding the same from one run to the next: its file, its rule and the text it stands at, never its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from okrsite.diagnostics import Finding

_LONGEST, _KEPT = 160, 120
_DIGITS = 32


class Entry(NamedTuple):
    """A finding as it is known again: path, rule, and the text of its line, blanks evened out.

    A text of more than 160 characters is its beginning and a digest of all of it.
    """

    path: str
    rule: str
    text: str


def entry_of(finding: Finding) -> Entry:
    """Give what a finding is known by."""
    text = " ".join(_storable(finding.span.excerpt).split())
    if len(text) > _LONGEST:
        text = f"{text[:_KEPT]}… {_digest(text)[:8]}"
    return Entry(_storable(finding.span.path), finding.rule, text)


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Give each finding with its fingerprint, 32 hexadecimal digits; of several alike each has its own, by their order."""
    seen: Counter[Entry] = Counter()
    for finding in findings:
        entry = entry_of(finding)
        seen[entry] += 1
        yield finding, _digest("\0".join((*entry, str(seen[entry]))))[:_DIGITS]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _storable(text: str) -> str:
    """Put `?` in the place of what UTF-8 cannot hold (of file names that are in another encoding)."""
    return text.encode("utf-8", "replace").decode()
