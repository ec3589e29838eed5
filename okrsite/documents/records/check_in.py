"""Check-ins, asks and answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as day
from typing import ClassVar, Literal

from okrsite.documents.faults import ends_before_it_starts
from okrsite.documents.lines import Line
from okrsite.documents.read_values import ReadValue
from okrsite.written import Choice, Confidence, Date, Fault, Flag, Name, Record, Text, key, record

_STATUSES = {
    "on-track": "we expect to get there",
    "at-risk": "it could go either way",
    "off-track": "not at this pace",
}


@record
class Reply(Record):
    """An answer."""

    by: Name | None = key("who answers", default=None)
    date: Date = key("the day")
    text: Line = key("the answer")
    answers: Flag = key("whether the question is answered by it", default=False)


@record
class Ask(Record):
    """A question to everyone; within a check-in it has the check-in's date where it gives none."""

    date: Date | None = key("the day; within a check-in, the check-in's", default=None)
    by: Name | None = key("who asks", default=None)
    what: Line = key("the question, in a sentence")
    of: Text | None = key("a team, a person, or words", default=None)
    until: Date | None = key("when it is needed by", default=None)
    replies: tuple[Reply, ...] = key("what was answered", default=())

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a question that is needed by a day before it was asked."""
        yield from ends_before_it_starts(self.date, self.until, "date", "until")


@record
class DatedAsk(Ask):
    """A question to everyone, apart from a check-in."""

    date: Date = key("the day")


@record
class CheckInReading(Record):
    """A reading in a check-in. A plain value is read as `{value: …}`."""

    shorthand: ClassVar[str | None] = "value"

    value: ReadValue = key("what was read, true, or the milestones that are done")
    confidence: Confidence | None = key("0 to 10; without it, the check-in's", default=None)
    note: Line | None = key("a word about it", default=None)


@record
class CheckIn(Record):
    """A check-in: what was seen, how sure the team is, what it needs. Only `date` is required."""

    date: Date = key("the day")
    by: Name | None = key("who writes", default=None)
    confidence: Confidence | None = key("0 to 10: how sure the team is to get there", default=None)
    status: Choice[Literal["on-track", "at-risk", "off-track"]] | None = key(
        "what the team says; never computed", default=None, each=_STATUSES
    )
    readings: dict[Text, CheckInReading] = key("key result → value", default={})
    learned: Line | None = key("what was learned", default=None)
    blocked: Line | None = key("what is in the way", default=None)
    ask: Ask | None = key("a question to everyone", default=None)
    next: Line | None = key("what comes next", default=None)
    replies: tuple[Reply, ...] = key("what others said", default=())

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a question without a day of its own that is needed by a day before the check-in's."""
        if self.ask and self.ask.date is None:
            yield from _needed_before(self.date, self.ask.until)


@record
class CheckInFile(CheckIn):
    """A check-in apart from its objective: a file under `check-ins/`, or an entry of a list there."""

    objective: Text = key("the objective it is about")


@record
class CheckInsFile(Record):
    """A list of check-ins apart from their objectives: a YAML file under `check-ins/`."""

    check_ins: tuple[CheckInFile, ...] = key("the check-ins, each with its `objective`", default=())


def _needed_before(asked: day, until: day | None) -> Iterable[Fault]:
    if until and until < asked:
        yield Fault(
            "bad-date",
            ("ask", "until"),
            f"`until` is {until}, before the check-in, which is of {asked}.",
            "Is one of the two a slip of the pen?",
        )
