"""What may be shown of surveys. The counts of groups that are too small are nowhere in these values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from okrsite.plan.model import Origin, Scale
from okrsite.prose import Prose

JOINT = " + "
"""What stands between the names of groups that were joined."""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group, or several joined: the names of its parts, and how many were asked and answered."""

    name: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class ShownAnswers:
    """What a group, or several joined, said to a question.

    `counts` has how many chose each step, `n` is their sum. `low` and `high` bound the mean's 95 % interval. `variance`
    is that of a sample (divided by n - 1).
    """

    name: str
    counts: tuple[int, ...]
    n: int
    mean: Fraction
    variance: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A statement and what was said to it; `groups` is empty where too few answered."""

    id: str
    text: Prose | None
    groups: tuple[ShownAnswers, ...]


@dataclass(frozen=True, slots=True)
class ShownGrouping:
    """One way in which answers are grouped: that of the survey, or of a split, which has an id and a title."""

    id: str | None
    title: str | None
    groups: tuple[ShownGroup, ...]
    questions: tuple[ShownQuestion, ...]


@dataclass(frozen=True, slots=True)
class ShownSurvey:
    """A survey as it may be shown; `min_group` is the smallest number of answers that stands alone."""

    id: str
    title: str
    day: date
    about: Prose | None
    learned: Prose | None
    min_group: int
    scale: Scale
    whole: ShownGrouping
    splits: tuple[ShownGrouping, ...]
    origin: Origin
