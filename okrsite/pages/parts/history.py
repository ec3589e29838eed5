"""The chart of a key result or a health metric: its readings over the days of a cycle, drawn and in a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from okrsite.charts.cycle_line import weeks
from okrsite.charts.history import History, Level, Point, history
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.figures import brief, figure
from okrsite.plan.model import Cycle, Reading

_TOLD_ONE_BY_ONE = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """What is drawn, of a key result or a health metric: its dated readings, and the values that lines stand for."""

    key: str
    title: str
    unit: str | None
    readings: tuple[Reading, ...]
    start: Decimal | None = None
    target: Decimal | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    due: dt.date | None = None


def chart(sheet: Sheet, measure: Measure, cycle: Cycle) -> Html:
    """Draw a measure's readings over a cycle, this week marked while it runs."""
    points = tuple(Point(r.day, r.value, r.confidence) for r in measure.readings if r.day is not None)
    what = History(
        key=measure.key,
        first=cycle.start,
        last=cycle.end,
        today=this_week(sheet, cycle),
        levels=_levels(sheet, measure),
        points=points,
        now=brief(sheet, points[-1].value, measure.unit) if points else "",
        title=sheet.say("chart.title", title=measure.title),
        sentence=_sentence(sheet, measure, cycle),
    )
    return Html(history(what, sheet.speech))


def chart_of_all_days(sheet: Sheet, measure: Measure) -> Html:
    """Draw a measure's readings over the days from the first to the last; nothing without any."""
    days = [reading.day for reading in measure.readings if reading.day is not None]
    if not days:
        return Html("")
    span = Cycle("", "", days[0], days[-1], None, None, None, (), None)
    return chart(sheet, measure, span)


def this_week(sheet: Sheet, cycle: Cycle) -> dt.date | None:
    """Give the last day of the week at hand, counted from the cycle's first day; None outside the cycle.

    Charts mark the week, not the day, so that a page stays as it is from day to day.
    """
    count = weeks(cycle.start, cycle.end, sheet.site.as_of)
    if not cycle.id or not count.running:
        return None
    return min(cycle.end, cycle.start + dt.timedelta(days=7 * count.now - 1))


def _levels(sheet: Sheet, measure: Measure) -> tuple[Level, ...]:
    """List the lines across the chart."""
    kinds = (
        ("start", measure.start),
        ("target", measure.target),
        ("at_least", measure.at_least),
        ("at_most", measure.at_most),
    )
    return tuple(
        Level(
            "start" if name == "start" else "target" if name == "target" else "bound",
            value,
            sheet.say(f"chart.{name}"),
            brief(sheet, value, measure.unit),
        )
        for name, value in kinds
        if value is not None
    )


def _sentence(sheet: Sheet, measure: Measure, cycle: Cycle) -> str:
    """Say a chart in sentences."""
    readings = [reading for reading in measure.readings if reading.day is not None]
    told = [_beginning(sheet, measure), _readings(sheet, measure, readings, cycle)]
    if measure.target is not None:
        by = sheet.speech.long_date(measure.due or cycle.end)
        told.append(sheet.say("chart.say_target", value=figure(sheet, measure.target, measure.unit), day=by))
    told += [
        sheet.say(f"chart.say_{name}", value=figure(sheet, value, measure.unit))
        for name, value in (("at_least", measure.at_least), ("at_most", measure.at_most))
        if value is not None
    ]
    return " ".join(part for part in told if part)


def _beginning(sheet: Sheet, measure: Measure) -> str:
    if measure.start is not None:
        return sheet.say("chart.say_start", value=figure(sheet, measure.start, measure.unit))
    return sheet.say("chart.say_no_start") if measure.target is not None else ""


def _readings(sheet: Sheet, measure: Measure, readings: list[Reading], cycle: Cycle) -> str:
    """Say the readings one by one; of many the first and the last."""
    if not readings:
        return sheet.say("chart.say_none")
    if len(readings) > _TOLD_ONE_BY_ONE:
        first, last = (_reading(sheet, measure, reading, cycle) for reading in (readings[0], readings[-1]))
        return sheet.say("chart.say_many", n=len(readings), first=first, last=last)
    said = sheet.say("semicolon").join(_reading(sheet, measure, reading, cycle) for reading in readings)
    return sheet.say("chart.say_all", readings=said)


def _reading(sheet: Sheet, measure: Measure, reading: Reading, cycle: Cycle) -> str:
    day = sheet.day(reading.day, cycle).text if reading.day else ""
    value = figure(sheet, reading.value, measure.unit)
    if reading.confidence is None:
        return sheet.say("chart.say_reading", day=day, value=value)
    return sheet.say("chart.say_reading_sure", day=day, value=value, confidence=reading.confidence)
