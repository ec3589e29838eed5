"""From the lowest to the highest score: both ends, and nothing in the middle."""

from __future__ import annotations

import re
from fractions import Fraction

from okrsite.charts.span_line import span_line


def drawn(low: str, high: str, *, mirrored: bool = False) -> str:
    return span_line((Fraction(low), low), (Fraction(high), high), ("0", "1"), mirrored=mirrored)


def strong(svg: str) -> list[tuple[float, str]]:
    return [(float(x), text) for x, text in re.findall(r'<text class="strong" x="([\d.]+)"[^>]*>([^<]*)<', svg)]


def test_both_ends_are_named_where_they_lie() -> None:
    (first, low), (last, high) = strong(drawn("0.2", "0.9"))
    assert (low, high) == ("0.2", "0.9")
    assert first < last


def test_equal_ends_are_one_dot_with_one_figure() -> None:
    assert [text for _, text in strong(drawn("1", "1"))] == ["1"]
    assert drawn("1", "1").count("<circle") == 1


def test_figures_of_ends_that_lie_close_stand_apart() -> None:
    for mirrored in (False, True):
        (first, _), (last, _) = strong(drawn("0.5", "0.55", mirrored=mirrored))
        assert abs(first - last) >= 30
        assert (first < last) is not mirrored
