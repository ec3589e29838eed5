"""How sure a team is: what it said last, never computed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from okrsite.plan.model import CheckIn, KeyResult, Kind, Reading

Status = Literal["on-track", "at-risk", "off-track"]

_WITHOUT_NUMBERS = (Kind.MILESTONES, Kind.YES_NO)


def confidence_of_key_result(key_result: KeyResult, last: Reading | None, day: date) -> int | None:
    """Give the confidence of a key result on a day: that of its last reading, None where that came without.

    `last` is the last reading of a number; milestones and yes-or-no are read in check-ins only.
    """
    if key_result.kind not in _WITHOUT_NUMBERS:
        return last.confidence if last else None
    told = [told for told in key_result.told if told.day <= day]
    return max(told, key=lambda told: told.day).confidence if told else None


def confidence_of_objective(check_ins: tuple[CheckIn, ...]) -> tuple[int | None, date | None]:
    """Give the last confidence that a check-in gave (they come by day), and its day."""
    given = [(c.confidence, c.day) for c in check_ins if c.confidence is not None]
    return given[-1] if given else (None, None)


def status_of_objective(check_ins: tuple[CheckIn, ...]) -> Status | None:
    """Give the last status that a check-in gave, in the team's own word."""
    return next((check_in.status for check_in in reversed(check_ins) if check_in.status is not None), None)
