"""Pulse surveys: counts only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from okrsite.documents import counting
from okrsite.documents.faults import too_small_a_group
from okrsite.documents.lines import Line
from okrsite.written import Count, Counts, Date, Fault, Id, Record, Text, Whole, key, record


@record
class SurveyGroup(Record):
    """Who was asked together."""

    id: Id = key("its id")
    name: Text = key("what it is called")
    asked: Count = key("how many people were asked")
    answered: Count = key("how many answered")

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a group of nobody, and more answers than people who were asked."""
        if not self.asked and not self.answered:
            yield Fault("wrong-type", ("asked",), f"In {self.id} nobody was asked.", "Leave the group out.")
        if self.answered > self.asked:
            words = f"{self.answered} answered, and only {self.asked} were asked."
            yield Fault("wrong-type", ("answered",), words, "Count again.")


@record
class SurveyScale(Record):
    """The steps of an answer."""

    from_: Whole = key("the lowest", alias="from")
    to: Whole = key("the highest")
    low: Text | None = key("what the lowest means", default=None)
    high: Text | None = key("what the highest means", default=None)

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a scale that is turned round, or has fewer than two steps."""
        yield from counting.of_scale(self.from_, self.to)


@record
class SurveyQuestion(Record):
    """A statement, and how many of each group chose each step."""

    id: Id = key("its id; the same in several surveys is one line over time")
    text: Line | None = key("the statement", default=None)
    counts: Mapping[Text, Counts] = key("group → how many chose each step")


@record
class SurveySplit(Record):
    """The same answers grouped in another way."""

    id: Id = key("its id")
    title: Text = key("what it is called")
    groups: tuple[SurveyGroup, ...] = key("the groups")
    questions: tuple[SurveyQuestion, ...] = key("the questions", default=())


_ROWS = ("answers", "comments", "names", "participants", "people", "respondents", "responses", "rows")
_NO_ROWS = (
    "survey-small",
    "single answers and names give people away; a survey here holds counts only.",
    "Count how many of each group chose each step, under `counts`.",
)


@record
class SurveyFile(Record):
    """`surveys/<slug>.yaml`: a pulse survey. Counts only: no rows of answers, no names."""

    refuses: ClassVar[Mapping[str, tuple[str, str, str]]] = dict.fromkeys(_ROWS, _NO_ROWS)

    id: Id | None = key("its id; without one, the file's name", default=None)
    title: Text | None = key("its title", default=None)
    date: Date = key("the day it closed")
    about: Line | None = key("why it was asked, and what to keep in mind", default=None)
    min_group: Whole | None = key("at least 5; groups of fewer answers are not shown", default=None)
    groups: tuple[SurveyGroup, ...] = key("who was asked")
    scale: SurveyScale = key("the steps of an answer")
    questions: tuple[SurveyQuestion, ...] = key("the statements")
    splits: tuple[SurveySplit, ...] = key("the same answers grouped in another way", default=())
    learned: Line | None = key("what was learned", default=None)

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find what could give a person away, and counts that contradict each other."""
        yield from too_small_a_group(self.min_group, "min_group")
        yield from counting.of_survey(self)
