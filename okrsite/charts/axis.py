"""The days under a chart: ticks that people would choose, from a week to many years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from okrsite.charts.lettering import width_of
from okrsite.speech import Speech

_GAP = 13


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis, and what stands under it."""

    day: dt.date
    text: str


def ticks(first: dt.date, last: dt.date, width: float, speech: Speech) -> tuple[Tick, ...]:
    """Choose the ticks of an axis from `first` to `last`, `width` units wide: the finest steps whose words have room.

    Steps are days and weeks from the first day on, months, quarters, half-years and years from the calendar.
    """
    for step in _steps(first, last, speech):
        chosen = _within(step, width)
        if chosen is not None:
            return chosen
    return (Tick(first, speech.month_year(first)),)


def _within(step: Iterator[Tick], width: float) -> tuple[Tick, ...] | None:
    """Take the ticks of a step; None as soon as their words have no room."""
    chosen, taken = [], 0.0
    for tick in step:
        taken += width_of(tick.text) + _GAP
        if taken > width:
            return None
        chosen.append(tick)
    return tuple(chosen)


def _steps(first: dt.date, last: dt.date, speech: Speech) -> Iterator[Iterator[Tick]]:
    """Offer ever coarser ticks."""
    for days in (1, 2, 7, 14):
        yield _every(days, first, last, speech.day)
    for months in (1, 2, 3, 6):
        yield _months(months, first, last, _month_namer(first, last, speech))
    for years in (1, 2, 5, 10, 25, 50, 100, 500, 1000):
        yield _months(12 * years, first, last, speech.year)


def _every(days: int, first: dt.date, last: dt.date, name: Callable[[dt.date], str]) -> Iterator[Tick]:
    span = (last - first).days
    return (Tick(day, name(day)) for day in (first + dt.timedelta(ahead) for ahead in range(0, span + 1, days)))


def _months(step: int, first: dt.date, last: dt.date, name: Callable[[dt.date], str]) -> Iterator[Tick]:
    """Tick the first day of every `step`-th month of the calendar."""
    begin = first.year * 12 + first.month - 1
    months = range(begin - begin % step, 9999 * 12, step)
    days = (dt.date(max(month // 12, 1), month % 12 + 1, 1) for month in months)
    return (Tick(day, name(day)) for day in takewhile(lambda day: day <= last, days) if day >= first)


def _month_namer(first: dt.date, last: dt.date, speech: Speech) -> Callable[[dt.date], str]:
    """Name months; where the axis passes into another year, January bears the year's name instead."""
    if first.year == last.year:
        return speech.month
    return lambda day: speech.year(day) if day.month == 1 else speech.month(day)
