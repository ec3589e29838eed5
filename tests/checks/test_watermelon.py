"""Confidence is high, and the numbers lie far behind. On 2026-02-15 half of February's days are gone."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

WALK = "content/okrs/2026-02/wards/walk.md"
MARK = "⟦!⟧"
PAID = {"content/org.md": "---\nname: Mill\npolicy: {scores_affect_pay: true}\n---\n"}


def stood(confidence: str, *key_results: str, other: str = "") -> Files:
    lines = "".join(f"  - {{title: K{nth}, {each}}}\n" for nth, each in enumerate(key_results))
    return {
        WALK: objective(f"key_results:\n{lines}check_ins: [{{date: 2026-02-02, confidence: {confidence}}}]\n{other}")
    }


def at(value: int) -> str:
    return f"start: 0, target: 60, current: {value}"


@pytest.mark.parametrize(
    ("confidence", "value"), [(f"{MARK}7", 9), ("7", 10), ("6", 9), (f"{MARK}10", 0), (f"{MARK}7", -5)]
)
def test_confident_and_more_than_a_third_of_the_way_behind(confidence: str, value: int) -> None:
    expect("watermelon", stood(confidence, at(value)), as_of="2026-02-15")


@pytest.mark.parametrize(
    ("confidence", "values"),
    [("9", (0, 30)), (f"{MARK}9", (0, 0, 30)), ("9", (0, 30, 30)), ("9", (0, 0, 30, 60)), (f"{MARK}9", (0, 0))],
)
def test_more_than_half_of_them(confidence: str, values: tuple[int, ...]) -> None:
    expect("watermelon", stood(confidence, *map(at, values)), as_of="2026-02-15")


def test_only_what_is_measured_counts() -> None:
    unread = "start: 0, target: 60"
    expect("watermelon", stood(f"{MARK}9", at(0), unread, unread, "at_most: 6, current: 5"), as_of="2026-02-15")
    expect("watermelon", stood("9", unread, "find_out: true"), as_of="2026-02-15")


def test_steps_and_yes_or_no_are_always_measured() -> None:
    expect("watermelon", stood(f"{MARK}9", "done: false"), as_of="2026-02-15")
    expect("watermelon", stood("9", "milestones: [{title: A, done: true}, {title: B}]"), as_of="2026-02-15")


def test_without_key_results_there_is_nothing_to_lie_behind() -> None:
    expect("watermelon", {WALK: objective("check_ins: [{date: 2026-02-02, confidence: 9}]\n")}, as_of="2026-02-15")


def test_early_in_a_cycle_nothing_is_far_behind() -> None:
    expect("watermelon", stood("9", at(0)), as_of="2026-02-10")
    expect("watermelon", stood(f"{MARK}9", at(0)), as_of="2026-02-11")


def test_the_last_confidence_given_is_meant() -> None:
    keys = "key_results: [{title: Dressed, start: 0, target: 60, current: 0}]\ncheck_ins:\n"
    came_down = "  - {date: 2026-02-02, confidence: 9}\n  - {date: 2026-02-09, confidence: 4}\n"
    expect("watermelon", {WALK: objective(keys + came_down)}, as_of="2026-02-15")
    went_up = (
        "  - {date: 2026-02-02, confidence: 4}\n  - {date: 2026-02-09, confidence: ⟦!⟧9}\n  - {date: 2026-02-12}\n"
    )
    expect("watermelon", {WALK: objective(keys + went_up)}, as_of="2026-02-15")


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("paused: {date: 2026-02-12}\n", "2026-02-20"),
        ("closed: {date: 2026-02-12}\n", "2026-02-20"),
        ("private: true\n", "2026-02-20"),
        ("", "2026-03-01"),
    ],
)
def test_what_rests_is_over_or_private_is_left_alone(other: str, day: str) -> None:
    expect("watermelon", stood("9", at(0), other=other), as_of=day)


@pytest.mark.parametrize(
    ("values", "which"),
    [
        ((0,), "“K0” lies"),
        ((0, 0), "both measured key results lie"),
        ((0, 0, 0), "all 3 measured key results lie"),
        ((0, 0, 60), "2 of its 3 measured key results lie"),
    ],
)
def test_it_says_which(values: tuple[int, ...], which: str) -> None:
    assert said("watermelon", stood(f"{MARK}9", *map(at, values)), as_of="2026-02-15") == [
        f"Confidence in “Everyone walks again” is 9, and {which} more than a third of the way behind the calendar."
    ]


def test_where_scores_affect_pay_it_says_what_that_does() -> None:
    files = stood(f"{MARK}9", at(0))
    assert "pay" not in expect("watermelon", files, as_of="2026-02-15").findings[0].help
    assert "Where scores affect pay" in expect("watermelon", {**PAID, **files}, as_of="2026-02-15").findings[0].help
