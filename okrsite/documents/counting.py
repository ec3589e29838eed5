"""What is wrong with the counts of a survey, as far as its own lines show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrsite.written import Fault, Path, nearest

if TYPE_CHECKING:
    from okrsite.documents.records.survey import SurveyFile, SurveyGroup, SurveyQuestion, SurveyScale, SurveySplit

_MOST_STEPS = 100
"""More than any question offers."""


def of_scale(lowest: int, highest: int) -> Iterator[Fault]:
    """Find a scale without a way from its lowest to its highest step, or with more steps than anybody can tell apart."""
    if lowest >= highest:
        yield Fault(
            "wrong-type",
            ("to",),
            f"The scale goes from {lowest} to {highest}: `from` is the lowest step, `to` the highest.",
            "Exchange the two.",
        )
    elif highest - lowest >= _MOST_STEPS:
        yield Fault(
            "wrong-type",
            ("to",),
            f"The scale has {highest - lowest + 1} steps; {_MOST_STEPS} is the most.",
            "Ask with fewer steps.",
        )


def of_survey(survey: SurveyFile) -> Iterator[Fault]:
    """Find groups and questions given twice, and counts that don't fit their group or the scale."""
    yield from _grouped(survey, survey.scale)
    yield from _twice(survey.splits, "split")
    for split in survey.splits:
        yield from _grouped(split, survey.scale)
        yield from _other_questions(split, survey)


def _grouped(whole: SurveyFile | SurveySplit, scale: SurveyScale) -> Iterator[Fault]:
    yield from _twice(whole.groups, "group")
    yield from _twice(whole.questions, "question")
    by_id = {group.id: group for group in whole.groups}
    given = Counter(group.id for group in whole.groups)
    all_known = "groups" not in whole.pruned and len(by_id) == len(whole.groups)
    for question in whole.questions:
        unknown = [name for name in question.counts if name not in by_id]
        yield from _without_counts(question, list(by_id), unknown)
        if all_known:
            yield from (_no_group(name, list(by_id), (*question.at, "counts", name)) for name in unknown)
        for name, counts in question.counts.items():
            if given[name] == 1:
                yield from _counts(counts, by_id[name], scale, (*question.at, "counts", name))


def _other_questions(split: SurveySplit, survey: SurveyFile) -> Iterator[Fault]:
    """Find questions of a split that the survey doesn't have."""
    known = [question.id for question in survey.questions]
    if "questions" in survey.pruned:
        return
    for question in split.questions:
        if question.id not in known:
            near = nearest(question.id, known)
            way_out = f"Did you mean {near}?" if near else f"The questions are {', '.join(known)}."
            words = f"The survey has no question {question.id}, so its answers can’t be split."
            yield Fault("ref-broken", (*question.at, "id"), words, way_out)


def _twice(things: Sequence[SurveyGroup | SurveyQuestion | SurveySplit], kind: str) -> Iterator[Fault]:
    first: dict[str, SurveyGroup | SurveyQuestion | SurveySplit] = {}
    for thing in things:
        other = first.setdefault(thing.id, thing)
        if other is not thing:
            words = f"There are two {kind}s with the id {thing.id}; the other one stands in line {other.line}."
            yield Fault("id-clash", (*thing.at, "id"), words, "Give one of them another id.")


def _without_counts(question: SurveyQuestion, groups: list[str], unknown: list[str]) -> Iterator[Fault]:
    """Find groups without counts; one that is only called something else is told of as such."""
    near = [nearest(name, groups) for name in unknown]
    absent = [each for each in groups if each not in question.counts and each not in near]
    if len(absent) > near.count(None) and "counts" not in question.pruned:
        words = f"The question {question.id} has no counts for {', '.join(absent)}."
        way_out = "Write how many chose each step, 0 where nobody did."
        yield Fault("missing-key", (*question.at, "counts"), words, way_out, on_key=True)


def _no_group(name: str, known: list[str], at: Path) -> Fault:
    near = nearest(name, known)
    way_out = f"Did you mean {near}?" if near else f"The groups are {', '.join(known)}."
    return Fault("ref-broken", at, f"There is no group called {name}.", way_out, on_key=True)


def _counts(counts: tuple[int, ...], group: SurveyGroup, scale: SurveyScale, at: Path) -> Iterator[Fault]:
    steps = scale.to - scale.from_ + 1
    if len(counts) != steps and 1 < steps <= _MOST_STEPS:
        words = f"{group.id} has {len(counts)} counts; the scale has {steps} steps."
        yield Fault("survey-small", at, words, "Write one count for each step, 0 where nobody chose it.")
    elif sum(counts) > group.answered and 0 < group.asked >= group.answered:
        words = f"The counts of {group.id} add up to {sum(counts)}, and only {group.answered} answered."
        yield Fault("survey-small", at, words, "Fewer is fine, where some left the question out; more can’t be.")
