"""What groups answered, survey by survey: a line a group, its sign at each survey, and the range as a faint upright."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from okrsite.charts.lettering import width_of
from okrsite.charts.signs import shape, style

_WIDTH, _LEFT, _RIGHT = 300, 22, 250
_TOP, _BOTTOM, _DAYS = 10, 102, 121
_APART, _FEW = 14, 12
_BESIDE = 3
"""Lines stand so far beside each other that their ranges can be told apart."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A group's mean at one survey, with its range, as shares of the scale's length."""

    mean: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Run:
    """A group's line: the number of its sign, where it is at each survey (None where not shown), its last mean in words."""

    sign: int
    stops: tuple[Stop | None, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Courses:
    """A drawing: the days of the surveys, the lines, what the scale's ends and the first and last day are called.

    `key` makes the ids of title and sentence its own on the page.
    """

    key: str
    days: tuple[dt.date, ...]
    runs: tuple[Run, ...]
    ends: tuple[str, str]
    first: str
    last: str
    title: str
    sentence: str


def courses(what: Courses, *, mirrored: bool = False) -> str:
    """Draw lines over the days from the first survey to the last; `mirrored` time runs from right to left."""
    places = [_across(x, mirrored=mirrored) for x in _places(what.days)]
    small = len(what.days) > _FEW
    drawn = "".join(
        _run(run, [x + (at - (len(what.runs) - 1) / 2) * _BESIDE for x in places], small=small)
        for at, run in reversed(tuple(enumerate(what.runs)))
    )
    names = f'aria-labelledby="{what.key}:t {what.key}:d"'
    return (
        f'<svg class="course" viewBox="0 0 {_WIDTH} 128" role="img" {names}><title id="{what.key}:t">{escape(what.title)}</title>'
        f'<desc id="{what.key}:d">{escape(what.sentence)}</desc>{_frame(what, mirrored=mirrored)}{drawn}'
        f"{_labels(what.runs, mirrored=mirrored)}</svg>"
    )


def _places(days: Sequence[dt.date]) -> list[float]:
    """Place days in proportion; surveys of one day stand in the middle."""
    span = (days[-1] - days[0]).days
    if not span:
        return [(_LEFT + _RIGHT) / 2] * len(days)
    return [_LEFT + 8 + (day - days[0]).days * (_RIGHT - _LEFT - 16) / span for day in days]


def _across(x: float, *, mirrored: bool) -> float:
    return _WIDTH - x if mirrored else x


def _y(share: Fraction) -> float:
    return float(_BOTTOM - share * (_BOTTOM - _TOP))


def _frame(what: Courses, *, mirrored: bool) -> str:
    """Draw the ends of the scale and its middle, and name the ends and the first and last day."""
    low, high, left, right = (_across(x, mirrored=mirrored) for x in (0, 0, _LEFT, _RIGHT))
    lines = "".join(
        f'<path class="{kind}" d="M{left:g} {y:g}H{right:g}"/>'
        for kind, y in (("grid", _TOP), ("grid", (_TOP + _BOTTOM) / 2), ("ax", _BOTTOM))
    )
    return (
        f'{lines}<text x="{high:g}" y="{_TOP + 4}">{escape(what.ends[1])}</text>'
        f'<text x="{low:g}" y="{_BOTTOM + 4}">{escape(what.ends[0])}</text>'
        f'<text x="{left:g}" y="{_DAYS}">{escape(what.first)}</text>'
        f'<text x="{right:g}" y="{_DAYS}" text-anchor="end">{escape(what.last)}</text>'
    )


def _run(run: Run, places: Sequence[float], *, small: bool) -> str:
    """Draw a group's line; it breaks off where the group is not shown."""
    there = [(x, stop) for x, stop in zip(places, run.stops, strict=True) if stop is not None]
    ranges = "".join(f"M{x:.4g} {_y(stop.low):.4g}V{_y(stop.high):.4g}" for x, stop in there)
    line = "".join(_way(run.stops, places))
    signs = "".join(_stop(run.sign, x, _y(stop.mean), small=small) for x, stop in there)
    kind = style(run.sign)
    way = f'<path class="{kind} way" d="{line}"/>' if line else ""
    return f'<path class="{kind} up" d="{ranges}"/>{way}{signs}'


def _way(stops: Sequence[Stop | None], places: Sequence[float]) -> Iterator[str]:
    """Write the way through the stops, begun anew after each gap; a lone stop has none."""
    for at, stop in enumerate(stops):
        before, after = at and stops[at - 1], at + 1 < len(stops) and stops[at + 1]
        if stop and (before or after):
            yield f"{'L' if before else 'M'}{places[at]:.4g} {_y(stop.mean):.4g}"


def _stop(sign: int, x: float, y: float, *, small: bool) -> str:
    return f'<g transform="translate({x:.4g} {y:.4g}) scale({".4" if small else ".7"})">{shape(sign)}</g>'


def _labels(runs: Sequence[Run], *, mirrored: bool) -> str:
    """Write each last mean beside its line's end, moved apart where they would touch."""
    ends = [(_y(run.stops[-1].mean) + 4, run) for run in runs if run.stops[-1] is not None]
    drawn, free = [], 0.0
    for y, run in sorted(ends, key=lambda end: end[0]):
        at = max(y, free)
        free = at + _APART
        drawn.append(_label(run, at, mirrored=mirrored))
    return "".join(drawn)


def _label(run: Run, y: float, *, mirrored: bool) -> str:
    """Write a mean, and after it the sign of its group."""
    words, icon = (_across(x, mirrored=mirrored) for x in (_RIGHT + 4, _RIGHT + 13 + width_of(run.label)))
    return (
        f'<text class="strong {style(run.sign)}" x="{words:g}" y="{y:.4g}">{escape(run.label)}</text>'
        f'<g transform="translate({icon:.4g} {y - 4:.4g}) scale(.6)">{shape(run.sign)}</g>'
    )
