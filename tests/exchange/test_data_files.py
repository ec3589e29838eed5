"""A small site, and every file of data that it becomes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from okrsite.exchange import site_json
from okrsite.exchange.csv_tables import CHECK_IN, KEY_RESULT, OBJECTIVE, cell
from okrsite.measure import measure
from okrsite.measure.model import Site
from okrsite.plan.model import Continues, Health, Kind, Need, Policy
from tests.exchange.tables import check_ins_csv, key_results_csv, objectives_csv
from tests.measure.plans import (
    HERE,
    ask,
    check_in,
    cycle,
    day,
    key_result,
    milestone,
    objective,
    organisation,
    person,
    plan,
    prose,
    reading,
    reply,
    support,
    team,
    theme,
    to,
)

WALK = "2026-Q1/wards/walk"
HOME = "2026-Q1/board/home"


def small() -> Site:
    question = replace(
        ask("2026-01-20", "A porter?", WALK, by="esther", of=to("team:board"), until=day("2026-02-07")),
        replies=(reply("2026-01-21", "We do.", answers=True, by="sam"),),
    )
    walk = objective(
        WALK,
        title="Everyone walks",
        why=prose("Bed is *not* safe."),
        serves="patients",
        type="aspirational",
        came_from="team",
        owners=("esther", "callum"),
        teams=("imaging", "board"),
        tags=(("recovery", "Recovery"),),
        since=day("2025-12-01"),
        score=Decimal("0.70"),
        supports=(support(f"{HOME}#visits", prose("Strength is lost.")), support("theme:home")),
        needs=(Need(to("team:imaging"), "A scan", day("2026-02-15"), "agreed", HERE),),
        continues=Continues(HOME, None),
        key_results=(
            key_result(
                "up",
                title="Up by noon",
                unit="%",
                start="34",
                target="70.00",
                readings=(reading("2026-01-20", "46", 7), reading("2026-03-01", "60")),
                due=day("2026-03-01"),
                source="ward round",
                teams=("imaging", "board"),
            ),
            key_result("falls", Kind.GUARD_RAIL, at_most="6.40", unit="a day", owner="callum"),
            key_result("plan", Kind.MILESTONES, milestones=(milestone("a", done=True), milestone("b"), milestone("c"))),
        ),
        check_ins=(
            check_in(
                "2026-01-20",
                by="esther",
                confidence=7,
                status="on-track",
                readings={"up": Decimal(46), "plan": ("a", "b"), "call": True},
                learned=prose("=Lunch at the table."),
                ask=question,
                replies=(reply("2026-01-22", "Good."), reply("2026-01-23", "Yes.")),
            ),
        ),
    )
    home = objective(HOME, title="Home sooner", key_results=(key_result("visits", title="Visits"),))
    whole = plan(
        walk,
        home,
        organisation=organisation(
            theme("home", prose("They ask.")), theme("early"), policy=Policy(surveys_min_group=12)
        ),
        cycles={"2026-Q1": cycle(closed=day("2026-04-10"))},
        teams={"board": team("board", lead="sam", members=("sam", "esther")), "wards": team("wards", parent="board")},
        people={"esther": person("esther", teams=("wards", "board")), "sam": person("sam", teams=("board",))},
        health={"sick": Health("sick", "Sick days", "%", None, Decimal(6), None, None, (), (), None, HERE)},
    )
    return measure(whole, day("2026-02-01"), check_in_every=14)


ASK = {
    "objective": WALK,
    "date": "2026-01-20",
    "by": "esther",
    "what": "A porter?",
    "of": "board",
    "until": "2026-02-07",
    "answered": True,
    "replies": [{"by": "sam", "date": "2026-01-21", "text": "We do.", "answers": True}],
}

WALK_RECORD: dict[str, Any] = {
    "ref": WALK,
    "id": "walk",
    "url": "objectives/2026-Q1/wards/walk.html",
    "cycle": "2026-Q1",
    "team": "wards",
    "teams": ["board", "imaging"],
    "title": "Everyone walks",
    "why": "Bed is *not* safe.",
    "for": "patients",
    "type": "aspirational",
    "origin": "team",
    "state": "active",
    "private_supporters": 0,
    "owners": ["esther", "callum"],
    "tags": ["Recovery"],
    "progress": 0.333333,
    "raw_progress": 0.333333,
    "measured": 2,
    "of": 2,
    "weakest": f"{WALK}#up",
    "confidence": 7,
    "status": "on-track",
    "quiet": False,
    "outcome": None,
    "score": 0.7,
    "supports": [
        {"to": f"{HOME}#visits", "because": "Strength is lost.", "primary": True},
        {"to": "theme:home", "because": None, "primary": False},
    ],
    "supported_by": [],
    "why_chain": [f"{HOME}#visits"],
    "depends_on": [{"to": "team:imaging", "need": "A scan", "by": "2026-02-15", "state": "agreed"}],
    "needed_by": [],
    "continues": {"to": HOME, "because": None},
    "continued_by": [],
    "since": "2025-12-01",
    "asks": [ASK],
    "key_results": [
        {
            "id": "up",
            "title": "Up by noon",
            "kind": "number",
            "unit": "%",
            "start": 34,
            "target": 70,
            "at_least": None,
            "at_most": None,
            "value": 46,
            "value_date": "2026-01-20",
            "raw_progress": 0.333333,
            "progress": 0.333333,
            "confidence": 7,
            "held": None,
            "same_as": None,
            "score": None,
            "weight": 1,
            "due": "2026-03-01",
            "source": "ward round",
            "owner": "esther",
            "teams": ["board", "imaging"],
        },
        {
            **dict.fromkeys(("start", "target", "at_least", "value", "value_date", "raw_progress", "progress", "held")),
            **dict.fromkeys(("confidence", "same_as", "score", "due", "source")),
            "id": "falls",
            "title": "falls",
            "kind": "guard-rail",
            "unit": "a day",
            "at_most": 6.4,
            "weight": 1,
            "owner": "callum",
            "teams": [],
        },
        {
            **dict.fromkeys(("start", "target", "at_least", "at_most", "value", "value_date", "held", "unit")),
            **dict.fromkeys(("confidence", "same_as", "score", "due", "source")),
            "id": "plan",
            "title": "plan",
            "kind": "milestones",
            "raw_progress": 0.333333,
            "progress": 0.333333,
            "weight": 1,
            "owner": "esther",
            "teams": [],
        },
    ],
    "check_ins": [
        {
            "date": "2026-01-20",
            "by": "esther",
            "confidence": 7,
            "status": "on-track",
            "readings": {"up": 46, "plan": ["a", "b"], "call": True},
            "learned": "=Lunch at the table.",
            "blocked": None,
            "ask": ASK,
            "next": None,
            "replies": [
                {"by": None, "date": "2026-01-22", "text": "Good.", "answers": False},
                {"by": None, "date": "2026-01-23", "text": "Yes.", "answers": False},
            ],
        }
    ],
    "source": {"path": f"content/okrs/{WALK}.md", "line": 1},
}


def test_a_small_site_is_all_there() -> None:
    data = json.loads(site_json(small(), people_pages=True))
    walk = data["objectives"].pop()
    assert walk == WALK_RECORD
    home = data["objectives"].pop()
    assert (home["supported_by"], home["continued_by"]) == ([WALK], [{"from": WALK, "because": None}])
    assert (home["progress"], home["weakest"], home["measured"], home["of"]) == (None, None, 0, 1)
    assert data == {
        "schema": 1,
        "as_of": "2026-02-01",
        "organisation": {
            "name": "Tarnvale",
            "mission": "Good care, close to home",
            "vision": None,
            "themes": [
                {"id": "early", "title": "early", "why": None, "url": "themes/early.html"},
                {"id": "home", "title": "home", "why": "They ask.", "url": "themes/home.html"},
            ],
            "policy": {"scores_affect_pay": False, "surveys_min_group": 12, "statement": None},
        },
        "cycles": [
            {
                "id": "2026-Q1",
                "title": "2026-Q1",
                "url": "cycles/2026-Q1.html",
                "start": "2026-01-01",
                "end": "2026-03-31",
                "state": "current",
                "closed": None,
            }
        ],
        "teams": [
            {
                "id": "board",
                "name": "board",
                "url": "teams/board.html",
                "parent": None,
                "lead": "sam",
                "members": ["esther", "sam"],
            },
            {"id": "wards", "name": "wards", "url": "teams/wards.html", "parent": "board", "lead": None, "members": []},
        ],
        "people": [
            {"id": "esther", "name": "esther", "url": "people/esther.html", "teams": ["board", "wards"]},
            {"id": "sam", "name": "sam", "url": "people/sam.html", "teams": ["board"]},
        ],
        "objectives": [],
        "asks": [ASK],
        "health": [
            {
                "id": "sick",
                "title": "Sick days",
                "unit": "%",
                "at_least": None,
                "at_most": 6,
                "value": None,
                "value_date": None,
                "held": None,
            }
        ],
        "surveys": [],
    }


def test_keys_are_sorted_everywhere() -> None:
    text = site_json(small(), people_pages=True).decode()
    assert json.dumps(json.loads(text), separators=(",", ":"), sort_keys=True) == json.dumps(
        json.loads(text), separators=(",", ":")
    )


def test_given_numbers_are_written_shortest() -> None:
    text = site_json(small(), people_pages=True).decode()
    assert '"at_most":6.4,' in text
    assert '"target":70,' in text
    assert '"progress":0.333333,' in text


def test_without_pages_people_have_no_address() -> None:
    data = json.loads(site_json(small(), people_pages=False))
    assert [person["url"] for person in data["people"]] == [None, None]


def test_an_empty_site_has_empty_lists() -> None:
    data = json.loads(site_json(measure(plan(), day("2026-02-01"), check_in_every=14), people_pages=True))
    assert {key: value for key, value in data.items() if value == []}.keys() == {
        *("cycles", "teams", "people", "objectives", "asks", "health", "surveys")
    }


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_columns_of_tables_are_the_keys_of_the_records() -> None:
    assert tuple(WALK_RECORD) == OBJECTIVE
    assert ("objective", *WALK_RECORD["key_results"][0]) == KEY_RESULT
    assert ("objective", *WALK_RECORD["check_ins"][0]) == CHECK_IN
    nothing = measure(plan(), day("2026-02-01"), check_in_every=14)
    assert check_ins_csv(nothing).decode().strip() == ",".join(CHECK_IN)


def test_objectives_as_a_table() -> None:
    row = table(objectives_csv(small()))[1]
    assert row == {
        **dict.fromkeys(OBJECTIVE, ""),
        "ref": WALK,
        "id": "walk",
        "url": "objectives/2026-Q1/wards/walk.html",
        "cycle": "2026-Q1",
        "team": "wards",
        "teams": "board; imaging",
        "title": "Everyone walks",
        "why": "Bed is *not* safe.",
        "for": "patients",
        "type": "aspirational",
        "origin": "team",
        "state": "active",
        "private_supporters": "0",
        "owners": "esther; callum",
        "tags": "Recovery",
        "progress": "0.333333",
        "raw_progress": "0.333333",
        "measured": "2",
        "of": "2",
        "weakest": f"{WALK}#up",
        "confidence": "7",
        "status": "on-track",
        "quiet": "false",
        "score": "0.7",
        "supports": f"{HOME}#visits; theme:home",
        "why_chain": f"{HOME}#visits",
        "depends_on": "team:imaging",
        "continues": HOME,
        "since": "2025-12-01",
        "asks": "A porter?",
        "key_results": "up; falls; plan",
        "check_ins": "2026-01-20",
        "source": f"content/okrs/{WALK}.md:1",
    }


def test_key_results_as_a_table() -> None:
    rows = table(key_results_csv(small()))
    assert [(row["objective"], row["id"], row["target"], row["owner"]) for row in rows] == [
        (HOME, "visits", "", ""),
        (WALK, "up", "70", "esther"),
        (WALK, "falls", "", "callum"),
        (WALK, "plan", "", "esther"),
    ]


def test_check_ins_as_a_table() -> None:
    (row,) = table(check_ins_csv(small()))
    assert (row["objective"], row["date"], row["by"]) == (WALK, "2026-01-20", "esther")
    assert row["readings"] == "call: true; plan: a, b; up: 46"
    assert (row["ask"], row["replies"]) == ("A porter?", "Good.; Yes.")
    assert row["learned"] == "'=Lunch at the table."


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1 apple", "-1 apple", "@SUM(A1)", "\t=1", "\r=1", "-", " =1", "＝1", "-1+cmd|' /C calc'!A0"]
)
def test_a_formula_is_kept_from_being_one(formula: str) -> None:
    assert cell(formula) == f"'{formula}"


@pytest.mark.parametrize("plain", ["-3", "+3.5", "-.5", "-1e3", "3", "", "a=b", "wards", "'=1"])
def test_numbers_and_words_stay_as_they_are(plain: str) -> None:
    assert cell(plain) == plain


def test_a_text_of_several_lines_stays_one_cell() -> None:
    whole = plan(objective(WALK, why=prose('one, "two"\r\nthree')))
    (row,) = table(objectives_csv(measure(whole, day("2026-02-01"), check_in_every=14)))
    assert row["why"] == 'one, "two"\r\nthree'
