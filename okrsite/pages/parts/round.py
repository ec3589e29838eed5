"""Check-ins as lists on other pages show them: who said what about which objective, with a dot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html, Link
from okrsite.pages.parts.marks import Confidence, confidence_of
from okrsite.pages.parts.words import words
from okrsite.pages.register import Written
from okrsite.plan.model import CheckIn


@dataclass(frozen=True, slots=True)
class Told:
    """A check-in in a list: when, who, of which team, about what, how sure, in which words. `said` is empty without a word on that."""

    day: Day
    by: Link | None
    team: Link
    objective: Link
    confidence: Confidence
    said: str
    say: Html


def told(sheet: Sheet, written: Written) -> Told:
    """Give a check-in in a list."""
    there = sheet.measured(written.ref)
    check_in = there.check_ins[written.at]
    confidence = confidence_of(sheet, check_in.confidence, check_in.status, days_given=True)
    return Told(
        day=sheet.day(check_in.day),
        by=sheet.person(check_in.by) if check_in.by else None,
        team=sheet.team(there.plan.team),
        objective=sheet.objective(written.ref),
        confidence=confidence,
        said=confidence.text if check_in.confidence is not None or check_in.status else "",
        say=words(sheet, check_in.learned or check_in.blocked or check_in.next),
    )


def has_words(check_in: CheckIn) -> bool:
    """Tell whether a check-in says anything but numbers."""
    return bool(check_in.learned or check_in.blocked or check_in.next)


def day_of(sheet: Sheet, written: Written) -> dt.date:
    """Give the day of a check-in."""
    return sheet.measured(written.ref).check_ins[written.at].day
