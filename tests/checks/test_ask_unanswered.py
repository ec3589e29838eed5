"""Whether asking leads to anything. Looked at on 10 February 2026; 14 days before is 27 January."""

from __future__ import annotations

import pytest

from tests.checks.sites import Q1, WALK, expect, said, states
from tests.format.sites import Files, objective

RULE = "ask-unanswered"
LATE = "- {date: 2026-03-01, text: We can}"
CHECK_IN = "content/check-ins/a.md"


def of(ask: str, keys: str = "") -> Files:
    return {WALK: objective(f"asks:\n- {ask}\n{keys}")}


FOUND: dict[str, Files] = {
    "15 days": of("{date: 2026-01-26, what: ⟦!⟧Could a ward lend us a porter}"),
    "of a team": of("{date: 2026-01-05, what: ⟦!⟧A porter, of: wards}"),
    "wanted by a day to come": of("{date: 2026-01-05, what: ⟦!⟧A porter, until: 2026-03-01}"),
    "a reply to come": of("{date: 2026-01-05, what: ⟦!⟧A porter, replies: [{date: 2026-02-11, text: Soon}]}"),
    "in a check-in": {WALK: objective("check_ins: [{date: 2026-01-05, ask: {what: ⟦!⟧A porter}}]")},
    "in a check-in in several lines": {
        WALK: objective("check_ins:\n- date: 2026-01-05\n  ask:\n    of: wards\n    what: ⟦!⟧A porter\n")
    },
    "in a check-in of its own": {
        WALK: objective(),
        CHECK_IN: "---\nobjective: walk\ndate: 2026-01-05\nask:\n  what: ⟦!⟧A porter\n---\n",
    },
    "in a list of check-ins": {
        WALK: objective(),
        "content/check-ins/a.yaml": "- {objective: walk, date: 2026-01-05, ask: {what: ⟦!⟧A porter}}\n- {objective: walk, date: 2026-01-06, ask: {what: ⟦!⟧A bed}}\n",
    },
    "two on a line": {WALK: objective("asks: [{date: 2026-01-05, what: ⟦!⟧A}, {date: 2026-01-05, what: ⟦!⟧B}]")},
    "a proposal": of("{date: 2026-01-05, what: ⟦!⟧A porter}", "state: proposed"),
    "in a list of objectives": {f"{Q1}/wards.yaml": "objectives:\n- title: A\n  asks: [{date: 2026-01-05, what: ⟦!⟧B}]\n"},
}  # fmt: skip
FINE: dict[str, Files] = {
    "14 days": of("{date: 2026-01-27, what: A porter}"),
    "today": of("{date: 2026-02-10, what: A porter}"),
    "a day to come": of("{date: 2026-02-11, what: A porter}"),
    "a reply": of("{date: 2026-01-05, what: A porter, replies: [{date: 2026-02-10, text: Not yet}]}"),
    "a reply that is wrong": of(
        "{date: 2026-01-05, what: A porter, replies: [{date: 2026-01-11, text: ⟦wrong-type⟧Yes}]}"
    ),
    "a reply to its check-in that is wrong": {
        WALK: objective("check_ins: [{date: 2026-01-05, ask: {what: A}, replies: [⟦missing-key⟧{date: 2026-01-11}]}]")
    },
    "a reply to its check-in": {
        WALK: objective(
            "check_ins: [{date: 2026-01-05, ask: {what: A porter}, replies: [{date: 2026-01-06, text: Soon}]}]"
        )
    },
    "a check-in that asks nothing": {WALK: objective("check_ins: [{date: 2026-01-05, learned: A}]")},
    "past": {"content/okrs/2025-Q4/wards/walk.md": of("{date: 2025-10-05, what: A porter}")[WALK]},
    **{name: of("{date: 2026-01-05, what: A porter}", keys) for name, keys in states("").items()},
}


@pytest.mark.parametrize("files", [*FOUND.values(), *FINE.values()], ids=[*FOUND, *FINE])
def test_whether_an_ask_has_a_reply(files: Files) -> None:
    expect(RULE, files)


def test_the_sentence_has_the_question_the_day_and_whom_it_was_asked_of() -> None:
    assert said(RULE, of("{date: 2026-01-05, what: ⟦!⟧Could *we* have a porter?, of: the wards}".replace("porter?", "porter"))) == [
        "“Could we have a porter” was asked of the wards on 2026-01-05 and has no reply yet."
    ]  # fmt: skip


def test_of_a_long_question_the_beginning_is_said() -> None:
    (sentence,) = said(RULE, of(f"{{date: 2026-01-05, what: ⟦!⟧{'porter ' * 100}}}"))
    assert len(sentence) < 150
    assert " …” was asked on 2026-01-05" in sentence


def test_of_a_long_question_in_a_script_without_blanks_the_beginning_is_said_too() -> None:
    (sentence,) = said(RULE, of(f"{{date: 2026-01-05, what: ⟦!⟧{'能否借给我们一名护工' * 20}}}"))
    assert sentence.startswith("“能否借给我们一名护工能否")
    assert len(sentence) < 150
