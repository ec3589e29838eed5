"""FORMAT, “What is computed”: how an objective ended, against what its type promises."""

from __future__ import annotations

import pytest

from tests.format.measured import REF, measured, parts, site_of
from tests.format.sites import built

CLOSED = "closed: {date: 2026-02-10}"


def at(value: str, more: str = "") -> str:
    """Write the key results of an objective that came this far, from 0 to 1."""
    return f"key_results: [{{title: Up, start: 0, target: 1, current: {value}{more}}}]"


BY_PROGRESS = {
    ("committed", "1"): "reached",
    ("committed", "1.5"): "reached",
    ("committed", "0.9999999999999"): "partly-reached",
    ("committed", "0.3"): "partly-reached",
    ("committed", "0.2999999999999"): "not-reached",
    ("committed", "0"): "not-reached",
    ("committed", "-1"): "not-reached",
    ("aspirational", "1"): "reached",
    ("aspirational", "0.7"): "reached",
    ("aspirational", "0.69999999"): "partly-reached",
    ("aspirational", "0.3"): "partly-reached",
    ("aspirational", "0.29999999"): "not-reached",
    ("aspirational", "0"): "not-reached",
}


@pytest.mark.parametrize(("case", "outcome"), BY_PROGRESS.items())
def test_without_a_score_progress_decides_before_it_is_rounded(case: tuple[str, str], outcome: str) -> None:
    kind, value = case
    assert measured(f"type: {kind}\n{CLOSED}\n{at(value)}")["outcome"] == outcome


@pytest.mark.parametrize(("case", "outcome"), BY_PROGRESS.items())
def test_a_score_takes_the_place_of_progress(case: tuple[str, str], outcome: str) -> None:
    kind, value = case
    score = str(min(max(float(value), 0), 1))
    found = measured(f"type: {kind}\n{CLOSED}\nscore: {score}\n{at('0.5')}")
    assert found["outcome"] == outcome
    assert parts(found, "progress raw_progress score") == [0.5, 0.5, float(score)]


def test_thirds_that_add_up_to_one_reach_what_was_committed() -> None:
    thirds = ", ".join(f"{{title: {name}, start: 0, target: 3, current: 3, weight: 0.1}}" for name in "ABC")
    assert measured(f"type: committed\n{CLOSED}\nkey_results: [{thirds}]")["outcome"] == "reached"


def test_exactly_seven_tenths_of_sevenths_is_reached() -> None:
    keys = "key_results: [{title: A, start: 0, target: 7, current: 4.9}]"
    assert measured(f"type: aspirational\n{CLOSED}\n{keys}")["outcome"] == "reached"


NONE = {
    "still active": f"type: committed\n{at('1')}",
    "still active, with a score": f"type: committed\nscore: 1\n{at('1')}",
    "paused": f"type: committed\npaused: {{date: 2026-02-01}}\n{at('1')}",
    "closed on a day to come": f"type: committed\nclosed: {{date: 2026-02-11}}\n{at('1')}",
    "without a type": f"{CLOSED}\n{at('1')}",
    "without a type, with a score": f"{CLOSED}\nscore: 1\n{at('1')}",
    "without a type, with what was learned": "closed: {date: 2026-02-10, learned: Much.}",
    "committed, with nothing measured": f"type: committed\n{CLOSED}\nkey_results: [{{title: Up, start: 0, target: 1}}]",
    "committed, without key results": f"type: committed\n{CLOSED}",
    "committed, with a guard rail alone": f"type: committed\n{CLOSED}\nkey_results: [{{title: Up, at_most: 1, current: 1}}]",
    "aspirational, with nothing found out": f"type: aspirational\n{CLOSED}\nkey_results: [{{title: Up, find_out: true}}]",
    "learning, with nothing learned": f"type: learning\n{CLOSED}\n{at('1')}",
    "learning, with nothing learned and a blank": "type: learning\nclosed: {date: 2026-02-10, learned: ''}",
    "learning, with a score": f"type: learning\n{CLOSED}\nscore: 1\n{at('1')}",
    "learning, closed in a word": "type: learning\nstate: closed",
    "learning, with what a check-in learned": f"type: learning\n{CLOSED}\ncheck_ins: [{{date: 2026-01-09, learned: Much.}}]",
    "learning, closed on a day to come": "type: learning\nclosed: {date: 2026-02-11, learned: Much.}",
}


