"""Where a number starts."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "kr-no-start"
LUNCH = f"{Q1}/wards/lunch.md"


def of(*key_results: str) -> Files:
    return {WALK: objective("key_results:\n" + "".join(f"- {{{each}}}\n" for each in key_results))}


FOUND: dict[str, Files] = {
    "a target alone": of("title: ⟦!⟧Out of bed, target: 70%"),
    "a target and a reading": of("title: ⟦!⟧Up, target: 70, readings: [{date: 2026-01-09, value: 40}]"),
    "a target and where it is now": of("title: ⟦!⟧Up, target: 70, current: 40"),
    "neither start nor target": of("title: ⟦!⟧Everybody knows the plan"),
    "two of three": of("title: ⟦!⟧A, target: 1", "title: B, start: 0, target: 1", "title: ⟦!⟧C, target: 1"),
    "on one line": {WALK: objective("key_results: [{title: ⟦!⟧A, target: 1}, {title: ⟦!⟧B, target: 1}]")},
    "a draft": {WALK: objective("state: draft\nkey_results: [{title: ⟦!⟧A, target: 1}]")},
    "said once, where it is written": {
        WALK: objective("key_results: [{same_as: lunch#table}]"),
        LUNCH: objective("key_results: [{title: ⟦!⟧Table, target: 9}]"),
    },
}
FINE: dict[str, Files] = {
    "start and target": of("title: Up, start: 34%, target: 70%"),
    "from nothing": of("title: Up, start: 0, target: 70%"),
    "a guard rail": of("title: Falls, at_most: 6"),
    "steps": of("title: A plan, milestones: [{title: Surgical}]"),
    "yes or no": of("title: A sheet, done: false"),
    "to find out": of("title: What helps, find_out: true"),
    "a start that is wrong": of("title: Up, start: ⟦wrong-type⟧many, target: 70"),
    "a start that is the target": of("title: Up, start: 70, target: ⟦kr-arithmetic⟧70"),
    "steps that are wrong": of("title: A plan, milestones: ⟦wrong-type⟧3"),
    "a misspelt key": of("title: Up, ⟦unknown-key⟧strat: 34, target: 70"),
    "the same as a private one": {
        WALK: objective("key_results: [{same_as: lunch#table, title: Table}]"),
        LUNCH: objective("private: true\nkey_results: [{title: Table, target: 9}]"),
    },
    "a past cycle": {"content/okrs/2025-Q4/wards/walk.md": objective("key_results: [{title: A, target: 1}]")},
    **{name: {WALK: objective(keys)} for name, keys in states("key_results: [{title: A, target: 1}]").items()},
}  # fmt: skip


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_a_number_says_where_it_starts(files: Files) -> None:
    expect(RULE, files)


def test_the_first_reading_may_be_the_start() -> None:
    (finding,) = expect(RULE, FOUND["a target and a reading"]).findings
    assert finding.message == "“Up” does not say where it starts."
    assert finding.help == "Was it the first reading? Then add `start: 40`."


def test_without_a_target_too_both_are_named() -> None:
    assert said(RULE, FOUND["neither start nor target"]) == [
        "“Everybody knows the plan” has no `start` and no `target`, so nobody can see how far it has come."
    ]
