"""What became of what an objective's team tells and asks, and of the answers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import Ask, CheckIn, Reply
from okrsite.review.model import AskOf, CheckInOf, Detail, Replied
from okrsite.review.pairing import essence, paired


def talk_details(before: MeasuredObjective | None, after: MeasuredObjective) -> Iterator[Detail]:
    """Say which check-ins, asks and replies are new, gone or worded otherwise; of a new objective all are new."""
    yield from _check_ins(before.check_ins if before else (), after.check_ins)
    yield from _asks(before.asks if before else (), after.asks)


def _check_ins(before: Iterable[CheckIn], after: Iterable[CheckIn]) -> Iterator[Detail]:
    for was, now in paired(before, after, essence, _whose):
        if was is None or now is None or _own_words(was) != _own_words(now):
            yield CheckInOf(was, now)
        if now:
            asked = {essence(reply) for reply in (now.ask.replies if now.ask else ())}
            known = {essence(reply) for reply in (was.replies if was else ())}
            new = (reply for reply in now.replies if essence(reply) not in asked | known)
            yield from (Replied(reply, None, now.day) for reply in new)


def _asks(before: Iterable[Ask], after: Iterable[Ask]) -> Iterator[Detail]:
    for was, now in paired(before, after, _asking, _whose):
        if was is None or now is None or _asking(was) != _asking(now):
            yield AskOf(was, now)
        if now:
            yield from (Replied(reply, now, now.day) for reply in _new(was.replies if was else (), now.replies))


def _new(before: Iterable[Reply], after: Iterable[Reply]) -> Iterator[Reply]:
    known = {essence(reply) for reply in before}
    return (reply for reply in after if essence(reply) not in known)


def _whose(said: CheckIn | Ask) -> Hashable:
    return said.day, said.by


def _own_words(check_in: CheckIn) -> Hashable:
    """Give what a check-in says, without its ask and the replies, which are told for themselves."""
    said = check_in
    words = (said.learned, said.blocked, said.next, said.readings)
    return said.day, said.by, said.confidence, said.status, essence(words)


def _asking(ask: Ask) -> Hashable:
    return ask.day, ask.by, ask.what.source, ask.of_text, ask.until
