"""Statements over several surveys: what is one line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from okrsite.measure.survey.courses import Course, courses, in_time, same_scale
from okrsite.plan.model import Scale, Survey
from tests.measure.plans import prose
from tests.measure.surveys import grouping, shown, survey


def asked(on: str, counts: dict[str, list[int]], **more: Any) -> Survey:
    return survey(grouping(counts), name=f"s-{on}", on=on, **more)


def over(*surveys: Survey) -> tuple[Course, ...]:
    return courses(in_time(shown(*surveys)))


def test_a_statement_with_the_same_id_is_one_line_a_group_from_the_earliest_survey_on() -> None:
    later, earlier = (
        asked("2026-02-01", {"a": [10, 30], "b": [20, 1]}),
        asked("2025-02-01", {"a": [30, 10], "b": [9, 9]}),
    )
    (course,) = over(later, earlier)
    assert [each.id for each in course.surveys] == ["s-2025-02-01", "s-2026-02-01"]
    assert [(line.name, [each.n if each else None for each in line.answers]) for line in course.lines] == [
        ("a", [40, 40]),
        ("b", [18, 21]),
    ]


def test_groups_are_matched_by_their_names_so_a_joined_one_is_another() -> None:
    """In the second survey b is too small, and is joined with a."""
    (course,) = over(
        asked("2025-01-01", {"a": [30, 10], "b": [9, 9]}),
        asked("2025-02-01", {"a": [30, 10], "b": [3, 1]}),
        asked("2025-03-01", {"a": [30, 10], "b": [9, 9]}),
    )
    assert [(line.name, [bool(each) for each in line.answers]) for line in course.lines] == [
        ("a", [True, False, True]),
        ("b", [True, False, True]),
        ("a + b", [False, True, False]),
    ]


def test_one_survey_is_no_course() -> None:
    assert over(asked("2026-02-01", {"a": [10, 30]})) == ()


def test_surveys_of_which_nothing_is_shown_make_no_course() -> None:
    assert over(asked("2025-02-01", {"a": [10, 30]}), asked("2026-02-01", {"a": [1, 3]})) == ()


def test_another_scale_is_on_no_line_but_counted() -> None:
    (course,) = over(
        asked("2025-01-01", {"a": [9, 9, 9]}),
        asked("2025-02-01", {"a": [9, 9]}),
        asked("2025-03-01", {"a": [9, 9]}),
    )
    assert [each.id for each in course.surveys] == ["s-2025-02-01", "s-2025-03-01"]
    assert course.other_scale == 1


def test_a_scale_that_means_the_opposite_is_another() -> None:
    one, turned = Scale(1, 5, "not at all", "fully"), Scale(1, 5, "Fully", "not at all")
    assert not same_scale(one, turned)
    assert same_scale(one, Scale(1, 5, "never", "always"))
    assert same_scale(one, Scale(1, 5, None, None))
    assert not same_scale(one, Scale(0, 5, "not at all", "fully"))


def test_other_words_for_a_statement_are_told() -> None:
    def worded(on: str, words: str) -> Survey:
        whole = grouping({"a": [10, 30]})
        return survey(
            replace(whole, questions=(replace(whole.questions[0], text=prose(words)),)), name=f"s-{on}", on=on
        )

    assert [each.reworded for each in over(worded("2025-01-01", "Why"), worded("2025-02-01", "What for"))] == [True]
    assert [each.reworded for each in over(worded("2025-01-01", "Why"), worded("2025-02-01", "Why"))] == [False]


def test_a_statement_that_is_no_longer_asked_comes_after_those_of_the_latest() -> None:
    old = survey(grouping({"a": [9, 9]}, {"a": [8, 8]}), name="x", on="2025-01-01")
    older = survey(grouping({"a": [9, 9]}, {"a": [8, 8]}), name="w", on="2024-01-01")
    new = asked("2026-01-01", {"a": [9, 9]})
    assert [course.id for course in over(older, old, new)] == ["q1", "q2"]
