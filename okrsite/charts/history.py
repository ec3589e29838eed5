"""The history of a key result: start dotted, target drawn through, a dot a reading, as full as the team was sure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from html import escape
from math import hypot
from typing import Literal

from okrsite.charts.axis import ticks
from okrsite.charts.lettering import broken, width_of
from okrsite.speech import Speech

LEFT, RIGHT, TOP, BOTTOM, AXIS = 6, 276, 16, 108, 118
WIDTH = 352
_LABEL = 284
_TICKS = RIGHT - LEFT + 40
_LINE = 14
_LARGE = 14
_ROOM = WIDTH - _LABEL + 1
_NEAR = 9
_RIM = 0.9
_CONFIDENT, _UNSURE = 7, 4


@dataclass(frozen=True, slots=True)
class Level:
    """A value that a line across the chart stands for: its kind, and what is written beside it."""

    kind: Literal["start", "target", "bound"]
    value: Decimal
    label: str
    figure: str


Levels = list[tuple[Level, float]]
"""Levels, each with the height that its line is drawn at."""


@dataclass(frozen=True, slots=True)
class Point:
    """A reading: its day, its value, and how sure the team was, 0 to 10."""

    day: dt.date
    value: Decimal
    confidence: int | None


@dataclass(frozen=True, slots=True)
class History:
    """What a chart shows. `key` makes its ids its own on the page; `today` is None where no day is to be marked.

    `title` and `sentence` say it to those who listen; `now` stands at the last reading.
    """

    key: str
    first: dt.date
    last: dt.date
    today: dt.date | None
    levels: tuple[Level, ...]
    points: tuple[Point, ...]
    now: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days and values to places in the drawing: exact in whole numbers until the last division.

    The lowest and the highest value come as ratios of whole numbers. All places are reckoned from left to right; `across`
    gives where they are drawn, mirrored or not.
    """

    first: dt.date
    days: int
    low: tuple[int, int] = (0, 1)
    high: tuple[int, int] = (0, 1)
    mirrored: bool = False

    def across(self, x: float) -> float:
        return WIDTH - x if self.mirrored else x

    def x(self, day: dt.date) -> float:
        if not self.days:
            return (LEFT + RIGHT) / 2
        return (LEFT * self.days + (day - self.first).days * (RIGHT - LEFT)) / self.days

    def y(self, value: Decimal) -> float:
        (low, of_low), (high, of_high) = self.low, self.high
        span = high * of_low - low * of_high
        if not span:
            return (TOP + BOTTOM) / 2
        above, parts = value.as_integer_ratio()
        way, whole = (above * of_low - low * parts) * of_high, parts * span
        return (BOTTOM * whole - way * (BOTTOM - TOP)) / whole


def history(what: History, speech: Speech) -> str:
    """Draw a history. Days and values beyond the cycle and the target are kept in sight: the scale takes them in.

    Time runs as the language is written; where that is from right to left, the whole drawing is mirrored.
    """
    scale = _scale(what, mirrored=speech.rtl)
    levels = [(level, scale.y(level.value)) for level in what.levels]
    names = f'aria-labelledby="{what.key}:t {what.key}:d"'
    return "".join(
        (
            f'<svg class="hist" viewBox="0 0 {WIDTH} 138" role="img" {names}>',
            f'<title id="{what.key}:t">{escape(what.title)}</title><desc id="{what.key}:d">{escape(what.sentence)}</desc>',
            _axis(scale.first, scale.days, speech.language),
            "".join([_level(level, y, scale) for level, y in levels]),
            _labels(levels, scale),
            _today(what, scale),
            _readings(what, levels, scale),
            "</svg>",
        )
    )


def _scale(what: History, *, mirrored: bool) -> _Scale:
    days = [what.first, what.last, *(point.day for point in what.points)]
    values = [level.value for level in what.levels] + [point.value for point in what.points]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    first = min(days)
    return _Scale(first, (max(days) - first).days, low.as_integer_ratio(), high.as_integer_ratio(), mirrored)


@lru_cache(maxsize=1024)
def _axis(first: dt.date, days: int, language: str) -> str:
    """Draw the days below; most charts of a site have the same, and a language names them without a catalogue."""
    speech, last = Speech(language, {}), first + dt.timedelta(days)
    scale = _Scale(first, days, mirrored=speech.rtl)
    marked = [
        (f"{scale.across(scale.x(tick.day)):.1f}", escape(tick.text)) for tick in ticks(first, last, _TICKS, speech)
    ]
    names = "".join(f'<text x="{x}" y="{AXIS + 17}">{name}</text>' for x, name in marked)
    marks = "".join(f"M{x} {AXIS}v4" for x, _ in marked)
    return f'{names}<path class="ax" d="{marks}M{scale.across(LEFT)} {AXIS}H{scale.across(RIGHT)}"/>'


def _level(level: Level, y: float, scale: _Scale) -> str:
    kind = "bs" if level.kind == "start" else "tg"
    return f'<path class="{kind}" d="M{scale.across(LEFT)} {_n(y)}H{scale.across(RIGHT)}"/>'


