from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.plan.cycles import FiscalYear, dates_of

CALENDAR = FiscalYear()
APRIL = FiscalYear(4, "start")
APRIL_BY_END = FiscalYear(4, "end")


def span(start: str, end: str) -> tuple[date, date]:
    return date.fromisoformat(start), date.fromisoformat(end)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-T1", "2026-01-01", "2026-04-30"),
        ("2026-T3", "2026-09-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("FY2026", "2026-01-01", "2026-12-31"),
        ("FY26-Q2", "2026-04-01", "2026-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_dates_follow_from_the_name(name: str, start: str, end: str) -> None:
    assert dates_of(name, CALENDAR) == span(start, end)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2026", "2026-04-01", "2027-03-31"),
        ("FY2026-H2", "2026-10-01", "2027-03-31"),
        ("2026-Q4", "2027-01-01", "2027-03-31"),
        ("2026-T1", "2026-04-01", "2026-07-31"),
        ("2026-05", "2026-05-01", "2026-05-31"),
    ],
)
def test_a_year_that_begins_in_april_is_named_after_its_start(name: str, start: str, end: str) -> None:
    assert dates_of(name, APRIL) == span(start, end)


def test_a_year_that_begins_in_april_may_be_named_after_its_end() -> None:
    assert dates_of("FY26", APRIL_BY_END) == span("2025-04-01", "2026-03-31")
    assert dates_of("2026-Q1", APRIL_BY_END) == span("2025-04-01", "2025-06-30")
    assert dates_of("2026-01", APRIL_BY_END) == span("2026-01-01", "2026-01-31")


def test_a_calendar_year_named_after_its_end_is_itself() -> None:
    assert dates_of("2026", FiscalYear(1, "end")) == span("2026-01-01", "2026-12-31")


@pytest.mark.parametrize(
    "name",
    ["2026-Q5", "2026-H0", "2026-13", "26", "fy26", "FY2026-01", "2026-q1", "0000", "autumn", "2026-Q1x", "٢٠٢٦"],
)
def test_other_names_say_no_dates(name: str) -> None:
    assert dates_of(name, CALENDAR) is None


@given(st.integers(1, 12), st.sampled_from(["start", "end"]), st.integers(2, 9990), st.sampled_from(["H", "T", "Q"]))
def test_the_parts_of_a_year_follow_each_other_without_a_gap(first: int, named: str, year: int, part: str) -> None:
    fiscal = FiscalYear(first, named)
    count = {"H": 2, "T": 3, "Q": 4}[part]
    parts = [dates_of(f"{year:04}-{part}{n}", fiscal) for n in range(1, count + 1)]
    whole = dates_of(f"{year:04}", fiscal)
    assert whole is not None
    assert parts[0] is not None
    assert parts[0][0] == whole[0]
    for before, after in pairwise(parts):
        assert before is not None
        assert after is not None
        assert after[0] == before[1] + timedelta(days=1)
    assert parts[-1] is not None
    assert parts[-1][1] == whole[1]
