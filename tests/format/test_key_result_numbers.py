"""FORMAT, “Key results”: progress as a share of the way, and numbers that are kept exactly as written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.format.measured import REF, key_result, parts, refused, site_of
from tests.format.sites import built

PROGRESS: dict[str, tuple[float | None, float | None]] = {
    "start: 34, target: 70, current: 52": (0.5, 0.5),
    "start: 51, target: 30, current: 40.5": (0.5, 0.5),
    "start: 51, target: 30, current: 51": (0, 0),
    "start: 51, target: 30, current: 30": (1, 1),
    "start: 51, target: 30, current: 72": (-1, 0),
    "start: 51, target: 30, current: 9": (2, 1),
    "start: 34, target: 70, current: 16": (-0.5, 0),
    "start: 34, target: 70, current: 106": (2, 1),
    "start: 34, target: 70, current: 70.00": (1, 1),
    "start: -10, target: 10, current: 0": (0.5, 0.5),
    "start: 10, target: -10, current: -5": (0.75, 0.75),
    "start: 0, target: 3, current: 1": (0.333333, 0.333333),
    "start: 0, target: 3, current: 2": (0.666667, 0.666667),
    "start: 0, target: 3, current: -1": (-0.333333, 0),
    "start: 0, target: 2e6, current: 1": (0, 0),
    "start: 0, target: 2e6, current: 3": (0.000002, 0.000002),
    "start: 0, target: 2e6, current: 5": (0.000002, 0.000002),
    "start: 0, target: 2e6, current: 7": (0.000004, 0.000004),
    "start: 0, target: 1e30, current: 5e29": (0.5, 0.5),
    "start: 0, target: 1e-29, current: 5e-30": (0.5, 0.5),
    "start: 0.1, target: 0.4, current: 0.3": (0.666667, 0.666667),
    "start: 999999999999999999999999999998, target: 1e30, current: 999999999999999999999999999999": (0.5, 0.5),
    "target: 70, current: 52": (None, None),
    "start: 34, current: 52": (None, None),
    "start: 34, target: 70": (None, None),
    "current: 52": (None, None),
    "start: 0, target: 70": (None, None),
}


@pytest.mark.parametrize(("written", "expected"), PROGRESS.items())
def test_progress_is_the_share_of_the_way_that_is_behind(written: str, expected: tuple[float, float]) -> None:
    assert tuple(parts(key_result(written), "raw_progress progress")) == expected


def test_without_a_start_there_is_only_now_and_target_and_it_counts_as_not_measured() -> None:
    site = built(site_of("key_results: [{title: Up, target: 70, current: 52}]"))
    found = site.objectives[REF]
    assert parts(found["key_results"][0], "start target value progress") == [None, 70, 52, None]
    assert parts(found, "measured of progress raw_progress weakest") == [0, 1, None, None, None]
    assert "not measured" in site.text(f"objectives/{REF}.html").lower()
    assert "0%" not in site.text(f"objectives/{REF}.html")


EXACT = {
    "6.40": "6.4",
    "-0": "0",
    "-0.50": "-0.5",
    "+7": "7",
    "1e3": "1000",
    "1E3": "1000",
    "1.5e-3": "0.0015",
    ".5": "0.5",
    "5.": "5",
    "0.1": "0.1",
    "123456789012345678901234567890": "123456789012345678901234567890",
    "0.12345678901234567890123456789": "0.12345678901234567890123456789",
    "-1.23456789012345678901234567890": "-1.2345678901234567890123456789",
    "1e30": "1" + "0" * 30,
    "1e-30": "0." + "0" * 29 + "1",
    "123456789012345678901234567890e30": "123456789012345678901234567890" + "0" * 30,
    "'1,204'": "1204",
    "'1,204,000.5'": "1204000.5",
    "'1204.5'": "1204.5",
    "'1.2k'": "1200",
    "'0.0012k'": "1.2",
    "'3M'": "3000000",
    "'1.5bn'": "1500000000",
    "'1,204k'": "1204000",
    "'-1.2k'": "-1200",
}


@pytest.mark.parametrize(("written", "number"), EXACT.items())
def test_a_given_number_keeps_its_value_in_the_data(written: str, number: str) -> None:
    texts = built(site_of(f"key_results: [{{title: Up, target: {written}, current: {written}}}]")).text(
        "data/site.json"
    )
    (found,) = json.loads(texts, parse_float=str, parse_int=str)["objectives"][0]["key_results"]
    assert parts(found, "target value") == [number, number]
    assert Decimal(found["value"]) == Decimal(number)


TOO_FAR = {
    "31 digits": "⟦kr-arithmetic⟧1234567890123456789012345678901",
    "31 digits with a point": "⟦kr-arithmetic⟧1.234567890123456789012345678901",
    "an exponent of 31": "⟦kr-arithmetic⟧1e31",
    "an exponent of -31": "⟦kr-arithmetic⟧1e-31",
    "an exponent of a million": "⟦kr-arithmetic⟧1e1000000",
    "not a number": "⟦kr-arithmetic⟧.nan",
    "not a number, in a string": "⟦kr-arithmetic⟧'NaN'",
    "infinity": "⟦kr-arithmetic⟧.inf",
    "minus infinity": "⟦kr-arithmetic⟧-.Inf",
    "a time": "⟦wrong-type⟧12:30",
    "a leading zero": "⟦wrong-type⟧0123",
    "a number of another base": "⟦wrong-type⟧0x1F",
    "underscores": "⟦wrong-type⟧1_000",
    "Arabic digits": "⟦wrong-type⟧'٣٤'",
    "words": "⟦wrong-type⟧many",
    "thousands grouped wrongly": "⟦wrong-type⟧'1,20'",
    "a German decimal": "⟦wrong-type⟧'1.204,5'",
    "two numbers": "⟦wrong-type⟧3 4",
    "a range": "⟦wrong-type⟧3-4",
    "a fraction": "⟦wrong-type⟧1/2",
    "hours and minutes": "⟦wrong-type⟧1h 30min",
    "a yes": "⟦wrong-type⟧yes",
    "a date": "⟦wrong-type⟧2026-01-09",
    "a list": "⟦wrong-type⟧[3]",
    "a map": "⟦wrong-type⟧{value: 3}",
    "a unit alone": "⟦wrong-type⟧'%'",
}  # fmt: skip


@pytest.mark.parametrize("written", TOO_FAR.values(), ids=TOO_FAR)
@pytest.mark.parametrize("key", ["start", "target", "at_least", "at_most", "current"])
def test_what_is_no_number_to_count_with(key: str, written: str) -> None:
    refused(f"key_results: [{{title: Up, {key}: {written}}}]")


@pytest.mark.parametrize("written", TOO_FAR.values(), ids=TOO_FAR)
def test_what_is_no_number_to_read(written: str) -> None:
    refused(f"key_results: [{{title: Up, readings: [{{date: 2026-01-09, value: {written}}}]}}]")


GERMAN: dict[str, Any] = {"'1.204,5'": 1204.5, "'1,204'": 1.204, "'1.204'": 1204, "1.204": 1.204, "'0,5 h'": 0.5}


@pytest.mark.parametrize(("written", "number"), GERMAN.items())
def test_in_german_numbers_in_strings_have_its_own_marks(written: str, number: float) -> None:
    found = key_result(f"target: {written}", files={"okrsite.yaml": "language: de\n"})
    assert found["target"] == number


def test_in_german_english_marks_are_refused_where_they_make_no_number() -> None:
    refused("key_results: [{title: Up, target: ⟦wrong-type⟧'1,204.5'}]", {"okrsite.yaml": "language: de\n"})
