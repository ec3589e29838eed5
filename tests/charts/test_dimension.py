from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from okrsite.charts.dimension import Ends, bounds_line, dimension_line, on_the_way, within_bounds, without_start

ENDS = Ends("51", "<30>", "38", "Start 51 min, now 38 min, target 30 min.")


@pytest.mark.parametrize(("raw", "place"), [(0, 9), (1, 91), (Fraction(1, 2), 50), (-5, 2), (40, 98)])
def test_the_dot_stays_in_sight_beyond_start_and_target(raw: Fraction, place: int) -> None:
    assert on_the_way(Fraction(raw)) == place


def test_without_a_start_the_dot_stands_at_its_share_of_the_target() -> None:
    assert without_start(Decimal(50), Decimal(100)) == 50
    assert without_start(Decimal(-1), Decimal(100)) is None
    assert without_start(Decimal(5), Decimal(0)) is None


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("6.2", None, "6.4"), ("6.6", "6.4", None), ("5", "4", "6"), ("-3", None, "-2"), ("0", None, "0")],
)
def test_a_guard_rail_that_is_held_stands_on_its_inner_side(value: str, low: str | None, high: str | None) -> None:
    at_least, at_most = (None if it is None else Decimal(it) for it in (low, high))
    place = within_bounds(Decimal(value), at_least, at_most)
    assert 2 <= place <= 98
    if at_most is not None:
        assert place <= (70 if at_least is not None else 62)
    if at_least is not None:
        assert place >= (30 if at_most is not None else 62)


def test_a_line_says_all_of_itself_to_those_who_listen() -> None:
    drawn = dimension_line(ENDS, Fraction(60), measured_from_start=True)
    assert '<span class="vh">Start 51 min, now 38 min, target 30 min.</span>' in drawn
    assert "&lt;30&gt;" in drawn
    assert 'cx="60%"' in drawn
    assert "style=" not in drawn


def test_nothing_measured_draws_no_dot() -> None:
    assert "circle" not in dimension_line(ENDS, None, measured_from_start=True)
    assert 'class="bs"' in dimension_line(ENDS, None, measured_from_start=False)


def test_a_guard_rail_with_two_bounds_has_two_uprights() -> None:
    assert bounds_line(ENDS, Fraction(50), lower=True, upper=True).count('class="tg"') == 2
    assert bounds_line(ENDS, None, lower=False, upper=True).count('class="tg"') == 1
