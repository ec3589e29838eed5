"""Where each block lies: under what it supports, as wide as the leaves that stand on the ground below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

BEAM, JOINT = 56.0, 2.0
"""How high the mission's beam is, and the joint below it, in px."""
_GAP = 0.031
"""How wide the gap is, as a share of the wall, between what carries the mission and what hangs free beside it."""
_LOWEST, _HIGHEST = 300.0, 900.0
_FIRST, _ROW, _LEAST = 92.0, 112.0, 4.0


@dataclass(frozen=True, slots=True)
class Forest:
    """What is to be laid: what stands right under the mission, what hangs free beside it, and what stands under what.

    Every key stands in one place only. `weights` says of how many leaves a leaf counts (1 where it is silent).
    """

    carried: tuple[str, ...]
    beside: tuple[str, ...]
    under: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """A block: `x` and `w` as shares of the wall (0 to 1), `y` and `h` in px, its row (1 is right under the mission).

    `up` is the key of the block it stands under, empty under the mission and for what hangs free.
    """

    key: str
    up: str
    x: float
    w: float
    y: float
    h: float
    depth: int
    leaf: bool


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall: its blocks, each before what stands under it; the beam from its start, as a share; where the ground lies, in px.

    `beside` is where what hangs free begins, as a share; 1 where nothing does.
    """

    blocks: tuple[Block, ...]
    beam: float
    beside: float
    ground: float

    def mirrored(self) -> Wall:
        """Give the wall as it stands where people read from right to left: the first block at the right."""
        turned = tuple(Block(b.key, b.up, max(0.0, 1 - b.x - b.w), b.w, b.y, b.h, b.depth, b.leaf) for b in self.blocks)
        return Wall(turned, self.beam, self.beside, self.ground)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A key's place in the forest before it is measured."""

    key: str
    up: str
    depth: int


def lay(forest: Forest) -> Wall:
    """Lay a forest as a wall of width 1, from left to right. Without recursion: a chain may be hundreds deep.

    What hangs free begins in the second row: the first is what the mission holds.
    """
    carried = list(_walk(forest, forest.carried, 1))
    beside = list(_walk(forest, forest.beside, 2))
    spots = [*carried, *beside]
    widths = _widths(forest, spots)
    shares = sum(widths[key] for key in (*forest.carried, *forest.beside)) or 1
    gap = _GAP if carried and beside else 0.0
    unit = (1 - gap) / shares
    edge = sum(widths[key] for key in forest.carried) * unit
    starts = _starts(forest, widths, unit, edge + gap)
    tops = _tops(max((spot.depth for spot in spots), default=1))
    blocks = tuple(_block(forest, spot, starts[spot.key], widths[spot.key] * unit, tops) for spot in spots)
    return Wall(blocks, edge if carried else 1.0, edge + gap if beside else 1.0, tops[-1])


def _walk(forest: Forest, roots: tuple[str, ...], depth: int) -> Iterator[_Spot]:
    """Go through what stands under some roots, each before what is below it."""
    waiting = [_Spot(key, "", depth) for key in reversed(roots)]
    while waiting:
        spot = waiting.pop()
        yield spot
        waiting.extend(_Spot(key, spot.key, spot.depth + 1) for key in reversed(forest.under.get(spot.key, ())))


def _widths(forest: Forest, spots: list[_Spot]) -> dict[str, float]:
    """Count, for each key, the leaves that stand under it."""
    widths: dict[str, float] = {}
    for spot in reversed(spots):
        below = forest.under.get(spot.key, ())
        widths[spot.key] = sum(widths[key] for key in below) if below else forest.weights.get(spot.key, 1.0)
    return widths


def _starts(forest: Forest, widths: Mapping[str, float], unit: float, beside: float) -> dict[str, float]:
    """Say where each block begins: the first under another at its start, the next where that one ends."""
    starts: dict[str, float] = {}
    waiting = [(forest.carried, 0.0), (forest.beside, beside)]
    while waiting:
        keys, start = waiting.pop()
        leaves = 0.0
        for key in keys:
            starts[key] = start + leaves * unit
            leaves += widths[key]
            waiting.append((forest.under.get(key, ()), starts[key]))
    return starts


def _tops(rows: int) -> list[float]:
    """Say where each row begins, and at the end where the ground lies; many rows are lower, so that the wall stays in sight."""
    first = BEAM + JOINT
    row = min(_ROW, max(_LEAST, (_HIGHEST - first - _FIRST) / max(1, rows - 1)))
    tops = [0.0, first, *(first + _FIRST + row * at for at in range(rows))]
    tops[-1] = max(tops[-1], _LOWEST)
    return tops


def _block(forest: Forest, spot: _Spot, start: float, width: float, tops: list[float]) -> Block:
    """Lay one block; what carries nothing stands on the ground."""
    leaf = not forest.under.get(spot.key)
    end = tops[-1] if leaf else tops[spot.depth + 1]
    return Block(spot.key, spot.up, start, width, tops[spot.depth], end - tops[spot.depth], spot.depth, leaf)
