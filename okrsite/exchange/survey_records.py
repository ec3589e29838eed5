"""What the data files say of a survey: what may be published of it, and nothing else."""

from __future__ import annotations

from okrsite.exchange.records import Record, source_of
from okrsite.measure.survey.model import ShownAnswers, ShownGrouping, ShownQuestion, ShownSurvey


def survey_record(survey: ShownSurvey) -> Record:
    """Give what the data says of a survey; groups, questions and splits stand as they were written."""
    scale = survey.scale
    return {
        "id": survey.id,
        "title": survey.title,
        "date": survey.day,
        "about": source_of(survey.about),
        "learned": source_of(survey.learned),
        "scale": {"from": scale.lowest, "to": scale.highest, "low": scale.low, "high": scale.high},
        **_grouping(survey.whole),
        "splits": [{"id": split.id, "title": split.title, **_grouping(split)} for split in survey.splits],
    }


def _grouping(grouping: ShownGrouping) -> Record:
    return {
        "groups": [{"name": group.name, "asked": group.asked, "answered": group.answered} for group in grouping.groups],
        "questions": [_question(question) for question in grouping.questions],
    }


def _question(question: ShownQuestion) -> Record:
    return {
        "id": question.id,
        "text": source_of(question.text),
        "groups": [_answers(answers) for answers in question.groups],
    }


def _answers(answers: ShownAnswers) -> Record:
    return {
        "name": answers.name,
        "n": answers.n,
        "mean": answers.mean,
        "low": answers.low,
        "high": answers.high,
    }
