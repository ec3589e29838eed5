from __future__ import annotations

from datetime import date

import pytest

from okrsite.charts.axis import ticks
from okrsite.speech import Speech

ENGLISH = Speech("en", {})


def under(first: str, last: str, language: str = "en") -> list[str]:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return [tick.text for tick in ticks(*days, 310, Speech(language, {}))]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-09-01", "2025-09-05", ["1 Sept", "2 Sept", "3 Sept", "4 Sept", "5 Sept"]),
        ("2025-10-01", "2025-11-05", ["1 Oct", "8 Oct", "15 Oct", "22 Oct", "29 Oct", "5 Nov"]),
        ("2025-10-01", "2025-12-31", ["Oct", "Nov", "Dec"]),
        ("2025-11-15", "2026-02-15", ["Dec", "2026", "Feb"]),
        ("2025-01-01", "2025-12-31", ["Jan", "Mar", "May", "Jul", "Sept", "Nov"]),
        ("2025-01-01", "2029-12-31", ["2025", "2026", "2027", "2028", "2029"]),
        ("1900-01-01", "2000-12-31", ["1900", "1925", "1950", "1975", "2000"]),
    ],
)
def test_an_axis_has_the_ticks_that_people_would_choose(first: str, last: str, shown: list[str]) -> None:
    assert under(first, last) == shown


def test_a_cycle_of_one_day_has_its_day() -> None:
    assert under("2025-10-24", "2025-10-24") == ["24 Oct"]


def test_wide_letters_need_more_room() -> None:
    assert len(under("2025-01-01", "2025-12-31", "zh-Hans")) <= len(under("2025-01-01", "2025-12-31"))
    assert under("2025-01-01", "2026-12-31", "ja")


def test_an_axis_to_the_last_day_of_the_calendar_ends_there() -> None:
    assert ticks(date(9990, 1, 1), date.max, 310, ENGLISH)
