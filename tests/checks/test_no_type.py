"""What the team promises."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "no-type"
ASKED = objective(title="⟦!⟧Everyone walks again")

FOUND: dict[str, Files] = {
    "nothing is said": {WALK: ASKED},
    "a blank": {WALK: objective("type:", title="⟦!⟧Everyone walks again")},
    "a draft": {WALK: objective("state: draft", title="⟦!⟧Everyone walks again")},
    "one that looks for a team": {WALK: objective("state: open", title="⟦!⟧Everyone walks again")},
    "in a cycle to come": {"content/okrs/2026-Q2/wards/walk.md": ASKED},
    "several on a line": {f"{Q1}/wards.yaml": "objectives: [{title: A, type: learning}, {title: ⟦!⟧B}, {title: ⟦!⟧C}]"},
}
FINE: dict[str, Files] = {
    **{kind: {WALK: objective(f"type: {kind}")} for kind in ("committed", "aspirational", "learning")},
    "a promise that the format does not have": {WALK: objective("type: ⟦wrong-type⟧bold")},
    "no word": {WALK: objective("type: ⟦wrong-type⟧no")},
    "a misspelt key": {WALK: objective("⟦unknown-key⟧tpye: committed")},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective()},
    **{name: {WALK: objective(keys)} for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_what_a_team_promises(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_names_the_objective() -> None:
    assert said(RULE, {WALK: ASKED}) == ["“Everyone walks again” does not say what its team promises."]
