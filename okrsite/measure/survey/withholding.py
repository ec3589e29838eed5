"""What several ways of grouping the same answers give away together, and what is joined further so that they don't."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from okrsite.measure.survey.joining import Blocks, joined, joined_further
from okrsite.measure.survey.kinship import Effort, Parts, Way, parts_in, shared_questions
from okrsite.measure.survey.participation import counted_out
from okrsite.measure.survey.remainders import Union, both, few_more, unions

Shown = Mapping[int, Blocks]
"""The blocks that are shown at a question, by the place of their way of grouping."""


@dataclass(slots=True)
class Answers:
    """The same answers, grouped in several ways, and what is shown of them so far, by question."""

    ways: Sequence[Way]
    shown: dict[str | None, dict[int, Blocks]] = field(default_factory=lambda: defaultdict(dict))
    effort: Effort = field(default_factory=Effort)
    kin: dict[tuple[int, int], Parts | None] = field(default_factory=dict)

    def show(self, place: int, question: str | None, smallest: int) -> Blocks:
        """Join the groups of one way at a question, and remember what is shown. None is who answered at all, asked last.

        Too small groups are joined first. While the result would give a small group away beside what is shown already,
        the smallest are joined further; in the end nothing is shown.
        """
        sizes = self.ways[place].sizes(question) or ()
        blocks = joined(sizes, smallest)
        while blocks and (
            self._gives_away(question, {**self.shown[question], place: blocks}, smallest, place)
            or (question is None and self._counts_out(place, blocks, smallest))
        ):
            blocks = joined_further(blocks, sizes) if self.effort.left >= 0 else ()
        if blocks:
            self.shown[question][place] = blocks
        return blocks

    def _counts_out(self, place: int, blocks: Blocks, smallest: int) -> bool:
        way = self.ways[place]
        shown: dict[str | None, Blocks] = {question: self.shown[question].get(place, ()) for question in way.counts}
        shown[None] = blocks
        sizes = {question: way.sizes(question) or () for question in shown}
        return counted_out(sizes, shown, smallest, self.effort)

    def _gives_away(self, question: str | None, shown: Shown, smallest: int, newest: int) -> bool:
        others = [other for other in shown if other != newest]
        return bool(others) and (
            any(self._remainder(question, shown, smallest, (newest, other)) for other in others)
            or any(self._among_three(question, shown, smallest, (newest, *two)) for two in combinations(others, 2))
            or any(self._overlap(question, shown, smallest, fine) for fine in range(len(self.ways)))
        )

    def _remainder(self, question: str | None, shown: Shown, smallest: int, places: Sequence[int]) -> bool:
        """Find blocks of one way that, taken together, hold a few answers more than blocks of the other."""
        mine, theirs = self._unions(question, shown, places)
        return few_more(mine, theirs, smallest, self.effort) or few_more(theirs, mine, smallest, self.effort)

    def _among_three(self, question: str | None, shown: Shown, smallest: int, places: Sequence[int]) -> bool:
        """Find blocks of one way that hold a few answers more, or fewer, than blocks of two others together."""
        of = self._unions(question, shown, places)
        return any(
            not self.effort.spend(len(two))
            or few_more(of[one], two, smallest, self.effort)
            or few_more(two, of[one], smallest, self.effort)
            for one in range(3)
            for two in [both(of[one - 1], of[one - 2])]
        )

    def _unions(self, question: str | None, shown: Shown, places: Sequence[int]) -> list[list[Union]]:
        questions = shared_questions([self.ways[place] for place in places])
        found = [unions(self.ways[place], shown[place], question, questions) for place in places]
        self.effort.spend(sum(map(len, found)))
        return found

    def _overlap(self, question: str | None, shown: Shown, smallest: int, fine: int) -> bool:
        """Find a few answers that lie in the same block of each way: all that can be worked out is made up of such.

        The groups of `fine` are the pieces in which it is known what lies where.
        """
        sizes = self.ways[fine].sizes(question)
        if sizes is None:
            return False
        places = []
        for way, blocks in shown.items():
            parts = self._parts(way, fine)
            if parts is None and fine in shown:
                return True
            if parts is not None:
                places.append(_where(blocks, parts))
        if not self.effort.spend(len(sizes) * len(places)):
            return True
        cells: Counter[tuple[int | None, ...]] = Counter()
        for piece, size in enumerate(sizes):
            cells[tuple(where.get(piece) for where in places)] += size
        return any(0 < size < smallest for cell, size in cells.items() if any(block is not None for block in cell))

    def _parts(self, coarse: int, fine: int) -> Parts | None:
        pair = coarse, fine
        if pair not in self.kin:
            whole, pieces = self.ways[coarse], self.ways[fine]
            same = tuple(frozenset({place}) for place in range(len(whole.answered)))
            self.kin[pair] = same if coarse == fine else parts_in(whole, pieces, self.effort)
        return self.kin[pair]


def _where(blocks: Blocks, parts: Parts) -> dict[int, int]:
    """Give the block that each piece lies in; of a block with a part that is in no pieces none is known."""
    where: dict[int, int] = {}
    for number, block in enumerate(blocks):
        pieces = [parts[place] for place in block]
        if None not in pieces:
            where |= {piece: number for each in pieces if each for piece in each}
    return where