def _labels(levels: Levels, scale: _Scale) -> str:
    """Write beside each line what it is; those that would touch are moved apart, a long one takes two lines."""
    drawn, free = [], 0.0
    for level, at in sorted(levels, key=lambda placed: (placed[1], placed[0].kind)):
        lines = _lines(level.label, level.figure)
        y = max(at + 4, free)
        drawn += [_text(line, scale.across(_LABEL), y + nth * _LINE, level.kind) for nth, line in enumerate(lines)]
        free = y + len(lines) * _LINE
    return "".join(drawn)


def _lines(label: str, figure: str) -> list[str]:
    """Break a label where it has no room in one line; a figure that has none at all is left to the words beside."""
    return broken(f"{label} {figure}" if width_of(figure) <= _ROOM else label, _ROOM)


def _text(text: str, x: float, y: float, kind: str) -> str:
    mark = "" if kind == "start" else ' class="tgt"'
    return f'<text{mark} x="{x:g}" y="{y:.1f}">{escape(text)}</text>'


def _today(what: History, scale: _Scale) -> str:
    if what.today is None:
        return ""
    x = f"{scale.across(scale.x(what.today)):.1f}"
    return f'<line class="td" x1="{x}" x2="{x}" y1="8" y2="{AXIS}"/>'


def _readings(what: History, levels: Levels, scale: _Scale) -> str:
    """Draw the line through the readings, from the start where there is one, the dots on it, and the last value."""
    if not what.points:
        return ""
    places = [(scale.x(point.day), scale.y(point.value)) for point in what.points]
    start = next((y for level, y in levels if level.kind == "start"), None)
    way = [(scale.x(what.first), start), *places] if start is not None and what.points[0].day > what.first else places
    line = " ".join([f"{_n(scale.across(x))},{_n(y)}" for x, y in way])
    dots = "".join([_dot(point, scale.across(x), y, radius) for point, x, y, radius in _dots(what.points, places)])
    return f'<polyline class="ln" points="{line}"/>{dots}{_last(what, levels, scale, way)}'


def _dots(points: tuple[Point, ...], places: list[tuple[float, float]]) -> list[tuple[Point, float, float, float]]:
    """Choose the readings that get a dot, and how large.

    Of few readings all do; of many the last one, and back from it those that say how sure the team was and do not touch.
    """
    if len(points) <= _LARGE:
        return [(point, x, y, 5) for point, (x, y) in zip(points, places, strict=True)]
    radius = 3.5 if len(points) <= 2 * _LARGE else 3
    chosen: list[tuple[Point, float, float, float]] = []
    for point, (x, y) in zip(reversed(points), reversed(places), strict=True):
        clear = not chosen or hypot(chosen[-1][1] - x, chosen[-1][2] - y) >= 2 * radius + 2
        if not chosen or (clear and point.confidence is not None):
            chosen.append((point, x, y, radius))
    return chosen[::-1]


def _dot(point: Point, x: float, y: float, radius: float) -> str:
    """Draw a reading: full, half or empty as the team was sure, dashed where it did not say."""
    if point.confidence is not None and point.confidence >= _CONFIDENT:
        return f'<circle class="pf" cx="{_n(x)}" cy="{_n(y)}" r="{radius + _RIM:g}"/>'
    mark = " un" if point.confidence is None else ""
    ring = f'<circle class="pt{mark}" cx="{_n(x)}" cy="{_n(y)}" r="{radius:g}"/>'
    if point.confidence is None or point.confidence < _UNSURE:
        return ring
    return f'{ring}<path class="pf" d="M{_n(x)} {_n(y - radius)}a{radius:g} {radius:g} 0 0 0 0 {2 * radius:g}z"/>'


def _last(what: History, levels: Levels, scale: _Scale, places: list[tuple[float, float]]) -> str:
    """Write the last value beside its dot: after it, clear of today's line and of levels; at the edge before it, off the line."""
    x, y = places[-1]
    today = scale.x(what.today) if what.today else None
    beside = today + 6 if today is not None and x <= today < x + 24 else x + 10
    if beside + width_of(what.now) + 4 > RIGHT:
        falls = len(places) > 1 and places[-2][1] < y
        off = min(y + 17, AXIS - 2) if falls else max(y - 8, TOP - 4)
        return f'<text class="strong halo" x="{scale.across(x - 9):.1f}" y="{off:.1f}" text-anchor="end">{escape(what.now)}</text>'
    return f'<text class="strong halo" x="{scale.across(beside):.1f}" y="{_beside(y, levels):.1f}">{escape(what.now)}</text>'


def _beside(y: float, levels: Levels) -> float:
    """Give the base of the words beside a dot: in its middle, or above the line of a level that would run through them."""
    return min([y + 4, *(at - 5 for _, at in levels if abs(at - y) < _NEAR)])


def _n(value: float) -> str:
    """Write a place with one decimal where it has one."""
    return f"{value:.1f}".removesuffix(".0")
