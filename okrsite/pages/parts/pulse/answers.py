"""All answers that are shown of a survey, as a table: how many of each group chose each step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from okrsite.measure.survey.comparing import above_middle, share_above
from okrsite.measure.survey.model import ShownAnswers, ShownQuestion
from okrsite.measure.survey.steps import Steps, columns, counts
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.pulse.spoken import Apart, mean_said, range_said, share_range_said
from okrsite.plan.model import Scale


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the table's columns: the steps of the scale, and from which step on answers lie above its middle."""

    steps: tuple[str, ...]
    above: str


@dataclass(frozen=True, slots=True)
class AnswersRow:
    """One group at one statement: how many chose each step, how many in all, mean and share with their ranges."""

    name: str
    counts: tuple[str, ...]
    n: str
    mean: str
    range: str
    share: str
    share_range: str
    apart: Apart | None


def columns_of(sheet: Sheet, scale: Scale) -> Columns:
    """Name the columns."""
    middle = sheet.speech.number(Decimal(above_middle(scale)))
    return Columns(tuple(_step(sheet, steps) for steps in columns(scale)), sheet.say("pulse.above", step=middle))


def answers_rows(
    sheet: Sheet, question: ShownQuestion, differences: Sequence[Apart | None], scale: Scale
) -> tuple[AnswersRow, ...]:
    """Give the rows of one statement."""
    return tuple(_row(sheet, group, found, scale) for group, found in zip(question.groups, differences, strict=True))


def _step(sheet: Sheet, steps: Steps) -> str:
    first, last = (sheet.speech.number(Decimal(step)) for step in (steps.first, steps.last))
    return first if first == last else sheet.say("pulse.from_to", low=first, high=last)


def _row(sheet: Sheet, group: ShownAnswers, found: Apart | None, scale: Scale) -> AnswersRow:
    share = share_above(group, scale)
    return AnswersRow(
        name=group.name,
        counts=tuple(sheet.speech.number(Decimal(many)) for many in counts(group, scale)),
        n=sheet.speech.number(Decimal(group.n)),
        mean=mean_said(sheet, group, scale, more=1),
        range=range_said(sheet, group, scale, more=1),
        share=sheet.speech.share(share.value),
        share_range=share_range_said(sheet, share.low, share.high),
        apart=found,
    )
