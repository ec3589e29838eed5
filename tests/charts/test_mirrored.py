"""Where a language is written from right to left, drawings run so too: the same drawing, seen in a mirror."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from okrsite.charts.cycle_line import Captions, Weeks, cycle_line
from okrsite.charts.dimension import Ends, bounds_line, dimension_line
from okrsite.charts.history import WIDTH, History, Level, Point, history
from okrsite.charts.shares import Bar, shares
from okrsite.speech import Speech

ENDS = Ends("51", "30", "38", "")
DOTS = some.fractions(2, 98)
DAYS = some.dates(dt.date(2025, 9, 1), dt.date(2025, 12, 12))
NEAR = 0.11  # places are written with few digits


def places(svg: str) -> list[float]:
    """Every place across a drawing that is given in per cent."""
    return [
        float(x)
        for x in re.findall(r'(?:x|cx|x1|x2)="([\d.]+)%"', svg.replace('x1="0"', 'x1="0%"').replace('x="0"', 'x="0%"'))
    ]


def across(svg: str) -> list[float]:
    """Every place across a history: of lines, dots and words."""
    return [
        *(float(x) for x in re.findall(r'(?:x|cx|x1|x2)="([\d.]+)"', svg)),
        *(float(x) for line in re.findall(r'd="M([\d.]+) [\d.]+H([\d.]+)"', svg) for x in line),
        *(float(pair.split(",")[0]) for points in re.findall(r'points="([^"]+)"', svg) for pair in points.split()),
    ]


def opposite(there: list[float], here: list[float], width: float) -> bool:
    return len(there) == len(here) and all(abs(a + b - width) < NEAR for a, b in zip(there, here, strict=True))


@given(DOTS, some.booleans())
def test_a_key_result_goes_from_its_start_at_the_right_to_its_target_at_the_left(dot: Fraction, started: bool) -> None:  # noqa: FBT001 - drawn
    plain = dimension_line(ENDS, dot, measured_from_start=started)
    mirrored = dimension_line(ENDS, dot, measured_from_start=started, mirrored=True)
    assert opposite(sorted(places(plain)), sorted(places(mirrored), reverse=True), 100)


@given(DOTS, some.booleans(), some.booleans())
def test_bounds_stand_at_the_other_side(dot: Fraction, lower: bool, upper: bool) -> None:  # noqa: FBT001 - drawn
    plain = bounds_line(ENDS, dot, lower=lower, upper=upper)
    mirrored = bounds_line(ENDS, dot, lower=lower, upper=upper, mirrored=True)
    assert opposite(sorted(places(plain)), sorted(places(mirrored), reverse=True), 100)


@given(some.integers(0, 16))
def test_a_cycle_begins_at_the_right(week: int) -> None:
    said = Captions("begin", "end", "today", "")
    plain, mirrored = cycle_line(Weeks(week, 15), said), cycle_line(Weeks(week, 15), said, mirrored=True)
    begin = re.search(r'<text x="([^"]+)"[^>]*>begin<', mirrored)
    assert begin is not None
    assert begin[1] == "100%"
    gone, went = (re.findall(r'class="ln" x1="(\d+)%?" x2="([\d.]+)%"', svg) for svg in (plain, mirrored))
    there, here = ([float(x) for pair in pairs for x in pair] for pairs in (gone, went))
    assert opposite(there, here, 100)


@given(some.lists(some.tuples(DAYS, some.integers(0, 99)), min_size=1, max_size=9))
def test_time_runs_from_right_to_left_in_a_history(readings: list[tuple[dt.date, int]]) -> None:
    points = tuple(Point(day, Decimal(value), 7) for day, value in sorted(readings))
    levels = (Level("start", Decimal(51), "a", "51"), Level("target", Decimal(30), "b", "30"))
    what = History("k", dt.date(2025, 9, 1), dt.date(2025, 12, 12), dt.date(2025, 10, 30), levels, points, "38", "", "")
    hebrew, english = history(what, Speech("he", {})), history(what, Speech("en", {}))
    drawn, mirror = (
        re.sub(
            r'<path class="ax".*',
            "",
            re.sub(r'<text x="[^"]*" y="135">[^<]*</text>', "", svg),
        )
        for svg in (english, hebrew)
    )
    assert opposite(across(drawn), across(mirror), WIDTH)


def test_a_label_with_its_figure_stays_in_one_line_though_it_is_set_apart() -> None:
    level = Level("target", Decimal(90), "البداية", "\u206890%\u2069")
    what = History("k", dt.date(2025, 9, 1), dt.date(2025, 12, 12), None, (level,), (), "", "", "")
    assert ">البداية \u206890%\u2069</text>" in history(what, Speech("ar", {}))


@given(some.lists(some.lists(some.integers(0, 30), min_size=4, max_size=4), min_size=1, max_size=6))
def test_bars_grow_from_the_right(counts: list[list[int]]) -> None:
    bars = [Bar("day", tuple(row), tuple(map(str, row))) for row in counts]
    plain, mirrored = shares(bars, "k", "", ""), shares(bars, "k", "", "", mirrored=True)
    parts = [
        [
            (float(x), float(width))
            for x, width in re.findall(r'<rect class="b\d" x="([^"]+)" y="\d+" width="([^"]+)"', svg)
        ]
        for svg in (plain, mirrored)
    ]
    assert all(
        abs(x + width + other - 380) < NEAR and width == same for (x, width), (other, same) in zip(*parts, strict=True)
    )
