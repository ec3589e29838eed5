"""FORMAT, “Key results”: the five kinds, how each is written, and what can't stand together."""

from __future__ import annotations

import pytest

from tests.format.measured import key_result, key_results, parts, refused

KINDS = {
    "start: 34, target: 70": "number",
    "target: 70": "number",
    "start: 34": "number",
    "unit: h": "number",
    "": "number",
    "current: 5": "number",
    "find_out: false, target: 3": "number",
    "find_out: false": "number",
    "at_least: 3": "guard-rail",
    "at_most: 3": "guard-rail",
    "at_least: 3, at_most: 9": "guard-rail",
    "at_least: 3, at_most: 3": "guard-rail",
    "at_most: 3, start: 2": "guard-rail",
    "at_most: 3, start: 3": "guard-rail",
    "milestones: [{title: A}]": "milestones",
    "done: false": "yes-no",
    "done: no": "yes-no",
    "done: true": "yes-no",
    "done: yes": "yes-no",
    "done: 2026-01-09": "yes-no",
    "done: 2027-01-09": "yes-no",
    "find_out: true": "find-out",
    "find_out: yes": "find-out",
}


@pytest.mark.parametrize(("written", "kind"), KINDS.items())
def test_the_keys_tell_the_kind(written: str, kind: str) -> None:
    assert key_result(written)["kind"] == kind


def test_all_that_can_be_said_of_a_key_result_is_in_the_data() -> None:
    found = key_results("""
        owner: Ann Lee
        health: [infections]
        key_results:
          - title: Patients out of bed by noon
            id: up
            owner: Bo Ek
            start: 34%
            target: 70.50
            unit: "%"
            weight: 2.50
            due: 2026-03-01
            teams: [theatres, laboratory]
            source: "[The ward book](https://book.example)"
            note: Counted *at noon*.
            score: 0.80
            pairs_with: health:infections
            current: 40
            readings: [{date: 2026-01-09, value: 41%, confidence: 6, note: Slow.}]
    """, {
        "content/health/infections.md": "---\ntitle: Infections\n---\n",
        "content/teams/laboratory.md": "---\nname: Laboratory\n---\n",
        "content/teams/theatres.md": "---\nname: Theatres\n---\n",
    })  # fmt: skip
    assert found == {
        "up": {
            "id": "up",
            "title": "Patients out of bed by noon",
            "kind": "number",
            "unit": "%",
            "start": 34,
            "target": 70.5,
            "at_least": None,
            "at_most": None,
            "value": 41,
            "value_date": "2026-01-09",
            "raw_progress": 0.191781,
            "progress": 0.191781,
            "confidence": 6,
            "held": None,
            "same_as": None,
            "score": 0.8,
            "weight": 2.5,
            "due": "2026-03-01",
            "source": "[The ward book](https://book.example)",
            "owner": "bo-ek",
            "teams": ["laboratory", "theatres"],
        }
    }


def test_what_is_not_said_of_a_key_result_is_null_and_its_weight_is_one() -> None:
    found = key_result("")
    assert (found.pop("id"), found.pop("title"), found.pop("kind")) == ("up", "Up", "number")
    assert (found.pop("weight"), found.pop("teams")) == (1, [])
    assert set(found.values()) == {None}


def test_a_key_result_is_looked_after_by_the_first_owner_of_its_objective() -> None:
    keys = "owners: [Zoe Ash, Ann Lee]\nkey_results: [{title: A}, {title: B, owner: Bo Ek}]"
    assert {name: each["owner"] for name, each in key_results(keys).items()} == {"a": "zoe-ash", "b": "bo-ek"}


