"""How far an objective has come: the mean of what is measured, by weight, and nothing rolled up from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from okrsite.measure.model import MeasuredKeyResult
from okrsite.plan.model import Kind


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an objective has come.

    `shown` is the mean of key results each held within 0 and 1, `raw` of them as they are; both None where nothing is
    measured. `weakest` is the id of the key result that has come least far, the first of equals.
    """

    shown: Fraction | None
    raw: Fraction | None
    measured: int
    of: int
    weakest: str | None


def progress_of(key_results: Iterable[MeasuredKeyResult]) -> Progress:
    """Measure an objective by its key results, guard rails apart."""
    countable = [key_result for key_result in key_results if key_result.plan.kind is not Kind.GUARD_RAIL]
    shown = [(k.progress, k) for k in countable if k.progress is not None]
    weakest = min(shown, key=lambda pair: pair[0], default=None)
    return Progress(
        shown=weighted_mean((progress, Fraction(k.plan.weight)) for progress, k in shown),
        raw=weighted_mean((k.raw, Fraction(k.plan.weight)) for k in countable if k.raw is not None),
        measured=len(shown),
        of=len(countable),
        weakest=weakest[1].plan.id if weakest else None,
    )


def weighted_mean(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Give the mean of (value, weight) pairs, None of none; weights count only against each other."""
    total = whole = Fraction(0)
    for value, weight in parts:
        total += value if weight == 1 else value * weight
        whole += weight
    return total / whole if whole else None
