"""From all the counts of surveys to what may be shown of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from okrsite.measure.survey.intervals import mean_within, sample_of
from okrsite.measure.survey.joining import Blocks
from okrsite.measure.survey.kinship import Way
from okrsite.measure.survey.model import JOINT, ShownAnswers, ShownGroup, ShownGrouping, ShownQuestion, ShownSurvey
from okrsite.measure.survey.withholding import Answers
from okrsite.plan.model import Grouping, Scale, Survey, SurveyGroup, SurveyQuestion

_LEAST = 5


def published_surveys(surveys: Mapping[str, Survey], smallest: int, day: date) -> dict[str, ShownSurvey]:
    """Give what may be shown of the surveys until a day, in the order of their ids.

    `smallest` is the policy's `surveys_min_group`. Surveys of one day and scale may hold the same answers, grouped in
    another way; they are looked at together.
    """
    together: dict[tuple[date, int, int], list[Survey]] = defaultdict(list)
    for survey in surveys.values():
        if survey.day <= day:
            together[survey.day, survey.scale.lowest, survey.scale.highest].append(survey)
    shown = [each for same in together.values() for each in _shown_together(same, smallest)]
    return {survey.id: survey for survey in sorted(shown, key=lambda survey: survey.id)}


def _shown_together(surveys: Iterable[Survey], smallest: int) -> Iterable[ShownSurvey]:
    surveys = list(surveys)
    groupings = [(survey, grouping) for survey in surveys for grouping in (survey.whole, *survey.splits)]
    answers = Answers([_way(grouping) for _, grouping in groupings])
    shown: dict[str, list[ShownGrouping]] = defaultdict(list)
    for place, (survey, grouping) in enumerate(groupings):
        least = max(_LEAST, smallest, survey.min_group or 0)
        shown[survey.id].append(_grouping(grouping, survey.scale, answers, place, least))
    return [_survey(survey, max(_LEAST, smallest, survey.min_group or 0), shown[survey.id]) for survey in surveys]


def _way(grouping: Grouping) -> Way:
    return Way(
        tuple(group.asked for group in grouping.groups),
        tuple(group.answered for group in grouping.groups),
        {question.id: question.counts for question in grouping.questions},
    )


def _survey(survey: Survey, least: int, shown: list[ShownGrouping]) -> ShownSurvey:
    whole, *splits = shown
    return ShownSurvey(
        id=survey.id,
        title=survey.title,
        day=survey.day,
        about=survey.about,
        learned=survey.learned,
        min_group=least,
        scale=survey.scale,
        whole=whole,
        splits=tuple(splits),
        origin=survey.origin,
    )


def _grouping(grouping: Grouping, scale: Scale, answers: Answers, place: int, least: int) -> ShownGrouping:
    questions = [
        _question(question, grouping.groups, answers.show(place, question.id, least), scale)
        for question in grouping.questions
    ]
    groups = [_group(grouping.groups, block) for block in answers.show(place, None, least)]
    return ShownGrouping(grouping.id, grouping.title, tuple(groups), tuple(questions))


def _group(groups: tuple[SurveyGroup, ...], block: tuple[int, ...]) -> ShownGroup:
    parts = [groups[place] for place in block]
    return ShownGroup(_joint(groups, block), sum(part.asked for part in parts), sum(part.answered for part in parts))


def _question(question: SurveyQuestion, groups: tuple[SurveyGroup, ...], blocks: Blocks, scale: Scale) -> ShownQuestion:
    return ShownQuestion(
        question.id, question.text, tuple(_answers(question, _joint(groups, block), block, scale) for block in blocks)
    )


def _answers(question: SurveyQuestion, name: str, block: tuple[int, ...], scale: Scale) -> ShownAnswers:
    counts = tuple(map(sum, zip(*(question.counts[place] for place in block), strict=True)))
    sample = sample_of(counts, scale.lowest)
    mean = mean_within(sample, scale.lowest, scale.highest)
    return ShownAnswers(name, counts, sample.n, sample.mean, sample.variance, mean.low, mean.high)


def _joint(groups: tuple[SurveyGroup, ...], block: tuple[int, ...]) -> str:
    return JOINT.join(groups[place].name for place in block)
