"""How many there are, as squares: one square is one of them, or of very many a round number of them. Shape before colour."""

from __future__ import annotations

from fractions import Fraction

SIDE, _PITCH, _A_ROW = 13, 16, 20
_MOST = 100
_INSET = 0.75
_EDGE = 3

KINDS = ("full", "half", "cored", "hollow", "dashed")


def worth(most: int) -> int:
    """Give how many one square stands for, 1, 2, 5, 10, 20 and so on, so that `most` of them take at most 100.

    >>> [worth(n) for n in (0, 100, 101, 240, 900, 4000)]
    [1, 1, 2, 5, 10, 50]
    """
    size = 1
    while True:
        for step in (1, 2, 5):
            if most <= size * step * _MOST:
                return size * step
        size *= 10


def squares(count: int, each: int, kind: str, *, mirrored: bool = False) -> str:
    """Draw `count` things in rows of squares worth `each`; the last square is as wide as what is left of it.

    `kind` is one of `KINDS`. It says nothing to those who can't see it: the count stands beside it as words.
    """
    whole, rest = divmod(count, each)
    parts = [*[Fraction(1)] * whole, *([Fraction(rest, each)] if rest else [])]
    width = _PITCH * min(len(parts), _A_ROW) - (_PITCH - SIDE)
    height = _PITCH * -(-len(parts) // _A_ROW) - (_PITCH - SIDE)
    boxes = [_box(at, float(part), width, mirrored=mirrored) for at, part in enumerate(parts)]
    shape = "".join(f"M{x:g} {y:g}h{wide:g}v{SIDE - 2 * _INSET:g}h-{wide:g}z" for x, y, wide in boxes)
    inner = "".join(_inner(kind, *box) for box in boxes)
    filled = f'<path class="in" d="{inner}"/>' if inner else ""
    return (
        f'<svg class="squares {kind}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true" focusable="false"><path d="{shape}"/>{filled}</svg>'
    )


def _box(at: int, part: float, width: int, *, mirrored: bool) -> tuple[float, float, float]:
    """Place a square: its left and upper edge, and how wide it is, within its stroke."""
    wide = max(0.5, part * SIDE - 2 * _INSET)
    x, y = at % _A_ROW * _PITCH + _INSET, at // _A_ROW * _PITCH + _INSET
    return (width - x - wide if mirrored else x), y, wide


def _inner(kind: str, x: float, y: float, wide: float) -> str:
    """Draw what tells a kind from the others: half of a square, or its core."""
    high = SIDE - 2 * _INSET
    if kind == "half":
        return f"M{x:g} {y:g}v{high:g}h{wide:g}z"
    if kind == "cored" and wide > 2 * _EDGE:
        core = wide - 2 * _EDGE
        return f"M{x + _EDGE:g} {y + _EDGE:g}h{core:g}v{high - 2 * _EDGE:g}h-{core:g}z"
    return ""
