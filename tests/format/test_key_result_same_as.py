"""FORMAT, “Key results”: one measure in two places, and what the second of them has of its own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS, parts
from tests.format.sites import Files, built, expect_marked, objective

SIT = f"{WARDS}/sit.md"
OTHER = """
    owner: Ann Lee
    key_results:
      - title: Up by noon
        id: up
        start: 34%
        target: 70%
        weight: 5
        owner: Bo Ek
        note: Theirs.
        readings: [{date: 2026-01-09, value: 52, confidence: 6}]
"""


def same(key_results: str, keys: str = "", other: str = OTHER) -> list[dict[str, Any]]:
    """Give the key results of an objective beside one of another."""
    files = {WALK: objective(f"{keys}\nkey_results: {key_results}"), SIT: objective(other)}
    found: list[dict[str, Any]] = built(files).objectives[REF]["key_results"]
    return found


def test_kind_numbers_unit_and_readings_are_those_of_the_other() -> None:
    (found,) = same("[{same_as: sit#up}]")
    assert parts(found, "kind start target unit value value_date") == ["number", 34, 70, "%", 52, "2026-01-09"]
    assert parts(found, "raw_progress progress confidence") == [0.5, 0.5, 6]
    assert found["same_as"] == "2026-Q1/wards/sit#up"


def test_without_an_id_or_title_of_its_own_it_has_the_others() -> None:
    (found,) = same("[{same_as: sit#up}]")
    assert parts(found, "id title") == ["up", "Up by noon"]
    (found,) = same("[{same_as: sit#up, title: Our share}]")
    assert parts(found, "id title") == ["our-share", "Our share"]
    (found,) = same("[{same_as: sit#up, id: ours}]")
    assert parts(found, "id title") == ["ours", "Up by noon"]


def test_owner_and_weight_are_its_own() -> None:
    (found,) = same("[{same_as: sit#up}]", "owner: Zoe Ash")
    assert parts(found, "owner weight") == ["zoe-ash", 1]
    (found,) = same("[{same_as: sit#up, owner: Cy Orr, weight: 2.5, note: Ours.}]", "owner: Zoe Ash")
    assert parts(found, "owner weight") == ["cy-orr", 2.5]


def test_its_weight_counts_in_the_mean_of_its_own_objective() -> None:
    files = {
        WALK: objective("key_results: [{same_as: sit#up, weight: 3}, {title: Y, done: true}]"),
        SIT: objective(OTHER),
    }
    found = built(files).objectives[REF]
    assert parts(found, "progress measured of weakest") == [0.625, 2, 2, f"{REF}#up"]


KINDS: dict[str, tuple[str, list[Any]]] = {
    "a guard rail": ("at_most: 3, readings: {2026-01-09: 4}", ["guard-rail", 4, None, False]),
    "milestones": ("milestones: [{title: A, done: true}, {title: B}]", ["milestones", None, 0.5, None]),
    "yes or no": ("done: true", ["yes-no", None, 1, None]),
    "to find out": ("find_out: true, current: 4", ["find-out", 4, 1, None]),
    "a number without start": ("target: 3, current: 4", ["number", 4, None, None]),
}


@pytest.mark.parametrize(("written", "expected"), KINDS.values(), ids=KINDS)
def test_it_is_of_the_others_kind(written: str, expected: list[Any]) -> None:
    (found,) = same("[{same_as: sit#up}]", other=f"key_results: [{{title: Up, {written}}}]")
    assert parts(found, "kind value progress held") == expected


def test_it_hears_what_check_ins_say_of_the_other() -> None:
    check_ins = "check_ins: [{date: 2026-01-20, confidence: 9, readings: {up: 70}}]"
    (found,) = same("[{same_as: sit#up}]", other=f"{OTHER}\n    {check_ins}")
    assert parts(found, "value value_date progress confidence") == [70, "2026-01-20", 1, 9]


def test_a_chain_leads_to_the_measure() -> None:
    site = built({
        WALK: objective("key_results: [{same_as: sit#ours}]"),
        SIT: objective("key_results: [{same_as: stand#up, id: ours, weight: 7}]"),
        f"{WARDS}/stand.md": objective(OTHER),
    })  # fmt: skip
    (found,) = site.objectives[REF]["key_results"]
    assert parts(found, "id title progress weight same_as") == ["ours", "Up by noon", 0.5, 1, "2026-Q1/wards/sit#ours"]


REFUSED: dict[str, str] = {
    key: f"[{{same_as: sit#up, ⟦unknown-key⟧{key}: {value}}}]"
    for key, value in {
        "start": "3",
        "target": "3",
        "unit": "h",
        "at_most": "3",
        "at_least": "3",
        "milestones": "[{title: A}]",
        "done": "true",
        "find_out": "true",
        "current": "3",
        "readings": "{2026-01-09: 3}",
        "due": "2026-03-01",
        "teams": "[wards]",
        "source": "Book",
        "score": "0.5",
        "pairs_with": "up",
    }.items()
} | {
    "two at once": "[{⟦unknown-key⟧start: 1, same_as: sit#up, ⟦unknown-key⟧target: 3}]",
    "nothing such": "[{same_as: ⟦ref-broken⟧sit#down}]",
    "an objective": "[{same_as: ⟦wrong-type⟧sit}]",
    "no such objective": "[{same_as: ⟦ref-broken⟧stand#up}]",
    "itself": "[{title: Up, same_as: ⟦ref-broken⟧'walk#up'}]",
    "a wrong weight": "[{same_as: sit#up, weight: ⟦kr-arithmetic⟧0}]",
    "two with one id": "[{title: Up, target: 3}, {same_as: ⟦id-clash⟧sit#up}]",
}


@pytest.mark.parametrize("written", REFUSED.values(), ids=REFUSED)
def test_at_most_an_id_title_owner_weight_and_note_stand_beside_it(written: str) -> None:
    expect_marked({WALK: objective(f"key_results: {written}"), SIT: objective(OTHER)})


def test_keys_of_ones_own_may_stand_beside_it() -> None:
    (found,) = same("[{same_as: sit#up, x-board: 3}]")
    assert found["progress"] == 0.5


READ: dict[str, Files] = {
    "in the objective": {
        WALK: objective("""
            key_results: [{same_as: sit#up}]
            check_ins: [{date: 2026-01-20, readings: {⟦kr-arithmetic⟧up: 60}}]
        """)
    },
    "by an id of its own": {
        WALK: objective("""
            key_results: [{same_as: sit#up, id: ours}]
            check_ins: [{date: 2026-01-20, readings: {⟦kr-arithmetic⟧ours: 60}}]
        """)
    },
    "in a file of its own": {
        WALK: objective("key_results: [{same_as: sit#up}]"),
        "content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-01-20\nreadings: {⟦kr-arithmetic⟧up: {value: 60}}\n---\n",
    },
}  # fmt: skip


@pytest.mark.parametrize("files", READ.values(), ids=READ)
def test_it_is_not_read_in_check_ins(files: Files) -> None:
    expect_marked({SIT: objective(OTHER), **files})


def test_its_readings_keep_only_the_other_objective_from_being_quiet() -> None:
    other = "key_results: [{title: Up, start: 0, target: 9, readings: {2026-02-09: 3}}]"
    site = built({WALK: objective("key_results: [{same_as: sit#up}]"), SIT: objective(other)})
    assert {ref: each["quiet"] for ref, each in site.objectives.items()} == {REF: True, "2026-Q1/wards/sit": False}


def test_a_ring_is_drawn() -> None:
    expect_marked({
        WALK: objective("key_results: [{title: Up, same_as: sit#up}]"),
        SIT: objective("key_results: [{title: Up, same_as: ⟦align-cycle⟧stand#up}]"),
        f"{WARDS}/stand.md": objective("key_results: [{title: Up, same_as: walk#up}]"),
    })  # fmt: skip


def test_of_a_private_objectives_key_result_it_is_not_measured() -> None:
    site = built({
        WALK: objective("key_results: [{same_as: sit#up, title: Ours}, {same_as: sit#up, id: bare}, {same_as: lie#up}]"),
        SIT: objective(OTHER + "    private: true\n"),
        f"{WARDS}/lie.md": objective("key_results: [{same_as: sit#up, title: Up}]"),
    })  # fmt: skip
    for found in site.objectives[REF]["key_results"]:
        nothing = [None] * 6
        assert parts(found, "same_as start target value progress confidence") == nothing
    assert parts(site.objectives[REF], "measured of progress") == [0, 3, None]
