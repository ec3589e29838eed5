"""Joining groups that are too small to stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

Blocks = tuple[tuple[int, ...], ...]
"""Groups by their places in the file: each block is what is shown as one, in the file's order within and without."""
Heap = list[tuple[int, tuple[int, ...]]]


def joined(sizes: Sequence[int], smallest: int) -> Blocks:
    """Join the smallest group with the next smallest until none has fewer than `smallest`; of equal ones, the first.

    Nothing is left where all of them together are fewer.
    """
    if sum(sizes) < smallest:
        return ()
    heap: Heap = [(size, (place,)) for place, size in enumerate(sizes)]
    heapify(heap)
    while heap[0][0] < smallest:
        _join_two(heap)
    return _in_order(heap)


def joined_further(blocks: Blocks, sizes: Sequence[int]) -> Blocks:
    """Join the smallest block with the next smallest; a last one goes altogether."""
    if len(blocks) < 2:  # noqa: PLR2004 - it takes two to join
        return ()
    heap = [(sum(sizes[place] for place in block), block) for block in blocks]
    heapify(heap)
    _join_two(heap)
    return _in_order(heap)


def _join_two(heap: Heap) -> None:
    size, block = heappop(heap)
    more, other = heappop(heap)
    heappush(heap, (size + more, tuple(sorted(block + other))))


def _in_order(heap: Heap) -> Blocks:
    return tuple(sorted(block for _, block in heap))
