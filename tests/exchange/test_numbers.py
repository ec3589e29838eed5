from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.exchange.json_text import json_text
from okrsite.exchange.numbers import exact, rounded


@pytest.mark.parametrize(
    ("given_as", "written"),
    [
        ("57", "57"),
        ("6.20", "6.2"),
        ("1200", "1200"),
        ("1e3", "1000"),
        ("-0.50", "-0.5"),
        ("-0.0", "0"),
        ("1E-30", "0." + "0" * 29 + "1"),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ],
)
def test_a_given_number_keeps_its_value(given_as: str, written: str) -> None:
    assert exact(Decimal(given_as)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False).filter(lambda d: d.adjusted() < 60))
def test_no_digit_of_a_given_number_is_lost(number: Decimal) -> None:
    assert Decimal(exact(number)) == number


@pytest.mark.parametrize(
    ("computed", "written"),
    [
        (Fraction(1, 3), "0.333333"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(5, 10_000_000), "0"),
        (Fraction(15, 10_000_000), "0.000002"),
        (Fraction(25, 10_000_000), "0.000002"),
        (Fraction(-15, 10_000_000), "-0.000002"),
        (Fraction(-1, 10_000_000), "0"),
        (Fraction(1), "1"),
        (Fraction(-7, 2), "-3.5"),
        (Fraction(10**30), "1" + "0" * 30),
    ],
)
def test_a_computed_number_is_rounded_half_to_even(computed: Fraction, written: str) -> None:
    assert rounded(computed) == written


def test_json_is_what_every_reader_reads() -> None:
    value = {"b": [None, True, 3, 'a "quoted" line\n\u2028 نص'], "a": {"z": {}, "y": []}}
    assert json.loads(json_text(value)) == value
    assert json_text(value).startswith('{"a":{"y":[],"z":{}},"b":[null,true,3,')
