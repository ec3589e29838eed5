"""Whatever bears a later date has not happened yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from okrsite.measure import measure
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import Change
from tests.measure.plans import ask, check_in, cycle, day, ending, objective, plan, prose, reply


def on(today: str, **more: Any) -> MeasuredObjective:
    return measure(plan(objective(**more)), day(today), check_in_every=14).objectives["2026-Q1/wards/x"]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-01-09", "active"),
        ("2026-01-10", "paused"),
        ("2026-02-19", "paused"),
        ("2026-02-20", "closed"),
    ],
)
def test_an_ending_holds_from_its_day_on(today: str, state: str) -> None:
    found = on(today, state="closed", paused=ending("2026-01-10"), closed=ending("2026-02-20"))
    assert found.state == state
    assert (found.closed is not None) == (state == "closed")


def test_a_state_without_a_day_holds() -> None:
    assert on("2026-01-09", state="closed").state == "closed"
    assert on("2026-01-09", state="draft").state == "draft"


@pytest.mark.parametrize("how", ["closed", "dropped", "paused"])
def test_until_its_ending_an_objective_is_active(how: str) -> None:
    found = on("2026-01-09", state=how, **{how: ending("2026-01-10")})
    assert (found.state, getattr(found, how), found.outcome) == ("active", None, None)


def test_check_ins_replies_and_asks_of_later_are_not_there_yet() -> None:
    asked = ask("2026-01-05", "A porter?", replies=(reply("2026-01-06", "Which rooms?"), reply("2026-01-12", "Here.")))
    told = (
        check_in("2026-01-05", ask=asked, replies=(reply("2026-01-11", "Well done."),)),
        check_in("2026-01-10", ask=ask("2026-01-10", "Another?")),
    )
    found = on("2026-01-09", check_ins=told, asks=(ask("2026-01-02", "First?"), ask("2026-03-01", "Last?")))
    assert [c.day for c in found.check_ins] == [day("2026-01-05")]
    assert found.check_ins[0].replies == ()
    assert [(a.what.source, len(a.replies)) for a in found.asks] == [("First?", 0), ("A porter?", 1)]
    assert found.check_ins[0].ask == found.asks[1]


def test_an_ask_of_a_check_in_is_listed_once() -> None:
    asked = ask("2026-01-05", "A porter?")
    found = on("2026-02-01", check_ins=(check_in("2026-01-05", ask=asked),), asks=(asked,))
    assert len(found.asks) == 1


def test_a_change_of_later_is_not_there_yet() -> None:
    changes = tuple(Change(day(d), None, prose(d), None) for d in ("2026-02-02", "2026-01-03"))
    assert [c.what.source for c in on("2026-02-01", changed=changes).changed] == ["2026-01-03"]


@pytest.mark.parametrize(
    ("today", "states", "shown"),
    [
        ("2025-12-31", ["upcoming", "upcoming", "past"], ("2026-Q1",)),
        ("2026-01-01", ["current", "current", "past"], ("2026", "2026-Q1")),
        ("2026-03-31", ["current", "current", "past"], ("2026", "2026-Q1")),
        ("2026-04-01", ["current", "past", "past"], ("2026",)),
        ("2027-01-01", ["past", "past", "past"], ("2026",)),
    ],
)
def test_cycles_are_upcoming_current_or_past(today: str, states: list[str], shown: tuple[str, ...]) -> None:
    cycles = {
        "2026": cycle("2026", "2026-01-01", "2026-12-31"),
        "2026-Q1": cycle("2026-Q1", "2026-01-01", "2026-03-31"),
        "old": cycle("old", "2025-01-01", "2025-03-31"),
    }
    site = measure(plan(cycles=cycles), day(today), check_in_every=14)
    assert [c.state for c in site.cycles.values()] == states
    assert site.shown_cycles == shown


def test_a_cycle_closes_on_its_day() -> None:
    whole = plan(cycles={"2026-Q1": replace(cycle(), closed=day("2026-04-10"))})
    assert measure(whole, day("2026-04-09"), check_in_every=14).cycles["2026-Q1"].closed is None
    assert measure(whole, day("2026-04-10"), check_in_every=14).cycles["2026-Q1"].closed == day("2026-04-10")
