"""Student's t: how far from the mean 95 % of it lies.

Decimals, not floats: these are computed the same way on every machine, to the last digit.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from functools import lru_cache

CONTEXT = Context(prec=40)
"""Far more digits than are ever shown."""

NORMAL = Decimal("1.959963984540054235524594430520551527955")
"""The same for the normal distribution, to which t comes closer with each degree of freedom."""

_SHARE = Decimal("0.95")
_ROOT_OF_PI = Decimal("1.772453850905516027298167483341145182798")
_MANY = 200
_CLOSE = Decimal("1e-20")


@lru_cache(maxsize=1024)
def quantile(freedom: Decimal) -> Decimal:
    """Give the t that 95 % lie within on both sides, for 1 or more degrees of freedom, whole or not.

    Newton's method on the distribution's own series, from where the expansion 26.7.5 of Abramowitz and Stegun,
    Handbook of Mathematical Functions (1964), has come; for more than 200 degrees that alone is right to 11 places.
    """
    with localcontext(CONTEXT):
        t = _expanded(freedom)
        step = Decimal(1) if freedom <= _MANY else Decimal(0)
        ratio = _gamma_ratio(freedom / 2) if step else Decimal(1)
        while abs(step) > _CLOSE:
            step = (_SHARE - _within(t, freedom, ratio)) / (2 * _density(t, freedom, ratio))
            t += step
        return +t


def _expanded(freedom: Decimal) -> Decimal:
    """Expand t around the normal quantile x in powers of 1/freedom (Abramowitz and Stegun 26.7.5)."""
    x = NORMAL
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return sum((term / freedom**power for power, term in enumerate(terms)), Decimal(0))


def _within(t: Decimal, freedom: Decimal, ratio: Decimal) -> Decimal:
    """Give the share between -t and t: the incomplete beta function I(x; 1/2, freedom/2) at x = t²/(freedom + t²).

    By its series (Abramowitz and Stegun 26.5.4); all its terms are positive, so it stops where they no longer count.
    """
    x = t * t / (freedom + t * t)
    half = freedom / 2
    term, total, n = Decimal(1), Decimal(0), 0
    while term > total * CONTEXT.create_decimal("1e-30"):
        total += term
        term *= x * (half + Decimal("0.5") + n) / (Decimal("1.5") + n)
        n += 1
    return 2 * x.sqrt() * (1 - x) ** half * total * ratio / _ROOT_OF_PI


def _density(t: Decimal, freedom: Decimal, ratio: Decimal) -> Decimal:
    """Give the density of t."""
    return ratio / (freedom.sqrt() * _ROOT_OF_PI) * (1 + t * t / freedom) ** (-(freedom + 1) / 2)


def _gamma_ratio(z: Decimal) -> Decimal:
    """Give Γ(z + 1/2) / Γ(z).

    Brought up by Γ(z + 1) = z Γ(z) to where its expansion in 1/z (Graham, Knuth and Patashnik, Concrete Mathematics,
    exercise 9.60) is right to 15 places.
    """
    factor = Decimal(1)
    while z < _MANY:
        factor *= z / (z + Decimal("0.5"))
        z += 1
    terms = (Decimal(1), Decimal(-1) / 8, Decimal(1) / 128, Decimal(5) / 1024, Decimal(-21) / 32768)
    return factor * z.sqrt() * sum((term / z**power for power, term in enumerate(terms)), Decimal(0))
