"""Key results that say what will be done, not what will be different then."""

from __future__ import annotations

from okrsite.checks.reading.languages import Reader
from okrsite.checks.reading.phrases import Hit
from okrsite.checks.reading.titles import holds_number, task_in
from okrsite.plan.model import KeyResult, Kind


def task_of(key_result: KeyResult, reader: Reader) -> Hit | None:
    """Find the words by which a key result without any number says that something is to be done."""
    if key_result.kind not in {Kind.NUMBER, Kind.YES_NO} or key_result.target is not None or key_result.same_as:
        return None
    tongue = reader.tongue_of(key_result.title)
    hit = task_in(key_result.title, tongue) if tongue else None
    return None if hit is None or tongue is None or holds_number(key_result.title, tongue) else hit
