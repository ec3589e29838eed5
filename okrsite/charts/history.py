"""The history of a key result: start dotted, target drawn through, a dot a reading, as full as the team was sure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
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

    All places are reckoned from left to right; `across` gives where they are drawn, mirrored or not.
    """

    first: dt.date
    days: int
    low: Fraction = Fraction(0)
    span: Fraction = Fraction(0)
    mirrored: bool = False

    def across(self, x: float) -> float:
        return WIDTH - x if self.mirrored else x

    def x(self, day: dt.date) -> float:
        if not self.days:
            return (LEFT + RIGHT) / 2
        return (LEFT * self.days + (day - self.first).days * (RIGHT - LEFT)) / self.days

    def y(self, value: Decimal) -> float:
        if not self.span:
            return (TOP + BOTTOM) / 2
        above, parts = value.as_integer_ratio()
        way = (above * self.low.denominator - self.low.numerator * parts) * self.span.denominator
        whole = parts * self.low.denominator * self.span.numerator
        return (BOTTOM * whole - way * (BOTTOM - TOP)) / whole


def history(what: History, speech: Speech) -> str:
    """Draw a history. Days and values beyond the cycle and the target are kept in sight: the scale takes them in.

    Time runs as the language is written; where that is from right to left, the whole drawing is mirrored.
    """
    scale = _scale(what, mirrored=speech.direction == "rtl")
    names = f'aria-labelledby="{what.key}:t {what.key}:d"'
    return "".join(
        (
            f'<svg class="hist" viewBox="0 0 {WIDTH} 138" role="img" {names}>',
            f'<title id="{what.key}:t">{escape(what.title)}</title><desc id="{what.key}:d">{escape(what.sentence)}</desc>',
            _axis(scale.first, scale.days, speech.language),
            "".join(_level(level, scale) for level in what.levels),
            _labels(what.levels, scale),
            _today(what, scale),
            _readings(what, scale),
            "</svg>",
        )
    )


def _scale(what: History, *, mirrored: bool) -> _Scale:
    days = [what.first, what.last, *(point.day for point in what.points)]
    values = [level.value for level in what.levels] + [point.value for point in what.points]
    low, high = Fraction(min(values, default=0)), Fraction(max(values, default=0))
    return _Scale(min(days), (max(days) - min(days)).days, low, high - low, mirrored)


@lru_cache(maxsize=1024)
def _axis(first: dt.date, days: int, language: str) -> str:
    """Draw the days below; most charts of a site have the same, and a language names them without a catalogue."""
    speech, last = Speech(language, {}), first + dt.timedelta(days)
    scale = _Scale(first, days, mirrored=speech.direction == "rtl")
    marked = [
        (f"{scale.across(scale.x(tick.day)):.1f}", escape(tick.text)) for tick in ticks(first, last, _TICKS, speech)
    ]
    names = "".join(f'<text x="{x}" y="{AXIS + 17}">{name}</text>' for x, name in marked)
    marks = "".join(f"M{x} {AXIS}v4" for x, _ in marked)
    return f'{names}<path class="ax" d="{marks}M{scale.across(LEFT)} {AXIS}H{scale.across(RIGHT)}"/>'


def _level(level: Level, scale: _Scale) -> str:
    kind, y = "bs" if level.kind == "start" else "tg", _n(scale.y(level.value))
    return f'<path class="{kind}" d="M{scale.across(LEFT)} {y}H{scale.across(RIGHT)}"/>'


def _labels(levels: tuple[Level, ...], scale: _Scale) -> str:
    """Write beside each line what it is; those that would touch are moved apart, a long one takes two lines."""
    drawn, free = [], 0.0
    for level in sorted(levels, key=lambda level: (scale.y(level.value), level.kind)):
        lines = _lines(level)
        y = max(scale.y(level.value) + 4, free)
        drawn += [_text(line, scale.across(_LABEL), y + at * _LINE, level.kind) for at, line in enumerate(lines)]
        free = y + len(lines) * _LINE
    return "".join(drawn)


def _lines(level: Level) -> list[str]:
    """Break a label where it has no room in one line; a figure that has none at all is left to the words beside."""
    fits = width_of(level.figure) <= _ROOM
    return broken(f"{level.label} {level.figure}" if fits else level.label, _ROOM)


