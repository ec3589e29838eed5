"""Dates of cycles: from their names and the fiscal year, else from `cycles/<id>.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from okrsite.plan.model import Cycle

_YEAR = re.compile(r"(?:(?P<year>[0-9]{4})|FY(?P<fiscal>[0-9]{4}|[0-9]{2}))(?:-(?P<part>H[12]|T[1-3]|Q[1-4]))?")
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")
_MONTHS_OF = {"H": 6, "T": 4, "Q": 3}
_MONTHS = 12

UNDATED = date(9000, 1, 1)
"""Where a cycle without usable dates is put, so that all else in it can still be looked at."""


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """When a year begins: its first month (1 to 12), and whether it is named after the year of its start or its end."""

    start: int = 1
    named: str = "start"


def dates_of(name: str, fiscal: FiscalYear) -> tuple[date, date] | None:
    """Read first and last day from the name of a cycle; None for any name that doesn't say them.

    >>> dates_of("2026-Q2", FiscalYear(start=4, named="end"))
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    """
    if month := _MONTH.fullmatch(name):
        return _months(int(month["year"]), int(month["month"]), 1)
    found = _YEAR.fullmatch(name)
    if found is None:
        return None
    year = int(found["year"] or found["fiscal"])
    if found["fiscal"] and len(found["fiscal"]) == len("26"):
        year += 2000
    if fiscal.named == "end" and fiscal.start > 1:
        year -= 1
    part = found["part"]
    if part is None:
        return _months(year, fiscal.start, _MONTHS)
    length = _MONTHS_OF[part[0]]
    return _months(year, fiscal.start + length * (int(part[1]) - 1), length)


def _months(year: int, first: int, count: int) -> tuple[date, date] | None:
    """Give the days of `count` months from the `first` of a year; months past December are those of the next."""
    start, after = _first_day(year, first), _first_day(year, first + count)
    return (start, after - timedelta(days=1)) if start and after else None


def _first_day(year: int, month: int) -> date | None:
    years, month = divmod(month - 1, _MONTHS)
    return date(year + years, month + 1, 1) if date.min.year <= year + years <= date.max.year else None


def length(cycle: Cycle) -> int:
    """Count the days of a cycle."""
    return (cycle.end - cycle.start).days + 1
