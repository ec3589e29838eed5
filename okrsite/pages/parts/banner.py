"""The banner above a page: what nobody should overlook, and where else to go."""

from __future__ import annotations

import datetime as dt

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Banner, Link
from okrsite.plan.model import Objective


def objective_banner(sheet: Sheet, objective: MeasuredObjective) -> Banner | None:
    """Say above an objective that it is shown as of a past day, of a cycle that has ended, at rest, or not agreed yet.

    Which day that is stands on the about page alone, so that a page stays the same from day to day.
    """
    if max(_days(objective.plan), default=sheet.site.as_of) > sheet.site.as_of:
        return Banner(
            "as-of", sheet.say("banner.as_of"), "", Link(sheet.say("banner.which_day"), sheet.href(addresses.ABOUT))
        )
    if sheet.site.cycles[objective.plan.cycle].state == "past":
        return archived(sheet, sheet.say("banner.archived", cycle=sheet.cycle_of(objective).title))
    if objective.state in ("draft", "proposed", "open", "paused", "dropped"):
        return Banner(objective.state, sheet.say(f"banner.{objective.state}"))
    return None


def _days(objective: Objective) -> list[dt.date]:
    """Give the days on which something was written about an objective, or happened to it."""
    endings = (objective.closed, objective.dropped, objective.paused)
    days = [ending.day for ending in endings if ending is not None]
    days += [check_in.day for check_in in objective.check_ins]
    days += [ask.day for ask in objective.asks]
    days += [change.day for change in objective.changed]
    return days + [r.day for key_result in objective.key_results for r in key_result.readings if r.day is not None]


def archived(sheet: Sheet, text: str) -> Banner:
    """Mark a page as archived, with a link to the cycle that runs now, if there is one."""
    return Banner("archived", text, sheet.say("state.archived"), _now(sheet))


def _now(sheet: Sheet) -> Link | None:
    """Link to the first cycle that runs now."""
    for cycle in sheet.site.shown_cycles:
        if sheet.site.cycles[cycle].state == "current":
            there = sheet.cycle(cycle)
            return Link(sheet.say("banner.go", cycle=there.text), there.href)
    return None
