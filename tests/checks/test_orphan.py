"""What it supports."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "orphan"
ASKED = objective(title="⟦!⟧Everyone walks again")
LUNCH = f"{Q1}/wards/lunch.md"

FOUND: dict[str, Files] = {
    "nothing": {WALK: ASKED},
    "an empty list": {WALK: objective("supports: []", title="⟦!⟧Everyone walks again")},
    "only an earlier one that it carries on": {
        WALK: objective("continues: lunch", title="⟦!⟧Everyone walks again"),
        "content/okrs/2025-Q4/wards/lunch.md": objective(),
    },
    "one that others support": {WALK: ASKED, LUNCH: objective("supports: walk")},
}
FINE: dict[str, Files] = {
    "the mission": {WALK: objective("supports: mission")},
    "a theme": {
        WALK: objective("supports: theme:care"),
        "content/org.md": "---\nname: A\nthemes: [{id: care, title: Care}]\n---\n",
    },
    "a key result": {
        WALK: objective("supports: lunch#table"),
        LUNCH: objective("supports: mission\nkey_results: [{title: Table, done: false}]"),
    },
    "one of an ended cycle": {
        WALK: objective("supports: lunch"),
        "content/okrs/2025-Q4/wards/lunch.md": objective(),
    },
    "one that is private": {WALK: objective("supports: lunch"), LUNCH: objective("private: true")},
    "one that is not there": {WALK: objective("supports: ⟦ref-broken⟧lunch")},
    "one whose file can't be read": {WALK: objective("supports: lunch"), LUNCH: "---\ntitle: ⟦syntax⟧*a\n---\n"},
    "itself": {WALK: objective("supports: ⟦align-cycle⟧2026-Q1/wards/walk")},
    "what is no reference": {WALK: objective("supports: [{⟦unknown-key⟧too: mission}]")},
    "a draft": {WALK: objective("state: draft")},
    "a proposal": {WALK: objective("state: proposed")},
    "one that looks for a team": {WALK: objective("state: open")},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective()},
    **{name: {WALK: objective(keys)} for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_it_supports_anything(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_says_what_the_page_says() -> None:
    assert said(RULE, {WALK: ASKED}) == ["“Everyone walks again” does not say yet what it supports."]
