"""The line of a cycle on a page, in the words of the language."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.charts.cycle_line import Captions, cycle_line, weeks
from okrsite.measure.model import CycleOnDay
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link


@dataclass(frozen=True, slots=True)
class Ruler:
    """The line of a cycle, and the cycle it is of."""

    cycle: Link
    drawing: Html


def ruler(sheet: Sheet, cycle: CycleOnDay) -> Ruler:
    """Draw where the site's day lies in a cycle."""
    plan = cycle.plan
    span = weeks(plan.start, plan.end, sheet.site.as_of)
    start, end = sheet.day(plan.start).text, sheet.day(plan.end).text
    dates = {"cycle": plan.title, "start": sheet.speech.long_date(plan.start), "end": sheet.speech.long_date(plan.end)}
    captions = Captions(
        start=sheet.say("ruler.start", day=start),
        end=sheet.say("ruler.end", day=end),
        today=sheet.say("ruler.today", week=span.now, weeks=span.all),
        sentence=sheet.say("ruler.running", week=span.now, weeks=span.all, **dates)
        if span.running
        else sheet.say("ruler.dates", **dates),
    )
    return Ruler(sheet.cycle(plan.id), Html(cycle_line(span, captions, mirrored=sheet.mirrored)))
