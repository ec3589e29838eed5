"""FORMAT, surveys: what is counted, what is published of it, and what is wrong with it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.format.sites import Files, built, checked, expect_marked, messages, objective

PATH = "content/surveys/spring.yaml"
SURVEY = """\
title: Pulse, spring
date: 2026-01-20
about: What we ask *everyone*.
groups:
- {id: with, name: With objectives, asked: 40, answered: 31}
- {id: rest, name: Not yet, asked: 90, answered: 52}
- {id: trying, name: Trying it out, asked: 13, answered: 8}
scale: {from: 1, to: 5, low: not at all, high: fully}
questions:
- {id: why, text: I know why my work matters, counts: {with: [1, 2, 5, 13, 9], rest: [9, 8, 7, 6, 5], trying: [0, 1, 1, 3, 2]}}
- {id: say, text: I have a say, counts: {with: [2, 2, 2, 2, 2], rest: [10, 10, 11, 12, 9], trying: [0, 0, 0, 0, 0]}}
learned: Ask again.
"""
SPLIT = """\
splits:
- id: tenure
  title: By time since a team started
  groups: [{id: three, name: Three cycles, asked: 60, answered: 35}, {id: one, name: First, asked: 83, answered: 56}]
  questions: [{id: why, counts: {three: [1, 5, 10, 11, 7], one: [9, 6, 3, 11, 9]}}]
