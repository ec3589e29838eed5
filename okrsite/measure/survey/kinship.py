"""Which groups are made up of which: the same answers, grouped in several ways, as their counts tell.

Nobody writes down that a division holds three of the teams. Whoever reads the names knows, and can subtract one from
the other; so this finds out, before anything is shown, which groups add up to which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Counts = tuple[int, ...]
Parts = tuple[frozenset[int] | None, ...]
"""For each group of one way of grouping: the groups of another that it is made up of, None where there are none."""

_MOST_PIECES = 32
"""Of more groups than this all that they could add up to would take too long to try."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of grouping answers: each group's counts by question, and how many were asked and answered."""

    asked: Counts
    answered: Counts
    counts: Mapping[str, tuple[Counts, ...]]

    def sizes(self, question: str | None) -> Counts | None:
        """Give how many answers each group has to a question (None: how many of it answered at all)."""
        if question is None:
            return self.answered
        return tuple(map(sum, self.counts[question])) if question in self.counts else None

    def vectors(self, questions: Sequence[str]) -> list[Counts]:
        """Give all that is counted of each group at some questions; without any, how many were asked and answered."""
        if not questions:
            return list(zip(self.asked, self.answered, strict=True))
        by_question = zip(*(self.counts[question] for question in questions), strict=True)
        return [tuple(number for counts in each for number in counts) for each in by_question]


@dataclass(slots=True)
class Effort:
    """How many small steps may still be taken, so that no survey, however odd, keeps anyone waiting."""

    left: int = 1_000_000

    def spend(self, steps: int) -> bool:
        """Tell whether there is enough left, and take it."""
        self.left -= steps
        return self.left >= 0


def shared_questions(ways: Sequence[Way]) -> list[str]:
    """Give the questions that ways of grouping have in common."""
    return [question for question in ways[0].counts if all(question in way.counts for way in ways)]


def parts_in(coarse: Way, fine: Way, effort: Effort) -> Parts | None:
    """Find for each group of one way the groups of another that have exactly its counts together.

    None where that can't be told.
    """
    questions = shared_questions([coarse, fine])
    pieces = fine.vectors(questions)
    found: list[frozenset[int] | None] = []
    for whole in coarse.vectors(questions):
        if not effort.spend(len(pieces) * len(whole)):
            return None
        usable = [place for place, piece in enumerate(pieces) if any(piece) and fits(piece, whole)]
        if len(usable) > _MOST_PIECES or not effort.spend(4 << len(usable) // 2):
            return None
        found.append(_adding_up(whole, [(place, pieces[place]) for place in usable]))
    return tuple(found)


def fits(part: Counts, whole: Counts) -> bool:
    """Tell whether a part could lie in a whole: nowhere has it more."""
    return all(one <= other for one, other in zip(part, whole, strict=True))


def _adding_up(whole: Counts, pieces: Sequence[tuple[int, Counts]]) -> frozenset[int] | None:
    """Find pieces that add up to a whole: sums of one half of them are looked up among the sums of the other."""
    base = sum(map(sum, (whole, *(piece for _, piece in pieces)))) + 1
    numbers = [(place, _as_number(piece, base)) for place, piece in pieces]
    middle, wanted = len(numbers) // 2, _as_number(whole, base)
    first = _sums(numbers[:middle])
    for total, places in _sums(numbers[middle:]).items():
        if wanted - total in first:
            return frozenset(first[wanted - total] + places)
    return None


def _as_number(counts: Counts, base: int) -> int:
    """Write counts as the digits of one number; sums have no carry, since no digit comes near the base."""
    number = 0
    for count in counts:
        number = number * base + count
    return number


def _sums(numbers: Sequence[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    sums: dict[int, tuple[int, ...]] = {0: ()}
    for place, number in numbers:
        for total, places in list(sums.items()):
            sums.setdefault(total + number, (*places, place))
    return sums
