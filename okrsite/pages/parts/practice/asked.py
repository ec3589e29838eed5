"""Do asks get an answer: how many, how soon, and which have waited long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from okrsite import addresses
from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import Question, joined, listed, share_said, squared
from okrsite.plan.model import Ask

_TWO_WEEKS = dt.timedelta(days=14)
_SEVERAL = 2


def asked(sheet: Sheet, now: Moment) -> Question:
    """Ask it of all asks of the cycles shown, of whatever state their objectives are: a draft may ask as well."""
    asks = [ask for ask in sheet.site.asks if sheet.measured(ask.objective).plan.cycle in now.cycles]
    answered = [ask for ask in asks if is_answered(ask)]
    waiting = [ask for ask in asks if not is_answered(ask) and sheet.site.as_of - ask.day > _TWO_WEEKS]
    rows = (
        ("full", "practice.asks.answered", len(answered)),
        ("half", "practice.asks.open", len(asks) - len(answered) - len(waiting)),
        ("hollow", "practice.asks.old", len(waiting)),
    )
    return Question(
        key="asks",
        title=sheet.say("practice.asks.title"),
        said=_said(sheet, asks, answered),
        may=sheet.say("practice.asks.may" if asks else "practice.asks.nothing_may"),
        cannot=sheet.say("practice.asks.cannot") if asks else "",
        squares=squared(sheet, "practice.square_ask", rows),
        lists=listed(sheet, "practice.asks.waiting", _objectives(sheet, waiting), addresses.ASKS),
    )


def _objectives(sheet: Sheet, asks: Sequence[Ask]) -> list[MeasuredObjective]:
    """Give the objectives that asks are about, those of the oldest first, each once."""
    oldest = sorted(asks, key=lambda ask: ask.day)
    return [sheet.measured(ref) for ref in dict.fromkeys(ask.objective for ask in oldest)]


def _said(sheet: Sheet, asks: Sequence[Ask], answered: Sequence[Ask]) -> tuple[Piece, ...]:
    """Say how many are answered, and within how many days half of them were."""
    if not asks:
        return (Piece(sheet.say("practice.asks.nothing")),)
    share = share_said(sheet, "asks", (len(answered), len(asks)))
    if not answered:
        return share
    key = "practice.asks.half" if len(answered) >= _SEVERAL else "practice.asks.took"
    days = middle([waited(ask) for ask in answered])
    if not days:
        return joined(share, (Piece(sheet.say(f"{key}_day")),))
    return joined(share, stressed(sheet, key, n=days))


def waited(ask: Ask) -> int:
    """Count the days from an ask to the reply that settled it; an answer never comes before its ask."""
    return max(0, (min(reply.day for reply in ask.replies if reply.answers) - ask.day).days)


def middle(days: Sequence[int]) -> int:
    """Give the fewest days within which half of the answers came: the lower median.

    >>> middle([3, 5, 3]), middle([9, 1])
    (3, 1)
    """
    return sorted(days)[(len(days) - 1) // 2]
