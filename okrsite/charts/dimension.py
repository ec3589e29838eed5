"""A key result in one line, as a drawing gives a length: start, target, and a dot where it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape

_START, _TARGET = Fraction(9), Fraction(91)
_LEAST, _MOST = Fraction(2), Fraction(98)
_BOUND, _LOWER, _UPPER = Fraction(62), Fraction(30), Fraction(70)


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands at the two ends of a dimension line, over its dot, and all of it as a sentence for those who listen."""

    start: str
    target: str
    now: str
    sentence: str


def on_the_way(raw: Fraction) -> Fraction:
    """Place a dot between start and target, in per cent of the width; what lies beyond either stays in sight.

    >>> float(on_the_way(Fraction(1, 2)))
    50.0
    """
    return min(max(_START + raw * (_TARGET - _START), _LEAST), _MOST)


def without_start(value: Decimal, target: Decimal) -> Fraction | None:
    """Place a dot by its share of the target; None where that share says nothing (a target of 0, a sign that differs)."""
    if target <= 0 or value < 0:
        return None
    return on_the_way(Fraction(value) / Fraction(target))


def within_bounds(value: Decimal, at_least: Decimal | None, at_most: Decimal | None) -> Fraction:
    """Place a dot by the bounds of a guard rail: inside them where it is held, beyond where it is not."""
    if at_least is not None and at_most is not None:
        width = Fraction(at_most) - Fraction(at_least)
        share = (Fraction(value) - Fraction(at_least)) / width if width else Fraction(value != at_least) * 2
        return min(max(_LOWER + share * (_UPPER - _LOWER), _LEAST), _MOST)
    bound = at_most if at_most is not None else at_least
    if bound is None:
        return _BOUND
    if bound <= 0:
        return _BOUND + (Fraction(value) > Fraction(bound)) * 15 - (Fraction(value) < Fraction(bound)) * 15
    return min(max(_BOUND * Fraction(value) / Fraction(bound), _LEAST), _MOST)


def dimension_line(ends: Ends, dot: Fraction | None, *, measured_from_start: bool, mirrored: bool = False) -> str:
    """Draw the line from start to target with the dot where the key result stands; None draws no dot.

    `measured_from_start` draws the way gone; without it the line is dotted, since there is no start to go from.
    `mirrored` lets the line run from right to left.
    """
    line = "ax" if measured_from_start else "bs"
    start, target, stroke = ("91%", "9%", "M4 11-4 1") if mirrored else ("9%", "91%", "M-4 11 4 1")
    ticks = "".join(
        f'<svg x="{x}" overflow="visible"><path class="{mark}" d="{stroke}"/></svg>'
        for x, mark in ((start, "ax"), (target, "tg"))
    )
    place = _place(dot, mirrored=mirrored)
    way = f'<line class="ln" x1="{start}" x2="{place}" y1="6" y2="6"/>' if place and measured_from_start else ""
    return _framed(ends, place, f'<line class="{line}" x1="9%" x2="91%" y1="6" y2="6"/>{ticks}{way}')


def bounds_line(ends: Ends, dot: Fraction | None, *, lower: bool, upper: bool, mirrored: bool = False) -> str:
    """Draw a guard rail: a line with an upright at each bound; `mirrored` lets it run from right to left."""
    places = [_place(x, mirrored=mirrored) for x in ((_LOWER, _UPPER) if lower and upper else (_BOUND,))]
    uprights = "".join(f'<line class="tg" x1="{x}" x2="{x}" y1="-3" y2="15"/>' for x in places)
    return _framed(ends, _place(dot, mirrored=mirrored), f'<line class="ax" x1="9%" x2="91%" y1="6" y2="6"/>{uprights}')


def _place(dot: Fraction | None, *, mirrored: bool) -> str:
    """Write a place on the line; empty for none."""
    return "" if dot is None else f"{float(100 - dot if mirrored else dot):.4g}%"


def _framed(ends: Ends, at: str, line: str) -> str:
    """Put the words around a line, and the dot on it."""
    value, mark = "", ""
    if at:
        value = f'<svg class="v" aria-hidden="true"><text x="{at}" y="12" text-anchor="middle" class="strong">{escape(ends.now)}</text></svg>'
        mark = f'<circle class="pf" cx="{at}" cy="6" r="4.5"/>'
    return (
        f'<span class="dim"><span class="a" aria-hidden="true">{escape(ends.start)}</span><span class="mid">{value}'
        f'<svg aria-hidden="true">{line}{mark}</svg></span><span class="z" aria-hidden="true">{escape(ends.target)}</span>'
        f'<span class="vh">{escape(ends.sentence)}</span></span>'
    )
