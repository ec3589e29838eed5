"""A share over several cycles: as high as it is large, from the first to the last, whatever the names are."""

from __future__ import annotations

import re
from fractions import Fraction
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from okrsite.charts.lettering import width_of
from okrsite.charts.share_line import Share, share_line

SPRING = Share("Spring", Fraction(8, 9), "89%")
AUTUMN = Share("Autumn", Fraction(29, 31), "94%")
FLOOR, TOP = 66, 22


def points(drawn: str) -> list[tuple[float, float]]:
    found = re.search(r'points="([^"]*)"', drawn)
    assert found
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in found[1].split())]


def texts(drawn: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", drawn)]


def test_a_line_names_each_time_with_its_share_and_says_the_same_in_a_sentence() -> None:
    drawn = share_line((SPRING, AUTUMN), "Spring 89%; Autumn 94%.")
    assert texts(drawn) == ["89%", "Spring", "94%", "Autumn"]
    assert 'role="img" aria-label="Spring 89%; Autumn 94%."' in drawn


def test_nothing_lies_on_the_floor_and_all_of_it_at_the_top() -> None:
    drawn = share_line((Share("a", Fraction(0), "0%"), Share("b", Fraction(1), "100%")), "")
    assert [y for _, y in points(drawn)] == [FLOOR, TOP]


def test_from_right_to_left_the_first_time_stands_at_the_right() -> None:
    (first, _), (last, _) = points(share_line((SPRING, AUTUMN), "", mirrored=True))
    assert first > last


def test_a_long_name_takes_two_lines_and_is_cut_where_it_would_meet_the_next() -> None:
    name = "Company aims of the whole group, first half of 2025"
    drawn = texts(share_line((Share(name, Fraction(1, 2), "50%"), AUTUMN), ""))
    assert drawn[1] == "Company aims"
    assert drawn[2].startswith("of the")
    assert drawn[2].endswith("…")


@given(st.lists(st.tuples(st.text(max_size=60), st.fractions(0, 1)), min_size=2, max_size=4))
def test_no_name_is_wider_than_its_place_and_no_line_leaves_its_drawing(given: list[tuple[str, Fraction]]) -> None:
    drawn = share_line([Share(name, value, "") for name, value in given], "")
    assert all(TOP <= y <= FLOOR for _, y in points(drawn))
    assert all(width_of(text) <= 80 for text in texts(drawn))
