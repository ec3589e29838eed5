"""Are we still talking: whether there was a check-in in the last four weeks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import Counted, Question, listed, share_said, trend

_FOUR_WEEKS = dt.timedelta(days=28)


def talking(sheet: Sheet, now: Moment, before: Sequence[Moment]) -> Question | None:
    """Ask it of the objectives under way; one whose cycle began less than four weeks ago is not called quiet."""
    if sheet.site.cycles[now.cycle.id].state == "upcoming":
        return None
    there = under_way(now)
    if not there:
        return None
    silent = [objective for objective in there if not has_checked_in(objective, now.day)]
    quiet = [one for one in silent if sheet.cycle_of(one).start + _FOUR_WEEKS <= now.day]
    when = sheet.say("practice.talk.then" if now.past else "practice.talk.now")
    return Question(
        key="talk",
        title=sheet.say("practice.talk.title"),
        said=share_said(sheet, "talk", (len(there) - len(silent), len(there)), when=when),
        note=sheet.say("practice.talk.young") if len(quiet) < len(silent) else "",
        may=sheet.say("practice.talk.may"),
        cannot=sheet.say("practice.talk.cannot"),
        trend=trend(sheet, "practice.talk.line", (*before, now), _count),
        lists=listed(sheet, "practice.talk.quiet", quiet),
    )


def has_checked_in(objective: MeasuredObjective, day: dt.date) -> bool:
    """Tell whether an objective had a check-in in the four weeks that end with a day."""
    return any(day - _FOUR_WEEKS < check_in.day <= day for check_in in objective.check_ins)


def under_way(moment: Moment) -> list[MeasuredObjective]:
    """Give the objectives that there was something to say of.

    Now those are the active ones. At the end of a cycle, when all are closed, they are those that were neither closed nor
    dropped nor paused when its last four weeks began.
    """
    if not moment.past:
        return [objective for objective in moment.objectives if objective.state == "active"]
    return [objective for objective in moment.objectives if not _over(objective, moment.day - _FOUR_WEEKS)]


def _over(objective: MeasuredObjective, day: dt.date) -> bool:
    """Tell whether an objective had come to rest by a day; without a date one that is dropped or paused had, closed not."""
    endings = [ending for ending in (objective.closed, objective.dropped, objective.paused) if ending is not None]
    if endings:
        return any(ending.day <= day for ending in endings)
    return objective.state in ("dropped", "paused")


def _count(moment: Moment) -> Counted | None:
    """Count who talked; None where no objective of then has a check-in at all: they may have been written elsewhere."""
    there = under_way(moment)
    if not any(objective.check_ins for objective in there):
        return None
    return sum(has_checked_in(objective, moment.day) for objective in there), len(there)
