"""The arcs below the ground: from the block that needs something to the one it needs it of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from okrsite.charts.wall.laying import Block

_SHALLOW, _SLOPE = 18.0, 0.236
_SAME = 0.004


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc between two blocks: where it begins and ends, as shares of the wall, and how deep it hangs, in px."""

    start: str
    end: str
    x1: float
    x2: float
    depth: float


def arcs(blocks: Mapping[str, Block], pairs: Iterable[tuple[str, str]], width: float) -> tuple[Arc, ...]:
    """Draw an arc for each pair of keys that both have a block, in the order given; a wall is `width` px wide.

    It begins and ends under the middle of its blocks. Where one of them stands right above the other, both feet step
    aside as far as the narrower of them reaches, so that there is an arc to see.
    """
    return tuple(_arc(blocks[a], blocks[b], width) for a, b in pairs if a in blocks and b in blocks and a != b)


def _arc(a: Block, b: Block, width: float) -> Arc:
    x1, x2 = a.x + a.w / 2, b.x + b.w / 2
    if abs(x1 - x2) < min(_SAME, min(a.w, b.w) / 2):
        aside = min(a.w, b.w) * 0.2
        x1, x2 = x1 - aside, x2 + aside
    return Arc(a.key, b.key, x1, x2, _SHALLOW + _SLOPE * abs(x2 - x1) / 2 * width)
