"""The same confidence four times in a row."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

WALK = "content/okrs/2026-Q1/wards/walk.md"
MARK = "⟦!⟧"


def sure(*confidences: str, other: str = "") -> Files:
    days = [f"2026-01-{day:02}" for day in range(2, 30)]
    lines = [f"  - {{date: {day}, confidence: {one}}}\n" for day, one in zip(days, confidences, strict=False)]
    return {WALK: objective(f"check_ins:\n{''.join(lines)}{other}")}


@pytest.mark.parametrize(
    "confidences",
    [
        ("7", "7", "7", f"{MARK}7"),
        ("0", "0", "0", f"{MARK}0"),
        ("3", "7", "7", "7", f"{MARK}7"),
        ("7", "7", "7", "7", f"{MARK}7"),
    ],
)
def test_the_last_four_alike_are_told_at_the_last(confidences: tuple[str, ...]) -> None:
    expect("confidence-flat", sure(*confidences))


@pytest.mark.parametrize(
    "confidences", [("7", "7", "7"), ("6", "7", "7", "7"), ("7", "7", "7", "7", "6"), ("7", "7", "6", "7", "7")]
)
def test_three_or_a_change_among_the_last_four_are_fine(confidences: tuple[str, ...]) -> None:
    expect("confidence-flat", sure(*confidences))


def test_check_ins_that_say_nothing_of_it_do_not_count() -> None:
    lines = [
        "{date: 2026-01-02, confidence: 7}",
        "{date: 2026-01-05, confidence: 7}",
        "{date: 2026-01-09, learned: Lunch helps.}",
        "{date: 2026-01-12, confidence: 7}",
        f"{{date: 2026-01-19, confidence: {MARK}7}}",
        "{date: 2026-01-26, status: on-track}",
    ]
    expect("confidence-flat", {WALK: objective(f"check_ins: [{', '.join(lines)}]\n")})


def test_what_comes_later_is_not_there_yet() -> None:
    expect("confidence-flat", sure("7", "7", "7", "7"), as_of="2026-01-04")


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("paused: {date: 2026-02-02}\n", "2026-02-10"),
        ("dropped: {date: 2026-02-02}\n", "2026-02-10"),
        ("private: true\n", "2026-02-10"),
        ("", "2026-04-01"),
    ],
)
def test_what_rests_is_over_or_private_is_left_alone(other: str, day: str) -> None:
    expect("confidence-flat", sure("7", "7", "7", "7", other=other), as_of=day)


def test_it_is_said_in_a_sentence() -> None:
    assert said("confidence-flat", sure("7", "7", "7", f"{MARK}7")) == [
        "Confidence in “Everyone walks again” has been 7 four times in a row."
    ]
