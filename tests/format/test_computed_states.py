"""FORMAT, “Objective” and “What is computed”: states, confidence, status, and which objectives have gone quiet."""

from __future__ import annotations

import pytest

from tests.format.measured import REF, WALK, measured, parts, refused
from tests.format.sites import Files, built, objective

STATES = {
    "": "active",
    **{f"state: {state}": state for state in ("draft", "proposed", "open", "active", "paused", "closed", "dropped")},
    "closed: {date: 2026-02-10}": "closed",
    "dropped: {date: 2026-02-10}": "dropped",
    "paused: {date: 2026-02-10}": "paused",
    "closed: {date: 2026-02-11}": "active",
    "dropped: {date: 2026-02-11}": "active",
    "paused: {date: 2026-02-11}": "active",
    "state: closed\nclosed: {date: 2026-02-10}": "closed",
    "state: closed\nclosed: {date: 2026-02-11}": "active",
    "state: dropped\ndropped: {date: 2026-02-11, why: Done elsewhere., learned: Ask first.}": "active",
    "state: paused\npaused: {date: 2026-02-09, why: No porters.}": "paused",
}


@pytest.mark.parametrize(("written", "state"), STATES.items())
def test_the_state_that_holds_on_the_day(written: str, state: str) -> None:
    assert measured(written)["state"] == state


CONTRADICTIONS = {
    "active, and closed": "state: ⟦wrong-type⟧active\nclosed: {date: 2026-02-01}",
    "active, and closed on a day to come": "state: ⟦wrong-type⟧active\nclosed: {date: 2026-03-01}",
    "draft, and paused": "paused: {date: 2026-02-01}\nstate: ⟦wrong-type⟧draft",
    "closed, and dropped": "state: ⟦wrong-type⟧closed\ndropped: {date: 2026-02-01}",
    "dropped, and closed": "state: ⟦wrong-type⟧dropped\nclosed: {date: 2026-02-01}",
    "two endings": "closed: {date: 2026-02-01}\n⟦wrong-type⟧dropped: {date: 2026-02-01}",
    "closed after a pause": "paused: {date: 2026-01-01}\n⟦wrong-type⟧closed: {date: 2026-02-01}",
    "closed without a date": "closed: ⟦missing-key⟧{learned: Much.}",
    "dropped without a date": "dropped: ⟦missing-key⟧{why: Gone.}",
    "paused without a date": "paused: ⟦missing-key⟧{why: Rest.}",
    "a plain date": "closed: ⟦wrong-type⟧2026-02-01",
    "an unknown state": "state: ⟦wrong-type⟧done",
    "an unknown type": "type: ⟦wrong-type⟧moonshot",
    "an unknown origin": "origin: ⟦wrong-type⟧boss",
    "a closing with a reason": "closed: {date: 2026-02-01, ⟦unknown-key⟧why: Done.}",
    "a pause with something learned": "paused: {date: 2026-02-01, ⟦unknown-key⟧learned: Much.}",
    "an owner and owners": "owner: Ann Lee\n⟦wrong-type⟧owners: [Bo Ek]",
    "owners and an owner": "owners: [Bo Ek]\n⟦wrong-type⟧owner: Ann Lee",
    "a score above 1": "score: ⟦kr-arithmetic⟧1.1",
    "a score below 0": "score: ⟦kr-arithmetic⟧-0.1",
    "a score in percent": "score: ⟦wrong-type⟧70%",
    "an ending before it was written down": "since: 2026-02-02\nclosed: {date: ⟦bad-date⟧2026-02-01}",
}


