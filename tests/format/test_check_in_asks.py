"""FORMAT, “Objective” and “Check-ins”: asks, in check-ins and apart from them, and their answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS, measured, parts, refused, site_of
from tests.format.sites import Files, built, objective


def asks(keys: str, files: Files | None = None, **wishes: Any) -> list[dict[str, Any]]:
    """Give the asks of an objective in the data; those at the top are the same."""
    site = built(site_of(keys, files or {}), **wishes)
    found: list[dict[str, Any]] = site.objectives[REF]["asks"]
    assert site.data["asks"] == found
    return found


def test_an_ask_apart_from_a_check_in() -> None:
    written = """
        asks:
          - date: 2026-01-09
            by: Ann Lee
            what: Could a ward lend us *a porter*?
            of: Transport and logistics
            until: 2026-02-07
            replies:
              - {date: 2026-01-12, text: Which rooms}
              - {date: 2026-01-11, by: Bo Ek, text: We do., answers: yes}
    """
    assert asks(written) == [
        {
            "objective": REF,
            "date": "2026-01-09",
            "by": "ann-lee",
            "what": "Could a ward lend us *a porter*?",
            "of": "Transport and logistics",
            "until": "2026-02-07",
            "answered": True,
            "replies": [
                {"date": "2026-01-11", "by": "bo-ek", "text": "We do.", "answers": True},
                {"date": "2026-01-12", "by": None, "text": "Which rooms", "answers": False},
            ],
        }
    ]


def test_an_ask_needs_a_date_and_words_and_no_more() -> None:
    (found,) = asks("asks: [{date: 2026-01-09, what: Help}]")
    assert parts(found, "by of until answered replies") == [None, None, None, False, []]
    refused("asks: [⟦missing-key⟧{what: Help}]")
    refused("asks: [⟦missing-key⟧{date: 2026-01-09}]")
    refused("asks: [{date: 2026-01-09, ⟦missing-key⟧what: ''}]")
    refused("asks: [{date: 2026-01-09, what: Help, ⟦unknown-key⟧who: me}]")
    refused("asks: ⟦wrong-type⟧{date: 2026-01-09, what: Help}")
    refused("asks: [{date: 2026-01-09, what: Help, until: ⟦bad-date⟧2026-01-08}]")


def test_within_a_check_in_it_has_the_check_ins_date_unless_it_gives_one() -> None:
    found = asks(
        "check_ins: [{date: 2026-01-09, ask: {what: A}}, {date: 2026-01-10, ask: {what: B, date: 2026-01-02}}]"
    )
    assert [(each["what"], each["date"]) for each in found] == [("B", "2026-01-02"), ("A", "2026-01-09")]


ANSWERS = {
    "none": ("replies: []", False),
    "a reply": ("replies: [{date: 2026-01-10, text: Hm}]", False),
    "a reply that answers": ("replies: [{date: 2026-01-10, text: Hm, answers: true}]", True),
    "one of two": ("replies: [{date: 2026-01-10, text: Hm, answers: true}, {date: 2026-01-11, text: Hm}]", True),
    "a reply that doesn't": ("replies: [{date: 2026-01-10, text: Hm, answers: false}]", False),
    "a reply of a day to come": ("replies: [{date: 2026-02-11, text: Hm, answers: true}]", False),
}


@pytest.mark.parametrize(("replies", "answered"), ANSWERS.values(), ids=ANSWERS)
def test_it_is_answered_when_a_reply_answers(replies: str, answered: bool) -> None:  # noqa: FBT001 - what is expected
    (apart,) = asks(f"asks: [{{date: 2026-01-09, what: Help, {replies}}}]")
    (within,) = asks(f"check_ins: [{{date: 2026-01-09, ask: {{what: Help, {replies}}}}}]")
    (beside,) = asks(f"check_ins: [{{date: 2026-01-09, ask: {{what: Help}}, {replies}}}]")
    assert [apart["answered"], within["answered"], beside["answered"]] == [answered] * 3


def test_what_bears_a_later_date_has_not_been_said_yet() -> None:
    keys = """
        asks: [{date: 2026-01-15, what: Apart, replies: [{date: 2026-01-20, text: Yes!, answers: true}]}]
        check_ins: [{date: 2026-01-10, ask: {what: Within, date: 2026-01-12}, replies: [{date: 2026-01-18, text: Hm}]}]
    """
    told = {
        day: [(each["what"], len(each["replies"]), each["answered"]) for each in asks(keys, as_of=f"2026-01-{day}")]
        for day in ("09", "11", "12", "15", "18", "20")
    }
    assert told == {
        "09": [],
        "11": [],
        "12": [("Within", 0, False)],
        "15": [("Within", 0, False), ("Apart", 0, False)],
        "18": [("Within", 1, False), ("Apart", 0, False)],
        "20": [("Within", 1, False), ("Apart", 1, True)],
    }
    check_in = measured(keys, as_of="2026-01-11")["check_ins"][0]
    assert (check_in["ask"], check_in["replies"]) == (None, [])


OF = {
    "wards": "wards",
    "team:wards": "wards",
    "cooks": "cooks",
    "Ann Lee": "ann-lee",
    "ann-lee": "ann-lee",
    "person:ann-lee": "ann-lee",
    "everyone who can": "everyone who can",
    "Nobody Known": "Nobody Known",
}


@pytest.mark.parametrize(("written", "of"), OF.items())
def test_it_is_of_a_team_a_person_or_words(written: str, of: str) -> None:
    (found,) = asks(f"owner: Ann Lee\nasks: [{{date: 2026-01-09, what: Help, of: '{written}'}}]")
    assert found["of"] == of


def test_all_asks_stand_in_the_order_of_their_objectives_then_of_their_days() -> None:
    site = built({
        WALK: objective("asks: [{date: 2026-01-09, what: d}, {date: 2026-01-03, what: b}]\ncheck_ins: [{date: 2026-01-05, ask: {what: c}}]"),
        f"{WARDS}-a/walk.md": objective("asks: [{date: 2026-01-01, what: e}]"),
        "content/okrs/2025-Q4/wards/walk.md": objective("asks: [{date: 2026-01-30, what: a}]"),
        "content/check-ins/x.yaml": "- {objective: wards/walk, date: 2026-01-04, ask: {what: f}}\n",
    })  # fmt: skip
    assert [each["what"] for each in site.data["asks"]] == ["a", "b", "f", "c", "d", "e"]


def test_asks_stand_on_a_page_of_their_own() -> None:
    page = built(site_of("asks: [{date: 2026-01-09, what: Who lends us a porter}]")).text("asks.html")
    assert "Who lends us a porter" in page
    assert "Who lends us a porter" not in built(site_of("")).text("asks.html")


CHANGES = {
    "a date": "changed: [⟦missing-key⟧{what: Less.}]",
    "words": "changed: [⟦missing-key⟧{date: 2026-01-09}]",
    "known keys": "changed: [{date: 2026-01-09, what: Less., ⟦unknown-key⟧from: 3}]",
    "to be a list": "changed: ⟦wrong-type⟧{date: 2026-01-09, what: Less.}",
}


@pytest.mark.parametrize("keys", CHANGES.values(), ids=CHANGES)
def test_a_change_needs(keys: str) -> None:
    refused(keys)


def test_a_change_in_the_open_is_shown_from_its_day_on() -> None:
    keys = "changed: [{date: 2026-01-09, by: Ann Lee, what: Target from 70 to 60, why: Two wards closed}]"
    shown = [built(site_of(keys), as_of=day).text(f"objectives/{REF}.html") for day in ("2026-01-08", "2026-01-09")]
    assert ["Target from 70 to 60" in page for page in shown] == [False, True]
    assert ["Two wards closed" in page for page in shown] == [False, True]