@pytest.mark.parametrize("keys", NONE.values(), ids=NONE)
def test_no_outcome_is_given(keys: str) -> None:
    assert measured(keys)["outcome"] is None


GIVEN = {
    "learning by what was learned": ("type: learning\nclosed: {date: 2026-02-10, learned: Much.}", "learned"),
    "learning, whatever was measured": (
        f"type: learning\nclosed: {{date: 2026-02-10, learned: Much.}}\nscore: 0\n{at('0')}",
        "learned",
    ),
    "dropped": ("dropped: {date: 2026-02-10}", "dropped"),
    "dropped in a word": ("state: dropped", "dropped"),
    "dropped, whatever its type and score": (
        f"type: committed\ndropped: {{date: 2026-02-10, why: No need.}}\nscore: 1\n{at('1')}",
        "dropped",
    ),
    "dropped, with what was learned": ("type: learning\ndropped: {date: 2026-02-10, learned: Much.}", "dropped"),
    "closed in a word": (f"type: committed\nstate: closed\n{at('1')}", "reached"),
    "milestones, none done": (f"type: committed\n{CLOSED}\nkey_results: [{{title: M, milestones: [{{title: A}}]}}]", "not-reached"),
    "yes or no": (f"type: committed\n{CLOSED}\nkey_results: [{{title: Y, done: true}}]", "reached"),
    "found out": (f"type: committed\n{CLOSED}\nkey_results: [{{title: Y, find_out: true, current: 0}}]", "reached"),
    "a score alone": (f"type: committed\n{CLOSED}\nscore: 0.3", "partly-reached"),
    "a score of nothing": (f"type: committed\n{CLOSED}\nscore: 0", "not-reached"),
    "a key result's score alone": (f"type: aspirational\n{CLOSED}\nkey_results: [{{title: Up, score: 0.7}}]", "reached"),
    "a key result's score in the place of its progress": (f"type: committed\n{CLOSED}\n{at('0.1', ', score: 1')}", "reached"),
    "a key result's score of nothing": (f"type: committed\n{CLOSED}\n{at('1', ', score: 0')}", "not-reached"),
    "the objective's score before its key results'": (
        f"type: committed\n{CLOSED}\nscore: 0.2\n{at('1', ', score: 1')}",
        "not-reached",
    ),
    "scores and progress together": (
        f"type: aspirational\n{CLOSED}\nkey_results: [{{title: A, score: 0.5, weight: 3}}, {{title: B, done: true}}, {{title: C}}]",
        "partly-reached",
    ),
    "scores and progress together, by weight": (
        f"type: aspirational\n{CLOSED}\nkey_results: [{{title: A, score: 0.4}}, {{title: B, done: true}}, {{title: C, weight: 9}}]",
        "reached",
    ),
    "a guard rail that is not held changes nothing": (
        f"type: committed\n{CLOSED}\nkey_results: [{{title: A, done: true}}, {{title: G, at_most: 1, current: 2}}]",
        "reached",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "outcome"), GIVEN.values(), ids=GIVEN)
def test_the_outcome(keys: str, outcome: str) -> None:
    assert measured(keys)["outcome"] == outcome


def test_a_key_results_score_changes_neither_progress_nor_what_is_measured() -> None:
    found = measured(f"type: committed\n{CLOSED}\nkey_results: [{{title: A, score: 1}}, {{title: B, done: false}}]")
    assert parts(found, "progress measured of weakest score outcome") == [0, 1, 2, f"{REF}#b", None, "partly-reached"]
    assert [each["score"] for each in found["key_results"]] == [1, None]


def test_the_page_shows_progress_and_score_and_says_beside_them_that_a_guard_rail_is_not_held() -> None:
    keys = f"type: aspirational\n{CLOSED}\nscore: 0.8\nkey_results: [{{title: Up, start: 0, target: 100, current: 45}}, {{title: Falls, at_most: 1, current: 2}}]"
    page = built(site_of(keys)).text(f"objectives/{REF}.html")
    assert "45%" in page
    assert "0.8" in page
    assert "Falls" in page
    assert "ot held" in page
    assert "eached" in page


def test_dropped_is_dropped_on_purpose() -> None:
    page = built(site_of("dropped: {date: 2026-02-10, why: No need.}")).text(f"objectives/{REF}.html")
    assert "ropped on purpose" in page
