"""How many of each kind there were, time after time: one bar a time, its parts as long as their counts. Never a mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_ROW, _BAR, _TOP = 28, 20, 4
_LEFT, _WIDTH = 62, 318
_ROOM_FOR_A_FIGURE = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One time: what it is called, and the counts, in the order of `KINDS`."""

    label: str
    counts: tuple[int, ...]
    figures: tuple[str, ...]


KINDS = ("b3", "b2", "b1", "b0")
"""The parts of a bar, as style classes: full, half, empty, dashed."""


def shares(bars: Sequence[Bar], key: str, title: str, sentence: str, *, mirrored: bool = False) -> str:
    """Draw bars of counts below each other; all bars have the same scale, the largest fills the width.

    `key` makes the ids of title and description unique on a page; `mirrored` bars begin at the right.
    """
    most = max((sum(bar.counts) for bar in bars), default=0) or 1
    rows = "".join(_bar(bar, _TOP + at * _ROW, _WIDTH / most, mirrored=mirrored) for at, bar in enumerate(bars))
    height = _TOP * 2 + _ROW * len(bars)
    return (
        f'<svg class="shares" viewBox="0 0 {_LEFT + _WIDTH} {height}" role="img" aria-labelledby="{key}t {key}d">'
        f'<title id="{key}t">{escape(title)}</title><desc id="{key}d">{escape(sentence)}</desc>{rows}</svg>'
    )


def _bar(bar: Bar, y: int, scale: float, *, mirrored: bool) -> str:
    """Draw one bar with its label; a part that is wide enough bears its count."""
    parts = [f'<text x="{_LEFT + _WIDTH if mirrored else 0}" y="{y + 14}">{escape(bar.label)}</text>']
    x = float(_LEFT)
    for kind, count, figure in zip(KINDS, bar.counts, bar.figures, strict=True):
        width = count * scale
        left = _LEFT + _WIDTH - x - width if mirrored else x
        if count:
            parts.append(f'<rect class="{kind}" x="{left:.5g}" y="{y}" width="{width:.5g}" height="{_BAR}"/>')
            if width > _ROOM_FOR_A_FIGURE:
                style = "inv" if kind == "b3" else "strong"
                beside = left + width - 6 if mirrored else left + 6
                parts.append(f'<text class="{style}" x="{beside:.5g}" y="{y + 14}">{escape(figure)}</text>')
        x += width
    return "".join(parts)
