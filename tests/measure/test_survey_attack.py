"""An attacker who knows which teams make up which group, and has all that is published, subtracts as best they can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from okrsite.measure.survey.model import ShownGrouping
from okrsite.plan.model import Grouping, SurveyGroup, SurveyQuestion
from tests.measure.surveys import shown_of

STEPS, QUESTIONS, SMALLEST = 4, 3, 10
Teams = frozenset[int]


class World:
    """Some teams and what each answered; they are asked together in groups, and grouped anew in splits."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.teams = range(self.chance.randint(2, 6))
        most = [self.chance.choice([0, 4, 9, 14, 40]) for _ in self.teams]
        self.counts = [[self._counts(most[team]) for team in self.teams] for _ in range(QUESTIONS)]
        self.answered = [max(sum(self.counts[q][t]) for q in range(QUESTIONS)) for t in self.teams]
        self.answered = [many + self.chance.choice([0, 0, 0, 2]) for many in self.answered]
        self.whole = self._grouping("whole", left_out=0)
        self.splits = [self._grouping(f"split-{n}", self.chance.choice([0, 0, 0.2])) for n in range(self._few())]

    def _few(self) -> int:
        return self.chance.choice([0, 1, 1, 2])

    def _counts(self, most: int) -> tuple[int, ...]:
        full = self.chance.random() < 0.7
        many = most if full else self.chance.randint(0, most)
        chosen = [self.chance.randrange(STEPS) for _ in range(many)]
        return tuple(chosen.count(step) for step in range(STEPS))

    def _grouping(self, name: str, left_out: float) -> Grouping:
        """Group the teams by chance, each for itself or several together; a group is called by its teams."""
        seen = [team for team in self.teams if self.chance.random() >= left_out] or [0]
        labels = seen if self.chance.random() < 0.4 else [self.chance.randrange(3) for _ in seen]
        sets = [
            frozenset(t for t, own in zip(seen, labels, strict=True) if own == label) for label in dict.fromkeys(labels)
        ]
        return Grouping(
            name,
            name,
            tuple(
                SurveyGroup(called(teams), called(teams), *[sum(self.answered[t] for t in teams)] * 2) for teams in sets
            ),
            tuple(
                SurveyQuestion(f"q{q}", None, tuple(self._sum(q, teams) for teams in sets)) for q in range(QUESTIONS)
            ),
        )

    def _sum(self, question: int, teams: Teams) -> tuple[int, ...]:
        return tuple(sum(self.counts[question][team][step] for team in teams) for step in range(STEPS))


def called(teams: Teams) -> str:
    return ",".join(map(str, sorted(teams)))


def teams_of(name: str) -> Teams:
    return frozenset(int(team) for part in name.split(" + ") for team in part.split(","))


def worked_out(published: Sequence[Teams], teams: Sequence[int]) -> Iterator[Teams]:
    """Give every set of teams whose answers follow from those of the published sets, by adding and subtracting.

    A set follows when its indicator is orthogonal to all vectors to which the published indicators are.
    """
    unseen = null_space([[Fraction(team in each) for team in teams] for each in published], len(teams))
    for many in range(1, len(teams) + 1):
        for some in combinations(teams, many):
            if all(sum(vector[team] for team in some) == 0 for vector in unseen):
                yield frozenset(some)


def null_space(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    pivots: list[int] = []
    for column in range(width):
        place = len(pivots)
        row = next((row for row in rows[place:] if row[column]), None)
        if row is None:
            continue
        rows.remove(row)
        row = [number / row[column] for number in row]
        rows = [[a - other[column] * b for a, b in zip(other, row, strict=True)] for other in rows]
        rows.insert(place, row)
        pivots.append(column)
    free = [column for column in range(width) if column not in pivots]
    vectors = []
    for column in free:
        vector = [Fraction(column == place) for place in range(width)]
        for row, pivot in zip(rows, pivots, strict=False):
            vector[pivot] = -row[column]
        vectors.append(vector)
    return vectors


def leaks(world: World) -> Iterator[str]:
    """Give each set of teams that has a few answers, and whose answers can be worked out all the same."""
    survey = shown_of(world.whole, *world.splits, smallest=SMALLEST)
    groupings: list[ShownGrouping] = [survey.whole, *survey.splits]
    for number in range(QUESTIONS):
        blocks = [teams_of(group.name) for each in groupings for group in each.questions[number].groups]
        yield from few(world, blocks, [sum(counts) for counts in world.counts[number]])
    yield from few(world, [teams_of(group.name) for each in groupings for group in each.groups], world.answered)


def few(world: World, blocks: Sequence[Teams], sizes: Sequence[int]) -> Iterator[str]:
    for teams in worked_out(blocks, world.teams) if blocks else ():
        if 0 < sum(sizes[team] for team in teams) < SMALLEST:
            yield f"{called(teams)} from {' and '.join(map(called, blocks))}"


def test_an_attacker_works_out_no_small_group_in_a_thousand_surveys() -> None:
    assert [(seed, leak) for seed in range(1000) for leak in leaks(World(seed))] == []


def test_the_attacker_is_no_fool() -> None:
    """A division less one of its two teams, and what counts double in two ways of grouping less a third."""
    division, team = frozenset({0, 1}), frozenset({1})
    assert frozenset({0}) in worked_out([division, team], [0, 1])
    three = [frozenset({0, 1, 4}), frozenset({2, 3}), frozenset({0, 2}), frozenset({1, 3, 4}), frozenset({1, 2, 4})]
    assert frozenset({2}) in worked_out(three, range(5))
    assert list(worked_out([division], [0, 1])) == [division]
