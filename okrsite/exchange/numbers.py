"""Numbers as data carries them: given ones exactly, computed ones rounded half to even at six places."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

PLACES = 6


def exact(number: Decimal) -> str:
    """Write a finite decimal in the shortest way that has its exact value, without an exponent.

    >>> exact(Decimal("6.20")), exact(Decimal("1.2E3")), exact(Decimal("-0.0"))
    ('6.2', '1200', '0')
    """
    written = str(number)
    if "E" in written:
        written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def rounded(number: Fraction) -> str:
    """Write a fraction rounded half to even at six places, in the shortest way.

    >>> rounded(Fraction(1, 3)), rounded(Fraction(-5, 2)), rounded(Fraction(1, 2_000_000))
    ('0.333333', '-2.5', '0')
    """
    if number.denominator == 1:
        return str(number.numerator)
    scaled, rest = divmod(number.numerator * 10**PLACES, number.denominator)
    half = 2 * rest - number.denominator
    scaled += half > 0 or (half == 0 and scaled % 2 == 1)
    whole, part = divmod(abs(scaled), 10**PLACES)
    written = f"{whole}.{part:0{PLACES}}".rstrip("0").rstrip(".")
    return f"-{written}" if scaled < 0 else written
