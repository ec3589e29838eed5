"""One square is one of them: as many squares as there are things, and of very many a round number in each."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from okrsite.charts.squares import KINDS, squares, worth


def boxes(drawn: str) -> list[tuple[float, float, float]]:
    """Left edge, upper edge and width of each square."""
    found = re.search(r'<path d="([^"]*)"', drawn)
    assert found
    return [(float(x), float(y), float(wide)) for x, y, wide in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v", found[1])]


def test_four_things_are_four_squares_side_by_side() -> None:
    assert [x for x, _, _ in boxes(squares(4, 1, "full"))] == [0.75, 16.75, 32.75, 48.75]


def test_after_twenty_a_new_row_begins() -> None:
    rows = [y for _, y, _ in boxes(squares(21, 1, "full"))]
    assert rows == [0.75] * 20 + [16.75]


def test_what_is_less_than_a_square_is_a_part_of_one() -> None:
    wide = [round(wide, 2) for _, _, wide in boxes(squares(25, 10, "full"))]
    assert wide == [11.5, 11.5, 5.0]


def test_from_right_to_left_they_begin_at_the_right() -> None:
    assert [x for x, _, _ in boxes(squares(2, 1, "full", mirrored=True))] == [16.75, 0.75]


def test_kinds_are_told_apart_by_shape() -> None:
    drawn = {kind: squares(1, 1, kind) for kind in KINDS}
    assert {kind for kind, it in drawn.items() if 'class="in"' in it} == {"half", "cored"}
    assert all(f'class="squares {kind}"' in it for kind, it in drawn.items())


@given(st.integers(1, 10**6))
def test_squares_are_never_more_than_a_hundred_and_never_fewer_than_needed(count: int) -> None:
    each = worth(count)
    drawn = boxes(squares(count, each, "full"))
    assert len(drawn) == -(-count // each) <= 100
    assert each == 1 or len(drawn) > 19
