"""Why."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "no-why"

FOUND: dict[str, Files] = {
    "no why": {WALK: objective(title="⟦!⟧Everyone walks again")},
    "a blank": {WALK: objective("why:", title="⟦!⟧Everyone walks again")},
    "a dash to be filled in": {WALK: objective("why: ⟦!⟧'-'")},
    "the title": {WALK: objective("why: ⟦!⟧Everyone walks again")},
    "the title, shouted": {WALK: objective("why: ⟦!⟧'**EVERYONE** walks — again!'")},
    "the title with other accents": {WALK: objective("why: ⟦!⟧cafe pour tous", title="Café pour tous")},
    "the title in Chinese": {WALK: objective("why: ⟦!⟧每个人都能走路。", title="每个人都能走路")},
    "the title in Arabic": {WALK: objective("why: ⟦!⟧الجميعُ يمشون", title="الجميع يمشون")},
    "the title in wide letters": {WALK: objective("why: ⟦!⟧ＯＫＲ for all", title="OKR for all")},
    "a draft": {WALK: objective("state: draft", title="⟦!⟧Everyone walks again")},
    "a proposal": {WALK: objective("state: proposed", title="⟦!⟧Everyone walks again")},
    "one that looks for a team": {WALK: objective("state: open", title="⟦!⟧Everyone walks again")},
    "a cycle to come": {"content/okrs/2026-Q2/wards/walk.md": objective(title="⟦!⟧Everyone walks again")},
    "some of a list": {
        f"{Q1}/wards.yaml": "objectives: [{title: A, why: ⟦!⟧a}, {title: B, why: For C}, {title: ⟦!⟧C}]"
    },
}
FINE: dict[str, Files] = {
    "a reason": {WALK: objective("why: Bed is not safe.")},
    "the title and more": {WALK: objective("why: Everyone walks again and goes home.")},
    "its first words": {WALK: objective("why: Everyone walks.")},
    "a link": {WALK: objective("why: '[[mission]]'")},
    "a link to what is private": {
        WALK: objective("why: '[[secret]]'"),
        f"{Q1}/wards/secret.md": objective("private: true"),
    },
    "a why that is wrong": {WALK: objective("why: ⟦wrong-type⟧no")},
    "a misspelt key": {WALK: objective("⟦unknown-key⟧wy: Bed is not safe.")},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective()},
    **{name: {WALK: objective(keys)} for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_it_says_why(files: Files) -> None:
    expect(RULE, files)


def test_a_why_that_is_missing_and_one_that_repeats_are_told_in_other_words() -> None:
    assert said(RULE, FOUND["no why"]) == ["“Everyone walks again” does not say yet why it matters."]
    assert said(RULE, FOUND["the title"]) == ["The reason for “Everyone walks again” says the same as its title."]
