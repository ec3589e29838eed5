"""Numbers and quantities as people write them, kept exactly."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.written import Confidence, Count, Number, Quantity, Refusal, Score, Weight, quantity
from okrsite.written.tree import scalar


def check_of(kind: object) -> Callable[[object], object]:
    check: Callable[[object], object] = get_args(kind)[1].check
    return check


def read(written: str, language: str = "en", *, plain: bool = True) -> tuple[str, str | None] | str:
    try:
        found = quantity(scalar(written, plain=plain, line=1), language)
    except Refusal as refusal:
        return refusal.type
    return str(found.value), found.unit


@pytest.mark.parametrize("written", ["34", "-3.5", "+2", "0", "0.10", ".5", "1e3", "2.5E-3", "1" * 30, "1e30", "1e-30"])
def test_a_plain_number_is_kept_as_written(written: str) -> None:
    assert quantity(scalar(written, plain=True, line=1)) == Quantity(Decimal(written), None, written)


@pytest.mark.parametrize(
    "written",
    [
        "12:30",
        "0123",
        "0x1F",
        "1_000",
        "00",
        "0b1",
        "1.2.3",
        "--5",
        "٣",
        "１２",
        "½",
        "1e",
        "no",
        "~",
        "2026-09-12",
        "3/4",
        "12-15",
        "~5",
        "<5",
        "about 12",
    ],
)
def test_what_is_no_number_is_of_the_wrong_type(written: str) -> None:
    assert read(written) in {"wrong-type", ("1", "e")}


@pytest.mark.parametrize(
    "written",
    ["nan", ".nan", "NaN", "inf", "-.inf", "Infinity", ".INF", "nan %", "1e31", "1e-31", "1e999999", "1" * 31],
)
def test_a_number_without_measure_is_a_matter_of_arithmetic(written: str) -> None:
    assert read(written) == "kr-arithmetic"


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("34%", "34", "%"),
        ("34 %", "34", "%"),
        ("51 min", "51", "min"),
        ("3 h", "3", "h"),
        ("€ 12", "12", "€"),
        ("12 €", "12", "€"),
        ("$12.50", "12.50", "$"),
        ("EUR 12", "12", "EUR"),
        ("-€12", "-12", "€"),
        ("1,204", "1204", None),
        ("1,204.5 km", "1204.5", "km"),
        ("6.4 per 1,000 days", "6.4", "per 1,000 days"),
        ("19 °C", "19", "°C"),
        ("6 个", "6", "个"),
        ("12/h", "12", "/h"),
        ("5 m³", "5", "m³"),
    ],
)
def test_a_number_and_its_unit_in_one_string(written: str, value: str, unit: str | None) -> None:
    assert read(written) == read(written, plain=False) == (value, unit)


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1.2k", 1200, None),
        ("1.2k€", 1200, "€"),
        ("€1.2M", 1_200_000, "€"),
        ("3bn", 3_000_000_000, None),
        ("5k users", 5000, "users"),
        ("12km", 12, "km"),
        ("5 M", 5, "M"),
        ("5m", 5, "m"),
        ("12kg", 12, "kg"),
        ("1.5 bn", Decimal("1.5"), "bn"),
    ],
)
def test_k_m_and_bn_multiply_directly_at_the_number(written: str, value: Decimal, unit: str | None) -> None:
    found = quantity(scalar(written, plain=True, line=1))
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "written", ["12,04", "1,2041", "1,204,5", "1 204", "12 30", "5 (about)", "1 h 30 min", "1h30", "2e3k"]
)
def test_what_could_mean_two_things_is_refused(written: str) -> None:
    assert read(written, plain=False) == "wrong-type"


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("de", "1.204,5", "1204.5"),
        ("de", "1,204", "1.204"),
        ("de", "1.204", "1204"),
        ("de-AT", "1.204,5", "1204.5"),
        ("de-CH", "1’204.5", "1204.5"),
        ("fr", "1 204,5", "1204.5"),
        ("fr", "1\u202f204,5", "1204.5"),
        ("es", "1.204,5", "1204.5"),
        ("es-MX", "1,204.5", "1204.5"),
        ("pt-BR", "1.204,5", "1204.5"),
        ("pl", "1 204,5", "1204.5"),
        ("zh-Hans", "1,204.5", "1204.5"),
        ("ar", "1,204.5", "1204.5"),
    ],
)
def test_strings_hold_the_marks_of_the_language(language: str, written: str, value: str) -> None:
    assert read(written, language, plain=False) == (value, None)


@pytest.mark.parametrize(
    ("language", "written"), [("en", "1.204,5"), ("fr", "1.204,5"), ("de", "1,204.5"), ("de", "2.5 h")]
)
def test_marks_of_another_language_are_refused(language: str, written: str) -> None:
    assert read(written, language, plain=False) == "wrong-type"


def test_a_plain_number_means_the_same_in_every_language() -> None:
    assert read("1.204", "de") == read("1.204", "en") == ("1.204", None)


@pytest.mark.parametrize(
    ("kind", "written", "rule"),
    [
        (Weight, "0", "kr-arithmetic"),
        (Weight, "-1", "kr-arithmetic"),
        (Weight, ".nan", "kr-arithmetic"),
        (Weight, "heavy", "wrong-type"),
        (Score, "1.01", "kr-arithmetic"),
        (Score, "-0.1", "kr-arithmetic"),
        (Score, "70%", "wrong-type"),
        (Confidence, "11", "kr-arithmetic"),
        (Confidence, "-1", "kr-arithmetic"),
        (Confidence, ".inf", "kr-arithmetic"),
        (Confidence, "7.5", "wrong-type"),
        (Confidence, "7/10", "wrong-type"),
        (Count, "-1", "wrong-type"),
        (Count, "1.5", "wrong-type"),
        (Number, ".nan", "wrong-type"),
        (Number, "first", "wrong-type"),
    ],
)
def test_numbers_with_a_range(kind: object, written: str, rule: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_of(kind)(scalar(written, plain=True, line=1))
    assert refusal.value.type == rule


def test_the_ends_of_a_range_are_within() -> None:
    assert [check_of(Score)(scalar(each, plain=True)) for each in ("0", "1")] == [0, 1]
    assert [check_of(Confidence)(scalar(each, plain=True)) for each in ("0", "10")] == [0, 10]


def test_a_number_in_quotes_is_a_text_where_no_unit_can_stand() -> None:
    with pytest.raises(Refusal, match="text"):
        check_of(Weight)(scalar("2", plain=False, line=1))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_every_decimal_comes_back_exactly(number: Decimal) -> None:
    assert quantity(scalar(f"{number:f}", plain=True, line=1)).value == number


@given(written=st.text(max_size=12), language=st.sampled_from(["en", "de", "fr", "de-CH"]), plain=st.booleans())
def test_any_text_is_read_or_refused(written: str, language: str, *, plain: bool) -> None:
    assert read(written, language, plain=plain)
