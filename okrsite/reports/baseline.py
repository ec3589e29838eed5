"""A baseline: the findings of an earlier run, accepted as they are, so that only new ones fail.

It covers warnings and notes. An error is a fact; no baseline accepts it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Level
from okrsite.reports.fingerprints import Entry, entry_of
from okrsite.reports.report import Known

_SCHEMA = 1
_LARGEST = 64 << 20

Baseline = Counter[Entry]
"""How often each finding is accepted."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The findings that a baseline does not accept, in their order, and what it knew of the others."""

    findings: list[Finding]
    known: Known


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """Accept all findings but errors."""
    return Counter(entry_of(finding) for finding in findings if finding.level is not Level.ERROR)


def weighed(findings: Iterable[Finding], baseline: Baseline) -> Weighed:
    """Leave out what a baseline accepts; each of its entries accepts one finding. Errors stay."""
    left, kept, accepted = Counter(baseline), [], 0
    for finding in findings:
        entry = entry_of(finding)
        known = left[entry] > 0
        left[entry] -= known
        if known and finding.level is not Level.ERROR:
            accepted += 1
        else:
            kept.append(finding)
    return Weighed(kept, Known(accepted, left.total()))


def written(baseline: Baseline) -> str:
    """Write a baseline as JSON, sorted, a finding a line, so that it can be read in a diff."""
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(baseline.elements())]
    between = ",\n    "
    inside = f"\n    {between.join(lines)}\n  " if lines else ""
    return f'{{\n  "okrsite": "baseline",\n  "schema": {_SCHEMA},\n  "accepted": [{inside}]\n}}\n'


def read(data: bytes) -> Baseline | str:
    """Read a baseline; one that can't be read is a sentence that says why, to follow its name and a colon."""
    if len(data) > _LARGEST:
        return "it is larger than 64 MB"
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return "it is not JSON"
    if not isinstance(whole, dict) or whole.get("okrsite") != "baseline":
        return "it is no baseline that okrsite wrote"
    if whole.get("schema") != _SCHEMA:
        return "it was written by another version of okrsite"
    return _entries(whole.get("accepted"))


def _entries(accepted: object) -> Baseline | str:
    if not isinstance(accepted, list):
        return "its list `accepted` is missing"
    for number, entry in enumerate(accepted, 1):
        if not _is_entry(entry):
            return f"entry {number} should have path, rule and text, and nothing else"
    return Counter(Entry(**entry) for entry in accepted)


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and entry.keys() == set(Entry._fields) and _all_text(entry.values())


def _all_text(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def said(known: Known, name: str) -> Sequence[str]:
    """Say in sentences what a baseline knew: what it accepts that is there, and what is gone."""
    sentences = []
    if known.accepted:
        one = known.accepted == 1
        sentences.append(f"{known.accepted} {'finding is' if one else 'findings are'} accepted by {name}.")
    if known.gone:
        one = known.gone == 1
        what = "finding that it accepts is" if one else "findings that it accepts are"
        sentences.append(f"{known.gone} {what} gone: write it anew with --write-baseline {name}.")
    return sentences
