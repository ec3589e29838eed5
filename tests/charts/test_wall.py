"""The laws of the wall: a block lies under what it supports, no two overlap, widths follow the leaves, arcs end at blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.charts.wall import Block, Forest, Wall, arcs, key_plan, lay, plan_of
from okrsite.charts.wall.laying import BEAM

_NEAR = 1e-9
LAW = settings(deadline=None, derandomize=True)


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Forests of up to 40 blocks, each under an earlier one, under the mission, or beside."""
    homes = draw(st.lists(st.integers(-2, 39), max_size=40))
    under: dict[str, list[str]] = {}
    carried: list[str] = []
    beside: list[str] = []
    for at, home in enumerate(homes):
        if 0 <= home < at:
            under.setdefault(f"b{home}", []).append(f"b{at}")
        else:
            (beside if home == -1 else carried).append(f"b{at}")
    return Forest(tuple(carried), tuple(beside), {key: tuple(keys) for key, keys in under.items()})


def by_key(wall: Wall) -> dict[str, Block]:
    return {block.key: block for block in wall.blocks}


def leaves(forest: Forest, key: str) -> int:
    return sum(leaves(forest, child) for child in forest.under.get(key, ())) or 1


def overlap(a: Block, b: Block) -> bool:
    beside = a.x + a.w <= b.x + _NEAR or b.x + b.w <= a.x + _NEAR
    above = a.y + a.h <= b.y + _NEAR or b.y + b.h <= a.y + _NEAR
    return not (beside or above)


@LAW
@given(forests())
def test_every_objective_has_one_block(forest: Forest) -> None:
    keys = [*forest.carried, *forest.beside, *(key for keys in forest.under.values() for key in keys)]
    assert sorted(block.key for block in lay(forest).blocks) == sorted(keys)


@LAW
@given(forests())
def test_a_block_lies_under_the_one_it_supports(forest: Forest) -> None:
    wall = by_key(lay(forest))
    for key, children in forest.under.items():
        above = wall[key]
        for child in (wall[name] for name in children):
            assert child.up == key
            assert child.y == above.y + above.h
            assert above.x - _NEAR <= child.x
            assert child.x + child.w <= above.x + above.w + _NEAR


@LAW
@given(forests())
def test_no_two_blocks_overlap(forest: Forest) -> None:
    blocks = lay(forest).blocks
    assert not [(a.key, b.key) for at, a in enumerate(blocks) for b in blocks[at + 1 :] if overlap(a, b)]


@LAW
@given(forests())
def test_widths_follow_the_leaves(forest: Forest) -> None:
    wall = by_key(lay(forest))
    units = [block.w / leaves(forest, key) for key, block in wall.items()]
    assert all(abs(a - b) < _NEAR for a, b in pairwise(units))


@LAW
@given(forests())
def test_what_carries_nothing_stands_on_the_ground(forest: Forest) -> None:
    wall = lay(forest)
    for block in wall.blocks:
        assert block.leaf == (not forest.under.get(block.key))
        assert (block.y + block.h == wall.ground) if block.leaf else (block.y + block.h < wall.ground)


@LAW
@given(forests())
def test_the_mission_lies_over_what_carries_it_and_over_nothing_else(forest: Forest) -> None:
    wall = lay(forest)
    for block in wall.blocks:
        assert block.y >= BEAM
    for key in forest.carried:
        assert by_key(wall)[key].x + by_key(wall)[key].w <= wall.beam + _NEAR
    for key in forest.beside:
        assert by_key(wall)[key].x >= wall.beside - _NEAR
        assert by_key(wall)[key].depth == 2
    if forest.carried and forest.beside:
        assert wall.beam < wall.beside


@LAW
@given(forests())
def test_the_wall_fills_its_width(forest: Forest) -> None:
    blocks = lay(forest).blocks
    if blocks:
        assert min(block.x for block in blocks) == pytest.approx(0)
        assert max(block.x + block.w for block in blocks) == pytest.approx(1)


@LAW
@given(forests())
def test_the_same_forest_gives_the_same_wall(forest: Forest) -> None:
    assert lay(forest) == lay(
        Forest(forest.carried, forest.beside, {key: forest.under[key] for key in reversed(list(forest.under))})
    )


@LAW
@given(forests())
def test_mirrored_the_first_stands_at_the_right_and_twice_mirrored_is_as_before(forest: Forest) -> None:
    wall = lay(forest)
    turned = wall.mirrored()
    for a, b in zip(wall.blocks, turned.blocks, strict=True):
        assert (a.key, a.up, a.y, a.h, a.depth) == (b.key, b.up, b.y, b.h, b.depth)
        assert a.x + a.w / 2 == pytest.approx(1 - (b.x + b.w / 2))
    again = turned.mirrored().blocks
    assert [b.x for b in again] == pytest.approx([b.x for b in wall.blocks])


@LAW
@given(forests(), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=20))
def test_arcs_begin_and_end_at_their_blocks_and_are_seen(forest: Forest, pairs: list[tuple[int, int]]) -> None:
    wall = by_key(lay(forest))
    named = [(f"b{a}", f"b{b}") for a, b in pairs]
    drawn = arcs(wall, named, 1200)
    assert [(arc.start, arc.end) for arc in drawn] == [(a, b) for a, b in named if a in wall and b in wall and a != b]
    for arc in drawn:
        start, end = wall[arc.start], wall[arc.end]
        assert start.x - _NEAR <= arc.x1 <= start.x + start.w + _NEAR
        assert end.x - _NEAR <= arc.x2 <= end.x + end.w + _NEAR
        assert arc.x1 != arc.x2
        assert arc.depth > 0


def test_a_chain_of_thousands_is_laid_without_recursion_and_stays_in_sight() -> None:
    under = {f"b{at}": (f"b{at + 1}",) for at in range(3000)}
    wall = lay(Forest(("b0",), (), under))
    assert len(wall.blocks) == 3001
    assert all(block.h > 0 for block in wall.blocks)


def test_a_folded_block_may_be_wider_than_a_leaf() -> None:
    wall = by_key(lay(Forest(("a", "b"), (), {}, {"b": 3.0})))
    assert wall["b"].w == pytest.approx(3 * wall["a"].w)


@LAW
@given(forests())
def test_the_key_plan_of_any_wall_is_small_and_shows_any_block(forest: Forest) -> None:
    wall = lay(forest)
    plan = plan_of(wall)
    for block in wall.blocks:
        drawn = key_plan(plan, block.key)
        assert drawn.count('class="here"') == 1
        assert len(drawn) < 6000


def test_the_key_plan_of_thousands_weighs_no_more_than_a_small_one() -> None:
    under = {f"a{at}": tuple(f"b{at}-{n}" for n in range(100)) for at in range(100)}
    plan = plan_of(lay(Forest(tuple(under), (), under)))
    assert len(key_plan(plan, "b50-50")) < 6000
