"""The wall: how objectives hold together, the mission on top, each block under what it supports, people on the ground.

Pure: from a forest to placed blocks (`laying`), from their texts to what each has room for (`lettering`), from pairs of
blocks to the arcs below the ground (`arcs`), and from all that to markup (`drawing`).
"""

from okrsite.charts.wall.arcs import Arc, arcs
from okrsite.charts.wall.drawing import Picture, Side, Stone, draw
from okrsite.charts.wall.laying import Block, Forest, Wall, lay
from okrsite.charts.wall.plan import KeyPlan, key_plan, plan_of

__all__ = [
    "Arc",
    "Block",
    "Forest",
    "KeyPlan",
    "Picture",
    "Side",
    "Stone",
    "Wall",
    "arcs",
    "draw",
    "key_plan",
    "lay",
    "plan_of",
]
