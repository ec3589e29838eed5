"""When the next word of an objective is due, and whether it has gone quiet: none for half as long again as is hoped for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from okrsite.measure.model import CycleOnDay, MeasuredKeyResult
from okrsite.plan.model import CheckIn, State


def last_word(check_ins: Iterable[CheckIn], key_results: Iterable[MeasuredKeyResult]) -> date | None:
    """Give the day of the last check-in or dated reading.

    Readings of a `same_as` are a word about the other objective, not about this one.
    """
    said = [check_in.day for check_in in check_ins]
    read = [k.value_date for k in key_results if k.plan.same_as is None and k.value_date is not None]
    return max([*said, *read], default=None)


def is_quiet(state: State, cycle: CycleOnDay | None, last: date | None, day: date, check_in_every: int) -> bool:
    """Tell whether an active objective of a current cycle has been silent for more than 1.5 × `check_in_every` days.

    They are counted from its last word or the cycle's start, whichever is later.
    """
    since = _silent_since(state, cycle, last)
    return since is not None and 2 * (day - since).days > 3 * check_in_every


def next_word(state: State, cycle: CycleOnDay | None, last: date | None, check_in_every: int) -> date | None:
    """Give the day by which the next word of an active objective of a current cycle is hoped for; None of any other.

    It is `check_in_every` days after its last word or the cycle's start, whichever is later.
    """
    since = _silent_since(state, cycle, last)
    return since + timedelta(days=check_in_every) if since is not None else None


def _silent_since(state: State, cycle: CycleOnDay | None, last: date | None) -> date | None:
    if state != "active" or cycle is None or cycle.state != "current":
        return None
    return max(last or cycle.plan.start, cycle.plan.start)
