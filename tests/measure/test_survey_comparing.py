"""What is said of groups beside each other."""

from __future__ import annotations

from fractions import Fraction

import pytest

from okrsite.measure.survey.comparing import (
    above_middle,
    answered_share,
    compared,
    difference,
    share_above,
    turnout,
)
from okrsite.measure.survey.intervals import mean_within, sample_of
from okrsite.measure.survey.model import ShownAnswers, ShownGroup
from okrsite.plan.model import Scale
from tests.measure.surveys import grouping, shown_of

FIVE = Scale(1, 5, None, None)


def answers(*counts: int, name: str = "a") -> ShownAnswers:
    sample = sample_of(counts, 1)
    mean = mean_within(sample, 1, len(counts))
    return ShownAnswers(name, counts, sample.n, sample.mean, sample.variance, mean.low, mean.high)


def test_the_mock_s_first_statement_is_six_tenths_higher_give_or_take_one() -> None:
    """Welch by hand: 4.0485 - 3.4120 ± 1.9627·√(0.8444/412 + 1.1689/1102), with t at 860.5 degrees of freedom."""
    found = difference(answers(6, 22, 62, 178, 144), answers(58, 158, 336, 372, 178), FIVE)
    assert (round(found.value, 2), round(found.half, 2), found.clear) == (Fraction("0.64"), Fraction("0.11"), True)


def test_a_range_that_holds_zero_shows_no_clear_difference() -> None:
    assert not difference(answers(58, 110, 118, 92, 34), answers(142, 284, 318, 262, 96), FIVE).clear


def test_groups_that_say_the_same_are_not_apart() -> None:
    found = difference(answers(0, 0, 12, 0, 0), answers(0, 0, 15, 0, 0), FIVE)
    assert (found.value, found.half, found.clear) == (Fraction(0), Fraction(0), False)


def test_at_the_end_of_the_scale_half_the_range_is_not_cut_short() -> None:
    """A difference near the widest there is: its upper end is held, the lower one still tells how wide the range is."""
    found = difference(answers(1, 0, 0, 0, 8), answers(8, 0, 0, 0, 1), FIVE)
    assert found.value + found.half > 4


def test_of_two_the_first_is_compared_with_the_second() -> None:
    first, second = compared([answers(0, 0, 0, 5, 9), answers(9, 5, 0, 0, 0)], FIVE)
    assert first is not None
    assert first.value > 0
    assert second is None


def test_of_more_each_is_compared_with_the_first() -> None:
    low, high = answers(9, 5, 0, 0, 0), answers(0, 0, 0, 5, 9)
    first, second, third = compared([high, low, high], FIVE)
    assert first is None
    assert second is not None
    assert third is not None
    assert (second.value < 0, third.value) == (True, Fraction(0))


@pytest.mark.parametrize("groups", [[], [answers(0, 0, 12, 0, 0)]])
def test_nothing_is_compared_with_nothing(groups: list[ShownAnswers]) -> None:
    assert [found for found in compared(groups, FIVE) if found] == []


@pytest.mark.parametrize(("lowest", "highest", "above"), [(1, 5, 4), (1, 4, 3), (0, 10, 6), (0, 1, 1), (-2, 2, 1)])
def test_the_middle_of_a_scale_is_not_above_it(lowest: int, highest: int, above: int) -> None:
    assert above_middle(Scale(lowest, highest, None, None)) == above


def test_the_share_above_the_middle_has_wilson_s_interval() -> None:
    """81 of 263: the first example of Newcombe (1998), table I."""
    found = share_above(answers(100, 50, 32, 80, 1), FIVE)
    assert found.value == Fraction(81, 263)
    assert [round(found.low, 4), round(found.high, 4)] == [Fraction("0.2553"), Fraction("0.3662")]


def test_where_fewest_answered_is_told() -> None:
    groups = [ShownGroup("a", 540, 412), ShownGroup("b", 2310, 1102), ShownGroup("c", 100, 70)]
    found = turnout(groups)
    assert found is not None
    assert (found.lowest.name, found.highest.name) == ("b", "a")
    assert [group.name for group in found.under_half] == ["b"]
    assert found.apart == Fraction(412, 540) - Fraction(1102, 2310)
    assert answered_share(groups[2]) == Fraction(7, 10)


def test_where_no_group_is_shown_nothing_is_told() -> None:
    assert turnout(shown_of(grouping({"a": [2, 1]})).whole.groups) is None
