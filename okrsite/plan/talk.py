"""Check-ins, asks and replies, linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from okrsite.documents import records
from okrsite.plan.desk import Desk
from okrsite.plan.model import Ask, CheckIn, ReadValue, Reply
from okrsite.plan.names import named
from okrsite.plan.references import resolve
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Spoken:
    """A check-in as written, and the desk it is linked at."""

    record: records.CheckIn
    desk: Desk

    @property
    def place(self) -> tuple[date, str, int]:
        """Its day, then its source: the order of check-ins."""
        return self.record.date, self.desk.document.source.path, self.record.line


def check_in_of(spoken: Spoken, readings: Mapping[str, ReadValue], body: bool) -> CheckIn:  # noqa: FBT001 - whether the file's text is what was learned
    """Link a check-in whose readings are understood already."""
    record, desk = spoken.record, spoken.desk
    replies = _replies(record.replies, desk)
    learned = desk.prose(record.learned, "learned")
    if body and learned is None:
        learned = desk.body(desk.document.body)
    return CheckIn(
        day=record.date,
        by=desk.person(record.by, "by"),
        confidence=record.confidence,
        status=record.status,
        readings=readings,
        learned=learned,
        blocked=desk.prose(record.blocked, "blocked"),
        next=desk.prose(record.next, "next"),
        ask=_ask_within(record, desk, replies),
        replies=replies,
        origin=desk.origin(record),
    )


def _ask_within(record: records.CheckIn, desk: Desk, replies: tuple[Reply, ...]) -> Ask | None:
    """Link the ask of a check-in: its day and asker are the check-in's unless it says others; so are the replies."""
    if record.ask is None:
        return None
    by = None if record.ask.by else desk.person(record.by, "by")
    return ask_of(record.ask, desk, record.date, by, replies)


def ask_of(record: records.Ask, desk: Desk, day: date, by: str | None = None, replies: tuple[Reply, ...] = ()) -> Ask:
    """Link an ask; `day` and `by` hold where it gives none, `replies` are beside its own."""
    desk = desk.into(record)
    return Ask(
        objective=desk.objective or "",
        day=record.date or day,
        by=desk.person(record.by, "by") if record.by else by,
        what=desk.text(record.what, "what"),
        of=_asked_of(record.of, desk),
        of_text=record.of,
        until=record.until,
        replies=tuple(sorted((*_replies(record.replies, desk), *replies), key=lambda reply: reply.day)),
        origin=desk.origin(record),
    )


def _asked_of(text: str | None, desk: Desk) -> Target | None:
    """Find the team or person that words name; any other words are just that."""
    if not text:
        return None
    if text.startswith(("team:", "person:")):
        return desk.found(resolve(text, desk.here, desk.names), lambda: desk.span("of"))
    if team := desk.names.things.get("team", {}).get(text):
        return Target("team", team)
    person = desk.names.people.known(named(text).name)
    return Target("person", person) if person else None


def _replies(replies: Iterable[records.Reply], desk: Desk) -> tuple[Reply, ...]:
    linked = [_reply(reply, desk.into(reply)) for reply in replies]
    return tuple(sorted(linked, key=lambda reply: reply.day)) if linked else ()


def _reply(record: records.Reply, desk: Desk) -> Reply:
    return Reply(record.date, desk.person(record.by, "by"), desk.text(record.text, "text"), record.answers)
