"""Half of a cycle is gone, and a number was never read. February 2026 has 28 days; half of them are gone on the 15th."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

WALK = "content/okrs/2026-02/wards/walk.md"


def month(key_results: str, other: str = "") -> Files:
    return {WALK: objective(f"key_results:\n{key_results}{other}")}


@pytest.mark.parametrize(("day", "told"), [("2026-02-14", False), ("2026-02-15", True), ("2026-02-28", True)])
def test_half_of_the_days_before_the_day_must_be_gone(day: str, told: bool) -> None:  # noqa: FBT001 - a case
    mark = "⟦!⟧" if told else ""
    expect("kr-unmeasured", month(f"  - {{title: {mark}Dressed by noon, start: 34, target: 70}}\n"), as_of=day)


def test_numbers_and_guard_rails_are_to_be_read() -> None:
    lines = """\
  - title: ⟦!⟧Dressed by noon
    target: 70
  - title: ⟦!⟧Falls
    at_most: 6
  - title: ⟦!⟧Nights slept through
    start: 40
  - title: A walking plan
  - title: Every ward walks
    milestones: [{title: Surgery}]
  - title: One call
    done: false
  - title: What holds people back
    find_out: true
"""
    expect("kr-unmeasured", month(lines), as_of="2026-02-20")


@pytest.mark.parametrize(
    "read",
    [
        "current: 40",
        "readings: [{date: 2026-02-20, value: 40}]",
        "readings: {2026-01-02: 40}",
    ],
)
def test_one_reading_is_enough(read: str) -> None:
    expect("kr-unmeasured", month(f"  - {{title: Dressed, start: 34, target: 70, {read}}}\n"), as_of="2026-02-20")


def test_a_reading_in_a_check_in_counts() -> None:
    check_in = "check_ins: [{date: 2026-02-10, readings: {dressed: 40}}]\n"
    expect("kr-unmeasured", month("  - {title: Dressed, start: 34, target: 70}\n", check_in), as_of="2026-02-20")


def test_a_reading_to_come_is_none_yet() -> None:
    lines = "  - {title: ⟦!⟧Dressed, target: 70, readings: [{date: 2026-02-21, value: 40}]}\n"
    expect("kr-unmeasured", month(lines), as_of="2026-02-20")


def test_one_measure_in_two_places_is_told_where_it_is_read() -> None:
    files = {
        WALK: objective("key_results:\n  - {title: ⟦!⟧Dressed, start: 34, target: 70}\n"),
        "content/okrs/2026-02/theatres/stand.md": objective("key_results: [{same_as: wards/walk#dressed}]\n"),
    }
    expect("kr-unmeasured", files, as_of="2026-02-20")


def test_of_two_on_one_line_each_has_its_place() -> None:
    keys = "key_results: [{title: Falls, at_most: 6, current: 5}, {title: ⟦!⟧Dressed, target: 70}]\n"
    expect("kr-unmeasured", {WALK: objective(keys)}, as_of="2026-02-20")


@pytest.mark.parametrize("keys", ["state: draft", "state: proposed", "state: open"])
def test_what_is_not_active_yet_is_looked_at(keys: str) -> None:
    expect(
        "kr-unmeasured",
        month("  - {title: ⟦!⟧Dressed, target: 70}\n", f"{keys}\n"),
        as_of="2026-02-20",
    )


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("paused: {date: 2026-02-02}", "2026-02-20"),
        ("closed: {date: 2026-02-18}", "2026-02-20"),
        ("dropped: {date: 2026-02-18}", "2026-02-20"),
        ("private: true", "2026-02-20"),
        ("state: active", "2026-01-20"),
        ("state: active", "2026-03-01"),
    ],
)
def test_what_rests_is_over_private_or_elsewhere_in_time_is_not(keys: str, day: str) -> None:
    expect("kr-unmeasured", month("  - {title: Dressed, target: 70}\n", f"{keys}\n"), as_of=day)


def test_it_is_said_in_the_words_of_the_team() -> None:
    files = month("  - {title: ⟦!⟧Dressed by noon, target: 70}\n")
    assert said("kr-unmeasured", files, as_of="2026-02-20") == [
        "“Dressed by noon” has no reading yet, and half of its cycle is gone."
    ]


def test_a_team_that_writes_all_on_one_line_is_shown_the_place() -> None:
    team = "objectives: [{title: A, key_results: [{title: ⟦!⟧Dressed, target: 70}]}]\n"
    expect("kr-unmeasured", {"content/okrs/2026-02/wards.yaml": team}, as_of="2026-02-20")


@pytest.mark.parametrize(
    ("keys", "check_in"),
    [
        ("current: ⟦wrong-type⟧many", ""),
        ("readings: [{date: 2026-02-10, value: ⟦wrong-type⟧many}]", ""),
        ("unit: kg", "check_ins: [{date: 2026-02-10, readings: {dressed: ⟦kr-arithmetic⟧40 m}}]\n"),
    ],
)
def test_a_reading_that_cannot_be_used_was_told_of(keys: str, check_in: str) -> None:
    files = month(f"  - {{title: Dressed, start: 34, target: 70, {keys}}}\n", check_in)
    expect("kr-unmeasured", files, as_of="2026-02-20")