"""


def org(policy: str) -> Files:
    return {"content/org.md": f"---\nname: H\npolicy: {{{policy}}}\n---\n"}


def of(survey: str, policy: str = "statement: We care") -> dict[str, Any]:
    (found,) = built({PATH: survey, **org(policy)}).data["surveys"]
    return dict(found)


def test_of_a_survey_only_what_is_published_stands_in_the_data() -> None:
    """The intervals are mean ± t·s/√n, with t = 2.028094 (36 degrees of freedom), 2.032245, 2.262157 and 2.007584."""
    assert of(SURVEY) == {
        "id": "spring",
        "title": "Pulse, spring",
        "date": "2026-01-20",
        "about": "What we ask *everyone*.",
        "learned": "Ask again.",
        "scale": {"from": 1, "to": 5, "low": "not at all", "high": "fully"},
        "groups": [
            {"name": "With objectives + Trying it out", "asked": 53, "answered": 39},
            {"name": "Not yet", "asked": 90, "answered": 52},
        ],
        "questions": [
            {
                "id": "why",
                "text": "I know why my work matters",
                "groups": [
                    {
                        "name": "With objectives + Trying it out",
                        "n": 37,
                        "mean": 3.891892,
                        "low": 3.551294,
                        "high": 4.23249,
                    },
                    {"name": "Not yet", "n": 35, "mean": 2.714286, "low": 2.231558, "high": 3.197014},
                ],
            },
            {
                "id": "say",
                "text": "I have a say",
                "groups": [
                    {"name": "With objectives + Trying it out", "n": 10, "mean": 3, "low": 1.933609, "high": 4.066391},
                    {"name": "Not yet", "n": 52, "mean": 3, "low": 2.614078, "high": 3.385922},
                ],
            },
        ],
        "splits": [],
    }


def test_a_split_has_the_form_of_the_survey_itself() -> None:
    (split,) = of(SURVEY + SPLIT)["splits"]
    assert sorted(split) == ["groups", "id", "questions", "title"]
    assert (split["id"], split["title"]) == ("tenure", "By time since a team started")
    assert split["groups"] == [
        {"name": "Three cycles", "asked": 60, "answered": 35},
        {"name": "First", "asked": 83, "answered": 56},
    ]
    (question,) = split["questions"]
    assert (question["id"], question["text"]) == ("why", "I know why my work matters")
    assert [(group["name"], group["n"]) for group in question["groups"]] == [("Three cycles", 34), ("First", 38)]


@pytest.mark.parametrize(
    ("policy", "own", "names"),
    [
        ("", "", ["With objectives + Trying it out", "Not yet"]),
        ("", "min_group: 5\n", ["With objectives + Trying it out", "Not yet"]),
        ("surveys_min_group: 5", "", ["With objectives", "Not yet", "Trying it out"]),
        ("surveys_min_group: 5", "min_group: 8\n", ["With objectives + Trying it out", "Not yet"]),
        ("surveys_min_group: 36", "min_group: 8\n", ["With objectives + Not yet + Trying it out"]),
        ("surveys_min_group: 8", "min_group: 38\n", ["With objectives + Not yet + Trying it out"]),
        ("surveys_min_group: 73", "", []),
    ],
)
def test_the_greater_of_the_policy_s_and_the_survey_s_smallest_group_holds(
    policy: str, own: str, names: list[str]
) -> None:
    questions = of(own + SURVEY, policy)["questions"]
    assert [group["name"] for group in questions[0]["groups"]] == names


def test_nothing_counted_of_a_small_group_is_in_any_file() -> None:
    """What a small group said is counted with numbers that stand nowhere else."""
    survey = SURVEY.replace("asked: 13, answered: 8", "asked: 40713, answered: 7919").replace(
        "trying: [0, 1, 1, 3, 2]", "trying: [1201, 1303, 1409, 1511, 1607]"
    )
    site = built(
        {
            PATH: "min_group: 8000\n"
            + survey.replace("[9, 8, 7, 6, 5]", "[9000, 8, 7, 6, 5]").replace(
                "asked: 90, answered: 52", "asked: 19000, answered: 9100"
            )
        }
    )
    numbers = {"40713", "7919", "7031", "1201", "1303", "1409", "1511", "1607"}
    for address, content in site.files.items():
        words = set(re.findall(r"\b\d+\b", re.sub(rb"[^\x00-\x7f]", b"", content).decode()))
        assert not words & numbers, address


def test_surveys_stand_in_the_order_of_their_ids_and_their_parts_as_written() -> None:
    files = {
        "content/surveys/b.yaml": SURVEY,
        "content/surveys/a.yaml": SURVEY.replace("2026-01-20", "2026-02-01").replace("id: why", "id: zeal"),
    }
    surveys = built(files).data["surveys"]
    assert [survey["id"] for survey in surveys] == ["a", "b"]
    assert [question["id"] for question in surveys[0]["questions"]] == ["zeal", "say"]


def test_a_survey_of_a_later_day_has_not_happened_yet() -> None:
    assert built({PATH: SURVEY}, as_of="2026-01-19").data["surveys"] == []


def test_without_a_title_a_survey_is_called_as_its_file() -> None:
    assert of(SURVEY.replace("title: Pulse, spring\n", "").replace("text: I have a say, ", ""))["title"] == "spring"


def test_a_link_to_something_private_leaves_the_texts_of_a_survey() -> None:
    files = {
        "content/okrs/2026-Q1/wards/secret.md": objective("private: true\n", title="Merge the two sites"),
        PATH: SURVEY.replace("Ask again.", "'See [[secret|it]].'"),
    }
    (survey,) = built(files).data["surveys"]
    assert survey["learned"] == "See it."


FAULTS = {
    "a negative count": ("[1, 2, 5, 13, 9]", "⟦wrong-type⟧[1, -2, 5, 13, 9]"),
    "a count that is not whole": ("[1, 2, 5, 13, 9]", "⟦wrong-type⟧[1, 2.5, 5, 13, 9]"),
    "more counts than answered": ("[1, 2, 5, 13, 9]", "⟦survey-small⟧[2, 2, 5, 14, 9]"),
    "more answered than asked": ("answered: 31", "answered: ⟦wrong-type⟧41"),
    "a count too few": ("[1, 2, 5, 13, 9]", "⟦survey-small⟧[1, 2, 5, 13]"),
    "a count too many": ("[1, 2, 5, 13, 9]", "⟦survey-small⟧[1, 2, 5, 13, 9, 0]"),
    "no counts": ("[1, 2, 5, 13, 9]", "⟦survey-small⟧[]"),
    "a scale turned round": ("from: 1, to: 5", "from: 5, to: ⟦wrong-type⟧1"),
    "a scale of one step": ("from: 1, to: 5", "from: 1, to: ⟦wrong-type⟧1"),
    "a scale without an end": ("from: 1, to: 5", "from: 1, to: ⟦wrong-type⟧500"),
    "a group of nobody": ("asked: 40, answered: 31", "asked: ⟦wrong-type⟧0, answered: 0"),
    "a group of nobody that answered": ("asked: 40, answered: 31", "asked: 0, answered: ⟦wrong-type⟧31"),
    "fewer than nobody": ("asked: 40", "asked: ⟦wrong-type⟧-40"),
    "the same group twice": ("id: rest, name: Not yet", "id: ⟦id-clash⟧with, name: Not yet"),
    "the same question twice": ("{id: say", "{id: ⟦id-clash⟧why"),
    "a group without counts": (", trying: [0, 1, 1, 3, 2]", ""),
    "a group that is not there": ("trying: [0, 1, 1, 3, 2]", "⟦ref-broken⟧triyng: [0, 1, 1, 3, 2]"),
    "a group by another name": ("trying: [0, 1, 1, 3, 2]", "⟦ref-broken⟧x: [0, 1, 1, 3, 2]"),
    "too small a group": ("title: Pulse, spring", "min_group: ⟦survey-small⟧4"),
    "a smallest group below nothing": ("title: Pulse, spring", "min_group: ⟦survey-small⟧-10"),
    "rows of answers": ("title: Pulse, spring", "⟦survey-small⟧responses: [{who: 7, why: 5}]"),
    "no day": ("date: 2026-01-20\n", ""),
    "a split's group of nobody": ("asked: 60, answered: 35", "asked: ⟦wrong-type⟧0, answered: 0"),
    "a split's counts that do not fit": ("[1, 5, 10, 11, 7]", "⟦survey-small⟧[1, 5, 10, 11, 9]"),
    "a split of a question that is not there": ("- id: tenure", "- id: tenure\n  x-note: n"),
    "a split's negative count": ("[1, 5, 10, 11, 7]", "⟦wrong-type⟧[1, 5, 10, 11, -7]"),
    "a split's group twice": ("{id: one, name: First", "{id: ⟦id-clash⟧three, name: First"),
    "a group counted twice": ("with: [1, 2, 5, 13, 9]", "with: [1, 2, 5, 13, 9], ⟦syntax⟧with: [9, 8, 7, 6, 1]"),
    "counts that are one number": ("[1, 2, 5, 13, 9]", "⟦survey-small⟧30"),
    "counts in words": ("[1, 2, 5, 13, 9]", "⟦wrong-type⟧[one, 2, 5, 13, 9]"),
    "a scale of half steps": ("from: 1, to: 5", "from: 1, to: ⟦wrong-type⟧5.5"),
    "fewer than nobody answered": ("answered: 31", "answered: ⟦wrong-type⟧-31"),
    "two splits of one name": ("splits:\n", "splits:\n- {id: tenure, title: T, groups: [{id: a, name: A, asked: 9, answered: 9}]}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_in_a_survey_is_said_once(old: str, new: str) -> None:
    whole = SURVEY + SPLIT
    text = whole.replace(old, new, 1)
    assert text != whole
    if old.startswith("date"):
        text = "⟦missing-key⟧" + text
    if old.startswith(", trying"):
        text = text.replace("counts", "⟦missing-key⟧counts", 1)
    if old.startswith("- id: tenure"):
        text = text.replace("{id: why, counts", "{id: ⟦ref-broken⟧wyh, counts").replace("  x-note: n\n", "")
    if old == "splits:\n":
        text = text.replace("- id: tenure", "- id: ⟦id-clash⟧tenure")
    expect_marked({PATH: text})


def test_a_split_of_a_misspelt_question_is_told_the_right_one() -> None:
    assert "Did you mean why?" in messages(checked({PATH: SURVEY + SPLIT.replace("{id: why", "{id: wyh")}))
