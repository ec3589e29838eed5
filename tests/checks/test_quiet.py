"""Nothing is heard of an objective for half as long again as is hoped for."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

WALK = "content/okrs/2026-Q1/wards/walk.md"
TEAM = "content/okrs/2026-Q1/wards.yaml"


def heard(keys: str, title: str = "Everyone walks again") -> Files:
    return {WALK: objective(keys, title=title)}


def test_three_weeks_are_fine_and_a_day_more_is_quiet() -> None:
    expect("quiet", heard("check_ins: [{date: 2026-01-20}]\n"), as_of="2026-02-10")
    files = heard("check_ins: [{date: 2026-01-19}]\n", "⟦!⟧Everyone walks again")
    expect("quiet", files, as_of="2026-02-10")


def test_the_organisation_says_how_often_it_hopes_for_a_word() -> None:
    weekly = {"okrsite.yaml": "check_in_every: 7\n"}
    expect("quiet", {**weekly, **heard("check_ins: [{date: 2026-01-31}]\n")}, as_of="2026-02-10")
    title = "⟦!⟧Everyone walks again"
    expect("quiet", {**weekly, **heard("check_ins: [{date: 2026-01-30}]\n", title)}, as_of="2026-02-10")


def test_a_dated_reading_is_a_word() -> None:
    keys = "key_results: [{title: Dressed, target: 70, readings: [{date: 2026-02-01, value: 40}]}]\n"
    expect("quiet", heard(keys), as_of="2026-02-10")


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("state: draft", "2026-02-20"),
        ("state: open", "2026-02-20"),
        ("paused: {date: 2026-01-02}", "2026-02-20"),
        ("closed: {date: 2026-01-02}", "2026-02-20"),
        ("private: true", "2026-02-20"),
        ("state: active", "2025-12-01"),
        ("state: active", "2026-04-01"),
        ("state: active", "2026-01-20"),
    ],
)
def test_only_what_is_active_in_a_current_cycle_is_expected_to_speak(keys: str, day: str) -> None:
    expect("quiet", heard(f"{keys}\n"), as_of=day)


def test_it_says_since_when() -> None:
    title = "⟦!⟧Everyone walks again"
    spoken = heard("check_ins: [{date: 2026-01-12}]\n", title)
    assert said("quiet", spoken) == ["Nothing has been said about “Everyone walks again” since 2026-01-12."]
    assert said("quiet", heard("", title)) == [
        "Nothing has been said about “Everyone walks again” since its cycle began on 2026-01-01."
    ]


def test_in_the_file_of_a_team_each_has_its_place() -> None:
    team = """\
objectives:
  - title: ⟦!⟧Everyone walks again
  - title: Nobody falls
    check_ins: [{date: 2026-02-02}]
  - title: ⟦!⟧Lunch is at the table
"""
    expect("quiet", {TEAM: team}, as_of="2026-02-10")


def test_it_may_be_accepted_with_a_reason() -> None:
    expect("quiet", heard("allow: {quiet: We speak every day on the ward.}\n"), as_of="2026-02-10")


def test_a_team_that_writes_all_on_one_line_is_shown_the_place() -> None:
    expect("quiet", {TEAM: "objectives: [{title: ⟦!⟧Everyone walks again}]\n"})


@pytest.mark.parametrize(
    "keys",
    [
        "check_ins: [{date: ⟦bad-date⟧2026-02-31}]",
        "key_results: [{title: Dressed, target: 70, readings: [{date: 2026-02-01, value: ⟦wrong-type⟧many}]}]",
        "paused: {date: ⟦bad-date⟧2026-02-31}",
        "state: ⟦wrong-type⟧done",
    ],
)
def test_what_was_said_and_cannot_be_used_is_no_silence(keys: str) -> None:
    expect("quiet", heard(f"{keys}\n"))
