"""What is needed from other teams, and whether it is agreed."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "dep-unagreed"
THERE = f"{Q1}/theatres/first-stand.md"
TEAM = {"content/teams/theatres.md": "---\nname: Theatres\n---\n"}
NEEDED = objective("key_results: [{title: Nurses, done: false}]")


def of(need: str, keys: str = "", to: str = "team:theatres") -> Files:
    need = f"depends_on:\n- to: {to}\n  need: Nurses\n  {need}\n{keys}"
    return {WALK: objective(need), THERE: NEEDED, **TEAM}


FOUND: dict[str, Files] = {
    "asked of a team": of("state: ⟦!⟧asked"),
    "asked of an objective": of("state: ⟦!⟧asked", to="first-stand"),
    "asked of a key result": of("state: ⟦!⟧asked", to="first-stand#nurses"),
    "declined": of("state: ⟦!⟧declined"),
    "declined, and a change to come": of("state: ⟦!⟧declined", "changed: [{date: 2026-03-01, what: Our own}]"),
    "asked, and something changed": of("state: ⟦!⟧asked", "changed: [{date: 2026-01-09, what: Our own}]"),
    "a draft": of("state: ⟦!⟧asked", "state: draft"),
    "two on a line": {
        WALK: objective(
            "depends_on: [{to: team:theatres, state: ⟦!⟧asked}, {to: first-stand, state: agreed}, {to: first-stand, state: ⟦!⟧declined}]"
        ),
        THERE: NEEDED,
        **TEAM,
    },
    "beside one that is broken": {
        WALK: objective("depends_on:\n- {to: ⟦ref-broken⟧nobody, state: asked}\n- {to: team:theatres, state: ⟦!⟧asked}"),
        **TEAM,
    },
    "in a list": {f"{Q1}/wards.yaml": "objectives:\n- title: A\n  depends_on: [{to: team:theatres, state: ⟦!⟧asked}]", **TEAM},
}  # fmt: skip
FINE: dict[str, Files] = {
    "agreed": of("state: agreed"),
    "delivered": of("state: delivered"),
    "nothing said": of("by: 2026-03-01"),
    "declined, and a change": of("state: declined", "changed: [{date: 2026-01-09, what: Our own nurses}]"),
    "of its own team": of("state: asked", to="team:wards"),
    "of an objective of its own team": {
        WALK: objective("depends_on: [{to: lunch, state: asked}]"),
        f"{Q1}/wards/lunch.md": objective(),
    },
    "of a private one": {
        WALK: objective("depends_on: [{to: first-stand, state: asked}]"),
        THERE: objective("private: true"),
    },
    "a state that is wrong": of("state: ⟦wrong-type⟧perhaps"),
    "past": {"content/okrs/2025-Q4/wards/walk.md": of("state: asked")[WALK], **TEAM},
    **{name: of("state: asked", keys) for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_what_is_needed_is_agreed(files: Files) -> None:
    expect(RULE, files)


def in_february(state: str) -> Files:
    """February 2026 has 28 days: after seven of them, on the 8th, a quarter is gone."""
    need = f"depends_on: [{{to: team:theatres, state: {state}}}]"
    return {"content/okrs/2026-02/wards/walk.md": objective(need), **TEAM}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-02-08", "⟦!⟧asked"),
        ("2026-02-28", "⟦!⟧asked"),
        ("2026-02-07", "asked"),
        ("2026-01-20", "asked"),
        ("2026-03-01", "asked"),
        ("2026-01-20", "⟦!⟧declined"),
        ("2026-02-01", "⟦!⟧declined"),
    ],
)
def test_a_team_has_a_quarter_of_the_cycle_to_answer_and_a_no_is_heard_at_once(day: str, state: str) -> None:
    expect(RULE, in_february(state), as_of=day)


def test_the_sentences_name_both_and_what_is_needed() -> None:
    assert said(RULE, FOUND["asked of an objective"]) == [
        "“Everyone walks again” needs “Nurses” from “Theatres”, and it is not agreed yet."
    ]
    assert said(RULE, FOUND["declined"]) == [
        "“Everyone walks again” needs “Nurses”; “Theatres” declined, and no change is noted since."
    ]
    assert said(RULE, in_february("⟦!⟧asked")) == [
        "“Everyone walks again” needs something from “Theatres”, and it is not agreed yet."
    ]
