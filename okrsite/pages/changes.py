"""What moved, in words: check-ins, new drafts, targets changed, asks and answers, endings; the newest first.

What does not fit on one page stands month by month on pages of their own. These never change when something new
comes, but for their last part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, groupby, takewhile

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.entries import GROUPS, Entry, entry
from okrsite.pages.parts.entry_weight import weight
from okrsite.pages.parts.events import Event, newest
from okrsite.pages.parts.sieve import Choice, by_name
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.register import Register

_HEAVY = 80_000
"""What the entries of one page may weigh; they are guessed too heavy rather than too light."""
_MANY = 4_000
"""From so many events on the pages of months are brief: who would read on, goes to the objective."""


@dataclass(frozen=True, slots=True)
class Week:
    """What moved in one week, which begins on a Monday."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year that have pages of their own, the latest first."""

    title: str
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What moved, on one page; `teams`, `groups` (all there can be) and `cycles` are what its filter offers, `counted` says how much there is.

    `parts` are the pages of a month in several, `beside` the months before and after; `years` the months that have
    pages of their own.
    """

    title: str
    lede: str
    weeks: tuple[Week, ...]
    teams: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    cycles: tuple[Choice, ...]
    count: int
    counted: str
    crumbs: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    beside: tuple[Link, ...] = ()
    years: tuple[Year, ...] = ()


@dataclass(frozen=True, slots=True)
class _Month:
    """A month with pages of its own: its first day, what happened in it from its first day on, how it is cut."""

    day: date
    events: tuple[Event, ...]
    parts: tuple[Part, ...]
    brief: bool


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give what moved: the latest on one page, and each month on its own where that page does not hold all."""
    sheet = Sheet(ground, addresses.CHANGES)
    happened = newest(sheet, register)
    totals = accumulate(weight(sheet, event) for event in happened)
    fitting = sum(1 for _ in takewhile(lambda total: total <= _HEAVY, totals))
    months = _months(sheet, happened) if fitting < len(happened) else ()
    yield blank(addresses.CHANGES, _latest, sheet, happened[: max(1, fitting)], months)
    for at, month in enumerate(months):
        for part in month.parts:
            yield blank(part.address, _of_month, Sheet(ground, part.address), months, at, part)


def _months(sheet: Sheet, newest: Sequence[Event]) -> tuple[_Month, ...]:
    """Gather events by month, the earliest first, and cut each month from its beginning, so that its first pages stay."""
    months, brief = [], len(newest) > _MANY
    for (year, month), there in groupby(reversed(newest), lambda event: (event.day.year, event.day.month)):
        day, happened = date(year, month, 1), tuple(there)
        address = addresses.changes_of(day.isoformat()[:7])
        parts = split(
            address, happened, lambda e: weight(sheet, e, brief=brief), lambda e: sheet.speech.day(e.day), _HEAVY
        )
        months.append(_Month(day, happened, parts, brief))
    return tuple(months)


def _latest(sheet: Sheet, newest: Sequence[Event], months: Sequence[_Month]) -> Page:
    """Give the page of what moved last, with the ways to all months where there are pages of months."""
    years = tuple(
        Year(sheet.speech.year(date(year, 1, 1)), tuple(_link(sheet, month) for month in there))
        for year, there in groupby(reversed(months), lambda month: month.day.year)
    )
    view = _view(sheet, newest, sheet.say("changes.title"), sheet.say("changes.lede"))
    counted = sheet.say("changes.latest", n=view.count) if years else view.counted
    return _page(sheet, replace(view, years=years, counted=counted), view.title)


def _of_month(sheet: Sheet, months: Sequence[_Month], at: int, part: Part) -> Page:
    """Give one page of a month."""
    month = months[at]
    there = month.events[part.start : part.stop][::-1]
    named = sheet.say("changes.of_month", month=sheet.speech.month_year(month.day))
    view = replace(
        _view(sheet, there, named, sheet.say("changes.month_lede"), brief=month.brief),
        crumbs=(Link(sheet.say("changes.title"), sheet.href(addresses.CHANGES)),),
        parts=part_links(sheet, month.parts),
        beside=tuple(_beside(sheet, months, at)),
    )
    return _page(sheet, view, named if len(month.parts) == 1 else sheet.say("part.title", title=named, part=part.name))


def _beside(sheet: Sheet, months: Sequence[_Month], at: int) -> Iterator[Link]:
    """Link to the months before and after."""
    for key, other in (("earlier", at - 1), ("later", at + 1)):
        if 0 <= other < len(months):
            there = _link(sheet, months[other])
            yield Link(sheet.say(f"changes.{key}", month=there.text), there.href)


def _link(sheet: Sheet, month: _Month) -> Link:
    """Link to a month: to the page of its last days."""
    return Link(sheet.speech.month_year(month.day), sheet.href(month.parts[-1].address))


def _view(sheet: Sheet, newest: Sequence[Event], title: str, lede: str, *, brief: bool = False) -> ChangesView:
    """Tell events week by week, with a filter of what there is."""
    weeks = tuple(
        Week(
            f"w:{monday.isoformat()}", _week(sheet, monday), tuple(entry(sheet, event, brief=brief) for event in there)
        )
        for monday, there in groupby(newest, lambda event: event.day - timedelta(days=event.day.weekday()))
    )
    told = [one for week in weeks for one in week.entries]
    site, cycles = sheet.site, {one.cycle for one in told}
    return ChangesView(
        title=title,
        lede=lede,
        weeks=weeks,
        teams=by_name({team: site.teams[team].name for one in told for team in one.teams}),
        groups=tuple(Choice(group, sheet.say(f"changes.kind.{group}")) for group in GROUPS),
        cycles=tuple(Choice(c.plan.id, c.plan.title) for c in cycles_newest_first(site) if c.plan.id in cycles),
        count=len(told),
        counted=sheet.say("changes.all", n=len(told)),
    )


def _week(sheet: Sheet, monday: date) -> str:
    return sheet.say("changes.week", day=sheet.speech.long_date(monday))


def _page(sheet: Sheet, view: ChangesView, title: str) -> Page:
    head = Head(
        title,
        view.lede,
        blocks=(Block(sheet.say("block.sheet"), title),),
        styles=("filter.css", "changes.css"),
        scripts=("filter.js",),
    )
    return Page(sheet.address, "changes.html", view, head)
