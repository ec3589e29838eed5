"""How much of a cycle is gone on a day."""

from datetime import date
from fractions import Fraction

import pytest

from okrsite.measure.cycles import share_gone
from okrsite.plan.model import Cycle

FEBRUARY = Cycle("2026-02", "2026-02", date(2026, 2, 1), date(2026, 2, 28), None, None, None, (), None)


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2026, 1, 1), Fraction(0)),
        (date(2026, 2, 1), Fraction(0)),
        (date(2026, 2, 2), Fraction(1, 28)),
        (date(2026, 2, 15), Fraction(1, 2)),
        (date(2026, 2, 28), Fraction(27, 28)),
        (date(2026, 3, 1), Fraction(1)),
        (date(2027, 1, 1), Fraction(1)),
    ],
)
def test_the_days_before_a_day_are_gone(day: date, share: Fraction) -> None:
    assert share_gone(FEBRUARY, day) == share
