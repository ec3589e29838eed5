"""How sure one can be of a mean, a share and a difference: 95 % intervals by the standard formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from okrsite.measure.survey.student import CONTEXT, NORMAL, quantile


@dataclass(frozen=True, slots=True)
class Sample:
    """Answers in numbers: how many, their mean, and their variance as a sample (divided by n - 1; 0 for one answer)."""

    n: int
    mean: Fraction
    variance: Fraction


@dataclass(frozen=True, slots=True)
class Range:
    """A 95 % interval around a value."""

    value: Fraction
    low: Fraction
    high: Fraction


def sample_of(counts: Sequence[int], lowest: int) -> Sample:
    """Sum up how many chose each step of a scale that begins at `lowest`. Without any answer there is no sample."""
    steps = range(lowest, lowest + len(counts))
    n = sum(counts)
    mean = Fraction(sum(step * count for step, count in zip(steps, counts, strict=True)), n)
    squares = sum(count * (step - mean) ** 2 for step, count in zip(steps, counts, strict=True))
    return Sample(n, mean, Fraction(squares) / (n - 1) if n > 1 else Fraction(0))


def mean_within(sample: Sample, lowest: int, highest: int) -> Range:
    """Give the interval of a mean, mean ± t·s/√n with n - 1 degrees of freedom, held within the scale.

    Two answers are the least. NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2.
    """
    half = _times_root(quantile(Decimal(sample.n - 1)), sample.variance / sample.n)
    return _held(sample.mean, half, Fraction(lowest), Fraction(highest))


def share_of(part: int, whole: int) -> Range:
    """Give the share that a part has of a whole of 1 or more, with Wilson's score interval.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927); method 3 of
    R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998).
    """
    share, square = Fraction(part, whole), Fraction(NORMAL) ** 2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    root = _times_root(NORMAL, share * (1 - share) / whole + square / (4 * whole * whole))
    interval = _held(middle, root / (1 + square / whole), Fraction(0), Fraction(1))
    return Range(share, min(interval.low, share), max(interval.high, share))


def difference_of(one: Sample, other: Sample, widest: int) -> Range:
    """Give how much higher the mean of one is than the other's, with Welch's interval, held within ± `widest`.

    d ± t·√(s₁²/n₁ + s₂²/n₂), its degrees of freedom after Welch and Satterthwaite (B. L. Welch, The generalization of
    Student's problem when several different population variances are involved, 1947): the groups need not be equally
    large, nor their answers equally spread. Two answers of each are the least.
    """
    error = one.variance / one.n + other.variance / other.n
    half = _times_root(quantile(freedom_of(one, other)), error) if error else Fraction(0)
    return _held(one.mean - other.mean, half, Fraction(-widest), Fraction(widest))


def freedom_of(one: Sample, other: Sample) -> Decimal:
    """Give the degrees of freedom of Welch's interval, where answers differ at all."""
    parts = [(each.variance / each.n, each.n - 1) for each in (one, other)]
    freedom = sum(part for part, _ in parts) ** 2 / sum(part**2 / left for part, left in parts)
    return _decimal(Fraction(freedom))


def _held(value: Fraction, half: Fraction, lowest: Fraction, highest: Fraction) -> Range:
    return Range(value, max(value - half, lowest), min(value + half, highest))


def _times_root(factor: Decimal, square: Fraction) -> Fraction:
    with localcontext(CONTEXT):
        return Fraction(factor * _decimal(square).sqrt())


def _decimal(number: Fraction) -> Decimal:
    with localcontext(CONTEXT):
        return Decimal(number.numerator) / Decimal(number.denominator)
