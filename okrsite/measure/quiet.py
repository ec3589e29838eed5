"""Whether an objective has gone quiet: no word of it for half as long again as the organisation hopes for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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
    if state != "active" or cycle is None or cycle.state != "current":
        return False
    since = max(last or cycle.plan.start, cycle.plan.start)
    return 2 * (day - since).days > 3 * check_in_every
