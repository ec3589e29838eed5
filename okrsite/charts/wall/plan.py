"""The key plan: the whole wall, small, drawn once for all pages; each page fills in its own objective and its way up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from okrsite.charts.wall.laying import Block, Wall

WIDTH, _HEIGHT, _BEAM, _GAP = 320.0, 104.0, 12.5, 2.0
_NARROWEST, _LOWEST = 7.0, 3.0
_MOST = 100


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """A wall at the size of a key plan: what stands in the background as markup; by key its blocks as pieces of a path, and what they stand under."""

    backdrop: str
    shapes: Mapping[str, str]
    up: Mapping[str, str]


def plan_of(wall: Wall) -> KeyPlan:
    """Draw a wall small. Of a large one only its widest blocks are drawn, at most 100; what is too small to see is left out."""
    tops = sorted({block.y for block in wall.blocks})
    top = tops[0] if tops else 0.0
    scale = (_HEIGHT - _BEAM - _GAP) / ((wall.ground - top) or 1)
    seen = [b for b in wall.blocks if b.w * WIDTH >= _NARROWEST and b.h * scale >= _LOWEST]
    widest = sorted(seen, key=lambda b: (-b.w, b.x, b.y))[:_MOST]
    kept = sorted(widest, key=lambda b: (b.y, b.x))
    shapes = {block.key: _rect(block, top, scale) for block in wall.blocks}
    path = "".join(shapes[block.key] for block in kept)
    beam = f'<path class="beam" d="M0 0H{_n(wall.beam * WIDTH)}V{_n(_BEAM)}H0z"/>'
    ground = f'<path class="gr" d="M0 {_n(_HEIGHT)}H{_n(WIDTH)}"/>'
    return KeyPlan(
        f'{beam}<path class="st" d="{path}"/>{ground}', shapes, {block.key: block.up for block in wall.blocks}
    )


def key_plan(plan: KeyPlan, key: str, *, rightward: bool = True) -> str:
    """Draw the key plan with one block filled in, and what it stands under outlined; empty where it has no block."""
    if key not in plan.shapes:
        return ""
    own, *ups = list(_upward(plan, key))
    path = "".join(ups)
    way = f'<path class="up" d="{path}"/>' if path else ""
    here = f'<path class="here" d="{own}"/>'
    turned = "" if rightward else f' transform="matrix(-1 0 0 1 {_n(WIDTH)} 0)"'
    return (
        f'<svg viewBox="0 0 {_n(WIDTH)} {_n(_HEIGHT + 1)}" aria-hidden="true"><g{turned}>'
        f"{plan.backdrop}{way}{here}</g></svg>"
    )


def _upward(plan: KeyPlan, key: str) -> Iterator[str]:
    """Give the shape of a block, and of what it stands under, up to the mission."""
    while key:
        yield plan.shapes[key]
        key = plan.up[key]


def _rect(block: Block, top: float, scale: float) -> str:
    """Draw a block as a piece of a path, at least as large as can be seen."""
    x, y = block.x * WIDTH, _BEAM + _GAP + (block.y - top) * scale
    width, height = max(block.w * WIDTH - 1.2, 1.6), max(block.h * scale - 1.2, 1.6)
    return f"M{_n(x + 0.6)} {_n(y + 0.6)}h{_n(width)}v{_n(height)}h-{_n(width)}z"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
