"""Who looks after it."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "no-owner"
ASKED = objective(title="⟦!⟧Everyone walks again")

FOUND: dict[str, Files] = {
    "nobody": {WALK: ASKED},
    "a blank": {WALK: objective("owner:", title="⟦!⟧Everyone walks again")},
    "an empty list": {WALK: objective("owners: []", title="⟦!⟧Everyone walks again")},
    "only a contact": {WALK: objective("contact: wards@a.example", title="⟦!⟧Everyone walks again")},
    "in a cycle to come": {"content/okrs/2026-Q2/wards/walk.md": ASKED},
    "an end that has not come": {WALK: objective("closed: {date: 2026-03-01}", title="⟦!⟧Everyone walks again")},
    "one of a list": {f"{Q1}/wards.yaml": "objectives: [{title: A, owner: Esther}, {title: ⟦!⟧B}, {title: ⟦!⟧C}]"},
}
FINE: dict[str, Files] = {
    "a name": {WALK: objective("owner: Esther Mbeki")},
    "several": {WALK: objective("owners: [Esther Mbeki, Callum Reid]")},
    "the owner of the team's file": {f"{Q1}/wards.yaml": "owner: Esther\nobjectives: [{title: A}]"},
    "a draft": {WALK: objective("state: draft")},
    "a proposal": {WALK: objective("state: proposed")},
    "one that looks for a team": {WALK: objective("state: open")},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective()},
    "a name that is wrong": {WALK: objective("owner: ⟦bad-id⟧Index")},
    "a name of the team's file that is wrong": {f"{Q1}/wards.yaml": "owner: ⟦bad-id⟧Index\nobjectives: [{title: A}]"},
    "no name": {WALK: objective("owner: ⟦wrong-type⟧no")},
    "a misspelt key": {WALK: objective("⟦unknown-key⟧ower: Esther")},
    **{name: {WALK: objective(keys)} for name, keys in states("").items()},
}  # fmt: skip


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_who_looks_after_an_active_objective(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_names_the_objective_and_nobody() -> None:
    assert said(RULE, {WALK: ASKED}) == ["Nobody is named yet who looks after “Everyone walks again”."]
