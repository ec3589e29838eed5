"""What is wrong with one file by itself, each at its line and column: `⟦rule⟧` stands before the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okrsite.sources import Kind

Finder = Callable[..., None]


def test_a_file_of_a_title_alone_is_fine(found: Finder) -> None:
    found("title: Everyone walks again\n")


@pytest.mark.parametrize(
    "text",
    [
        "⟦missing-key⟧owner: x\n",
        "⟦missing-key⟧title:\n",
        "⟦missing-key⟧title: \n",
        '⟦missing-key⟧title: " "\n',
        "title: a\ncheck_ins:\n  - ⟦missing-key⟧learned: x\n",
        "title: a\ncheck_ins:\n  - ⟦missing-key⟧date:\n",
        "title: a\nkey_results:\n  - ⟦missing-key⟧start: 3\n",
        "title: a\nkey_results:\n  - title: b\n    milestones: [⟦missing-key⟧{done: true}]\n",
        "title: a\nkey_results:\n  - title: b\n    readings: [⟦missing-key⟧{value: 3}, ⟦missing-key⟧{date: 2026-01-01}]\n",
        "title: a\nkey_results:\n  - title: b\n    readings: {⟦missing-key⟧2026-01-01: }\n",
        "title: a\nsupports:\n  - ⟦missing-key⟧because: b\n",
        "title: a\nclosed: ⟦missing-key⟧{learned: b}\n",
        "title: a\nclosed: ⟦missing-key⟧{}\n",
        "title: a\nasks: [⟦missing-key⟧{what: b}, ⟦missing-key⟧{date: 2026-01-01}]\n",
        "title: a\nchanged: [⟦missing-key missing-key⟧{why: b}]\n",
        "title: a\ncheck_ins:\n  - date: 2026-01-01\n    ask: ⟦missing-key⟧{of: b}\n",
        "title: a\ncheck_ins:\n  - date: 2026-01-01\n    replies: [⟦missing-key missing-key⟧{by: c}]\n",
        "title: a\ncheck_ins:\n  - date: 2026-01-01\n    readings: {⟦missing-key⟧a: , b: ⟦missing-key⟧{confidence: 3}}\n",
        "title: a\nallow: {⟦missing-key⟧orphan: }\n",
    ],
)
def test_what_is_required_is_missed_where_it_should_stand(found: Finder, text: str) -> None:
    found(text)


@pytest.mark.parametrize("key", ["titel", "tittle", "ttle", "Title"])
def test_a_misspelt_key_that_is_required_is_told_once(found: Finder, key: str) -> None:
    found(f"⟦unknown-key⟧{key}: a\n")


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n⟦unknown-key⟧supprts: b\n",
        "title: a\n⟦unknown-key⟧supprts:\n⟦unknown-key⟧foo: []\n",
        "title: a\nkey_results:\n  - title: b\n    ⟦unknown-key⟧traget: 4\n",
        "title: a\nkey_results:\n  - ⟦unknown-key⟧titel: b\n",
        "title: a\nkey_results:\n  - ⟦unknown-key⟧sameas: b#c\n",
        "title: a\nsupports: [{⟦unknown-key⟧ot: b}]\n",
        "title: a\ncheck_ins: [{⟦unknown-key⟧dat: 2026-01-01}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, ask: {⟦unknown-key⟧wat: b}}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {a: {⟦unknown-key⟧vlaue: 3}}}]\n",
        "title: a\nkey_results:\n  - title: b\n    readings: {2026-01-01: {⟦unknown-key⟧vale: 3}}\n",
        "title: a\nallow: {⟦unknown-key⟧orphn: b}\n",
        "title: a\n⟦unknown-key⟧line: 3\n⟦unknown-key⟧at: 3\n⟦unknown-key⟧pruned: [x]\n⟦unknown-key⟧serves: x\n",
        "title: a\nkey_results:\n  - title: b\n    same_as: c#d\n    ⟦unknown-key⟧target: 3\n    ⟦unknown-key⟧readings: {2026-01-01: 3}\n",
    ],
)
def test_a_key_that_the_format_does_not_have(found: Finder, text: str) -> None:
    found(text)


def test_the_nearest_known_key_is_named(read: Callable[..., object]) -> None:
    document = read("title: a\nkey_results: [{title: b, traget: 3}]\n")
    assert "`target`" in document.findings[0].help  # type: ignore[attr-defined]


def test_keys_of_your_own_are_passed_over_at_every_level(found: Finder) -> None:
    found(
        "x-sheet: 4\ntitle: a\nkey_results: [{title: b, x-cell: {deep: [1]}, readings: [{date: 2026-01-01, value: 1, x-by: c}]}]\n"
    )


def test_a_key_result_may_be_called_after_an_x_ray(read: Callable[..., object]) -> None:
    document = read("title: a\ncheck_ins: [{date: 2026-01-01, readings: {x-rays: 5}}]\n")
    assert list(document.record.check_ins[0].readings) == ["x-rays"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n⟦pay-field⟧bonus: 500\n",
        "title: a\n⟦pay-field⟧x-bonus: 500\n",
        "title: a\nkey_results: [{title: b, ⟦rank-field⟧rank: 1}]\n",
        "title: a\nkey_results: [{title: b, ⟦person-score⟧x-performance-rating: 1}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {a: {value: 1, ⟦pay-field⟧salary: 2}}}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {bonus: 3, rank: 4}}]\n",
    ],
)
def test_pay_and_ranks_are_refused_as_keys_but_not_as_names_of_key_results(found: Finder, text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("birthday: 1980-04-01", "personal-data"),
        ("home_address: here", "personal-data"),
        ("grade: B", "person-score"),
        ("rank: 3", "rank-field"),
        ("salary: 3", "pay-field"),
    ],
)
def test_private_facts_and_grades_of_people_are_refused(found: Finder, text: str, rule: str) -> None:
    found(f"name: Esther Mbeki\n⟦{rule}⟧{text}\n", Kind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "title: ⟦wrong-type⟧no\n",
        "title: ⟦wrong-type⟧2024-01-01\n",
        "title: ⟦wrong-type⟧12:30\n",
        "title: ⟦wrong-type⟧~\n",
        "title: [⟦wrong-type⟧]\n".replace("[⟦wrong-type⟧]", "⟦wrong-type⟧[a, b]"),
        "title: ⟦wrong-type⟧{a: b}\n",
        "title: a\nid: ⟦wrong-type⟧2024-01-01\n",
        "title: a\ntags: [b, ⟦wrong-type⟧yes, 2026]\n",
        "title: a\ntags: [b, ⟦wrong-type⟧{c: d}]\n",
        "title: a\nkey_results: ⟦wrong-type⟧b\n",
        "title: a\nkey_results: ⟦wrong-type⟧{title: b}\n",
        "title: a\nkey_results: [⟦wrong-type⟧b]\n",
        "title: a\nclosed: ⟦wrong-type⟧2026-01-01\n",
        "title: a\nclosed: ⟦wrong-type⟧true\n",
        "title: a\nsince: ⟦wrong-type⟧2026-01-01 12:00:00\n",
        "title: a\nsince: ⟦wrong-type⟧01.02.2026\n",
        "title: a\ntype: ⟦wrong-type⟧commited\n",
        "title: a\nstate: ⟦wrong-type⟧done\n",
        "title: a\nprivate: ⟦wrong-type⟧on\n",
        'title: a\nprivate: ⟦wrong-type⟧"true"\n',
        "title: a\nkey_results: [{title: b, target: ⟦wrong-type⟧12:30}, {title: c, target: ⟦wrong-type⟧0123}]\n",
        "title: a\nkey_results: [{title: b, target: ⟦wrong-type⟧0x1F}, {title: c, target: ⟦wrong-type⟧1_000}]\n",
        "title: a\nkey_results: [{title: b, start: ⟦wrong-type⟧soon}]\n",
        'title: a\nkey_results: [{title: b, target: ⟦wrong-type⟧"1.204,5"}]\n',
        "title: a\nkey_results: [{title: b, done: ⟦wrong-type⟧soon}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, confidence: ⟦wrong-type⟧7.5}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, status: ⟦wrong-type⟧green}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: ⟦wrong-type⟧[1, 2]}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {a: ⟦wrong-type⟧12:30}}]\n",
        "title: a\nallow: {⟦wrong-type⟧syntax: b}\n",
        "title: a\nowner: b\n⟦wrong-type⟧owners: [c]\n",
        "title: a\nowners: [b]\n⟦wrong-type⟧owner: c\n",
        "title: a\nkey_results: [{title: b, target: 3, ⟦wrong-type⟧at_most: 4}]\n",
        "title: a\nkey_results: [{title: b, done: false, ⟦wrong-type⟧target: 4}]\n",
        "title: a\nkey_results: [{title: b, milestones: [{title: c}], ⟦wrong-type⟧find_out: true}]\n",
        "title: a\nkey_results: [{title: b, at_most: 4, ⟦wrong-type⟧score: 0.5}]\n",
        "title: a\nstate: ⟦wrong-type⟧active\nclosed: {date: 2026-01-01}\n",
        "title: a\nstate: ⟦wrong-type⟧closed\ndropped: {date: 2026-01-01}\n",
        "title: a\nclosed: {date: 2026-01-01}\n⟦wrong-type⟧dropped: {date: 2026-01-01}\n",
    ],
)
def test_values_of_the_wrong_kind(found: Finder, text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: a\nstate: closed\nclosed: {date: 2026-01-01}\n",
        "title: a\nkey_results: [{title: b, find_out: false, target: 4}]\n",
        "title: a\nkey_results: [{title: b, start: 3, at_most: 4}]\n",
        "title: a\nsupports: strong-at-home\n",
        "title: a\nsupports: [strong-at-home, mission]\n",
        "title: a\ncontinues: lunch\n",
        "title: a\ncontinues: {to: lunch, because: b}\n",
        "title: a\nwhy:\ntags:\nkey_results:\nclosed:\n",
        "title: 1984\ntags: [2026, 0123]\n",
        "title: a\nkey_results: [{same_as: b#c, weight: 2, note: d, owner: e, title: f, id: g, x-h: 1}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {a: true, b: Surgical wards, c: [d, e], f: 34%, g: {value: 3, note: h}}}]\n",
        "title: a\nallow: {orphan: we know, x-other: 3}\n",
        'title: a\nsince: "2026-01-01"\n',
    ],
)
def test_what_is_accepted(found: Finder, text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: a\nkey_results: [{title: b, start: 34, target: ⟦kr-arithmetic⟧34}]\n",
        "title: a\nkey_results: [{title: b, start: 1.0, target: ⟦kr-arithmetic⟧1}]\n",
        "title: a\nkey_results: [{title: b, at_least: 5, at_most: ⟦kr-arithmetic⟧3}]\n",
        "title: a\nkey_results: [{title: b, weight: ⟦kr-arithmetic⟧0}]\n",
        "title: a\nkey_results: [{title: b, milestones: [{title: c, weight: ⟦kr-arithmetic⟧-1}]}]\n",
        "title: a\nkey_results: [{title: b, score: ⟦kr-arithmetic⟧1.1}]\n",
        "title: a\nscore: ⟦kr-arithmetic⟧.nan\n",
        "title: a\nkey_results: [{title: b, target: ⟦kr-arithmetic⟧.inf}]\n",
        "title: a\nkey_results: [{title: b, target: ⟦kr-arithmetic⟧1e31}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, confidence: ⟦kr-arithmetic⟧11}]\n",
        "title: a\ncheck_ins: [{date: 2026-01-01, readings: {b: ⟦kr-arithmetic⟧nan}}]\n",
        "title: a\nkey_results: [{title: b, start: 3 h, target: ⟦kr-arithmetic⟧2 min}]\n",
        "title: a\nkey_results: [{title: b, start: ⟦kr-arithmetic⟧3%, target: 2, unit: h}]\n",
        "title: a\nkey_results:\n  - title: b\n    target: 2 h\n    readings: {2026-01-01: ⟦kr-arithmetic⟧3 min, 2026-01-02: 3, 2026-01-03: 2 h}\n",
        "title: a\nkey_results:\n  - title: b\n    readings:\n      - {date: 2026-01-01, value: 3}\n      - {date: ⟦kr-arithmetic⟧2026-01-01, value: 4}\n",
    ],
)
def test_numbers_that_do_not_add_up(found: Finder, text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: a\nsince: ⟦bad-date⟧2026-02-30\n",
        "title: a\nkey_results: [{title: b, readings: {⟦bad-date⟧2026-13-01: 3}}]\n",
        "title: a\nasks: [{date: 2026-02-01, what: b, until: ⟦bad-date⟧2026-01-01}]\n",
        "title: a\ncheck_ins: [{date: 2026-02-01, ask: {what: b, until: ⟦bad-date⟧2026-01-01}}]\n",
        "title: a\nsince: 2026-02-01\nclosed: {date: ⟦bad-date⟧2026-01-01}\n",
    ],
)
def test_dates_that_cannot_be(found: Finder, text: str) -> None:
    found(text)


def test_many_faults_of_one_file_are_all_told(found: Finder) -> None:
    found(
        "title: ⟦wrong-type⟧no\n"
        "⟦unknown-key⟧wy: b\n"
        "since: ⟦bad-date⟧2026-02-30\n"
        "key_results:\n"
        "  - title: b\n"
        "    start: 3\n"
        "    target: ⟦kr-arithmetic⟧3\n"
        "    weight: ⟦kr-arithmetic⟧0\n"
        "  - ⟦missing-key⟧start: ⟦wrong-type⟧x\n"
        "check_ins:\n"
        "  - ⟦missing-key⟧learned: c\n"
        "    readings: {a: ⟦wrong-type⟧12:30}\n"
        "  - date: 2026-01-01\n"
        "    confidence: ⟦kr-arithmetic⟧11\n"
    )


def test_yaml_that_cannot_be_read_is_told_alone(found: Finder) -> None:
    found("title: ⟦⟧no\nwhy: a⟦syntax⟧: b\n".replace("⟦⟧", ""))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.TEAM, "since: 2026-02-01\nuntil: ⟦bad-date⟧2026-01-01\n"),
        (Kind.TEAM, "parent: ⟦wrong-type⟧off\n"),
        (Kind.TEAM, "⟦unknown-key⟧membres: [a]\n"),
        (Kind.ORG, "⟦missing-key⟧mission: a\n"),
        (Kind.ORG, "name: a\nthemes: [⟦missing-key⟧{why: b}]\n"),
        (Kind.ORG, "name: a\npolicy: {surveys_min_group: ⟦survey-small⟧4}\n"),
        (Kind.ORG, "name: a\npolicy: {scores_affect_pay: ⟦wrong-type⟧maybe}\n"),
        (Kind.CYCLE, "start: 2026-02-01\nend: ⟦bad-cycle⟧2026-01-01\n"),
        (Kind.CYCLE, "⟦missing-key⟧start: 2026-02-01\n"),
        (Kind.CYCLE, "title: a\n⟦missing-key⟧end: 2026-02-01\n"),
        (Kind.CYCLE, "start: 2026-02-01\nend: ⟦bad-date⟧2026-02-30\n"),
        (Kind.HEALTH, "⟦missing-key⟧unit: a\n"),
        (Kind.HEALTH, "title: a\nat_most: 3 h\nreadings: [{date: 2026-01-01, value: ⟦kr-arithmetic⟧3 min}]\n"),
        (Kind.HEALTH, "title: a\nreadings: {2026-01-01: 3, ⟦bad-date⟧2026-01-32: 4}\n"),
        (Kind.PAGE, "order: ⟦wrong-type⟧first\nnav: ⟦wrong-type⟧1\n"),
        (Kind.PAGE, "id: ⟦⟧x\n".replace("id: ⟦⟧", "⟦unknown-key⟧id: ")),
        (Kind.CHECK_IN, "⟦missing-key⟧date: 2026-01-01\n"),
        (Kind.CHECK_IN, "⟦missing-key⟧objective: a\n"),
        (Kind.PERSON, "aliases: [⟦bad-id⟧a b, c]\n"),
    ],
)
def test_files_of_other_kinds(found: Finder, kind: Kind, text: str) -> None:
    found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "⟦wrong-type⟧objective: a\n",
        "- objective: a\n  date: 2026-01-01\n- ⟦missing-key⟧date: 2026-01-01\n- ⟦wrong-type⟧b\n- objective: c\n  date: ⟦bad-date⟧2026-02-30\n",
        "- objective: a\n  date: 2026-01-01\n  ask: {what: b, until: ⟦bad-date⟧2025-01-01}\n",
        "",
    ],
)
def test_lists_of_check_ins(found: Finder, text: str) -> None:
    found(text, Kind.CHECK_INS)


@pytest.mark.parametrize(
    "text",
    [
        "⟦missing-key⟧owner: a\n",
        "⟦missing-key⟧objectives: []\n",
        "⟦missing-key⟧objectives:\n",
        "objectives:\n  - title: a\n  - ⟦missing-key⟧why: b\n  - title: c\n    key_results: [{title: d, ⟦unknown-key⟧traget: 3}]\n",
        "⟦unknown-key⟧titel: a\nobjectives: [{title: b}]\n",
        "⟦unknown-key⟧objectivs: [{title: b}]\n",
    ],
)
def test_all_objectives_of_a_team_in_one_file(found: Finder, text: str) -> None:
    found(text, Kind.TEAM_OBJECTIVES)


def test_learned_stands_in_one_place(found: Finder) -> None:
    found("---\nobjective: a\ndate: 2026-01-01\n⟦wrong-type⟧learned: b\n---\nAnd more.\n", Kind.CHECK_IN)
    found("---\nobjective: a\ndate: 2026-01-01\n---\nWhat we saw.\n", Kind.CHECK_IN)


SURVEY = """\
title: Pulse
date: 2026-02-01
groups: [{id: all, name: Everyone, asked: 40, answered: 30}, {id: new, name: New, asked: 9, answered: 8}]
scale: {from: 1, to: 3}
questions:
  - {id: why, counts: {all: [4, 6, 20], new: [1, 2, 3]}}
