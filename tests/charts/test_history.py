from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from okrsite.charts.history import AXIS, BOTTOM, LEFT, RIGHT, TOP, History, Level, Point, history
from okrsite.speech import Speech

ENGLISH = Speech("en", {})
FIRST, LAST = date(2025, 9, 1), date(2025, 12, 12)
START = Level("start", Decimal(35), "start", "35%")
TARGET = Level("target", Decimal(100), "target", "100%")


def point(day: str, value: str, confidence: int | None = 8) -> Point:
    return Point(date.fromisoformat(day), Decimal(value), confidence)


def drawn(
    *points: Point, levels: tuple[Level, ...] = (START, TARGET), now: str = "82%", today: date | None = None
) -> str:
    what = History("k1", FIRST, LAST, today, levels, points, now, "History of “<b>labels</b>”", "Start 35%.")
    svg = history(what, ENGLISH)
    ET.fromstring(svg)  # noqa: S314 - drawn here
    return svg


def test_a_history_has_a_title_and_a_sentence_of_its_own() -> None:
    svg = drawn(point("2025-09-12", "38"))
    assert 'role="img" aria-labelledby="k1:t k1:d"' in svg
    assert '<title id="k1:t">History of “&lt;b&gt;labels&lt;/b&gt;”</title>' in svg
    assert '<desc id="k1:d">Start 35%.</desc>' in svg
    assert "style=" not in svg


def test_start_is_dotted_target_drawn_through() -> None:
    svg = drawn(point("2025-09-12", "38"))
    assert f'class="bs" d="M{LEFT} {BOTTOM}H{RIGHT}"' in svg
    assert f'class="tg" d="M{LEFT} {TOP}H{RIGHT}"' in svg
    assert ">target 100%</text>" in svg


def test_a_falling_history_has_its_target_below() -> None:
    levels = (Level("start", Decimal(51), "start", "51"), Level("target", Decimal(30), "target", "30"))
    svg = drawn(point("2025-10-24", "38"), levels=levels, now="38")
    assert f'class="tg" d="M{LEFT} {BOTTOM}H{RIGHT}"' in svg


def test_a_dot_is_as_full_as_the_team_was_sure() -> None:
    def fill(confidence: int | None) -> str:
        return re.sub(r"[\d.]+", "", drawn(point("2025-09-12", "38", confidence)).split("<polyline")[1])

    full, half, empty, unsaid = fill(7), fill(6), fill(3), fill(None)
    assert '<circle class="pf"' in full
    assert '<path class="pf"' in half
    assert 'class="pf"' not in empty
    assert "pt un" in unsaid


def test_values_beyond_start_and_target_are_kept_in_sight() -> None:
    svg = drawn(point("2025-09-12", "20"), point("2025-10-10", "140"))
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', svg)]
    assert min(heights) == TOP
    assert max(heights) == BOTTOM


def test_readings_before_and_after_the_cycle_are_kept_in_sight() -> None:
    svg = drawn(point("2025-06-01", "36"), point("2026-02-01", "90"))
    places = [float(x) for x in re.findall(r'cx="([\d.]+)"', svg)]
    assert min(places) == LEFT
    assert max(places) == RIGHT


def test_the_line_begins_at_the_start_of_the_cycle_where_there_is_a_starting_value() -> None:
    assert f'points="{LEFT},{BOTTOM} ' in drawn(point("2025-09-12", "38"))
    assert f'points="{LEFT},' not in drawn(point("2025-09-12", "38"), levels=(TARGET,))


def test_nothing_read_yet_shows_where_it_goes() -> None:
    svg = drawn(now="")
    assert 'class="tg"' in svg
    assert "polyline" not in svg


def test_one_value_for_everything_stands_in_the_middle() -> None:
    assert f'cy="{(TOP + BOTTOM) // 2}"' in drawn(point("2025-09-12", "5"), levels=())


def dots(svg: str) -> list[tuple[float, float, float]]:
    found = re.findall(r'<circle class="p[tf][^"]*" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    return [(float(x), float(y), float(r)) for x, y, r in found]


@pytest.mark.parametrize("many", [15, 30, 60, 1000])
def test_of_many_readings_all_are_on_the_line_and_the_dots_do_not_touch(many: int) -> None:
    taken = [Point(FIRST + timedelta(at), Decimal(at % 40), 8) for at in range(many)]
    svg = drawn(*taken)
    (line,) = re.findall(r'points="([^"]*)"', svg)
    assert len(line.split()) == many
    assert all(hypot(b[0] - a[0], b[1] - a[1]) > 2 * a[2] for a, b in pairwise(dots(svg)))
    last = line.split()[-1].split(",")
    assert dots(svg)[-1][:2] == (float(last[0]), float(last[1]))


def test_of_few_readings_each_is_a_dot_however_near() -> None:
    assert len(dots(drawn(*(Point(FIRST + timedelta(at), Decimal(36), 8) for at in range(14))))) == 14


def test_the_last_value_is_written_clear_of_the_lines_of_levels() -> None:
    for value in ("35", "36", "98", "100"):
        (y,) = re.findall(r'class="strong halo" x="[\d.]+" y="([\d.]+)"', drawn(point("2025-10-10", value)))
        lines = [
            float(at) for at in re.findall(r'class="(?:bs|tg)"[^>]*y1="([\d.]+)"', drawn(point("2025-10-10", value)))
        ]
        assert not any(float(y) - 9 < at < float(y) + 2 for at in lines)


def test_a_long_label_breaks_between_its_words_also_where_letters_are_wide() -> None:
    levels = (
        Level("bound", Decimal(9), "bleiben unter dem Wert", "1,204.5"),
        Level("bound", Decimal(3), "不超过", "120分钟"),
    )
    svg = drawn(levels=levels, now="")
    assert re.findall(r'<text class="tgt"[^>]*>([^<]*)</text>', svg) == [
        "bleiben",
        "unter dem",
        "Wert 1,204.5",
        "不超过",
        "120分钟",
    ]


def test_numbers_of_any_size_are_drawn() -> None:
    levels = (Level("start", Decimal("1e-30"), "start", "0"), Level("target", Decimal("9e30"), "target", "9" * 31))
    svg = drawn(point("2025-09-12", "1e30"), levels=levels)
    assert "nan" not in svg
    assert ">target</text>" in svg


def test_labels_that_would_touch_are_moved_apart() -> None:
    levels = (Level("bound", Decimal("6.4"), "stay under", "6.4"), Level("start", Decimal("6.4"), "start", "6.4"))
    svg = drawn(point("2025-09-12", "6.5"), point("2025-10-12", "6.2"), levels=levels)
    heights = [float(y) for y in re.findall(r'x="284" y="([\d.]+)"', svg)]
    assert all(below - above >= 13 for above, below in pairwise(heights))


def test_the_week_at_hand_is_an_upright_line() -> None:
    assert 'class="td" x1="' in drawn(today=date(2025, 10, 31))
    assert f'y2="{AXIS}"' in drawn(today=date(2025, 10, 31))
    assert 'class="td"' not in drawn()
