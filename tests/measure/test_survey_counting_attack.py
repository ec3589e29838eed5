"""An attacker wants to know how many of a small group answered, and narrows it down from all that is published.

Who answers a question is among those who answered at all; so what is said of one question bounds the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from okrsite.measure.survey.model import ShownSurvey
from tests.measure.surveys import grouping, shown_of

QUESTIONS, SMALLEST, MANY = ("q1", "q2", "q3"), 10, 10**6
Unknown = tuple[str, str]
"""How many of a group answered a question; `all` stands for any."""


def world(seed: int) -> dict[Unknown, int]:
    """Some groups, how many of each answered, and of these each question; most people answer all."""
    chance = Random(seed)
    answers: dict[Unknown, int] = {}
    for group in map(str, range(chance.randint(2, 6))):
        many = chance.choice([chance.randint(0, 9), chance.randint(5, 15), chance.randint(10, 60)])
        answers["all", group] = many
        for question in QUESTIONS:
            answers[question, group] = many if chance.random() < 0.7 else chance.randint(max(0, many - 3), many)
    return answers


def published(answers: dict[Unknown, int]) -> ShownSurvey:
    groups = [group for question, group in answers if question == "all"]
    asked = [{group: (answers[question, group], 0) for group in groups} for question in QUESTIONS]
    return shown_of(grouping(*asked, answered={group: answers["all", group] for group in groups}), smallest=SMALLEST)


def sums_in(survey: ShownSurvey) -> Iterator[tuple[int, list[Unknown]]]:
    """Give each published number, and of which unknown ones it is the sum."""
    for group in survey.whole.groups:
        yield group.answered, [("all", part) for part in group.name.split(" + ")]
    for question in survey.whole.questions:
        for answers in question.groups:
            yield answers.n, [(question.id, part) for part in answers.name.split(" + ")]


def bounds(answers: dict[Unknown, int]) -> dict[Unknown, tuple[int, int]]:
    """Narrow down each unknown number until nothing follows any more."""
    sums = list(sums_in(published(answers)))
    known: dict[Unknown, tuple[int, int]] = {}
    narrowed = dict.fromkeys(answers, (0, MANY))
    while known != narrowed:
        known = dict(narrowed)
        for total, parts in sums:
            for part in parts:
                others = [narrowed[other] for other in parts if other != part]
                least, most = total - sum(high for _, high in others), total - sum(low for low, _ in others)
                narrowed[part] = max(narrowed[part][0], least), min(narrowed[part][1], most)
        for question, group in answers:
            low, high = narrowed[question, group]
            all_low, all_high = narrowed["all", group]
            narrowed[question, group] = low, min(high, all_high)
            narrowed["all", group] = max(low, all_low), all_high
    return known


def test_how_many_of_a_small_group_answered_does_not_follow_in_a_thousand_surveys() -> None:
    told = [
        (seed, unknown, low)
        for seed in range(1000)
        for answers in [world(seed)]
        for unknown, (low, high) in bounds(answers).items()
        if low == high and 0 < answers[unknown] < SMALLEST
    ]
    assert told == []


def test_the_attacker_is_no_fool() -> None:
    """What is published of a group that stands alone, they know; and what a joined one can be at most."""
    answers: dict[Unknown, int] = {}
    for group, many in {"a": 4, "b": 12, "c": 30}.items():
        answers |= {(question, group): many for question in ("all", *QUESTIONS)}
    known = bounds(answers)
    assert (known["all", "c"], known["q1", "c"], known["q1", "a"]) == ((30, 30), (30, 30), (0, 16))
