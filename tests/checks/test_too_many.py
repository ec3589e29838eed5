"""Five are about as many as people keep in mind."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "too-many"


def files_of(number: int, keys: str = "", cycle: str = "2026-Q1") -> dict[str, str]:
    """Objectives of a team, a file each; what a sixth one of five would be is marked."""
    return {
        f"content/okrs/{cycle}/wards/{place}.md": objective(keys, title=f"{'⟦!⟧' * (place == 6)}Objective {place}")
        for place in range(1, number + 1)
    }


def with_one(keys: str) -> Files:
    """Five objectives, and one more that is not one of those."""
    return files_of(5) | {f"{Q1}/wards/6.md": objective(keys)}


def listed(*titles: str, key: str = "objectives") -> str:
    """Write a list of things that have a title only."""
    return f"{key}:\n" + "".join(f"- title: {title}\n" for title in titles)


OTHER = "content/okrs/2026-Q1/theatres/a.md"
FOUND: dict[str, Files] = {
    "six": files_of(6),
    "eight are said once": files_of(8),
    "in a cycle to come": files_of(6, cycle="2026-Q2"),
    "proposed": files_of(6, "state: proposed"),
    "looking for a team": files_of(6, "state: open"),
    "a list": {f"{Q1}/wards.yaml": listed("A", "B", "C", "D", "E", "⟦!⟧F", "G")},
    "two teams": {f"{Q1}/{team}.yaml": listed("A", "B", "C", "D", "E", "⟦!⟧F") for team in ("a", "b")},
}  # fmt: skip
FINE: dict[str, Files] = {
    "five": files_of(5),
    "and a draft": with_one("state: draft"),
    "and another cycle's": files_of(5) | {"content/okrs/2026/wards/6.md": objective()},
    "and one that it shares": files_of(5) | {OTHER: objective("teams: [wards]"), "content/teams/wards.md": "---\nname: Wards\n---\n"},
    "past": files_of(6, cycle="2025-Q4") | {"content/okrs/2025-Q4/wards/6.md": objective()},
    **{f"and one {name}": with_one(keys) for name, keys in states("").items()},
}  # fmt: skip


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_how_many_objectives_a_team_leads_in_a_cycle(files: Files) -> None:
    expect(RULE, files)


def keyed(number: int, more: str = "") -> Files:
    lines = (f"- {{title: {'⟦!⟧' * (place == 6)}K{place}, done: false}}\n" for place in range(1, number + 1))
    return {WALK: objective("key_results:\n" + more + "".join(lines))}


KEY_RESULTS: dict[str, Files] = {
    "five": keyed(5),
    "six": keyed(6),
    "nine are said once": keyed(9),
    "five and guard rails": keyed(5, "- {title: Falls, at_most: 6}\n- {title: Sores, at_most: 1}\n"),
    "six and a guard rail": keyed(6, "- {title: Falls, at_most: 6}\n"),
    "one of another objective among six": {
        WALK: objective(
            "key_results:\n" + "".join(f"- {{title: K{n}, done: false}}\n" for n in range(5)) + "- same_as: ⟦!⟧lunch#t\n"
        ),
        f"{Q1}/wards/lunch.md": objective("key_results: [{title: T, done: false}]"),
    },
    "six of a draft": {WALK: objective("state: draft\n" + listed("A", "B", "C", "D", "E", "⟦!⟧F", key="key_results"))},
    "six of a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective(listed(*"ABCDEF", key="key_results"))},
}  # fmt: skip


@pytest.mark.parametrize("files", KEY_RESULTS.values(), ids=KEY_RESULTS)
def test_how_many_key_results_an_objective_has(files: Files) -> None:
    expect(RULE, files)


def test_the_sentences_name_the_team_or_the_objective_and_the_number() -> None:
    assert said(RULE, files_of(7)) == [
        "“wards” leads 7 objectives in 2026-Q1; five are about as many as people keep in mind."
    ]
    assert said(RULE, keyed(6)) == [
        "“Everyone walks again” has 6 key results; five are about as many as people keep in mind."
    ]


def test_a_team_accepts_it_in_its_own_file_or_where_it_stands() -> None:
    team = {"content/teams/wards.md": "---\nname: Wards\nallow: {too-many: Two of them end in March.}\n---\n"}
    there = {f"{Q1}/wards/6.md": objective("allow: {too-many: Two of them end in March.}")}
    plain = {path: text.replace("⟦!⟧", "") for path, text in files_of(6).items()}
    assert expect(RULE, plain | team).findings == []
    assert expect(RULE, plain | there).findings == []
