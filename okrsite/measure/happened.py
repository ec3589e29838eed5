"""What has happened by a day: whatever bears a later date is left out, and the state is the one that held then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from okrsite.plan.model import Ask, Change, CheckIn, Ending, Objective, Reply, State

_ENDINGS: tuple[State, ...] = ("paused", "closed", "dropped")


def check_ins_until(check_ins: Iterable[CheckIn], day: date) -> tuple[CheckIn, ...]:
    """Give the check-ins on or before a day, each with the ask and the replies of then."""
    return tuple(_check_in_on(check_in, day) for check_in in check_ins if check_in.day <= day)


def asks_until(objective: Objective, day: date) -> tuple[Ask, ...]:
    """Give all asks of an objective on or before a day, those of its check-ins included, by day and source."""
    in_check_ins = (check_in.ask for check_in in objective.check_ins if check_in.ask is not None)
    asks = dict.fromkeys((*objective.asks, *in_check_ins))
    happened = (_ask_on(ask, day) for ask in asks if ask.day <= day)
    return tuple(sorted(happened, key=lambda ask: (ask.day, ask.origin)))


def changes_until(changes: Iterable[Change], day: date) -> tuple[Change, ...]:
    """Give the changes on or before a day, by day."""
    return tuple(sorted((change for change in changes if change.day <= day), key=lambda change: change.day))


def ending_until(ending: Ending | None, day: date) -> Ending | None:
    """Give an ending if it has come by a day."""
    return ending if ending is not None and ending.day <= day else None


def state_on(objective: Objective, day: date) -> State:
    """Give the state of an objective on a day: what its last ending until then made of it, `active` before the first."""
    dated = zip(_ENDINGS, (objective.paused, objective.closed, objective.dropped), strict=True)
    endings = [(ending.day, rank, state) for rank, (state, ending) in enumerate(dated) if ending is not None]
    happened = [ending for ending in endings if ending[0] <= day]
    if happened:
        return max(happened)[-1]
    return "active" if endings else objective.state


def _check_in_on(check_in: CheckIn, day: date) -> CheckIn:
    replies = _replies_until(check_in.replies, day)
    ask = _ask_on(check_in.ask, day) if check_in.ask is not None and check_in.ask.day <= day else None
    if replies == check_in.replies and ask == check_in.ask:
        return check_in
    return replace(check_in, replies=replies, ask=ask)


def _ask_on(ask: Ask, day: date) -> Ask:
    replies = _replies_until(ask.replies, day)
    return ask if replies == ask.replies else replace(ask, replies=replies)


def _replies_until(replies: tuple[Reply, ...], day: date) -> tuple[Reply, ...]:
    return tuple(reply for reply in replies if reply.day <= day)
