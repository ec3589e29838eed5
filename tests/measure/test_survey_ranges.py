"""The statistics of surveys, against published tables and worked examples."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from okrsite.measure.survey.intervals import (
    Sample,
    difference_of,
    freedom_of,
    mean_within,
    sample_of,
    share_of,
)
from okrsite.measure.survey.student import quantile

# The column of 0.975 in the table of Student's t, NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
NIST = {1: "12.706", 2: "4.303", 3: "3.182", 4: "2.776", 5: "2.571", 6: "2.447", 7: "2.365", 8: "2.306", 9: "2.262",
        10: "2.228", 12: "2.179", 15: "2.131", 20: "2.086", 25: "2.060", 30: "2.042", 40: "2.021", 60: "2.000",
        80: "1.990", 100: "1.984"}  # fmt: skip

# qt(0.975, df) of R, to nine places.
R = {1: "12.706204736", 2: "4.302652730", 4: "2.776445105", 5: "2.570581836", 9: "2.262157163", 19: "2.093024054",
     30: "2.042272456", 60: "2.000297822", 120: "1.979930405", 1000: "1.962339081"}  # fmt: skip


@pytest.mark.parametrize(("freedom", "published"), NIST.items())
def test_t_is_that_of_the_printed_table(freedom: int, published: str) -> None:
    assert round(quantile(Decimal(freedom)), 3) == Decimal(published)


@pytest.mark.parametrize(("freedom", "published"), R.items())
def test_t_is_right_to_nine_places(freedom: int, published: str) -> None:
    assert round(quantile(Decimal(freedom)), 9) == Decimal(published)


def test_where_the_series_ends_the_expansion_goes_on_without_a_step() -> None:
    before, at, after = (quantile(Decimal(freedom)) for freedom in (199, 200, 201))
    assert abs((before - at) - (at - after)) < Decimal("1e-6")
    assert abs(quantile(Decimal("200.0000001")) - at) < Decimal("1e-9")


def test_with_ever_more_answers_t_becomes_the_normal_one() -> None:
    assert round(quantile(Decimal(10**29)), 12) == Decimal("1.959963984540")


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)
def test_wilson_s_interval_is_newcombe_s_method_3(part: int, whole: int, low: str, high: str) -> None:
    """Table I of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872."""
    found = share_of(part, whole)
    assert found.value == Fraction(part, whole)
    assert [round(found.low, 4), round(found.high, 4)] == [Fraction(low), Fraction(high)]


@pytest.mark.parametrize("part", [0, 7, 10])
def test_a_share_lies_in_its_interval_and_that_between_nothing_and_all(part: int) -> None:
    found = share_of(part, 10)
    assert 0 <= found.low <= found.value <= found.high <= 1


def of_tenths(text: str) -> Sample:
    """A sample of numbers with one decimal, in tenths."""
    numbers = [int(Decimal(number) * 10) for number in text.split()]
    lowest = min(numbers)
    return sample_of([numbers.count(number) for number in range(lowest, max(numbers) + 1)], lowest)


SLEEP = (
    of_tenths("0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0"),
    of_tenths("1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4"),
)
"""Student's own data (The probable error of a mean, 1908): hours of sleep gained with two drugs."""


def test_welch_s_interval_of_student_s_sleep_data() -> None:
    """As R gives it: t.test(extra ~ group, data = sleep)."""
    found = difference_of(*SLEEP, widest=1000)
    assert round(freedom_of(*SLEEP), 3) == Decimal("17.776")
    assert found.value == Fraction("-15.8")
    assert [round(found.low / 10, 7), round(found.high / 10, 7)] == [Fraction("-3.3654832"), Fraction("0.2054832")]


def test_the_mean_of_student_s_sleep_data() -> None:
    """As R gives it: t.test(sleep$extra), 20 numbers."""
    whole = of_tenths("0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0 1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4")
    found = mean_within(whole, -1000, 1000)
    assert found.value == Fraction("15.4")
    assert [round(found.low / 10, 6), round(found.high / 10, 6)] == [Fraction("0.595584"), Fraction("2.484416")]


def test_the_mean_s_interval_is_that_of_the_handbook_s_example() -> None:
    """195 readings of heat flow: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2; it gives 9.258242 to 9.264679."""
    found = mean_within(Sample(195, Fraction("9.261460"), Fraction("0.022789") ** 2), 0, 100)
    assert [round(found.low, 5), round(found.high, 5)] == [Fraction("9.25824"), Fraction("9.26468")]


def test_welch_s_freedom_and_t_are_those_of_the_handbook_s_example() -> None:
    """Miles per gallon of 249 and of 79 cars: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.3.

    Without equal variances it gives 136.875 degrees of freedom and T = -12.94627; half the interval is t times what T
    divides by.
    """
    cars = Sample(249, Fraction("20.14458"), Fraction("6.41470") ** 2)
    others = Sample(79, Fraction("30.48101"), Fraction("6.10771") ** 2)
    found, freedom = difference_of(cars, others, 1000), freedom_of(cars, others)
    assert round(freedom, 3) == Decimal("136.875")
    error = (found.high - found.value) / Fraction(quantile(freedom))
    assert round(found.value / error, 4) == round(Fraction("-12.94627"), 4)


def test_counts_become_a_sample() -> None:
    assert sample_of([1, 2, 3, 4], 0) == Sample(10, Fraction(2), Fraction(10, 9))


def test_a_mean_s_interval_stays_on_the_scale() -> None:
    found = mean_within(sample_of([1, 0, 0, 0, 9], 1), 1, 5)
    assert found.value == Fraction("4.6")
    assert found.low < found.value
    assert found.high == 5


def test_where_all_agree_the_interval_is_a_point() -> None:
    found = mean_within(sample_of([0, 12, 0], 1), 1, 3)
    assert {found.low, found.value, found.high} == {Fraction(2)}


def test_two_groups_that_each_agree_differ_by_exactly_that() -> None:
    found = difference_of(sample_of([0, 0, 12], 1), sample_of([12, 0, 0], 1), 2)
    assert {found.low, found.value, found.high} == {Fraction(2)}


def test_a_difference_is_never_wider_than_the_scale() -> None:
    found = difference_of(sample_of([1, 0, 0, 0, 5], 1), sample_of([5, 0, 0, 0, 1], 1), 4)
    assert found.high == 4
