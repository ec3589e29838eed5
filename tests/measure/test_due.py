"""What is due on a day: check-ins, answers to asks and needs, and what was agreed. It lists; it never counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from okrsite.measure import measure
from okrsite.measure.due import Due, due_from_person, due_from_team, due_on
from okrsite.measure.model import Site
from okrsite.plan.model import Need, Objective
from tests.measure.plans import HERE, ask, check_in, cycle, day, key_result, objective, plan, reply, team, to

LUNCH = "2026-Q1/kitchen/lunch"


def need(of: str, state: str | None = "asked", by: str | None = None) -> Need:
    return Need(to(of), "A porter at noon", day(by) if by else None, state, HERE)  # type: ignore[arg-type]


def wanting(*needs: Need, **more: Any) -> Objective:
    return replace(objective(LUNCH, **more), needs=needs)


def site(*objectives: Objective, on: str = "2026-02-01", **more: Any) -> Site:
    whole = plan(*objectives, cycles={"2026-Q1": cycle()}, **more)
    return measure(whole, day(on), check_in_every=14)


def due(*objectives: Objective, on: str = "2026-02-01", **more: Any) -> Due:
    return due_on(site(*objectives, on=on, **more), check_in_every=14)


@pytest.mark.parametrize(("on", "is_due"), [("2026-01-23", False), ("2026-01-24", True), ("2026-02-20", True), ("2026-04-01", False)])  # fmt: skip
def test_a_check_in_is_due_as_many_days_after_the_last_as_are_hoped_for(on: str, is_due: bool) -> None:  # noqa: FBT001 - as shown
    found = due(objective(check_ins=(check_in("2026-01-10"),)), on=on).check_ins
    assert [(it.since, it.last) for it in found] == [(day("2026-01-24"), day("2026-01-10"))] * is_due


def test_before_any_word_it_is_due_that_long_after_the_cycle_began() -> None:
    (it,) = due(objective(), on="2026-01-15").check_ins
    assert (it.since, it.last) == (day("2026-01-15"), None)
    assert not due(objective(), on="2026-01-14")


@pytest.mark.parametrize("state", ["draft", "proposed", "open", "paused", "closed", "dropped"])
def test_only_what_is_active_owes_a_check_in(state: str) -> None:
    assert not due(objective(state=state))


def test_check_ins_stand_by_the_day_they_are_due() -> None:
    found = due(
        objective("2026-Q1/a/later", check_ins=(check_in("2026-01-12"),)),
        objective("2026-Q1/b/first"),
        on="2026-02-01",
    )
    assert [it.ref for it in found.check_ins] == ["2026-Q1/b/first", "2026-Q1/a/later"]


def test_an_ask_is_due_until_a_reply_answers_it() -> None:
    told = ask("2026-01-20", "Who?")
    word, answer = reply("2026-01-22", "Soon."), reply("2026-01-25", "Here.", answers=True)
    asked = objective(asks=(replace(told, replies=(word, answer)),))
    assert [it.day for it in due(asked, on="2026-01-24").asks] == [day("2026-01-20")]
    assert due(asked, on="2026-01-25").asks == ()


@pytest.mark.parametrize(
    ("state", "by", "waits"),
    [
        ("asked", None, "needs"),
        ("asked", "2026-01-01", "needs"),
        ("agreed", None, None),
        ("agreed", "2026-02-01", None),  # on the day itself it may still come
        ("agreed", "2026-01-31", "promised"),
        ("declined", "2026-01-31", None),
        ("delivered", "2026-01-31", None),
        (None, "2026-01-31", None),
    ],
)
def test_a_need_waits_for_an_answer_and_then_for_its_day(state: str | None, by: str | None, waits: str | None) -> None:
    found = due(wanting(need("2026-Q1/wards/x", state, by)), objective())
    there = {"needs": found.needs, "promised": found.promised}
    assert {kind: [it.team for it in them] for kind, them in there.items() if them} == (
        {waits: ["wards"]} if waits else {}
    )


def test_what_a_team_needs_of_itself_or_of_what_has_ended_is_not_due() -> None:
    assert due(wanting(need("2026-Q1/kitchen/y")), objective("2026-Q1/kitchen/y")).needs == ()
    assert due(wanting(need("2026-Q1/wards/x"), state="dropped"), objective()).needs == ()
    assert due(wanting(need("2026-Q1/wards/x")), objective(), on="2026-04-01").needs == ()


def test_each_team_has_its_own() -> None:
    asked = objective(LUNCH, asks=(ask("2026-01-20", "Who?", LUNCH, of=to("team:wards")),))
    whole = site(
        replace(asked, needs=(need("team:wards"), need("2026-Q1/porters/round#noon"))),
        objective("2026-Q1/porters/round"),
    )
    found = due_on(whole, check_in_every=14)
    wards, porters, kitchen = (due_from_team(whole, found, one) for one in ("wards", "porters", "kitchen"))
    assert (len(wards.check_ins), len(wards.asks), len(wards.needs)) == (0, 1, 1)
    assert (len(porters.check_ins), len(porters.asks), len(porters.needs)) == (1, 0, 1)
    assert (len(kitchen.check_ins), len(kitchen.asks), len(kitchen.needs)) == (1, 0, 0)


def test_a_person_owes_what_they_look_after_and_what_is_asked_of_them() -> None:
    mine = objective("2026-Q1/porters/round", owners=("rosa",), key_results=(key_result("noon", owner="ada"),))
    asking = replace(
        objective(LUNCH, owners=("luis",), asks=(ask("2026-01-20", "Who?", LUNCH, of=to("person:rosa")),)),
        needs=(need("2026-Q1/porters/round"), need("2026-Q1/porters/round#noon")),
    )  # fmt: skip
    whole = site(mine, asking)
    found = due_on(whole, check_in_every=14)
    rosa, ada = (due_from_person(whole, found, person) for person in ("rosa", "ada"))
    assert ([it.ref for it in rosa.check_ins], len(rosa.asks)) == (["2026-Q1/porters/round"], 1)
    assert [it.to.key_result for it in rosa.needs] == [None]
    assert ada.check_ins == ()
    assert [it.to.key_result for it in ada.needs] == ["noon"]


def test_who_leads_a_team_speaks_for_it_and_for_what_nobody_looks_after() -> None:
    whole = site(
        objective("2026-Q1/wards/x"),
        objective("2026-Q1/wards/y", owners=("ada",)),
        wanting(need("team:wards"), owners=("luis",)),
        teams={"kitchen": team("kitchen"), "wards": team("wards", lead="rosa")},
    )
    rosa = due_from_person(whole, due_on(whole, check_in_every=14), "rosa")
    assert [it.ref for it in rosa.check_ins] == ["2026-Q1/wards/x"]
    assert [it.team for it in rosa.needs] == ["wards"]
