"""Statements over several surveys: what belongs on one line, and what doesn't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from okrsite.measure.survey.model import ShownAnswers, ShownQuestion, ShownSurvey
from okrsite.plan.model import Scale
from okrsite.prose import Prose


@dataclass(frozen=True, slots=True)
class Line:
    """What a group said, survey by survey; None where it is not shown, or not by this name."""

    name: str
    answers: tuple[ShownAnswers | None, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A statement over the surveys that asked it on the same scale, the earliest first.

    `text` is that of the latest; `reworded` tells that an earlier one asked in other words. `other_scale` counts the surveys
    that asked it on another scale, whose answers can't lie on the same line.
    """

    id: str
    text: Prose | None
    scale: Scale
    surveys: tuple[ShownSurvey, ...]
    lines: tuple[Line, ...]
    reworded: bool
    other_scale: int


def in_time(surveys: Mapping[str, ShownSurvey]) -> tuple[ShownSurvey, ...]:
    """Give surveys from the earliest to the latest; those of one day in the order of their ids."""
    return tuple(sorted(surveys.values(), key=lambda survey: (survey.day, survey.id)))


def courses(surveys: Sequence[ShownSurvey]) -> tuple[Course, ...]:
    """Give the course of each statement that at least two surveys asked on the scale of the last one that did.

    `surveys` come from the earliest to the latest. First come the statements of the latest, in its order.
    """
    names = dict.fromkeys(question.id for survey in reversed(surveys) for question in survey.whole.questions)
    found = (_course(name, surveys) for name in names)
    return tuple(course for course in found if course is not None)


def _course(name: str, surveys: Sequence[ShownSurvey]) -> Course | None:
    asked = [(survey, each) for survey in surveys for each in survey.whole.questions if each.id == name]
    last = asked[-1][0].scale
    same = [(survey, question) for survey, question in asked if same_scale(survey.scale, last)]
    lines = _lines([question for _, question in same])
    if sum(any(line.answers[at] for line in lines) for at in range(len(same))) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    texts = {question.text.source if question.text else "" for _, question in same}
    surveyed = tuple(survey for survey, _ in same)
    return Course(name, same[-1][1].text, last, surveyed, lines, len(texts) > 1, len(asked) - len(same))


def same_scale(one: Scale, other: Scale) -> bool:
    """Tell whether answers on two scales can be compared: the same steps, which do not mean the opposite.

    Words for the ends may be put another way; where they are exchanged, the scale is turned round.
    """
    steps = (one.lowest, one.highest) == (other.lowest, other.highest)
    turned = any(a and b and a.casefold() == b.casefold() for a, b in ((one.low, other.high), (one.high, other.low)))
    return steps and not turned


def _lines(questions: Sequence[ShownQuestion]) -> tuple[Line, ...]:
    """Give a line for each name under which answers are shown, those of the last survey first."""
    names = dict.fromkeys(group.name for question in reversed(questions) for group in question.groups)
    return tuple(Line(name, tuple(_of(name, question.groups) for question in questions)) for name in names)


def _of(name: str, groups: Iterable[ShownAnswers]) -> ShownAnswers | None:
    return next((group for group in groups if group.name == name), None)
