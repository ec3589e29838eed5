"""FORMAT, “What is computed”: the progress of an objective, what was measured of it, and the weakest."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS, measured, parts, site_of
from tests.format.sites import built, objective


def number(title: str, value: str | None, weight: str = "1") -> str:
    """Write a number on its way from 0 to 100."""
    current = f", current: {value}" if value is not None else ""
    return f"{{title: {title}, start: 0, target: 100, weight: {weight}{current}}}"


OTHER_KINDS = (
    "{title: M, milestones: [{title: X}]}, {title: Y, done: true}, {title: F, find_out: true}, "
    "{title: G, at_least: 3}, {title: T, target: 3, current: 2}"
)
WHOLE = "progress raw_progress measured of weakest"

MEANS: dict[str, tuple[str, list[Any]]] = {
    "one": (number("A", "50"), [0.5, 0.5, 1, 1, "a"]),
    "two": (f"{number('A', '50')}, {number('B', '25')}", [0.375, 0.375, 2, 2, "b"]),
    "the first of equals is the weakest": (f"{number('B', '50')}, {number('A', '50')}", [0.5, 0.5, 2, 2, "b"]),
    "equals by what is shown": (f"{number('B', '-50')}, {number('A', '-90')}", [0, -0.7, 2, 2, "b"]),
    "by weight": (f"{number('A', '50', '3')}, {number('B', '10')}", [0.4, 0.4, 2, 2, "b"]),
    "by weights below 1": (f"{number('A', '50', '0.3')}, {number('B', '10', '0.1')}", [0.4, 0.4, 2, 2, "b"]),
    "by tiny and huge weights": (f"{number('A', '50', '1e30')}, {number('B', '10', '1e-30')}", [0.5, 0.5, 2, 2, "b"]),
    "one not measured stays out": (f"{number('A', '50')}, {number('B', None)}", [0.5, 0.5, 1, 2, "a"]),
    "one not measured stays out with its weight": (
        f"{number('A', '50')}, {number('B', None, '9')}",
        [0.5, 0.5, 1, 2, "a"],
    ),
    "each is held within 0 and 1 before the mean": (
        f"{number('A', '300')}, {number('B', '-100')}, {number('C', '50')}",
        [0.5, 0.833333, 3, 3, "b"],
    ),
    "raw is the mean of raw": (f"{number('A', '150')}, {number('B', '50')}", [0.75, 1, 2, 2, "b"]),
    "thirds": (f"{number('A', '0')}, {number('B', '0')}, {number('C', '100')}", [0.333333, 0.333333, 3, 3, "a"]),
    "milestones without any done": ("{title: A, milestones: [{title: X}]}", [0, 0, 1, 1, "a"]),
    "milestones": (
        "{title: A, milestones: [{title: X, done: true}, {title: Y, done: 2026-01-09}, {title: Z}]}",
        [0.666667, 0.666667, 1, 1, "a"],
    ),
    "milestones by weight": (
        "{title: A, milestones: [{title: X, done: true, weight: 3}, {title: Y, weight: 0.5}, {title: Z, weight: .5}]}",
        [0.75, 0.75, 1, 1, "a"],
    ),
    "milestones of days to come": (
        "{title: A, milestones: [{title: X, done: 2026-02-10}, {title: Y, done: 2026-02-11}]}",
        [0.5, 0.5, 1, 1, "a"],
    ),
    "milestones not done in so many words": (
        "{title: A, milestones: [{title: X, done: false}, {title: Y, done: yes}]}",
        [0.5, 0.5, 1, 1, "a"],
    ),
    "yes": ("{title: A, done: true}", [1, 1, 1, 1, "a"]),
    "no": ("{title: A, done: no}", [0, 0, 1, 1, "a"]),
    "yes since a day": ("{title: A, done: 2026-02-10}", [1, 1, 1, 1, "a"]),
    "yes from a day to come": ("{title: A, done: 2026-02-11}", [0, 0, 1, 1, "a"]),
    "to find out": ("{title: A, find_out: true}", [None, None, 0, 1, None]),
    "found out": ("{title: A, find_out: true, readings: {2026-01-09: 0}}", [1, 1, 1, 1, "a"]),
    "found out on a day to come": ("{title: A, find_out: true, readings: {2026-02-11: 0}}", [None, None, 0, 1, None]),
    "a guard rail": ("{title: A, at_most: 3, current: 9}", [None, None, 0, 0, None]),
    "a guard rail beside": (f"{{title: G, at_most: 3, current: 9}}, {number('A', '50')}", [0.5, 0.5, 1, 1, "a"]),
    "a mixture": (
        f"{number('A', '50')}, {OTHER_KINDS}",
        [0.5, 0.5, 3, 5, "m"],
    ),
    "nothing": ("", [None, None, 0, 0, None]),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), MEANS.values(), ids=MEANS)
def test_progress_is_the_mean_of_what_was_measured_by_weight(written: str, expected: list[Any]) -> None:
    found = parts(measured(f"key_results: [{written}]"), WHOLE)
    weakest = f"{REF}#{expected[-1]}" if expected[-1] else None
    assert found == [*expected[:-1], weakest]


def test_what_check_ins_tell_is_done_is_done_from_that_day() -> None:
    keys = """
        key_results:
          - {title: M, milestones: [{title: First ward}, {title: B, id: second}, {title: C, weight: 2}]}
          - {title: Y, done: false}
        check_ins:
          - {date: 2026-01-10, readings: {m: First ward}}
          - {date: 2026-01-20, readings: {m: [second, C], y: true}}
    """
    told = {day: measured(keys, as_of=f"2026-01-{day}") for day in ("09", "10", "19", "20")}
    shown = {day: [each["progress"] for each in found["key_results"]] for day, found in told.items()}
    assert shown == {"09": [0, 0], "10": [0.25, 0], "19": [0.25, 0], "20": [1, 1]}


def test_what_is_done_by_a_date_and_told_earlier_is_done_on_the_earlier_day() -> None:
    keys = """
        key_results: [{title: Y, done: 2026-01-20}, {title: M, milestones: [{title: A, done: 2026-01-05}]}]
        check_ins: [{date: 2026-01-10, readings: {y: true, m: A}}]
    """
    for day, expected in {"04": [0, 0], "05": [0, 1], "10": [1, 1]}.items():
        assert [each["progress"] for each in measured(keys, as_of=f"2026-01-{day}")["key_results"]] == expected


def test_computed_numbers_are_rounded_half_to_even_at_six_places_and_decided_before() -> None:
    assert measured(f"key_results: [{number('A', '0.00005')}]")["progress"] == 0
    assert measured(f"key_results: [{number('A', '0.00015')}]")["progress"] == 0.000002
    assert measured(f"key_results: [{number('A', '0.00025')}]")["progress"] == 0.000002
    almost = measured(f"key_results: [{number('A', '99.99999999')}]")
    assert almost["progress"] == 1


def test_computed_numbers_are_written_as_plain_numbers() -> None:
    text = built(site_of(f"key_results: [{number('A', '0.0001')}, {number('B', '100')}]")).text("data/site.json")
    (found,) = json.loads(text, parse_float=str, parse_int=str)["objectives"]
    assert [each["progress"] for each in found["key_results"]] == ["0.000001", "1"]


def test_nothing_is_rolled_up_from_supporting_objectives() -> None:
    site = built({
        WALK: objective(f"key_results: [{number('A', '50')}]"),
        f"{WARDS}/sit.md": objective(f"supports: walk#a\nkey_results: [{number('B', '100')}]"),
        f"{WARDS}/lie.md": objective("supports: sit"),
    })  # fmt: skip
    assert {each["id"]: each["progress"] for each in site.data["objectives"]} == {"walk": 0.5, "sit": 1, "lie": None}
    for thing in (*site.data["teams"], *site.data["people"], *site.data["cycles"], site.data["organisation"]):
        assert "progress" not in thing


def test_none_measured_is_not_measured_and_never_nothing() -> None:
    for keys in ("key_results: [{title: A, start: 0, target: 100}]", "key_results: []", "key_results: [{title: A}]"):
        site = built(site_of(keys))
        assert site.objectives[REF]["progress"] is None
        assert not any(
            re.search(r"(?<![0-9'\"])0\s?%", site.text(name)) for name in site.files if name.endswith(".html")
        )


def test_the_page_says_how_many_are_measured_and_the_weakest_by_name() -> None:
    site = built(
        site_of(f"key_results: [{number('Sitting up', '50')}, {number('Standing', '25')}, {number('C', None)}]")
    )
    page = site.text(f"objectives/{REF}.html")
    assert "2 of 3" in page
    assert "Standing" in page


def test_worse_than_at_the_start_and_target_passed_are_said_in_words() -> None:
    page = built(site_of(f"key_results: [{number('A', '-10')}, {number('B', '110')}]")).text(f"objectives/{REF}.html")
    assert "orse than at the start" in page
    assert "arget passed" in page
    plain = built(site_of(f"key_results: [{number('A', '0')}, {number('B', '100')}]")).text(f"objectives/{REF}.html")
    assert "orse than at the start" not in plain
    assert "arget passed" not in plain
