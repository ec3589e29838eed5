"""Groups that are teams or people, shown as one: nothing here may be used to compare them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from okrsite.measure.survey.intervals import mean_within, sample_of
from okrsite.measure.survey.model import JOINT, ShownAnswers, ShownGroup, ShownGrouping, ShownSurvey
from okrsite.plan.model import Scale


def without_teams(survey: ShownSurvey, names: Collection[str], together: str) -> ShownSurvey:
    """Show the groups of a survey, or of a split, as one, called `together`, where any of them bears one of the names.

    `names` are those of teams and people, in `folded` letters. What is said of all is the sum of what is shown of each, so
    it tells nothing that isn't shown already.
    """

    def of(grouping: ShownGrouping) -> ShownGrouping:
        return _as_one(grouping, survey.scale, together) if _named(grouping, names) else grouping

    return replace(survey, whole=of(survey.whole), splits=tuple(map(of, survey.splits)))


def folded(name: str) -> str:
    """Write a name as it is compared: whatever its capitals and blanks.

    >>> folded(" Home  Wards")
    'home wards'
    """
    return " ".join(name.casefold().split())


def _named(grouping: ShownGrouping, names: Collection[str]) -> bool:
    blocks = {group.name for group in grouping.groups}
    blocks |= {group.name for question in grouping.questions for group in question.groups}
    return any(folded(part) in names for block in blocks for part in (block, *block.split(JOINT)))


def _as_one(grouping: ShownGrouping, scale: Scale, name: str) -> ShownGrouping:
    return replace(
        grouping,
        groups=_group(grouping.groups, name),
        questions=tuple(replace(each, groups=_answers(each.groups, scale, name)) for each in grouping.questions),
    )


def _group(groups: Sequence[ShownGroup], name: str) -> tuple[ShownGroup, ...]:
    if not groups:
        return ()
    return (ShownGroup(name, sum(group.asked for group in groups), sum(group.answered for group in groups)),)


def _answers(groups: Sequence[ShownAnswers], scale: Scale, name: str) -> tuple[ShownAnswers, ...]:
    if not groups:
        return ()
    counts = tuple(map(sum, zip(*(group.counts for group in groups), strict=True)))
    sample = sample_of(counts, scale.lowest)
    mean = mean_within(sample, scale.lowest, scale.highest)
    return (ShownAnswers(name, counts, sample.n, sample.mean, sample.variance, mean.low, mean.high),)
