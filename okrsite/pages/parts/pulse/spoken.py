"""Means, ranges and differences of a survey as they are said and written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape

from okrsite.directions import figure_apart
from okrsite.measure.survey.comparing import Difference, compared
from okrsite.measure.survey.model import ShownAnswers, ShownGrouping
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.words import words
from okrsite.plan.model import Scale
from okrsite.prose import Prose

_MOST_PLACES = 3
_TWO = 2
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Apart:
    """How far two groups are apart in words, give or take how much, and which two where that doesn't go without saying."""

    words: str
    within: str
    which: str = ""


def statement_said(sheet: Sheet, text: Prose | None, name: str) -> Html:
    """Give a statement in its words; without any, by its id."""
    return words(sheet, text) if text else Html(escape(name))


def compared_usually(sheet: Sheet, grouping: ShownGrouping) -> str:
    """Say which groups are compared, as the first statement with more than one has it.

    It is empty where none has, and where there are far more comparisons than anybody could read.
    """
    if _counted(grouping) > _MOST:
        return ""
    several = (question.groups for question in grouping.questions if len(question.groups) > 1)
    return _compared_said(sheet, next(several, ()))


def comparisons(grouping: ShownGrouping) -> int:
    """Count the comparisons that are made of a survey's answers; where none is made of very many, readers make one."""
    count = _counted(grouping)
    return count if count <= _MOST else 1


def _counted(grouping: ShownGrouping) -> int:
    return sum(max(0, len(question.groups) - 1) for question in grouping.questions)


def differences_said(
    sheet: Sheet, groups: Sequence[ShownAnswers], scale: Scale, usually: str
) -> tuple[Apart | None, ...]:
    """Say how far the groups are apart at a statement, each in its place; which ones, where it isn't those `usually` compared.

    Where none are, nothing is compared here either.
    """
    if not usually:
        return (None,) * len(groups)
    which = _compared_said(sheet, groups) if len(groups) > 1 else ""
    which = which if which != usually else ""
    return tuple(apart(sheet, found, which) if found else None for found in compared(groups, scale))


def _compared_said(sheet: Sheet, groups: Sequence[ShownAnswers]) -> str:
    if len(groups) == _TWO:
        return sheet.say("pulse.compared", one=groups[0].name, other=groups[1].name)
    return sheet.say("pulse.compared_each", one=groups[0].name) if groups else ""


def apart(sheet: Sheet, found: Difference, which: str = "") -> Apart:
    """Say a difference: `0.6 higher` `(± 0.1)`, or that there is no clear one. What is small gets the places that show it."""
    places = _places(found)
    half = figure_apart(f"(± {sheet.speech.fixed(found.half, places)})", rtl=sheet.mirrored)
    if not found.clear:
        return Apart(sheet.say("pulse.no_difference"), half, which)
    key = "pulse.higher" if found.value > 0 else "pulse.lower"
    return Apart(sheet.say(key, by=sheet.speech.fixed(abs(found.value), places)), half, which)


def _places(found: Difference) -> int:
    """Give how many places show half the range, and a clear difference, as more than nothing."""
    least = min(found.half or 1, abs(found.value) if found.clear else 1)
    return next((places for places in range(1, _MOST_PLACES) if round(least * 10**places)), _MOST_PLACES)


def mean_said(sheet: Sheet, answers: ShownAnswers, scale: Scale, more: int = 0) -> str:
    """Write a mean: with one place, with two on a scale of two steps; `more` adds places."""
    return sheet.speech.fixed(answers.mean, _usual(scale) + more)


def range_said(sheet: Sheet, answers: ShownAnswers, scale: Scale, more: int = 0) -> str:
    """Write the range of a mean: `3.9 to 4.1`."""
    places = _usual(scale) + more
    low, high = (sheet.speech.fixed(end, places) for end in (answers.low, answers.high))
    return sheet.say("pulse.from_to", low=low, high=high)


def share_range_said(sheet: Sheet, low: Fraction, high: Fraction) -> str:
    """Write the range of a share: `74% to 82%`."""
    return sheet.say("pulse.from_to", low=sheet.speech.share(low), high=sheet.speech.share(high))


def end_said(sheet: Sheet, step: int, meaning: str | None) -> str:
    """Write an end of the scale, with what it means where that is given: `1 (not at all)`."""
    number = sheet.speech.number(Decimal(step))
    return sheet.say("pulse.end", step=number, meaning=meaning) if meaning else number


def _usual(scale: Scale) -> int:
    return 1 if scale.highest - scale.lowest > 1 else 2