"""


def test_a_survey_of_counts_is_fine(found: Finder) -> None:
    found(SURVEY, Kind.SURVEY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Pulse\n", "min_group: ⟦survey-small⟧4\n"),
        ("title: Pulse\n", "⟦survey-small⟧answers: [{q1: 3, by: Ann}]\n"),
        ("title: Pulse\n", "⟦personal-data⟧birthdays: [1]\n"),
        ("[4, 6, 20]", "⟦survey-small⟧[4, 6, 21]"),
        ("[4, 6, 20]", "⟦survey-small⟧[4, 6]"),
        ("[4, 6, 20]", "⟦survey-small⟧[1, 2, 3, 4]"),
        ("[4, 6, 20]", "⟦survey-small⟧[[1, 2], [3]]"),
        ("[4, 6, 20]", "⟦survey-small⟧12"),
        ("[4, 6, 20]", "⟦wrong-type⟧[-4, 6, 20]"),
        ("[4, 6, 20]", "⟦wrong-type⟧[4.5, 6, 2]"),
        ("new: [1", "⟦ref-broken⟧nwe: [1"),
        ("counts: {all: [4, 6, 20], ", "⟦missing-key⟧counts: {"),
        ("new, name: New, asked: 9", "⟦id-clash⟧all, name: New, asked: 9"),
        ("asked: 40", "asked: ⟦wrong-type⟧-1"),
        ("answered: 30}", "answered: ⟦wrong-type⟧41}"),
        ("{from: 1, to: 3}", "{from: 3, to: ⟦wrong-type⟧1}"),
        ("{from: 1, to: 3}", "{from: 2, to: ⟦wrong-type⟧2}"),
        ("{from: 1, to: 3}", "⟦missing-key⟧{from: 1}"),
        ("date: 2026-02-01\n", ""),
        (
            "title: Pulse\n",
            "splits: [{id: a, title: b, groups: [{id: c, name: d, asked: 5, answered: 5}], questions: [{id: why, counts: {c: ⟦survey-small⟧[9, 9, 9]}}]}]\n",
        ),
    ],
)
def test_what_is_wrong_in_a_survey(found: Finder, old: str, new: str) -> None:
    text = SURVEY.replace(old, new, 1)
    if not new:
        text = "⟦missing-key⟧" + text
    found(text, Kind.SURVEY)
