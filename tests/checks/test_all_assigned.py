"""Whether anything came from the team itself."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "all-assigned"
ASSIGNED = objective("origin: ⟦!⟧assigned")
ALSO = objective("origin: assigned")


def beside(keys: str) -> Files:
    """An objective that was assigned, and another one that comes later in the order of files."""
    return {f"{Q1}/wards/a.md": ALSO, WALK: objective(keys)}


def found_beside(keys: str) -> Files:
    return {f"{Q1}/wards/a.md": ASSIGNED, WALK: objective(keys)}


FOUND: dict[str, Files] = {
    "one": {WALK: ASSIGNED},
    "three": {f"{Q1}/wards/a.md": ASSIGNED, f"{Q1}/wards/b.md": ALSO, WALK: ALSO},
    "a list": {f"{Q1}/wards.yaml": "objectives:\n- {title: A, origin: ⟦!⟧assigned}\n- {title: B, origin: assigned}"},
    "the top of a list": {f"{Q1}/wards.yaml": "origin: ⟦!⟧assigned\nobjectives:\n- title: A\n- title: B\n"},
    "drafts and proposals too": found_beside("origin: assigned\nstate: draft"),
    "two cycles": {
        WALK: ASSIGNED,
        "content/okrs/2026/wards/walk.md": ASSIGNED,
    },
    **{f"another one is {name}": found_beside(keys) for name, keys in states("origin: team").items()},
}
FINE: dict[str, Files] = {
    **{f"another one is {name}": beside(f"origin: {name}") for name in ("team", "negotiated", "claimed")},
    "of another one nothing is known": beside(""),
    "another one is a draft of its own": beside("origin: team\nstate: draft"),
    "another one's origin is wrong": beside("origin: ⟦wrong-type⟧above"),
    "a cycle to come": {"content/okrs/2026-Q2/wards/walk.md": ALSO},
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": ALSO},
    "a list with one of its own": {
        f"{Q1}/wards.yaml": "origin: assigned\nobjectives:\n- title: A\n- {title: B, origin: team}\n"
    },
    **{f"all {name}": {WALK: objective(keys)} for name, keys in states("origin: assigned").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_everything_was_assigned(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_is_about_the_team_and_no_person() -> None:
    made = expect(RULE, {WALK: ASSIGNED, "content/teams/wards.md": "---\nname: The wards\n---\n"})
    (finding,) = made.findings
    assert finding.message == "All that “The wards” works on in 2026-Q1 was assigned to it."
    assert (finding.team, finding.objective) == ("wards", None)


def test_the_team_accepts_it_in_its_own_file_or_where_it_stands() -> None:
    allow = "allow: {all-assigned: We began in January.}"
    assert said(RULE, {WALK: ALSO, "content/teams/wards.md": f"---\nname: Wards\n{allow}\n---\n"}) == []
    assert said(RULE, {WALK: objective(f"origin: assigned\n{allow}")}) == []
