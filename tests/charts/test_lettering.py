"""Words on a drawing break before they reach its edge."""

from __future__ import annotations

from okrsite.charts.lettering import broken, width_of


def test_arabic_letters_take_more_room_than_latin_ones() -> None:
    assert width_of("المستهدف") > width_of("aims for")


def test_a_target_in_arabic_breaks_before_the_edge_of_the_chart() -> None:
    assert broken("المستهدف 90%", 69) == ["المستهدف", "90%"]
    assert broken("البداية 62%", 69) == ["البداية 62%"]
