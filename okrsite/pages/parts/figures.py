"""Numbers as pages show them: whole, with their unit, or brief, where the unit stands nearby already."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from okrsite.pages.ground import Sheet


def figure(sheet: Sheet, value: Decimal, unit: str | None) -> str:
    """Write a number with its unit."""
    return sheet.speech.quantity(value, unit)


def brief(sheet: Sheet, value: Decimal, unit: str | None) -> str:
    """Write a number with a unit of one sign only (`%`, `€`); a longer one is left to the words beside it."""
    return sheet.speech.quantity(value, unit if unit and len(unit) == 1 else None)


def way_gone(sheet: Sheet, progress: Fraction) -> str:
    """Say how far something has come, as a percentage; 100% only when it is all of the way."""
    percent = round(progress * 100)
    nearly = percent == 100 and progress < 1  # noqa: PLR2004 - per cent
    return sheet.speech.quantity(Decimal(99 if nearly else percent), "%")
