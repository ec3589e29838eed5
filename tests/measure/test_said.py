"""Confidence, quiet and outcome: what a team said, and when."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from okrsite.measure import measure
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import CheckIn, Kind
from tests.measure.plans import check_in, cycle, day, ending, key_result, objective, plan, prose, reading


def on(today: str, every: int = 14, **more: Any) -> MeasuredObjective:
    whole = plan(objective(**more), cycles={"2026-Q1": cycle()})
    return measure(whole, day(today), check_in_every=every).objectives["2026-Q1/wards/x"]


def test_confidence_is_the_last_one_that_a_check_in_gave() -> None:
    told: tuple[CheckIn, ...] = (
        check_in("2026-01-10", confidence=4),
        check_in("2026-01-20", confidence=7),
        check_in("2026-01-25"),
    )
    told = (*told, check_in("2026-02-02", confidence=9))
    found = on("2026-02-01", check_ins=told)
    assert (found.confidence, found.confidence_date) == (7, day("2026-01-20"))
    assert on("2026-01-01", check_ins=told).confidence is None


def test_confidence_of_a_reading_is_not_that_of_its_objective() -> None:
    key = key_result(readings=(reading("2026-01-15", "3", 8),))
    assert on("2026-02-01", key_results=(key,)).confidence is None


def test_status_is_the_last_word_the_team_gave() -> None:
    told = (check_in("2026-01-10", status="at-risk"), check_in("2026-01-20", confidence=7))
    assert on("2026-02-01", check_ins=told).status == "at-risk"


@pytest.mark.parametrize(
    ("today", "every", "quiet"),
    [
        ("2026-01-31", 14, False),  # 21 days: 1.5 × 14
        ("2026-02-01", 14, True),  # 22 days
        ("2026-01-17", 5, False),  # 7 days: less than 7.5
        ("2026-01-18", 5, True),  # 8 days: more
        ("2026-04-01", 14, False),  # the cycle is past
    ],
)
def test_quiet_is_half_as_long_again_without_a_word(today: str, every: int, quiet: bool) -> None:  # noqa: FBT001 - as shown
    assert on(today, every, check_ins=(check_in("2026-01-10"),)).quiet is quiet


def test_before_any_word_silence_counts_from_the_start_of_the_cycle() -> None:
    assert not on("2026-01-22").quiet
    assert on("2026-01-23").quiet
    assert not on("2026-01-02", check_ins=(check_in("2025-06-01"),)).quiet


def test_a_reading_is_a_word_too() -> None:
    key = key_result(readings=(reading("2026-01-20", "3"),))
    assert not on("2026-02-01", key_results=(key,)).quiet


def test_a_reading_without_a_day_or_of_another_objective_is_no_word() -> None:
    assert on("2026-02-01", key_results=(key_result(readings=(reading(None, "3"),)),)).quiet
    shared = key_result(readings=(reading("2026-01-20", "3"),), same_as="2026-Q1/laboratory/y#kr")
    assert on("2026-02-01", key_results=(shared,)).quiet


@pytest.mark.parametrize("state", ["draft", "proposed", "open", "paused", "closed", "dropped"])
def test_only_what_is_active_can_be_quiet(state: str) -> None:
    assert not on("2026-03-01", state=state).quiet


def ended(value: str, **more: Any) -> MeasuredObjective:
    keys = (key_result(start="0", target="1", readings=(reading("2026-01-10", value),)),)
    whole: dict[str, Any] = {"key_results": keys, "closed": ending("2026-01-20"), "state": "closed"}
    return on("2026-02-01", **whole | more)


@pytest.mark.parametrize(
    ("promise", "came_to", "outcome"),
    [
        ("committed", "1", "reached"),
        ("committed", "1.2", "reached"),
        ("committed", "0.9999999999", "partly-reached"),
        ("committed", "0.3", "partly-reached"),
        ("committed", "0.2999999999", "not-reached"),
        ("aspirational", "0.7", "reached"),
        ("aspirational", "0.6999999999", "partly-reached"),
        ("aspirational", "0.3", "partly-reached"),
        ("aspirational", "-3", "not-reached"),
        ("learning", "1", None),
        (None, "1", None),
    ],
)
def test_an_outcome_is_decided_against_the_promise_and_before_rounding(
    promise: str | None, came_to: str, outcome: str | None
) -> None:
    assert ended(came_to, type=promise).outcome == outcome


def test_learning_is_learned_when_it_closed_with_what_was_learned() -> None:
    closed = ending("2026-01-20", learned=prose("They want to walk."))
    assert ended("0", type="learning", closed=closed).outcome == "learned"
    assert ended("0", type=None, closed=closed).outcome is None


def test_with_neither_score_nor_anything_measured_there_is_no_outcome() -> None:
    assert ended("0", type="committed", key_results=()).outcome is None


def test_dropped_is_dropped_whatever_the_type() -> None:
    for promise in ("committed", "learning", None):
        assert on("2026-02-01", type=promise, state="dropped").outcome == "dropped"


def test_the_objectives_own_score_comes_before_those_of_its_key_results() -> None:
    keys = (key_result(score="0.1"),)
    found = ended("0", type="aspirational", score=Decimal("0.7"), key_results=keys)
    assert (found.outcome, found.progress, found.measured) == ("reached", None, 0)


def test_a_scored_key_result_counts_as_measured_for_the_outcome_only() -> None:
    keys = (
        key_result("a", start="0", target="10", readings=(reading("2026-01-10", "2"),)),
        key_result("b", score="1", weight="3"),
        key_result("c"),
        key_result("rail", Kind.GUARD_RAIL, at_most="1"),
    )
    found = ended("0", type="aspirational", key_results=keys)
    assert (found.score, found.outcome) == (Fraction(4, 5), "reached")
    assert (found.progress, found.measured, found.of) == (Fraction(1, 5), 1, 3)


def test_a_score_of_nothing_is_a_score() -> None:
    assert ended("1", type="committed", key_results=(key_result(score="0"),)).outcome == "not-reached"


def test_while_it_goes_on_nothing_has_come_of_it() -> None:
    assert ended("1", type="committed", closed=ending("2026-03-01")).outcome is None
