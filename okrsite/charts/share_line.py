"""A share of a whole, time after time: a line between nothing and all of it, each time with its name and its share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from okrsite.charts.lettering import broken, width_of

_PITCH, _MARGIN, _ROOM = 80, 40, 74
_TOP, _FLOOR, _NAMES, _LINE = 22, 66, 82, 14
_LINES = 2


@dataclass(frozen=True, slots=True)
class Share:
    """One time: what it is called, the share of then (0 to 1), and how that is written."""

    name: str
    value: Fraction
    text: str


def share_line(shares: Sequence[Share], sentence: str, *, mirrored: bool = False) -> str:
    """Draw shares from the earliest to the latest, all from the floor (nothing) to the same height (all of it).

    Names stand below in two lines at the most, cut where they would meet the next. `mirrored` runs from right to left.
    """
    width = _PITCH * (len(shares) - 1) + 2 * _MARGIN
    names = [_fitting(share.name) for share in shares]
    height = _NAMES + _LINE * (max(len(lines) for lines in names) - 1) + 4
    places = [(width - at if mirrored else at) for at in range(_MARGIN, width, _PITCH)]
    heights = [float(_FLOOR - share.value * (_FLOOR - _TOP)) for share in shares]
    line = " ".join(f"{x},{y:.4g}" for x, y in zip(places, heights, strict=True))
    marks = "".join(
        _mark(x, y, share.text, lines, last=at == len(shares) - 1)
        for at, (x, y, share, lines) in enumerate(zip(places, heights, shares, names, strict=True))
    )
    return (
        f'<svg class="share-line" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(sentence)}"><line class="ax" x1="4" x2="{width - 4}" y1="{_FLOOR}" y2="{_FLOOR}"/>'
        f'<polyline class="ln" points="{line}"/>{marks}</svg>'
    )


def _mark(x: int, y: float, text: str, names: Sequence[str], *, last: bool) -> str:
    """Draw one time: its dot, the share above it, the name below the floor."""
    style = ' class="strong"' if last else ""
    below = "".join(
        f'<text x="{x}" y="{_NAMES + at * _LINE}" text-anchor="middle">{escape(name)}</text>'
        for at, name in enumerate(names)
    )
    return (
        f'<circle class="pf" cx="{x}" cy="{y:.4g}" r="3.5"/>'
        f'<text{style} x="{x}" y="{y - 8:.4g}" text-anchor="middle">{escape(text)}</text>{below}'
    )


def _fitting(name: str) -> list[str]:
    """Break a name into the lines there is room for; what does not fit ends with an ellipsis."""
    lines = broken(name, _ROOM)
    kept = lines[:_LINES]
    if len(lines) > _LINES:
        kept[-1] = f"{kept[-1]} {lines[_LINES]}"
    return [_cut(line) for line in kept]


def _cut(line: str) -> str:
    """Cut a line that is too wide after its last letter that fits."""
    if width_of(line) <= _ROOM:
        return line
    while line and width_of(line + "…") > _ROOM:
        line = line[:-1]
    return line.rstrip() + "…"
