"""FORMAT, “Check-ins”: where they are written, what they need, and in which order they stand."""

from __future__ import annotations

import pytest

from tests.format.measured import NO_FILES, REF, WALK, WARDS, measured, refused
from tests.format.sites import Built, Files, built, expect_marked, objective

PLACES: dict[str, tuple[str, Files]] = {
    "in the objective": ("check_ins: [{date: 2026-01-09, by: Ann Lee, learned: Much.}]", NO_FILES),
    "as a file of its own": (
        "",
        {"content/check-ins/x.md": "---\nobjective: walk\ndate: 2026-01-09\nby: Ann Lee\n---\nMuch.\n"},
    ),
    "as a file with learned": (
        "",
        {"content/check-ins/x.md": "---\nobjective: walk\ndate: 2026-01-09\nby: Ann Lee\nlearned: Much.\n---\n"},
    ),
    "as a file deep in folders": (
        "",
        {"content/check-ins/2026/a b/index.md": "---\nobjective: walk\ndate: 2026-01-09\nby: Ann Lee\n---\nMuch.\n"},
    ),
    "in a list": (
        "",
        {"content/check-ins/x.yaml": "- {objective: walk, date: 2026-01-09, by: Ann Lee, learned: Much.}\n"},
    ),
    "in a list with the other suffix": (
        "",
        {"content/check-ins/x.yml": "- objective: wards/walk\n  date: 2026-01-09\n  by: Ann Lee\n  learned: Much.\n"},
    ),
    "by the full name": (
        "",
        {"content/check-ins/x.yml": "- {objective: 2026-Q1/wards/walk, date: 2026-01-09, by: Ann Lee, learned: Much.}\n"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "files"), PLACES.values(), ids=PLACES)
def test_a_check_in_is_heard_wherever_it_is_written(keys: str, files: Files) -> None:
    assert measured(keys, files)["check_ins"] == [
        {
            "date": "2026-01-09",
            "by": "ann-lee",
            "confidence": None,
            "status": None,
            "readings": {},
            "learned": "Much.",
            "blocked": None,
            "ask": None,
            "next": None,
            "replies": [],
        }
    ]


def test_in_a_teams_list_of_objectives_too() -> None:
    listed = "objectives: [{title: Walk, check_ins: [{date: 2026-01-09, learned: Much.}]}]\n"
    found = built({"content/okrs/2026-Q1/wards.yaml": listed}).objectives[REF]["check_ins"]
    assert [each["learned"] for each in found] == ["Much."]


def test_all_are_merged_and_sorted_by_date_then_by_source() -> None:
    files = {
        "content/check-ins/b.md": "---\nobjective: walk\ndate: 2026-01-09\n---\n4\n",
        "content/check-ins/a.yaml": """
            - {objective: walk, date: 2026-01-20, learned: "6"}
            - {objective: walk, date: 2026-01-09, learned: "2"}
            - {objective: walk, date: 2026-01-09, learned: "3"}
        """,
        "content/check-ins/Z.md": "---\nobjective: walk\ndate: 2026-01-09\n---\n1\n",
    }
    keys = 'check_ins: [{date: 2026-01-09, learned: "5"}, {date: 2026-01-08, learned: "0"}]'
    assert [each["learned"] for each in measured(keys, files)["check_ins"]] == list("0123456")


def test_only_a_date_is_required_and_all_else_is_kept_as_written() -> None:
    keys = """
        key_results: [{title: Up, unit: h}, {title: M, milestones: [{title: A}]}]
        check_ins:
          - {date: 2026-01-08}
          - date: 2026-01-09
            by: Ann Lee
            confidence: 7
            status: on-track
            readings: {up: 3 h, m: A}
            learned: Lunch *at the table* helped, see [[mission]].
            blocked: "[No porters](https://x.example)"
            ask: {what: "Who can lend us **one**?", of: wards, until: 2026-02-07}
            next: Ask `them`.
            replies: [{by: Bo Ek, date: 2026-01-12, text: "We *can*.", answers: true}]
    """
    bare, full = measured(keys)["check_ins"]
    assert bare == {**dict.fromkeys(full), "date": "2026-01-08", "readings": {}, "replies": []}
    replies = [{"by": "bo-ek", "date": "2026-01-12", "text": "We *can*.", "answers": True}]
    assert full == {
        "date": "2026-01-09",
        "by": "ann-lee",
        "confidence": 7,
        "status": "on-track",
        "readings": {"up": 3, "m": ["a"]},
        "learned": "Lunch *at the table* helped, see [[mission]].",
        "blocked": "[No porters](https://x.example)",
        "ask": {
            "objective": REF,
            "date": "2026-01-09",
            "by": "ann-lee",
            "what": "Who can lend us **one**?",
            "of": "wards",
            "until": "2026-02-07",
            "answered": True,
            "replies": replies,
        },
        "next": "Ask `them`.",
        "replies": replies,
    }


FAULTS: dict[str, tuple[str, Files]] = {
    "no date": ("check_ins: [⟦missing-key⟧{learned: Much.}]", NO_FILES),
    "no date in a file": ("", {"content/check-ins/x.md": "---\n⟦missing-key⟧objective: walk\n---\nMuch.\n"}),
    "no objective in a file": ("", {"content/check-ins/x.md": "---\n⟦missing-key⟧date: 2026-01-09\n---\nMuch.\n"}),
    "no objective in a list": ("", {"content/check-ins/x.yaml": "- ⟦missing-key⟧date: 2026-01-09\n"}),
    "an objective within an objective": (
        "check_ins: [{date: 2026-01-09, ⟦unknown-key⟧objective: walk}]",
        NO_FILES,
    ),
    "an objective that is not there": (
        "",
        {"content/check-ins/x.yaml": "- {objective: ⟦ref-broken⟧walks, date: 2026-01-09}\n"},
    ),
    "a key result in its place": (
        "key_results: [{title: Up}]",
        {"content/check-ins/x.yaml": "- {objective: ⟦wrong-type⟧'walk#up', date: 2026-01-09}\n"},
    ),
    "both learned and a text": (
        "",
        {"content/check-ins/x.md": "---\nobjective: walk\ndate: 2026-01-09\n⟦wrong-type⟧learned: Much.\n---\nMore.\n"},
    ),
    "a list in Markdown": ("", {"content/check-ins/x.md": "---\n- ⟦wrong-type⟧objective: walk\n---\nMore.\n"}),
    "a map in place of a list": ("", {"content/check-ins/x.yaml": "⟦wrong-type⟧objective: walk\ndate: 2026-01-09\n"}),
    "a map in place of a list, in the objective": ("check_ins: ⟦wrong-type⟧{date: 2026-01-09}", NO_FILES),
    "an unknown status": ("check_ins: [{date: 2026-01-09, status: ⟦wrong-type⟧green}]", NO_FILES),
    "an unknown key": ("check_ins: [{date: 2026-01-09, ⟦unknown-key⟧learnt: Much.}]", NO_FILES),
    "an ask without words": ("check_ins: [{date: 2026-01-09, ask: ⟦missing-key⟧{of: wards}}]", NO_FILES),
    "an ask in words alone": ("check_ins: [{date: 2026-01-09, ask: ⟦wrong-type⟧Who can help}]", NO_FILES),
    "a reply without a date": ("check_ins: [{date: 2026-01-09, replies: [⟦missing-key⟧{text: We do}]}]", NO_FILES),
    "a reply without a text": ("check_ins: [{date: 2026-01-09, replies: [⟦missing-key⟧{date: 2026-01-09}]}]", NO_FILES),
    "an answer in words": (
        "check_ins: [{date: 2026-01-09, replies: [{date: 2026-01-09, text: We do, answers: ⟦wrong-type⟧surely}]}]",
        NO_FILES,
    ),
    "readings as a list": ("check_ins: [{date: 2026-01-09, readings: ⟦wrong-type⟧[3]}]", NO_FILES),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "files"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_a_check_in(keys: str, files: Files) -> None:
    refused(keys, files)


def test_two_without_readings_may_be_of_one_day() -> None:
    keys = "key_results: [{title: Up}]\ncheck_ins: [{date: 2026-01-09, readings: {up: 3}}, {date: 2026-01-09, learned: Much.}]"
    assert len(measured(keys)["check_ins"]) == 2


def quarters() -> Files:
    """Write one objective in each of two cycles, and one cycle around the second."""
    return {
        "content/okrs/2025-Q4/wards/walk.md": objective(),
        WALK: objective(),
        "content/okrs/2026/wards/walk.md": objective(),
        "content/cycles/2026.md": "---\ntitle: The year\n---\n",
    }


def heard(site: Built) -> list[str]:
    return [ref for ref, each in site.objectives.items() if each["check_ins"]]


CURRENT = {"2025-11-01": "2025-Q4/wards/walk", "2026-02-01": "2026-Q1/wards/walk", "2026-05-01": "2026/wards/walk"}


@pytest.mark.parametrize(("day", "ref"), CURRENT.items())
def test_its_short_names_start_in_the_cycles_of_its_day_the_shortest_first(day: str, ref: str) -> None:
    check_in = f"- {{objective: walk, date: {day}}}\n"
    assert heard(built({**quarters(), "content/check-ins/x.yaml": check_in}, as_of="2026-06-01")) == [ref]


def test_outside_of_all_cycles_a_short_name_must_be_the_only_one() -> None:
    listed = "- {objective: ⟦ref-ambiguous⟧walk, date: 2024-02-01}\n"
    expect_marked({**quarters(), "content/check-ins/x.yaml": listed})
    one = {f"{WARDS}/walk.md": objective(), "content/check-ins/x.yaml": "- {objective: walk, date: 2024-02-01}\n"}
    assert heard(built(one)) == [REF]
