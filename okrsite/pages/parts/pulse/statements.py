"""Statements of a survey: the mean of each group with its range, and how far the groups are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from okrsite.charts.spread import Mark, axis, scale_lines, spread, ticks
from okrsite.measure.survey.model import ShownAnswers, ShownGrouping, ShownQuestion
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.pulse.answers import AnswersRow, Columns, answers_rows, columns_of
from okrsite.pages.parts.pulse.asked import Asked, Key, Signs, asked_rows, caveats, key_of
from okrsite.pages.parts.pulse.spoken import (
    Apart,
    compared_usually,
    comparisons,
    differences_said,
    end_said,
    mean_said,
    range_said,
    statement_said,
)
from okrsite.pages.parts.words import plain_words
from okrsite.plan.model import Scale

_SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What one group said to a statement: its sign and name, the mean drawn and in figures, and how far it is apart."""

    key: Key
    drawing: Html
    mean: str
    range: str
    apart: Apart | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement. `chart` shows two groups in one drawing; more have `rows`; `nothing` says that too few answered."""

    text: Html
    chart: Html
    apart: Apart | None
    rows: tuple[GroupRow, ...]
    nothing: str
    table: tuple[AnswersRow, ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements whose answers are grouped in one way, with all that is needed to read them.

    `side_by_side` tells that each drawing shows all groups. `compared` says which groups are compared; it is empty where
    there is but one. `ends` and `axis` name the steps of the scale, `grid` draws them once for all.
    """

    anchor: str
    heading: str
    lede: str
    keys: tuple[Key, ...]
    asked: tuple[Asked, ...]
    side_by_side: bool
    compared: str
    scale: str
    ends: tuple[str, str]
    axis: Html
    grid: Html
    columns: Columns
    items: tuple[Statement, ...]
    caveats: tuple[str, ...]
    kind: str = "statements"


@dataclass(frozen=True, slots=True)
class _Way:
    """How the statements of a section are drawn."""

    scale: Scale
    signs: Signs
    together: bool
    grid: str
    compared: str


def statements(
    sheet: Sheet, grouping: ShownGrouping, scale: Scale, signs: Signs, anchor: str, heading: str
) -> Statements:
    """Give the statements of a survey, or of a split of it, whose groups are asked and answered of their own."""
    names = dict.fromkeys(group.name for question in grouping.questions for group in question.groups)
    most = max((len(question.groups) for question in grouping.questions), default=0)
    together, steps = max(most, len(names)) <= _SIDE_BY_SIDE, scale.highest - scale.lowest + 1
    way = _Way(scale, signs, together, f"{anchor}-grid", compared_usually(sheet, grouping))
    low, high = end_said(sheet, scale.lowest, scale.low), end_said(sheet, scale.highest, scale.high)
    asked = asked_rows(sheet, grouping.groups, signs) if grouping.id else ()
    told = {row.key.name for row in asked}
    return Statements(
        anchor=anchor,
        heading=heading,
        lede=sheet.say("pulse.marks", low=low, high=high),
        keys=tuple(key_of(name, signs) for name in names if name not in told) if together else (),
        asked=asked,
        side_by_side=together,
        compared=way.compared,
        scale=sheet.say("pulse.scale_short", low=_number(sheet, scale.lowest), high=_number(sheet, scale.highest)),
        ends=(scale.low or "", scale.high or ""),
        axis=Html(axis(steps, _labels(sheet, scale), mirrored=sheet.mirrored)),
        grid=Html(scale_lines(steps, way.grid, mirrored=sheet.mirrored)),
        columns=columns_of(sheet, scale),
        items=tuple(_statement(sheet, question, way) for question in grouping.questions),
        caveats=caveats(sheet, grouping.groups, comparisons(grouping)),
    )


def _labels(sheet: Sheet, scale: Scale) -> list[str]:
    return [_number(sheet, scale.lowest + int(at * (scale.highest - scale.lowest))) for at in _ticks(scale)]


def _ticks(scale: Scale) -> tuple[Fraction, ...]:
    return ticks(scale.highest - scale.lowest + 1)


def _number(sheet: Sheet, step: int) -> str:
    return sheet.speech.number(Decimal(step))


def _statement(sheet: Sheet, question: ShownQuestion, way: _Way) -> Statement:
    differences = differences_said(sheet, question.groups, way.scale, way.compared)
    return Statement(
        text=statement_said(sheet, question.text, question.id),
        chart=_side_by_side(sheet, question, way) if way.together and question.groups else Html(""),
        apart=differences[0] if way.together and differences else None,
        rows=() if way.together else _rows(sheet, question, differences, way),
        nothing="" if question.groups else sheet.say("pulse.nothing"),
        table=answers_rows(sheet, question, differences, way.scale),
    )


def _side_by_side(sheet: Sheet, question: ShownQuestion, way: _Way) -> Html:
    """Draw all groups in one drawing, each mean written beside its mark."""
    marks = [_mark(group, way, mean_said(sheet, group, way.scale)) for group in question.groups]
    said = (
        sheet.say("pulse.group_said", group=group.name, mean=mark.label, range=range_said(sheet, group, way.scale))
        for group, mark in zip(question.groups, marks, strict=True)
    )
    sentence = sheet.say(
        "pulse.chart_said",
        statement=plain_words(sheet, question.text) or question.id,
        groups=sheet.say("semicolon").join(said),
    )
    return Html(spread(marks, way.grid, sentence, mirrored=sheet.mirrored))


def _rows(
    sheet: Sheet, question: ShownQuestion, differences: Sequence[Apart | None], way: _Way
) -> tuple[GroupRow, ...]:
    return tuple(
        GroupRow(
            key=key_of(group.name, way.signs),
            drawing=Html(spread([_mark(group, way)], way.grid, mirrored=sheet.mirrored)),
            mean=mean_said(sheet, group, way.scale),
            range=range_said(sheet, group, way.scale),
            apart=found,
        )
        for group, found in zip(question.groups, differences, strict=True)
    )


def _mark(group: ShownAnswers, way: _Way, label: str = "") -> Mark:
    span = way.scale.highest - way.scale.lowest
    mean, low, high = ((place - way.scale.lowest) / span for place in (group.mean, group.low, group.high))
    return Mark(way.signs[group.name], mean, low, high, label)
