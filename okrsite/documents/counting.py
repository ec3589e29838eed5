"""What is wrong with the counts of a survey, as far as its own lines show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrsite.written import Fault, Path, nearest

if TYPE_CHECKING:
    from okrsite.documents.records.survey import SurveyFile, SurveyGroup, SurveyQuestion, SurveyScale, SurveySplit


def of_scale(lowest: int, highest: int) -> Iterator[Fault]:
    """Find a scale without a way from its lowest to its highest step, or with more steps than anybody can tell apart."""
    if lowest >= highest:
        yield Fault(
            "wrong-type",
            ("to",),
            f"The scale goes from {lowest} to {highest}: `from` is the lowest step, `to` the highest.",
            "Exchange the two.",
        )
    elif highest - lowest >= 100:  # noqa: PLR2004 - more than any question offers
        yield Fault(
            "wrong-type",
            ("to",),
            f"The scale has {highest - lowest + 1} steps; 100 is the most.",
            "Ask with fewer steps.",
        )


def of_survey(survey: SurveyFile) -> Iterator[Fault]:
    """Find groups and questions given twice, and counts that don't fit their group or the scale."""
    yield from _grouped(survey.groups, survey.questions, survey.scale)
    yield from _twice(survey.splits, "split")
    for split in survey.splits:
        yield from _grouped(split.groups, split.questions, survey.scale)


def _grouped(
    groups: tuple[SurveyGroup, ...], questions: tuple[SurveyQuestion, ...], scale: SurveyScale
) -> Iterator[Fault]:
    yield from _twice(groups, "group")
    yield from _twice(questions, "question")
    by_id = {group.id: group for group in reversed(groups)}
    for question in questions:
        yield from _without_counts(question, by_id)
        for name, counts in question.counts.items():
            yield from _counts(
                counts, by_id.get(name), [group.id for group in groups], scale, (*question.at, "counts", name)
            )


def _twice(things: Sequence[SurveyGroup | SurveyQuestion | SurveySplit], kind: str) -> Iterator[Fault]:
    first: dict[str, SurveyGroup | SurveyQuestion | SurveySplit] = {}
    for thing in things:
        other = first.setdefault(thing.id, thing)
        if other is not thing:
            words = f"There are two {kind}s with the id {thing.id}; the other one stands in line {other.line}."
            yield Fault("id-clash", (*thing.at, "id"), words, "Give one of them another id.")


def _without_counts(question: SurveyQuestion, groups: dict[str, SurveyGroup]) -> Iterator[Fault]:
    absent = [each for each in groups if each not in question.counts]
    if absent and "counts" not in question.pruned:
        words = f"The question {question.id} has no counts for {', '.join(absent)}."
        yield Fault(
            "missing-key",
            (*question.at, "counts"),
            words,
            "Write how many chose each step, 0 where nobody did.",
            on_key=True,
        )


def _counts(
    counts: tuple[int, ...], group: SurveyGroup | None, known: list[str], scale: SurveyScale, at: Path
) -> Iterator[Fault]:
    name, steps = str(at[-1]), scale.to - scale.from_ + 1
    if group is None:
        near = nearest(name, known)
        yield Fault(
            "ref-broken",
            at,
            f"There is no group called {name}.",
            f"Did you mean {near}?" if near else f"The groups are {', '.join(known)}.",
            on_key=True,
        )
    elif len(counts) != steps and steps > 1:
        yield Fault(
            "survey-small",
            at,
            f"{name} has {len(counts)} counts; the scale has {steps} steps.",
            "Write one count for each step, 0 where nobody chose it.",
        )
    elif sum(counts) > group.answered:
        words = f"The counts of {name} add up to {sum(counts)}, and only {group.answered} answered."
        yield Fault("survey-small", at, words, "Fewer is fine, where some left the question out; more can’t be.")
