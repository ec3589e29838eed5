"""A survey that a later one has followed: all that is shown of it, in tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite.measure.survey.model import ShownGrouping, ShownQuestion, ShownSurvey
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html
from okrsite.pages.parts.pulse.answers import AnswersRow, Columns, answers_rows, columns_of
from okrsite.pages.parts.pulse.asked import Asked, asked_rows, caveats
from okrsite.pages.parts.pulse.spoken import compared_usually, comparisons, differences_said, end_said, statement_said
from okrsite.pages.parts.words import words


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of an earlier survey: its words and the rows of its table, or that too few answered."""

    text: Html
    nothing: str
    table: tuple[AnswersRow, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier survey, or a split of it."""

    anchor: str
    heading: str
    day: Day
    about: Html
    learned: Html
    asked: tuple[Asked, ...]
    scale: str
    compared: str
    columns: Columns
    items: tuple[Told, ...]
    caveats: tuple[str, ...]
    kind: str = "earlier"


def earlier(sheet: Sheet, survey: ShownSurvey) -> Iterator[Earlier]:
    """Give an earlier survey, then its splits."""
    for at, grouping in enumerate((survey.whole, *survey.splits)):
        yield _earlier(sheet, survey, grouping, f"p:of:{survey.id}" if not at else f"p:of:{survey.id}:{at}")


def _earlier(sheet: Sheet, survey: ShownSurvey, grouping: ShownGrouping, anchor: str) -> Earlier:
    usually, scale, whole = compared_usually(sheet, grouping), survey.scale, grouping is survey.whole
    title = sheet.say("pulse.of_survey", part=grouping.title, survey=survey.title) if grouping.title else survey.title
    return Earlier(
        anchor=anchor,
        heading=title,
        day=Day(survey.day.isoformat(), sheet.speech.date(survey.day)),
        about=words(sheet, survey.about) if whole else Html(""),
        learned=words(sheet, survey.learned) if whole else Html(""),
        asked=asked_rows(sheet, grouping.groups, {}),
        scale=sheet.say(
            "pulse.scale", low=end_said(sheet, scale.lowest, scale.low), high=end_said(sheet, scale.highest, scale.high)
        ),
        compared=usually,
        columns=columns_of(sheet, scale),
        items=tuple(_told(sheet, survey, question, usually) for question in grouping.questions),
        caveats=caveats(sheet, grouping.groups, comparisons(grouping)),
    )


def _told(sheet: Sheet, survey: ShownSurvey, question: ShownQuestion, usually: str) -> Told:
    differences = differences_said(sheet, question.groups, survey.scale, usually)
    return Told(
        text=statement_said(sheet, question.text, question.id),
        nothing="" if question.groups else sheet.say("pulse.nothing"),
        table=answers_rows(sheet, question, differences, survey.scale),
    )
