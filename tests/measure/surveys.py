"""Small surveys as values, and what may be shown of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from okrsite.measure.survey import published_surveys
from okrsite.measure.survey.model import ShownGrouping, ShownSurvey
from okrsite.plan.model import Grouping, Scale, Survey, SurveyGroup, SurveyQuestion
from tests.measure.plans import HERE, day

Counts = Mapping[str, Sequence[int]]
"""Group → how many chose each step."""


def grouping(*questions: Counts, name: str | None = None, answered: Mapping[str, int] | None = None) -> Grouping:
    """Group answers to the questions q1, q2, …; of each group as many were asked and answered as answered one."""
    groups = {
        group: max(sum(question[group]) for question in questions) for question in questions for group in question
    }
    groups |= answered or {}
    return Grouping(
        id=name,
        title=name,
        groups=tuple(SurveyGroup(group, group, 2 * many, many) for group, many in groups.items()),
        questions=tuple(
            SurveyQuestion(f"q{number}", None, tuple(tuple(question[group]) for group in groups))
            for number, question in enumerate(questions, 1)
        ),
    )


def survey(whole: Grouping, *splits: Grouping, name: str = "pulse", on: str = "2026-02-01", **more: Any) -> Survey:
    steps = len(whole.questions[0].counts[0])
    given: dict[str, Any] = {"about": None, "learned": None, "min_group": None, "scale": Scale(1, steps, None, None)}
    return Survey(id=name, title=name, day=day(on), whole=whole, splits=tuple(splits), origin=HERE, **given | more)


def shown(*surveys: Survey, smallest: int = 10, on: str = "2026-03-01") -> dict[str, ShownSurvey]:
    return published_surveys({each.id: each for each in surveys}, smallest, day(on))


def shown_of(whole: Grouping, *splits: Grouping, smallest: int = 10) -> ShownSurvey:
    return shown(survey(whole, *splits), smallest=smallest)["pulse"]


def said(shown: ShownGrouping) -> list[dict[str, int]]:
    """Give for each question how many answers there are of each group that is shown."""
    return [{group.name: group.n for group in question.groups} for question in shown.questions]


def who(shown: ShownGrouping) -> dict[str, int]:
    """Give how many answered of each group that is shown."""
    return {group.name: group.answered for group in shown.groups}