@pytest.mark.parametrize("keys", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_what_contradicts_itself_is_an_error(keys: str) -> None:
    refused(keys)


CONFIDENCES = {
    "none": ("", None),
    "one": ("{date: 2026-01-09, confidence: 7}", 7),
    "0": ("{date: 2026-01-09, confidence: 0}", 0),
    "the last, in whatever order": ("{date: 2026-01-20, confidence: 4}, {date: 2026-01-09, confidence: 7}", 4),
    "the last given": ("{date: 2026-01-09, confidence: 7}, {date: 2026-01-20, learned: Much.}", 7),
    "not of a day to come": ("{date: 2026-01-09, confidence: 7}, {date: 2026-02-11, confidence: 2}", 7),
    "on the day itself": ("{date: 2026-02-10, confidence: 3}", 3),
    "not a reading's": ("{date: 2026-01-09, readings: {up: {value: 3, confidence: 9}}}", None),
}


@pytest.mark.parametrize(("check_ins", "confidence"), CONFIDENCES.values(), ids=CONFIDENCES)
def test_confidence_is_the_last_one_given_in_a_check_in(check_ins: str, confidence: int | None) -> None:
    assert measured(f"key_results: [{{title: Up}}]\ncheck_ins: [{check_ins}]")["confidence"] == confidence


SAID = {0: "Doubtful", 3: "Doubtful", 4: "Unsure", 6: "Unsure", 7: "Confident", 10: "Confident"}


@pytest.mark.parametrize(("confidence", "word"), SAID.items())
def test_confidence_is_said_in_a_word(confidence: int, word: str) -> None:
    keys = f"check_ins: [{{date: 2026-02-01, confidence: {confidence}}}]"
    page = built({WALK: objective(keys)}).text(f"objectives/{REF}.html").lower()
    assert word.lower() in page
    assert "no check-in yet" not in page


def test_without_a_check_in_the_page_says_so() -> None:
    assert "no check-in yet" in built({WALK: objective()}).text(f"objectives/{REF}.html").lower()


@pytest.mark.parametrize(
    "confidence", ["⟦kr-arithmetic⟧11", "⟦kr-arithmetic⟧-1", "⟦wrong-type⟧7.5", "⟦wrong-type⟧high"]
)
def test_confidence_is_a_whole_number_from_0_to_10(confidence: str) -> None:
    refused(f"check_ins: [{{date: 2026-01-09, confidence: {confidence}}}]")


def test_a_status_is_what_the_team_said_and_never_computed() -> None:
    assert measured("check_ins: [{date: 2026-01-09, confidence: 1}]")["status"] is None
    said = "check_ins: [{date: 2026-01-09, status: off-track, confidence: 9}, {date: 2026-02-11, status: on-track}]"
    assert parts(measured(said), "status confidence") == ["off-track", 9]
    assert measured(said)["check_ins"][0]["status"] == "off-track"
    refused("check_ins: [{date: 2026-01-09, status: ⟦wrong-type⟧green}]")


LAST: dict[str, tuple[str, dict[str, bool]]] = {
    "nothing ever, from the cycle's start": ("", {"2026-01-22": False, "2026-01-23": True}),
    "a check-in": ("check_ins: [{date: 2026-01-15}]", {"2026-02-05": False, "2026-02-06": True}),
    "a reading": ("key_results: [{title: A, readings: {2026-01-15: 3}}]", {"2026-02-05": False, "2026-02-06": True}),
    "a guard rail's reading": (
        "key_results: [{title: A, at_most: 9, readings: {2026-01-15: 3}}]",
        {"2026-02-05": False, "2026-02-06": True},
    ),
    "the later of the two": (
        "key_results: [{title: A, readings: {2026-01-20: 3}}]\ncheck_ins: [{date: 2026-01-15}]",
        {"2026-02-10": False, "2026-02-11": True},
    ),
    "a reading without a day is none": (
        "key_results: [{title: A, current: 3}]",
        {"2026-01-22": False, "2026-01-23": True},
    ),
    "what is done on a day is no reading": (
        "key_results: [{title: A, done: 2026-01-15}]",
        {"2026-01-22": False, "2026-01-23": True},
    ),
    "a check-in of a day to come is none": (
        "check_ins: [{date: 2026-01-24}]",
        {"2026-01-23": True, "2026-01-24": False},
    ),
    "not before its cycle": ("", {"2025-12-31": False, "2026-01-01": False}),
    "not after its cycle": ("", {"2026-03-31": True, "2026-04-01": False}),
    "a draft": ("state: draft", {"2026-03-01": False}),
    "a proposal": ("state: proposed", {"2026-03-01": False}),
    "an open goal": ("state: open", {"2026-03-01": False}),
    "paused": ("paused: {date: 2026-02-10}", {"2026-02-09": True, "2026-02-10": False}),
    "closed": ("closed: {date: 2026-02-10}", {"2026-02-09": True, "2026-02-10": False}),
    "dropped": ("dropped: {date: 2026-02-10}", {"2026-02-09": True, "2026-02-10": False}),
}


@pytest.mark.parametrize(("keys", "days"), LAST.values(), ids=LAST)
def test_quiet_is_no_word_for_more_than_one_and_a_half_times_the_hoped_for_interval(
    keys: str, days: dict[str, bool]
) -> None:
    assert {day: measured(keys, as_of=day)["quiet"] for day in days} == days


EVERY: dict[int, tuple[str, str]] = {7: ("2026-01-11", "2026-01-12"), 1: ("2026-01-02", "2026-01-03"), 15: ("2026-01-23", "2026-01-24")}  # fmt: skip


@pytest.mark.parametrize(("days", "edge"), EVERY.items())
def test_the_interval_is_the_organisations(days: int, edge: tuple[str, str]) -> None:
    files: Files = {"okrsite.yaml": f"check_in_every: {days}\n"}
    assert [measured("", files, as_of=day)["quiet"] for day in edge] == [False, True]


def test_a_check_in_in_a_file_of_its_own_is_a_word_too() -> None:
    files: Files = {"content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-02-01\n---\n"}
    assert measured("", files)["quiet"] is False
    assert measured("")["quiet"] is True
