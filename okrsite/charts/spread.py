"""Where the mean of a group lies on a scale, with the range one can be fairly sure of: a sign on a bar, as wide as the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from okrsite.charts.signs import shape, style

_EACH, _MIDDLE = 18, 9
_NEAR_THE_END = 90
_MOST_TICKS = 11


@dataclass(frozen=True, slots=True)
class Mark:
    """A group's mean and range as shares of the scale's length, the number of its sign, and what is written beside it."""

    sign: int
    mean: Fraction
    low: Fraction
    high: Fraction
    label: str = ""


def spread(marks: Sequence[Mark], grid: str, sentence: str = "", *, mirrored: bool = False) -> str:
    """Draw marks below each other over the lines of a scale, which are drawn once (`scale_lines`) under the id `grid`.

    The sentence tells it to those who listen; without one the words beside the drawing do. `mirrored` scales begin at
    the right.
    """
    heard = f'role="img" aria-label="{escape(sentence)}"' if sentence else 'aria-hidden="true"'
    drawn = "".join(_mark(mark, _MIDDLE + at * _EACH, mirrored=mirrored) for at, mark in enumerate(marks))
    return f'<svg class="spread" height="{_EACH * len(marks)}" {heard}><use href="#{grid}"/>{drawn}</svg>'


def scale_lines(steps: int, grid: str, *, mirrored: bool = False) -> str:
    """Draw the upright lines of a scale to be used in many drawings: one a step, of very many the ends and the middle."""
    lines = "".join(
        f'<line class="grid" x1="{x}" x2="{x}" y2="100%"/>' for x in (_x(at, mirrored) for at in ticks(steps))
    )
    return f'<svg class="vh" aria-hidden="true"><g id="{grid}">{lines}</g></svg>'


def axis(steps: int, labels: Sequence[str], *, mirrored: bool = False) -> str:
    """Write what the lines of a scale stand for; there is a label a tick."""
    names = "".join(
        f'<text x="{_x(at, mirrored)}" y="12" text-anchor="{_anchor(at)}">{escape(label)}</text>'
        for at, label in zip(ticks(steps), labels, strict=True)
    )
    return f'<svg class="spread" height="16" aria-hidden="true">{names}</svg>'


def ticks(steps: int) -> tuple[Fraction, ...]:
    """Give where the lines of a scale of so many steps stand, as shares of its length."""
    if steps <= _MOST_TICKS:
        return tuple(Fraction(at, steps - 1) for at in range(steps))
    return (Fraction(0), Fraction(1)) if steps % 2 == 0 else (Fraction(0), Fraction(1, 2), Fraction(1))


def _mark(mark: Mark, y: int, *, mirrored: bool) -> str:
    bar = f'<line class="{style(mark.sign)} bar" x1="{_x(mark.low, mirrored)}" x2="{_x(mark.high, mirrored)}" y1="{y}" y2="{y}"/>'
    place = f'<svg x="{_x(mark.mean, mirrored)}" y="{y}" overflow="visible">{shape(mark.sign)}</svg>'
    return bar + place + (_label(mark, y, mirrored=mirrored) if mark.label else "")


def _label(mark: Mark, y: int, *, mirrored: bool) -> str:
    """Write beside the bar, before it where there is no room after it."""
    before = mark.high * 100 > _NEAR_THE_END
    at, away = (mark.low, -10) if before else (mark.high, 10)
    anchor = ' text-anchor="end"' if before else ""
    return (
        f'<svg x="{_x(at, mirrored)}" y="{y}" overflow="visible">'
        f'<text class="strong {style(mark.sign)}" x="{-away if mirrored else away}" y="4"{anchor}>{escape(mark.label)}</text></svg>'
    )


def _anchor(at: Fraction) -> str:
    return "start" if at == 0 else "end" if at == 1 else "middle"


def _x(share: Fraction, mirrored: bool) -> str:  # noqa: FBT001 - one yes or no, private
    return f"{float(100 - share * 100 if mirrored else share * 100):.4g}%"
