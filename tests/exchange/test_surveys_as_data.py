"""Surveys in `data/site.json`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from okrsite.exchange import site_json
from okrsite.measure import measure
from okrsite.plan.model import Survey
from tests.measure.plans import day, plan, prose
from tests.measure.surveys import grouping, survey


def data(*surveys: Survey) -> list[dict[str, Any]]:
    site = measure(plan(surveys={each.id: each for each in surveys}), day("2026-03-01"), check_in_every=14)
    found: list[dict[str, Any]] = json.loads(site_json(site, people_pages=True))["surveys"]
    return found


def test_what_is_not_given_is_null_and_what_is_not_shown_an_empty_list() -> None:
    assert data(survey(grouping({"a": [2, 1]}))) == [
        {
            "id": "pulse",
            "title": "pulse",
            "date": "2026-02-01",
            "about": None,
            "learned": None,
            "scale": {"from": 1, "to": 2, "low": None, "high": None},
            "groups": [],
            "questions": [{"id": "q1", "text": None, "groups": []}],
            "splits": [],
        }
    ]


def test_texts_are_given_as_written() -> None:
    (found,) = data(replace(survey(grouping({"a": [20, 1]})), about=prose("We *ask*.\n"), learned=prose("A lot.")))
    assert (found["about"], found["learned"]) == ("We *ask*.", "A lot.")


def test_numbers_are_rounded_at_six_places() -> None:
    (found,) = data(survey(grouping({"a": [5, 2, 4]})))
    (answers,) = found["questions"][0]["groups"]
    assert answers == {"name": "a", "n": 11, "mean": 1.909091, "low": 1.274984, "high": 2.543198}


def test_each_survey_stands_on_a_line_of_its_own() -> None:
    site = measure(
        plan(surveys={name: survey(grouping({"a": [20, 1]}), name=name) for name in ("a", "b")}),
        day("2026-03-01"),
        check_in_every=14,
    )
    lines = site_json(site, people_pages=True).decode().splitlines()
    assert [line[:10] for line in lines if '"splits"' in line] == ['{"about":n', '{"about":n']
