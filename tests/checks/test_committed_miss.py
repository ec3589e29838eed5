"""What was promised did not get all the way, and nobody says why."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective

MARK = "⟦!⟧"
PAID = {"content/org.md": "---\nname: Mill\npolicy: {scores_affect_pay: true}\n---\n"}
HALF = "key_results: [{title: Dressed, start: 34, target: 70, current: 52}]\n"
CLOSED = "closed: {date: 2026-02-02}\n"


def promised(keys: str, kind: str = "committed", cycle: str = "2026-Q1") -> Files:
    return {f"content/okrs/{cycle}/wards/walk.md": objective(f"type: {kind}\n{keys}")}


@pytest.mark.parametrize("cycle", ["2025-Q4", "2026-Q1"])
@pytest.mark.parametrize(
    "short", [HALF, "score: 0.99999999\n", "score: 0\n", "key_results: [{title: One call, done: false}]\n"]
)
def test_short_of_all_is_told_where_it_closed(short: str, cycle: str) -> None:
    expect("committed-miss", promised(f"{short}{MARK}{CLOSED}", cycle=cycle))


def test_a_state_alone_closes_too() -> None:
    expect("committed-miss", promised(f"score: 0.5\nstate: {MARK}closed\n"))


@pytest.mark.parametrize(
    "keys",
    [
        "score: 1\n" + CLOSED,
        "score: 1.0\n" + HALF + CLOSED,
        "key_results: [{title: Dressed, start: 34, target: 70, current: 71}]\n" + CLOSED,
        CLOSED,
        "key_results: [{title: Dressed, start: 34, target: 70}]\n" + CLOSED,
        HALF,
        HALF + "dropped: {date: 2026-02-02}\n",
        HALF + "paused: {date: 2026-02-02}\n",
        HALF + "closed: {date: 2026-02-11}\n",
        HALF + CLOSED + "private: true\n",
    ],
)
def test_what_got_there_has_not_closed_or_is_not_measured_is_fine(keys: str) -> None:
    expect("committed-miss", promised(keys))


def test_a_score_takes_the_place_of_progress() -> None:
    keys = "key_results: [{title: Dressed, start: 34, target: 70, current: 70, score: 0.9}]\n"
    expect("committed-miss", promised(f"{keys}{MARK}{CLOSED}"))


@pytest.mark.parametrize("kind", ["aspirational", "learning"])
def test_who_aspires_or_finds_out_has_promised_nothing(kind: str) -> None:
    expect("committed-miss", promised(HALF + CLOSED, kind))


@pytest.mark.parametrize(
    "why",
    [
        "closed: {date: 2026-02-02, learned: Two wards were rebuilt.}\n",
        CLOSED + "check_ins: [{date: 2026-01-30, learned: Two wards are being rebuilt.}]\n",
        CLOSED + "check_ins: [{date: 2026-01-30, blocked: No room.}]\n",
        CLOSED + "changed: [{date: 2026-01-12, what: Half the wards, why: The others are being rebuilt.}]\n",
    ],
)
def test_a_word_of_why_is_enough(why: str) -> None:
    expect("committed-miss", promised(HALF + why))


@pytest.mark.parametrize(
    "other",
    [
        "check_ins: [{date: 2026-01-05, learned: Lunch helps.}, {date: 2026-01-30, confidence: 3}]\n",
        "changed: [{date: 2026-01-12, what: Half the wards}]\n",
        "check_ins: [{date: 2026-02-11, learned: Two wards were rebuilt.}]\n",
    ],
)
def test_other_words_do_not_say_why(other: str) -> None:
    expect("committed-miss", promised(f"{HALF}{MARK}{CLOSED}{other}"))


def test_it_is_said_in_a_sentence() -> None:
    assert said("committed-miss", promised(f"{HALF}{MARK}{CLOSED}")) == [
        "“Everyone walks again” was promised and did not get all the way, and why is not written down yet."
    ]


def test_where_scores_affect_pay_it_says_what_that_does() -> None:
    files = promised(f"{HALF}{MARK}{CLOSED}")
    assert "pay" not in expect("committed-miss", files).findings[0].help
    assert "Where scores affect pay" in expect("committed-miss", {**PAID, **files}).findings[0].help


@pytest.mark.parametrize(
    "keys",
    [
        "closed: {date: 2026-02-02, learned: ⟦wrong-type⟧no}\n",
        CLOSED + "changed: [{date: ⟦bad-date⟧2026-02-31, what: Half the wards, why: Rebuilt.}]\n",
    ],
)
def test_words_that_cannot_be_used_were_told_of(keys: str) -> None:
    expect("committed-miss", promised(HALF + keys))
