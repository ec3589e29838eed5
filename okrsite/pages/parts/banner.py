"""The banner above what has ended: that it is kept as it was, and the way to what runs now."""

from __future__ import annotations

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Banner, Link


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
