"""What is said of groups beside each other: how far apart their means are, how many answered, how many agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from okrsite.measure.survey.intervals import Range, Sample, difference_of, share_of
from okrsite.measure.survey.model import ShownAnswers, ShownGroup
from okrsite.plan.model import Scale

_TWO = 2
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher a mean is than another one, give or take half the width of the 95 % interval.

    It is `clear` when that interval holds no zero.
    """

    value: Fraction
    half: Fraction
    clear: bool


def difference(one: ShownAnswers, other: ShownAnswers, scale: Scale) -> Difference:
    """Compare what two groups said to a statement, by Welch's interval of the difference of means."""
    found = difference_of(_sample(one), _sample(other), scale.highest - scale.lowest)
    half = max(found.value - found.low, found.high - found.value)
    return Difference(found.value, half, found.low > 0 or found.high < 0)


def compared(groups: Sequence[ShownAnswers], scale: Scale) -> tuple[Difference | None, ...]:
    """Compare the groups at a statement, each in its place.

    Of two the first is compared with the second. Of more each is compared with the first, which itself is compared with
    none.
    """
    if len(groups) == _TWO:
        return difference(groups[0], groups[1], scale), None
    return tuple(difference(group, groups[0], scale) if at else None for at, group in enumerate(groups))


def above_middle(scale: Scale) -> int:
    """Give the lowest step that lies above the middle of a scale: 4 of 1 to 5, 3 of 1 to 4."""
    return (scale.lowest + scale.highest) // 2 + 1


def share_above(answers: ShownAnswers, scale: Scale) -> Range:
    """Give the share of a group's answers that lie above the middle of the scale, with Wilson's interval."""
    return share_of(sum(answers.counts[above_middle(scale) - scale.lowest :]), answers.n)


@dataclass(frozen=True, slots=True)
class Turnout:
    """Where fewest of those asked answered and where most; and all groups of which fewer than half did."""

    lowest: ShownGroup
    highest: ShownGroup
    under_half: tuple[ShownGroup, ...]

    @property
    def apart(self) -> Fraction:
        """How far apart the two shares are."""
        return answered_share(self.highest) - answered_share(self.lowest)


def turnout(groups: Sequence[ShownGroup]) -> Turnout | None:
    """Tell where few answered; None where no group is shown. Of equal ones the first stands for all."""
    if not groups:
        return None
    few = tuple(group for group in groups if answered_share(group) < _HALF)
    return Turnout(min(groups, key=answered_share), max(groups, key=answered_share), few)


def answered_share(group: ShownGroup) -> Fraction:
    """Give the share of those asked who answered.

    It has no interval: everyone who was asked is counted, so nothing is inferred from a sample.
    """
    return Fraction(group.answered, group.asked)


def _sample(answers: ShownAnswers) -> Sample:
    return Sample(answers.n, answers.mean, answers.variance)
