"""Because of what."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "edge-no-because"
LUNCH = {f"{Q1}/wards/lunch.md": objective("key_results: [{title: Table, done: false}]")}

FOUND: dict[str, Files] = {
    "a plain reference": {WALK: objective("supports: ⟦!⟧mission")},
    "a list of them": {WALK: objective("supports: [⟦!⟧mission, ⟦!⟧lunch]"), **LUNCH},
    "one with a reason, one without": {
        WALK: objective("supports:\n- {to: mission, because: Health}\n- to: ⟦!⟧lunch#table"),
        **LUNCH,
    },
    "a reason to be filled in": {WALK: objective("supports: [{to: ⟦!⟧mission, because: …}]")},
    "a draft": {WALK: objective("state: draft\nsupports: ⟦!⟧mission")},
    "a proposal in a cycle to come": {
        "content/okrs/2026-Q2/wards/walk.md": objective("state: proposed\nsupports: ⟦!⟧mission")
    },
    "one word of two above": {
        WALK: "---\ntitle: Stable borges\nsupports: ⟦!⟧stable\n---\n",
        f"{Q1}/data/stable.md": "---\ntitle: A stable version of rovers\n---\n",
    },
    "what is private": {WALK: objective("supports: ⟦!⟧s"), f"{Q1}/wards/s.md": objective("private: true")},
    "several objectives on a line": {
        f"{Q1}/wards.yaml": "objectives: [{title: A, supports: ⟦!⟧mission}, {title: B, supports: [⟦!⟧mission]}]"
    },
}
FINE: dict[str, Files] = {
    "a reason": {WALK: objective("supports: [{to: mission, because: Health}]")},
    "a reason that is a link": {WALK: objective("supports: [{to: mission, because: '[[lunch]]'}]"), **LUNCH},
    "a reason that is wrong": {WALK: objective("supports: [{to: mission, because: ⟦wrong-type⟧no}]")},
    "words that stand above": {
        WALK: "---\ntitle: Stable and fast borges & rovers\nsupports: stable\n---\n",
        f"{Q1}/data/stable.md": "---\ntitle: Reach a stable version of borges & rovers\n---\n",
    },
    "nothing": {WALK: objective()},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective("supports: mission")},
    **{name: {WALK: objective(keys)} for name, keys in states("supports: mission").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_each_edge_has_its_reason(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_names_both_ends() -> None:
    assert said(RULE, FOUND["a plain reference"]) == ["“Everyone walks again” supports “mission” and does not say how."]


def test_a_reference_to_nothing_still_lacks_its_reason() -> None:
    found = [each.rule for each in expect(RULE, {WALK: objective("supports: ⟦ref-broken⟧⟦!⟧lunch")}).findings]
    assert found == ["edge-no-because", "ref-broken"]
