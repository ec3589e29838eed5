"""How anybody will know."""

from __future__ import annotations

import pytest

from tests.checks.sites import WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "no-key-results"
ASKED = objective(title="⟦!⟧Everyone walks again")

FOUND: dict[str, Files] = {
    "none": {WALK: ASKED},
    "an empty list": {WALK: objective("key_results: []", title="⟦!⟧Everyone walks again")},
    "a cycle to come": {"content/okrs/2026-Q2/wards/walk.md": ASKED},
}
FINE: dict[str, Files] = {
    "one": {WALK: objective("key_results: [{title: A sheet, done: false}]")},
    "a guard rail": {WALK: objective("key_results: [{title: Falls, at_most: 6}]")},
    "one that is the same as another": {
        WALK: objective("key_results: [{same_as: lunch#sheet}]"),
        WALK.replace("walk", "lunch"): objective("key_results: [{title: Sheet, done: false}]"),
    },
    "what is no list": {WALK: objective("key_results: ⟦wrong-type⟧3")},
    "one that is wrong": {WALK: objective("key_results:\n  - ⟦missing-key⟧weight: 2")},
    "a draft": {WALK: objective("state: draft")},
    "a proposal": {WALK: objective("state: proposed")},
    "one that looks for a team": {WALK: objective("state: open")},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective()},
    **{name: {WALK: objective(keys)} for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_it_says_how_it_will_be_known(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_asks_for_a_sign_and_not_for_a_number() -> None:
    assert said(RULE, {WALK: ASKED}) == [
        "“Everyone walks again” does not say yet how anybody will know that it is true."
    ]
