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


def cycle_line(span: Weeks, captions: Captions) -> str:
    """Draw a cycle as a line with a tick a week (every fourth in long ones), gone as far as the middle of the week at hand.

    The drawing fills the width it is given; places are percentages of it.
    """
    gone = 0.0 if not span.now else 100.0 if span.now > span.all else (span.now - 0.5) / span.all * 100
    step = 1 if span.all <= _MOST_TICKS else 4
    ticks = "".join(_tick(at / span.all * 100, 26, 34) for at in range(step, span.all, step))
    parts = (
        f'<svg role="img" aria-label="{escape(captions.sentence)}">',
        '<line class="ax" x1="0" x2="100%" y1="30" y2="30"/>',
        ticks + _tick(0, 22, 38) + _tick(100, 22, 38),
        f'<line class="ln" x1="0" x2="{gone:.4g}%" y1="30" y2="30"/>' if gone else "",
        _today(gone, captions.today) if span.running else "",
        f'<text x="0" y="54">{escape(captions.start)}</text>',
        f'<text x="100%" y="54" text-anchor="end">{escape(captions.end)}</text></svg>',
    )
    return "".join(parts)


def _tick(x: float, y1: int, y2: int) -> str:
    """Draw a tick across the line."""
    return f'<line class="ax" x1="{x:.4g}%" x2="{x:.4g}%" y1="{y1}" y2="{y2}"/>'


def _today(x: float, words: str) -> str:
    """Draw today's dot with its words, which stay within the drawing near its ends."""
    near_start, near_end = x < _NEAR_AN_END, x > 100 - _NEAR_AN_END
    place, anchor = ("0", "start") if near_start else ("100%", "end") if near_end else (f"{x:.4g}%", "middle")
    dot = f'<circle class="pf" cx="{x:.4g}%" cy="30" r="5"/>'
    return f'{dot}<text class="strong" x="{place}" y="14" text-anchor="{anchor}">{escape(words)}</text>'