REFUSED = {
    "a target and a bound": "title: A, target: 3, ⟦wrong-type⟧at_most: 5",
    "a bound and a target": "title: A, at_most: 5, ⟦wrong-type⟧target: 3",
    "a target and milestones": "title: A, target: 3, ⟦wrong-type⟧milestones: [{title: B}]",
    "a target and yes or no": "title: A, target: 3, ⟦wrong-type⟧done: false",
    "yes or no and milestones": "title: A, done: true, ⟦wrong-type⟧milestones: [{title: B}]",
    "yes or no and a bound": "title: A, done: true, ⟦wrong-type⟧at_least: 3",
    "to find out and a target": "title: A, find_out: true, ⟦wrong-type⟧target: 3",
    "to find out and yes or no": "title: A, find_out: true, ⟦wrong-type⟧done: false",
    "a start and milestones": "title: A, start: 3, ⟦wrong-type⟧milestones: [{title: B}]",
    "yes or no and a start": "title: A, done: false, ⟦wrong-type⟧start: 3",
    "to find out and a start": "title: A, find_out: true, ⟦wrong-type⟧start: 3",
    "three kinds": "title: A, target: 3, ⟦wrong-type⟧done: false, milestones: [{title: B}]",
    "start equal to target": "title: A, start: 3, target: ⟦kr-arithmetic⟧3",
    "start equal to target, otherwise written": "title: A, start: 3.0, target: ⟦kr-arithmetic⟧3e0",
    "start equal to target, with units": "title: A, start: 3%, target: ⟦kr-arithmetic⟧3 %",
    "bounds crossed": "title: A, at_least: 3, at_most: ⟦kr-arithmetic⟧2.9",
    "bounds crossed, the other way round": "title: A, at_most: 2.9, at_least: ⟦kr-arithmetic⟧3",
    "bounds crossed below 0": "title: A, at_least: -2, at_most: ⟦kr-arithmetic⟧-3",
    "a blank title": "⟦missing-key⟧title: '', target: 3",
    "an empty title": "⟦missing-key⟧title: , target: 3",
    "a guard rail with a score": "title: A, at_most: 3, ⟦wrong-type⟧score: 0.5",
    "a weight of 0": "title: A, target: 3, weight: ⟦kr-arithmetic⟧0",
    "a weight below 0": "title: A, target: 3, weight: ⟦kr-arithmetic⟧-1",
    "a weight without end": "title: A, target: 3, weight: ⟦kr-arithmetic⟧.inf",
    "a weight in words": "title: A, target: 3, weight: ⟦wrong-type⟧high",
    "a score above 1": "title: A, target: 3, score: ⟦kr-arithmetic⟧1.01",
    "a score below 0": "title: A, target: 3, score: ⟦kr-arithmetic⟧-0.1",
    "a score that is no number": "title: A, target: 3, score: ⟦kr-arithmetic⟧.nan",
    "a score in words": "title: A, target: 3, score: ⟦wrong-type⟧good",
    "a target that is no number": "title: A, target: ⟦kr-arithmetic⟧.nan",
    "a target without end": "title: A, target: ⟦kr-arithmetic⟧-.inf",
    "a target in words": "title: A, target: ⟦wrong-type⟧many",
    "a bound without end": "title: A, at_most: ⟦kr-arithmetic⟧.inf",
    "a find-out in words": "title: A, find_out: ⟦wrong-type⟧maybe",
    "a done in words": "title: A, done: ⟦wrong-type⟧nearly",
    "a done of a day that doesn't exist": "title: A, done: ⟦bad-date⟧2026-02-30",
    "a due of a day that doesn't exist": "title: A, due: ⟦bad-date⟧2026-02-30",
    "an unknown key": "title: A, ⟦unknown-key⟧traget: 3",
    "a guard rail beside that is not there": "title: A, target: 3, pairs_with: ⟦ref-broken⟧falls",
    "a health metric beside that is not there": "title: A, target: 3, pairs_with: ⟦ref-broken⟧health:falls",
    "a team that is not there": "title: A, target: 3, pairs_with: ⟦ref-broken⟧team:falls",
}


@pytest.mark.parametrize("written", REFUSED.values(), ids=REFUSED)
def test_what_a_key_result_may_not_be(written: str) -> None:
    refused(f"key_results:\n  - {{{written}}}")


def test_a_key_result_needs_a_title() -> None:
    refused("key_results: [⟦missing-key⟧{target: 3}]")


def test_what_is_wrong_is_told_of_each_key_result() -> None:
    refused("""
        key_results:
          - title: A
            start: 5
            target: ⟦kr-arithmetic⟧5
          - title: B
            at_least: 5
            at_most: ⟦kr-arithmetic⟧4
            weight: ⟦kr-arithmetic⟧0
          - ⟦missing-key⟧target: 3
    """)


def test_a_guard_rail_may_show_where_it_began() -> None:
    found = key_result("start: 7, at_least: 3, at_most: 9, readings: {2026-01-09: 5}")
    assert parts(found, "start at_least at_most value held progress raw_progress") == [7, 3, 9, 5, True, None, None]


HOLDING = {
    ("at_most: 6.4", "6.4"): True,
    ("at_most: 6.4", "6.40"): True,
    ("at_most: 6.4", "6.4000000000000000000000000001"): False,
    ("at_most: 6.4", "-100"): True,
    ("at_least: 6.4", "6.4"): True,
    ("at_least: 6.4", "6.3999999999999999999999999999"): False,
    ("at_least: 6.4", "1e30"): True,
    ("at_least: 2, at_most: 4", "3"): True,
    ("at_least: 2, at_most: 4", "1"): False,
    ("at_least: 2, at_most: 4", "5"): False,
    ("at_least: 2, at_most: 2", "2"): True,
}


@pytest.mark.parametrize(("written", "held"), HOLDING.items())
def test_a_guard_rail_is_held_or_not_at_the_last_reading(written: tuple[str, str], held: object) -> None:
    bounds, value = written
    found = key_result(f"{bounds}, readings: {{2026-01-09: {value}, 2026-01-02: 3}}")
    assert parts(found, "held progress raw_progress") == [held, None, None]


def test_a_guard_rail_is_held_by_a_reading_without_a_day_too_and_without_any_nothing_is_said() -> None:
    assert key_result("at_most: 3, current: 4")["held"] is False
    assert key_result("at_most: 3")["held"] is None
    assert key_result("target: 3, current: 4")["held"] is None
