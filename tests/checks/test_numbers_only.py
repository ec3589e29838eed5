"""Three check-ins with numbers, and no word of what was learned."""

import pytest

from tests.checks.sites import expect
from tests.format.sites import Files, objective

WALK = "content/okrs/2026-Q1/wards/walk.md"
NUMBER = "key_results: [{title: Dressed, start: 34, target: 70}, {title: Plans, milestones: [{title: A}, {title: B}, {title: C}]}]\n"


def told(*check_ins: str, other: str = "") -> Files:
    lines = "".join(f"  - {{{each}}}\n" for each in check_ins)
    return {WALK: objective(f"{NUMBER}check_ins:\n{lines}{other}")}


FIRST, SECOND = "date: 2026-01-05, readings: {dressed: 35}", "date: 2026-01-12, readings: {dressed: 36}"
THIRD = "date: 2026-01-19, readings: {dressed: 37}"
MARKED = "date: 2026-01-19, ⟦!⟧readings: {dressed: 37}"


def test_three_in_a_row_are_told_at_the_last() -> None:
    expect("numbers-only", told(FIRST, SECOND, MARKED))


def test_other_words_are_not_what_was_learned() -> None:
    words = "confidence: 6, blocked: No porter., next: Ward B."
    expect("numbers-only", told(f"{FIRST}, {words}", f"{SECOND}, {words}", f"{MARKED}, {words}"))


def test_two_are_no_row() -> None:
    expect("numbers-only", told(FIRST, SECOND))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_word_in_the_last_three_is_enough(place: int) -> None:
    three = [FIRST, SECOND, THIRD]
    three[place] += ", learned: Lunch helps."
    expect("numbers-only", told(*three))


def test_once_words_come_it_is_over() -> None:
    expect("numbers-only", told(FIRST, SECOND, THIRD, "date: 2026-01-26, learned: Lunch helps."))


def test_a_word_before_the_last_three_is_long_ago() -> None:
    expect("numbers-only", told("date: 2026-01-02, readings: {dressed: 34}, learned: Lunch.", FIRST, SECOND, MARKED))


@pytest.mark.parametrize("without", ["date: 2026-01-19, confidence: 7", "date: 2026-01-19, readings: {plans: C}"])
def test_a_check_in_without_a_number_ends_the_row(without: str) -> None:
    expect("numbers-only", told(FIRST, SECOND, without))


def test_a_check_in_to_come_is_none_yet() -> None:
    expect("numbers-only", told(FIRST, SECOND, THIRD), as_of="2026-01-18")


def test_readings_at_key_results_are_not_meant() -> None:
    readings = "readings: {2026-01-05: 35, 2026-01-12: 36, 2026-01-19: 37}"
    keys = f"key_results: [{{title: Dressed, start: 34, target: 70, {readings}}}]\n"
    expect("numbers-only", {WALK: objective(keys)})


def test_check_ins_in_files_of_their_own_are_told_there() -> None:
    files = {
        WALK: objective(NUMBER),
        "content/check-ins/january.yaml": """\
- {objective: walk, date: 2026-01-05, readings: {dressed: 35}}
- {objective: walk, date: 2026-01-19, ⟦!⟧readings: {dressed: 37}}
- {objective: walk, date: 2026-01-12, readings: {dressed: 36}}
""",
    }
    finding = expect("numbers-only", files).findings[0]
    assert finding.objective == "2026-Q1/wards/walk"


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("paused: {date: 2026-02-02}\n", "2026-02-10"),
        ("closed: {date: 2026-02-02}\n", "2026-02-10"),
        ("private: true\n", "2026-02-10"),
        ("", "2026-04-01"),
    ],
)
def test_what_rests_is_over_or_private_is_left_alone(other: str, day: str) -> None:
    expect("numbers-only", told(FIRST, SECOND, THIRD, other=other), as_of=day)


def test_a_place_kept_for_words_holds_none() -> None:
    expect("numbers-only", told(FIRST, SECOND, f'{MARKED}, learned: "…"'))