def _text(text: str, x: float, y: float, kind: str) -> str:
    mark = "" if kind == "start" else ' class="tgt"'
    return f'<text{mark} x="{x:g}" y="{y:.1f}">{escape(text)}</text>'


def _today(what: History, scale: _Scale) -> str:
    if what.today is None:
        return ""
    x = f"{scale.across(scale.x(what.today)):.1f}"
    return f'<line class="td" x1="{x}" x2="{x}" y1="8" y2="{AXIS}"/>'


def _readings(what: History, scale: _Scale) -> str:
    """Draw the line through the readings, from the start where there is one, the dots on it, and the last value."""
    if not what.points:
        return ""
    places = [(scale.x(point.day), scale.y(point.value)) for point in what.points]
    start = next((level for level in what.levels if level.kind == "start"), None)
    way = (
        [(scale.x(what.first), scale.y(start.value)), *places] if start and what.points[0].day > what.first else places
    )
    line = " ".join(f"{_n(scale.across(x))},{_n(y)}" for x, y in way)
    dots = "".join(_dot(point, scale.across(x), y, radius) for point, x, y, radius in _dots(what.points, places))
    return f'<polyline class="ln" points="{line}"/>{dots}{_last(what, scale, way)}'


def _dots(points: tuple[Point, ...], places: list[tuple[float, float]]) -> list[tuple[Point, float, float, float]]:
    """Choose the readings that get a dot, and how large.

    Of few readings all do; of many the last one, and back from it those that say how sure the team was and do not touch.
    """
    radius = 5 if len(points) <= _LARGE else 3.5 if len(points) <= 2 * _LARGE else 3
    chosen: list[tuple[Point, float, float, float]] = []
    for point, (x, y) in zip(reversed(points), reversed(places), strict=True):
        clear = not chosen or hypot(chosen[-1][1] - x, chosen[-1][2] - y) >= 2 * radius + 2
        if len(points) <= _LARGE or not chosen or (clear and point.confidence is not None):
            chosen.append((point, x, y, radius))
    return chosen[::-1]


def _dot(point: Point, x: float, y: float, radius: float) -> str:
    """Draw a reading: full, half or empty as the team was sure, dashed where it did not say."""
    mark = " un" if point.confidence is None else ""
    ring = f'<circle class="pt{mark}" cx="{_n(x)}" cy="{_n(y)}" r="{radius:g}"/>'
    if point.confidence is None or point.confidence < _UNSURE:
        return ring
    if point.confidence < _CONFIDENT:
        return f'{ring}<path class="pf" d="M{_n(x)} {_n(y - radius)}a{radius:g} {radius:g} 0 0 0 0 {2 * radius:g}z"/>'
    return f'<circle class="pf" cx="{_n(x)}" cy="{_n(y)}" r="{radius + _RIM:g}"/>'


def _last(what: History, scale: _Scale, places: list[tuple[float, float]]) -> str:
    """Write the last value beside its dot: after it, clear of today's line and of levels; at the edge before it, off the line."""
    x, y = places[-1]
    today = scale.x(what.today) if what.today else None
    beside = today + 6 if today is not None and x <= today < x + 24 else x + 10
    if beside + width_of(what.now) + 4 > RIGHT:
        falls = len(places) > 1 and places[-2][1] < y
        off = min(y + 17, AXIS - 2) if falls else max(y - 8, TOP - 4)
        return f'<text class="strong halo" x="{scale.across(x - 9):.1f}" y="{off:.1f}" text-anchor="end">{escape(what.now)}</text>'
    return f'<text class="strong halo" x="{scale.across(beside):.1f}" y="{_beside(y, what, scale):.1f}">{escape(what.now)}</text>'


def _beside(y: float, what: History, scale: _Scale) -> float:
    """Give the base of the words beside a dot: in its middle, or above the line of a level that would run through them."""
    crossed = [at for level in what.levels if abs((at := scale.y(level.value)) - y) < _NEAR]
    return min([y + 4, *(at - 5 for at in crossed)]) if crossed else y + 4


def _n(value: float) -> str:
    """Write a place with one decimal where it has one."""
    return f"{value:.1f}".removesuffix(".0")
