"""Pulse surveys, linked: every group and step in its place, all counts still there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from okrsite.documents import Document, records
from okrsite.plan.desk import Desk
from okrsite.plan.model import Grouping, Scale, Survey, SurveyGroup, SurveyQuestion
from okrsite.plan.things import Thing
from okrsite.prose import Prose

At = Callable[[Document], Desk]
"""From a document to the desk that it is linked at."""


def surveys(things: Mapping[str, Thing], at: At) -> dict[str, Survey]:
    """Link the surveys in the order of their ids; those in which anything is wrong are left out."""
    linked = (_survey(thing, at) for _, thing in sorted(things.items()))
    return {survey.id: survey for survey in linked if survey}


def _survey(thing: Thing, at: At) -> Survey | None:
    """Link a survey; without a title it is called as its id."""
    record = thing.record
    if not isinstance(record, records.SurveyFile):
        return None
    desk = at(thing.document)
    about, learned = desk.prose(record.about, "about"), desk.prose(record.learned, "learned")
    texts = {question.id: desk.into(question).prose(question.text, "text") for question in record.questions}
    splits = [(split, _texts(split.questions, texts, desk)) for split in record.splits]
    if thing.document.findings:
        return None
    return Survey(
        id=thing.id,
        title=record.title or thing.id,
        day=record.date,
        about=about,
        learned=learned,
        min_group=record.min_group,
        scale=Scale(record.scale.from_, record.scale.to, record.scale.low, record.scale.high),
        whole=_grouping(None, None, record, texts),
        splits=tuple(_grouping(split.id, split.title, split, theirs) for split, theirs in splits),
        origin=desk.origin(record),
    )


def _texts(
    questions: Sequence[records.SurveyQuestion], texts: Mapping[str, Prose | None], desk: Desk
) -> dict[str, Prose | None]:
    """Give the texts of a split's questions; one without a text has that of the same question of the survey."""
    own = {question.id: desk.into(question).prose(question.text, "text") for question in questions}
    return {name: text or texts.get(name) for name, text in own.items()}


def _grouping(
    name: str | None,
    title: str | None,
    record: records.SurveyFile | records.SurveySplit,
    texts: Mapping[str, Prose | None],
) -> Grouping:
    groups = tuple(SurveyGroup(each.id, each.name, each.asked, each.answered) for each in record.groups)
    return Grouping(
        name,
        title,
        groups,
        tuple(
            SurveyQuestion(question.id, texts[question.id], tuple(question.counts[group.id] for group in groups))
            for question in record.questions
        ),
    )
