"""Means with their ranges, and lines over surveys, as drawings."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from okrsite.charts.courses import Courses, Run, Stop, courses
from okrsite.charts.signs import SIGNS, shape
from okrsite.charts.spread import Mark, axis, scale_lines, spread, ticks

HALF = Fraction(1, 2)
DAYS = (date(2025, 1, 1), date(2025, 1, 11), date(2025, 1, 31))


def stop(mean: Fraction | float) -> Stop:
    exact = Fraction(mean)
    return Stop(exact, exact - Fraction(1, 10), exact + Fraction(1, 10))


def drawn(*runs: Run, days: tuple[date, ...] = DAYS, mirrored: bool = False) -> str:
    return courses(Courses("k", days, runs, ("1", "5"), "Jan", "Feb", "T", "S"), mirrored=mirrored)


def test_a_mean_stands_on_its_range_at_its_place_on_the_scale() -> None:
    found = spread([Mark(0, HALF, Fraction(2, 5), Fraction(3, 5), "3.0")], "grid")
    assert '<line class="s0 bar" x1="40%" x2="60%" y1="9" y2="9"/>' in found
    assert '<svg x="50%" y="9" overflow="visible"><circle class="s0" r="6"/></svg>' in found
    assert '<use href="#grid"/>' in found
    assert ">3.0</text>" in found


def test_from_right_to_left_the_scale_begins_at_the_right() -> None:
    found = spread([Mark(0, Fraction(1, 4), Fraction(1, 5), Fraction(3, 10))], "grid", mirrored=True)
    assert '<svg x="75%"' in found
    assert 'x1="80%" x2="70%"' in found


def test_a_figure_without_room_after_its_bar_stands_before_it() -> None:
    found = spread([Mark(0, Fraction(19, 20), Fraction(9, 10), Fraction(1), "4.8")], "grid")
    assert '<svg x="90%"' in found
    assert 'text-anchor="end"' in found


def test_no_two_signs_have_the_same_shape() -> None:
    assert len({shape(number) for number in range(SIGNS)}) == SIGNS
    assert shape(SIGNS) == shape(SIGNS + 30)


@pytest.mark.parametrize(("steps", "places"), [(2, 2), (5, 5), (11, 11), (20, 2), (21, 3), (100, 2)])
def test_a_scale_has_a_line_a_step_or_its_ends(steps: int, places: int) -> None:
    assert len(ticks(steps)) == places
    assert scale_lines(steps, "g").count("<line") == places
    assert axis(steps, [str(at) for at in range(places)]).count("<text") == places


def test_days_stand_in_proportion() -> None:
    ways = re.findall(r'class="s0 way" d="([^"]*)"', drawn(Run(0, (stop(0), stop(HALF), stop(1)), "5.0")))
    assert ways == ["M30 102L100.7 56L242 10"]


def test_a_line_breaks_off_where_a_group_is_not_shown() -> None:
    found = drawn(Run(0, (stop(0), None, stop(1)), "5.0"))
    assert "way" not in found, "two lone stops have no way between them"
    assert found.count("<circle") == 3, "two stops, and the sign beside the last mean"


def test_a_group_that_is_no_longer_shown_has_no_figure_at_the_end() -> None:
    found = drawn(Run(0, (stop(0), stop(HALF), None), "3.0"))
    assert "3.0" not in found


def test_figures_that_would_touch_are_moved_apart() -> None:
    runs = [Run(at, (stop(HALF), stop(HALF), stop(HALF)), f"3.{at}") for at in range(3)]
    heights = [float(y) for y in re.findall(r'<text class="strong s\d" x="[^"]*" y="([^"]*)"', drawn(*runs))]
    assert [after - before for before, after in pairwise(heights)] == [14, 14]


def test_surveys_of_one_day_stand_in_the_middle() -> None:
    found = drawn(Run(0, (stop(0), stop(1)), "5.0"), days=(DAYS[0], DAYS[0]))
    assert found.count("translate(136 ") == 2


def test_time_runs_as_the_language_is_written() -> None:
    found = drawn(Run(0, (stop(0), stop(HALF), stop(1)), "5.0"), mirrored=True)
    assert 'd="M270 102' in found


def test_names_that_look_like_markup_are_none() -> None:
    found = spread([Mark(0, HALF, HALF, HALF, "<1")], "g", 'a "b" <c>')
    assert "<1" not in found
    assert "<c>" not in found
    assert 'a "b"' not in found
