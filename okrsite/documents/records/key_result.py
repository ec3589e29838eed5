"""Key results, their readings and milestones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from okrsite.documents import arithmetic
from okrsite.documents.dated import Readings
from okrsite.documents.lines import Line
from okrsite.written import (
    Confidence,
    Date,
    Done,
    Fault,
    Flag,
    Id,
    Ids,
    Name,
    Names,
    Quantity,
    Record,
    Score,
    Text,
    Weight,
    key,
    record,
)


@record
class Reading(Record):
    """A reading of a key result or a health metric: numbers without words."""

    date: Date = key("the day it was read")
    value: Quantity = key("what was read")
    confidence: Confidence | None = key("0 to 10: how sure the team is to get there", default=None)
    note: Line | None = key("a word about it", default=None)


@record
class Milestone(Record):
    """A step of a key result."""

    id: Id | None = key("its id; without one, made from the title", default=None)
    title: Text = key("what is done then")
    done: Done | None = key("whether it is done, or the day it was", default=None)
    due: Date | None = key("the day it should be done", default=None)
    weight: Weight | None = key("above 0; without it, 1", default=None)


@record
class KeyResult(Record):
    """How a team will know."""

    also_holds: ClassVar[Mapping[str, Any]] = {"anyOf": [{"required": ["title"]}, {"required": ["same_as"]}]}

    title: Text | None = key("what is true then; required but for `same_as`", default=None)
    id: Id | None = key("its id; without one, made from the title", default=None)
    start: Quantity | None = key("where it began", default=None)
    target: Quantity | None = key("what is aimed for", default=None)
    unit: Text | None = key("what is counted", default=None)
    at_least: Quantity | None = key("a guard rail: never below", default=None)
    at_most: Quantity | None = key("a guard rail: never above", default=None)
    milestones: tuple[Milestone, ...] | None = key("steps, done or not", default=None)
    done: Done | None = key("yes or no, or the day it was done", default=None)
    find_out: Flag | None = key("true: any reading is the result", default=None)
    current: Quantity | None = key("a reading without a day, for teams that begin", default=None)
    owner: Name | None = key("who looks after it; without one, the objective's first", default=None)
    weight: Weight | None = key("above 0; without it, 1", default=None)
    due: Date | None = key("the day it should be reached", default=None)
    teams: Names = key("others that carry it too", default=())
    source: Text | None = key("where the number comes from: text or address", default=None)
    note: Line | None = key("a word about it", default=None)
    score: Score | None = key("0 to 1: the team's own at the end", default=None)
    pairs_with: Text | None = key("the guard rail, or `health:<id>`, that keeps it honest", default=None)
    readings: Readings[Reading] = key("numbers without words: a list, or a map from day to value", default=())
    same_as: Text | None = key("the key result that this one is, `<objective>#<key result>`", default=None)

    def faults(self, written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a missing title, two kinds at once, and numbers that contradict each other."""
        yield from arithmetic.of_key_result(self, written)


@record
class HealthFile(Record):
    """`health/<slug>.md`: what must not get worse. The text below is shown on its page."""

    id: Id | None = key("its id; without one, the file's name", default=None)
    title: Text = key("what is watched")
    unit: Text | None = key("what is counted", default=None)
    at_least: Quantity | None = key("never below", default=None)
    at_most: Quantity | None = key("never above", default=None)
    team: Name | None = key("the team that counts", default=None)
    source: Text | None = key("where the number comes from", default=None)
    readings: Readings[Reading] = key("a list, or a map from day to value", default=())
    aliases: Ids = key("earlier ids; their addresses lead here", default=())

    def faults(self, written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find numbers that contradict each other."""
        yield from arithmetic.of_health(self, written)
