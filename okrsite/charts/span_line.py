"""From the lowest to the highest, on a line from 0 to 1. What lies between is not drawn, and no middle is."""

from __future__ import annotations

from fractions import Fraction
from html import escape

_LEFT, _LENGTH, _Y = 14, 212, 34
_WIDTH, _HEIGHT = 240, 56
_APART = 34


def span_line(low: tuple[Fraction, str], high: tuple[Fraction, str], ends: tuple[str, str], *, mirrored: bool) -> str:
    """Draw the span between two values of 0 to 1, each given with its text; `ends` are 0 and 1 as they are written.

    Words beside it say the same: those who can't see it miss nothing.
    """

    def place(value: Fraction) -> float:
        x = float(_LEFT + value * _LENGTH)
        return _WIDTH - x if mirrored else x

    first, last = place(low[0]), place(high[0])
    close = abs(first - last) < _APART
    figures = [(last, high[1])] if low[1] == high[1] else [(first, low[1]), (last, high[1])]
    spread = 0 if len(figures) == 1 or not close else (_APART - abs(first - last)) / 2
    toward = -1 if first < last else 1
    said = "".join(
        f'<text class="strong" x="{x + way * toward * spread:.4g}" y="18" text-anchor="middle">{escape(text)}</text>'
        for way, (x, text) in zip((1, -1), figures, strict=False)
    )
    axis = "".join(
        f'<line class="ax" x1="{x:.4g}" x2="{x:.4g}" y1="{_Y - 4}" y2="{_Y + 4}"/>'
        f'<text x="{x:.4g}" y="52" text-anchor="middle">{escape(text)}</text>'
        for x, text in zip((place(Fraction(0)), place(Fraction(1))), ends, strict=True)
    )
    dots = "".join(f'<circle class="pf" cx="{x:.4g}" cy="{_Y}" r="4"/>' for x in dict.fromkeys((first, last)))
    return (
        f'<svg class="span-line" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" aria-hidden="true" '
        f'focusable="false"><line class="ax" x1="{_LEFT}" x2="{_WIDTH - _LEFT}" y1="{_Y}" y2="{_Y}"/>{axis}'
        f'<line class="tg" x1="{first:.4g}" x2="{last:.4g}" y1="{_Y}" y2="{_Y}"/>{dots}{said}</svg>'
    )
