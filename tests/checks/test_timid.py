"""What aspires is reached in full: early, or everywhere. On 2026-02-15 half of February's days are gone."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

WALK, FALLS = "content/okrs/2026-02/wards/walk.md", "content/okrs/2026-02/theatres/falls.md"
MARK = "⟦!⟧"
FULL = "key_results: [{title: Dressed, start: 34, target: 70, current: 70}]\n"
PAID = {"content/org.md": "---\nname: Mill\npolicy: {scores_affect_pay: true}\n---\n"}
MARCH = "2026-03-01"


def aspires(keys: str, mark: str = "", path: str = WALK, kind: str = "aspirational") -> Files:
    return {path: objective(f"type: {kind}\n{keys}", title=f"{mark}Everyone walks again")}


def ended(score: str) -> str:
    return f"closed: {{date: 2026-02-20}}\nscore: {score}\n"


def test_before_half_of_the_days_are_gone() -> None:
    expect("timid", aspires(FULL, MARK), as_of="2026-02-14")
    expect("timid", aspires(FULL), as_of="2026-02-15")


def test_past_the_target_is_all_of_it_too() -> None:
    expect(
        "timid",
        aspires("key_results: [{title: Dressed, start: 34, target: 70, current: 90}]\n", MARK),
        as_of="2026-02-10",
    )


def test_short_of_it_by_a_hair_is_short_of_it() -> None:
    keys = "key_results: [{title: Dressed, start: 0, target: 1, current: 0.99999999999}]\n"
    expect("timid", aspires(keys), as_of="2026-02-10")


@pytest.mark.parametrize("kind", ["committed", "learning"])
def test_other_promises_may_be_kept_early(kind: str) -> None:
    expect("timid", aspires(FULL, kind=kind), as_of="2026-02-10")


def test_what_has_nothing_measured_has_reached_nothing() -> None:
    expect("timid", aspires("score: 1\n"), as_of="2026-02-10")


@pytest.mark.parametrize("other", ["paused: {date: 2026-02-02}\n", "closed: {date: 2026-02-02}\n", "private: true\n"])
def test_what_rests_is_over_or_private_is_left_alone(other: str) -> None:
    expect("timid", aspires(FULL + other), as_of="2026-02-10")


def test_a_past_cycle_in_which_all_came_to_one_is_told_once() -> None:
    files = {
        **aspires(ended("1"), MARK, FALLS),
        **aspires(ended("1.0")),
        **aspires(ended("0.4"), path="content/okrs/2026-02/wards/x.md", kind="committed"),
    }
    expect("timid", files, as_of=MARCH)


@pytest.mark.parametrize("score", ["0.9", "0.999999"])
def test_one_that_fell_short_is_enough(score: str) -> None:
    expect("timid", {**aspires(ended(score), path=FALLS), **aspires(ended("1"))}, as_of=MARCH)


def test_a_score_takes_the_place_of_progress() -> None:
    expect("timid", aspires(FULL + ended("0.7")), as_of=MARCH)
    expect("timid", aspires(FULL + "closed: {date: 2026-02-20}\n", MARK), as_of=MARCH)


def test_while_some_are_still_open_a_past_cycle_is_not_closed() -> None:
    expect("timid", {**aspires(FULL, path=FALLS), **aspires(ended("1"))}, as_of=MARCH)


def test_a_cycle_that_says_it_is_closed_is() -> None:
    cycle = {"content/cycles/2026-02.md": "---\nclosed: 2026-03-04\n---\n"}
    files = {**aspires(FULL, MARK, FALLS), **aspires(ended("1")), **cycle}
    expect("timid", files, as_of="2026-03-04")


def test_each_cycle_is_by_itself() -> None:
    files = {**aspires(ended("1"), MARK), **aspires(ended("0.5"), path="content/okrs/2026-01/wards/walk.md")}
    expect("timid", files, as_of=MARCH)


def test_a_current_cycle_goes_on() -> None:
    expect("timid", aspires(ended("1")), as_of="2026-02-20")


def test_a_cycle_without_aspirations_is_not_meant() -> None:
    expect("timid", aspires(ended("1"), kind="committed"), as_of=MARCH)


def test_it_is_said_in_a_sentence() -> None:
    assert said("timid", aspires(FULL, MARK), as_of="2026-02-10") == [
        "“Everyone walks again” has come all the way before half of its cycle is gone."
    ]
    assert said("timid", aspires(ended("1"), MARK), as_of=MARCH) == [
        "“Everyone walks again”, the one aspirational objective of “2026-02”, came to 1.0."
    ]
    assert said("timid", {**aspires(ended("1"), MARK, FALLS), **aspires(ended("1"))}, as_of=MARCH) == [
        "Each of the 2 aspirational objectives of “2026-02” came to 1.0."
    ]


@pytest.mark.parametrize(("keys", "day"), [(FULL, "2026-02-10"), (ended("1"), MARCH)])
def test_where_scores_affect_pay_it_says_what_that_does(keys: str, day: str) -> None:
    files = aspires(keys, MARK)
    assert "pay" not in expect("timid", files, as_of=day).findings[0].help
    assert "Where scores affect pay" in expect("timid", {**PAID, **files}, as_of=day).findings[0].help
