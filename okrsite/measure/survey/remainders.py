"""What is left when blocks of one way of grouping are taken from blocks of another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from okrsite.measure.survey.joining import Blocks
from okrsite.measure.survey.kinship import Counts, Effort, Way, fits

_MOST_BLOCKS = 8
"""Of more blocks than this not all unions are looked at, but each block and all together."""

_MOST_PAIRS = 1_024

_TELLING = 10
"""So many counts must fit before a block is taken to lie within another; fewer do so by chance."""


@dataclass(frozen=True, slots=True)
class Union:
    """Several blocks taken together: how many answers to a question, and all that is counted of them."""

    size: int
    counts: Counts
    all: bool


def unions(way: Way, blocks: Blocks, question: str | None, questions: Sequence[str]) -> list[Union]:
    """Give the unions of a way's blocks by size; `questions` are those whose counts are compared."""
    sizes, vectors = way.sizes(question) or (), way.vectors(questions)
    singles = [
        Union(sum(sizes[place] for place in block), _summed([vectors[place] for place in block]), len(blocks) == 1)
        for block in blocks
    ]
    if len(blocks) > _MOST_BLOCKS:
        whole = Union(sum(sizes), _summed(vectors), all=True)
        return sorted([*singles, whole], key=lambda union: union.size)
    found = []
    for chosen in range(1, 1 << len(singles)):
        parts = [single for number, single in enumerate(singles) if chosen >> number & 1]
        counts = _summed([part.counts for part in parts])
        found.append(Union(sum(part.size for part in parts), counts, len(parts) == len(singles)))
    return sorted(found, key=lambda union: union.size)


def few_more(larger: Sequence[Union], smaller: Sequence[Union], smallest: int, effort: Effort) -> bool:
    """Tell whether one union may lie within another that has a few more answers: these few could be worked out.

    It may where it has nowhere more. That all answers of one way lie among those of the other is certain enough even
    where little is counted. A few that are counted twice are found as well. True also where it would take too long.
    """
    sizes = [union.size for union in smaller]
    for whole in larger:
        near = smaller[bisect_right(sizes, whole.size - 2 * smallest) : bisect_right(sizes, whole.size - 1)]
        if not effort.spend(1 + len(near)):
            return True
        if any(_leaves_few(whole, part, smallest) for part in near):
            return True
    return False


def _leaves_few(whole: Union, part: Union, smallest: int) -> bool:
    if not (whole.all or part.all or len(part.counts) >= _TELLING) or not fits(part.counts, whole.counts):
        return False
    left = [more - less for more, less in zip(whole.counts, part.counts, strict=True)]
    return whole.size - part.size < smallest or all(number % 2 == 0 for number in left)


def both(some: Sequence[Union], others: Sequence[Union]) -> list[Union]:
    """Give each union of one way taken together with each of another, by size; of too many, none."""
    if len(some) * len(others) > _MOST_PAIRS:
        return []
    pairs = (Union(a.size + b.size, _summed([a.counts, b.counts]), all=False) for a in some for b in others)
    return sorted(pairs, key=lambda union: union.size)


def _summed(vectors: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*vectors, strict=True)))
