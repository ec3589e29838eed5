"""The line of a cycle: set, today, look back. Drawn to the week, so that it changes when what it says changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape

_WEEK = 7
_MOST_TICKS = 27
_NEAR_AN_END = 16


@dataclass(frozen=True, slots=True)
class Weeks:
    """Where a day lies in a cycle: week `now` of `all`; 0 before it, one more than `all` after it."""

    now: int
    all: int

    @property
    def running(self) -> bool:
        """Whether the day lies in the cycle."""
        return 0 < self.now <= self.all


@dataclass(frozen=True, slots=True)
class Captions:
    """What the line says: at its beginning, at its end, at today (empty outside the cycle), and as one sentence."""

    start: str
    end: str
    today: str
    sentence: str


def weeks(start: dt.date, end: dt.date, day: dt.date) -> Weeks:
    """Count a cycle's weeks, both days included, and the one that a day lies in.

    >>> weeks(dt.date(2025, 9, 1), dt.date(2025, 12, 12), dt.date(2025, 10, 30))
    Weeks(now=9, all=15)
    """
    whole = -(-((end - start).days + 1) // _WEEK)
    now = 0 if day < start else whole + 1 if day > end else (day - start).days // _WEEK + 1
    return Weeks(now, whole)


def cycle_line(span: Weeks, captions: Captions, *, mirrored: bool = False) -> str:
    """Draw a cycle as a line with a tick a week (every fourth in long ones), gone as far as the middle of the week at hand.

    The drawing fills the width it is given; places are percentages of it. `mirrored` lets it run from right to left.
    """
    gone = 0.0 if not span.now else 100.0 if span.now > span.all else (span.now - 0.5) / span.all * 100
    step = 1 if span.all <= _MOST_TICKS else 4
    start, end = (100, 0) if mirrored else (0, 100)
    here = 100 - gone if mirrored else gone
    places = (at / span.all * 100 for at in range(step, span.all, step))
    ticks = "".join(_tick(100 - place if mirrored else place, 26, 34) for place in places)
    parts = (
        f'<svg role="img" aria-label="{escape(captions.sentence)}">',
        '<line class="ax" x1="0" x2="100%" y1="30" y2="30"/>',
        ticks + _tick(start, 22, 38) + _tick(end, 22, 38),
        f'<line class="ln" x1="{_percent(start)}" x2="{here:.4g}%" y1="30" y2="30"/>' if gone else "",
        _today(here, captions.today, mirrored=mirrored) if span.running else "",
        f'<text x="{_percent(start)}" y="54">{escape(captions.start)}</text>',
        f'<text x="{_percent(end)}" y="54" text-anchor="end">{escape(captions.end)}</text></svg>',
    )
    return "".join(parts)


def _percent(place: int) -> str:
    """Write an end of the line; none is not given a unit."""
    return f"{place}%" if place else "0"


def _tick(x: float, y1: int, y2: int) -> str:
    """Draw a tick across the line."""
    return f'<line class="ax" x1="{x:.4g}%" x2="{x:.4g}%" y1="{y1}" y2="{y2}"/>'


def _today(x: float, words: str, *, mirrored: bool) -> str:
    """Draw today's dot with its words, which stay within the drawing near its ends."""
    place, anchor = f"{x:.4g}%", "middle"
    if x < _NEAR_AN_END:
        place, anchor = "0", "end" if mirrored else "start"
    elif x > 100 - _NEAR_AN_END:
        place, anchor = "100%", "start" if mirrored else "end"
    dot = f'<circle class="pf" cx="{x:.4g}%" cy="30" r="5"/>'
    return f'{dot}<text class="strong" x="{place}" y="14" text-anchor="{anchor}">{escape(words)}</text>'
