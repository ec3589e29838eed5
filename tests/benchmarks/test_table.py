from __future__ import annotations

import pytest

from benchmarks.peers.table import STATES, Made, goals, markdown
from benchmarks.run import Cost, row
from benchmarks.tree import Taken, together

MEASURED = {
    ("okrsite", "cold"): Taken(6.0, 10.0, 400_000),
    ("okrsite", "unchanged"): Taken(0.5, 0.5, 100_000),
    ("okrsite", "one edit"): Taken(1.0, 1.0, 100_000),
    ("Hugo", "cold"): Taken(20.0, 30.0, 1_600_000),
    ("Hugo", "unchanged"): Taken(20.0, 30.0, 1_600_000),
    ("Hugo", "one edit"): Taken(20.0, 30.0, 1_600_000),
    ("Eleventy", "cold"): Taken(12.0, 14.0, 800_000),
    ("Eleventy", "unchanged"): Taken(12.0, 14.0, 800_000),
    ("Eleventy", "one edit"): Taken(12.0, 14.0, 800_000),
}


def test_cold_is_set_beside_the_faster_of_the_two_and_the_rest_beside_hugo() -> None:
    assert [round(goal.reached, 3) for goal in goals(MEASURED)] == [0.5, 0.025, 0.05, 0.25, 0.5]


def test_a_goal_is_reached_at_its_own_number() -> None:
    lines = [goal.line() for goal in goals(MEASURED)]
    assert [line.split("|")[-2].strip() for line in lines] == ["yes", "no", "no", "yes", "no"]


def test_no_goals_are_told_where_one_of_the_three_is_missing() -> None:
    assert goals({key: taken for key, taken in MEASURED.items() if key[0] != "Eleventy"}) == []


def test_the_table_tells_pages_their_size_and_how_often_longer_the_others_take() -> None:
    text = markdown(1000, MEASURED, {"Hugo": Made(1986, 53_400_000, [24_000, 28_000, 90_000])})
    assert "### 1,000 objectives" in text
    assert "| Hugo | 1,986 | 53.4 | 28.0 |" in text
    assert "| Hugo, cold | 20.00 | 30.00 | 3.33 | 1562 |" in text
    assert [text.index(f"okrsite, {state}") for state in STATES] == sorted(
        text.index(f"okrsite, {state}") for state in STATES
    )


def test_of_two_runs_the_smaller_figures_are_taken_and_of_one_that_was_watched_only_the_peak() -> None:
    timed = together(Taken(2.0, 5.0), Taken(3.0, 4.0))
    assert timed == Taken(2.0, 4.0)
    assert together(timed, Taken(1.0, 1.0, 900)) == Taken(2.0, 4.0, 900)


def test_what_an_objective_costs_is_told_without_what_starting_costs_and_beside_the_first_size() -> None:
    start = Cost(0, Taken(1.0, 1.0, 50 * 1024), 18, 700_000)
    first = Cost(1000, Taken(5.0, 6.0, 150 * 1024), 1986, 60_000_000)
    second = Cost(10_000, Taken(40.0, 61.0, 1050 * 1024), 18_000, 600_000_000)
    assert row(second, start, first) == (
        *("10,000", "18,000", "40.00", "61.00", "1050", "600.0"),
        *("6.00", "102.4", "1.20"),
    )


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_every_builder_has_a_line(state: str) -> None:
    text = markdown(10, MEASURED, {})
    assert [name for name in ("okrsite", "Hugo", "Eleventy") if f"| {name}, {state} |" not in text] == []
