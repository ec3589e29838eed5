"""The steps of a scale as columns: each for itself, or several together where there are very many."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.survey.model import ShownAnswers
from okrsite.plan.model import Scale

_MOST = 11
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class Steps:
    """Neighbouring steps of a scale, from the first to the last; often one and the same."""

    first: int
    last: int


def columns(scale: Scale) -> tuple[Steps, ...]:
    """Give the steps of a scale; of more than eleven (0 to 10) as many together as make ten columns or fewer."""
    many = scale.highest - scale.lowest + 1
    width = 1 if many <= _MOST else -(-many // _TOGETHER)
    starts = range(scale.lowest, scale.highest + 1, width)
    return tuple(Steps(start, min(start + width - 1, scale.highest)) for start in starts)


def counts(answers: ShownAnswers, scale: Scale) -> tuple[int, ...]:
    """Give how many of a group chose the steps of each column."""
    return tuple(
        sum(answers.counts[steps.first - scale.lowest : steps.last - scale.lowest + 1]) for steps in columns(scale)
    )
