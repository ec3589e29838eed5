"""The straight way to a record and the one on which all that is wrong is found lead to the same record."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.documents.reading import KINDS
from okrsite.sources import Kind
from okrsite.written import Record
from okrsite.written.checking import Surroundings
from okrsite.written.reading import read
from okrsite.written.straight import reader_of, straight
from okrsite.written.taking import take_by_pydantic
from okrsite.written.tree import Keyed

LAW = settings(max_examples=400, deadline=None, derandomize=True)

OBJECTIVE = """\
title: No one waits
why: A line with a [[wards/walk]] in *it*.
owners: [Ada Lo, Bo]
for: patients
type: committed
supports: mission
tags: one
allow: {too-many: They are small.}
closed: {date: 2026-06-01, learned: Much.}
since: 2026-01-02
score: 0.7
depends_on:
  - to: team:wards
    need: a door
    state: agreed
key_results:
  - title: Minutes
    id: minutes
    start: 51 min
    target: 34
    weight: 2
    readings: {2026-02-01: 50, 2026-03-01: {value: 41 min, confidence: 6, note: so}}
    milestones:
      - title: One
        done: 2026-02-02
  - title: Doors
    done: yes
    readings:
      - date: 2026-02-03
        value: 3
  - same_as: wards/walk#minutes
check_ins:
  - date: 2026-02-10
    by: Ada Lo
    confidence: 7
    status: on-track
    readings: {minutes: 44, doors: true, steps: [One, Two], other: {value: 1.2k, note: many}}
    learned: |
      Two lines
      of it.
    ask: {what: Who knows, until: 2026-03-01, replies: [{date: 2026-02-12, text: We do., answers: yes}]}
x-own: {a: [1, 2]}
private: no
"""

CHANGES = [
    "",
    " ",
    "x",
    "- ",
    ": ",
    "'",
    '"',
    "{",
    "]",
    "#",
    "12",
    "yes",
    "2026-02-30",
    "\n",
    "\n  ",
    "x-a: 1\n",
    "pay: 3\n",
    "[]",
    "~",
]


def both(kind: type[Record], text: str, language: str = "en") -> tuple[object, ...] | None:
    """Read on the straight way; where it is one, the other leads to the same."""
    nodes, again = read(text).node, read(text).node
    if not isinstance(nodes, Keyed) or not isinstance(again, Keyed):
        return None
    surroundings = Surroundings(language)
    record = straight(kind, nodes, surroundings)
    if record is None:
        return None
    taken = take_by_pydantic(kind, again, Surroundings(language))
    assert record == taken.record
    assert [fault.message for _, fault in surroundings.faults] == [problem.message for problem in taken.problems]
    return record, surroundings.faults


def test_all_that_an_objective_may_say_is_read_straight() -> None:
    assert both(KINDS[Kind.OBJECTIVE], OBJECTIVE) is not None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Kind.SURVEY])
def test_every_kind_of_file_but_surveys_has_a_straight_way(kind: Kind) -> None:
    as_any: Any = KINDS[kind]
    assert reader_of(as_any) is not None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.ORG, "name: Tarnvale\nmission: To care.\nthemes: [{title: Near}]\npolicy: {scores_affect_pay: no}\n"),
        (Kind.TEAM, "name: Wards\nmembers: Ada\naliases: [old, older]\nsince: 2025-01-01\n"),
        (Kind.PERSON, "name: Ada\nteams: [wards]\nhelps_with: doors\n"),
        (Kind.CYCLE, "title: Spring\nstart: 2026-01-01\nend: 2026-04-30\nabout: '*One* line'\n"),
        (Kind.HEALTH, "title: Sleep\nat_least: 7 h\nreadings: {2026-01-01: 8 h}\n"),
        (Kind.PAGE, "title: About\nnav: true\norder: 2\n"),
        (Kind.CHECK_IN, "objective: wards/walk\ndate: 2026-02-01\nnext: More.\n"),
        (Kind.TEAM_OBJECTIVES, "owner: Ada\nobjectives:\n  - title: One\n    text: '# Head'\n    supports: [a, {to: b, because: c}]\n"),
    ],
)  # fmt: skip
def test_a_file_of_each_kind_reads_the_same_on_both_ways(kind: Kind, text: str) -> None:
    assert both(KINDS[kind], text) is not None


@LAW
@given(st.data())
def test_whatever_is_changed_both_ways_lead_to_the_same(data: st.DataObject) -> None:
    text = OBJECTIVE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(st.sampled_from(CHANGES)) + text[start + data.draw(st.integers(0, 4)) :]
    both(KINDS[Kind.OBJECTIVE], text, data.draw(st.sampled_from(["en", "de"])))


def test_what_is_wrong_is_left_to_the_other_way() -> None:
    wrong = read("title: No one waits\ntpye: committed\n").node
    assert isinstance(wrong, Keyed)
    assert straight(KINDS[Kind.OBJECTIVE], wrong, Surroundings()) is None
