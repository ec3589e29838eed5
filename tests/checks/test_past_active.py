"""A cycle has ended, and an objective in it has not."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective


def left(keys: str = "", title: str = "Everyone walks again") -> Files:
    return {"content/okrs/2026-01/wards/walk.md": objective(keys, title=title)}


def test_two_weeks_are_fine_and_a_day_more_is_told() -> None:
    expect("past-active", left(), as_of="2026-02-14")
    expect("past-active", left(title="⟦!⟧Everyone walks again"), as_of="2026-02-15")


def test_an_end_to_come_is_none_yet() -> None:
    files = left("closed: {date: 2026-03-02}\n", "⟦!⟧Everyone walks again")
    expect("past-active", files, as_of="2026-03-01")


@pytest.mark.parametrize(
    "keys",
    [
        "state: draft",
        "state: proposed",
        "state: open",
        "paused: {date: 2026-01-12}",
        "closed: {date: 2026-02-20}",
        "dropped: {date: 2026-01-12}",
        "private: true",
    ],
)
def test_only_what_is_active_is_told(keys: str) -> None:
    expect("past-active", left(f"{keys}\n"), as_of="2026-03-01")


def test_it_says_when_the_cycle_ended() -> None:
    assert said("past-active", left(title="⟦!⟧Everyone walks again"), as_of="2026-03-01") == [
        "“Everyone walks again” is still active, and its cycle ended on 2026-01-31."
    ]


@pytest.mark.parametrize("keys", ["closed: {date: ⟦bad-date⟧2026-02-31}", "state: ⟦wrong-type⟧done"])
def test_an_end_that_cannot_be_used_was_told_of(keys: str) -> None:
    expect("past-active", left(f"{keys}\n"), as_of="2026-03-01")
