"""How many of a small group answered: what of it follows from how many of joined groups answered each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from okrsite.measure.survey.joining import Blocks
from okrsite.measure.survey.kinship import Counts, Effort

_NO_BOUND = 10**40
_ROUNDS = 50
Bounds = dict[str | None, list[int]]


def counted_out(
    sizes: Mapping[str | None, Counts], blocks: Mapping[str | None, Blocks], smallest: int, effort: Effort
) -> bool:
    """Tell whether it follows how many of a group of fewer than `smallest` answered, at all (None) or a question.

    Both mappings are by question. Those who answer a question are among those who answered at all, so what is shown
    at one question bounds the others. True also where it would take too long to tell.
    """
    least = {question: [0] * len(many) for question, many in sizes.items()}
    most = {question: [_NO_BOUND] * len(many) for question, many in sizes.items()}
    totals = [(q, block, sum(sizes[q][place] for place in block)) for q, each in blocks.items() for block in each]
    for _ in range(_ROUNDS):
        before = [[*bounds] for bounds in (*least.values(), *most.values())]
        if not effort.spend(sum(map(len, before))):
            return True
        for question, block, total in totals:
            _narrow(block, total, least[question], most[question])
        _hold_together(least, most)
        if before == [*least.values(), *most.values()]:
            return any(
                low == high and 0 < many < smallest
                for question in sizes
                for low, high, many in zip(least[question], most[question], sizes[question], strict=True)
            )
    return True


def _narrow(block: Sequence[int], total: int, least: list[int], most: list[int]) -> None:
    """Bound each part of a block by its total and the bounds of the others."""
    low, high = sum(least[place] for place in block), sum(most[place] for place in block)
    for place in block:
        at_least, at_most = total - (high - most[place]), total - (low - least[place])
        least[place], most[place] = max(least[place], at_least), min(most[place], at_most)


def _hold_together(least: Bounds, most: Bounds) -> None:
    """Let nobody answer a question who did not answer at all."""
    for question in least:
        most[question] = list(map(min, most[question], most[None]))
        least[None] = list(map(max, least[question], least[None]))
