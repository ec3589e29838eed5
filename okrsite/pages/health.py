"""Health metrics: what must not get worse while objectives are chased; each with its readings, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import MeasuredHealth
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import name_key
from okrsite.pages.page import Blank, Block, Day, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.contact import is_web
from okrsite.pages.parts.figures import figure
from okrsite.pages.parts.history import Measure, chart_of_all_days
from okrsite.pages.parts.key_result import bounds_said
from okrsite.pages.parts.shelves import Shelf, by_cycle, shelves
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register
from okrsite.plan.model import Reading
from okrsite.targets import Target

_READINGS = 120
_WATCHED = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a health metric stands: its last reading with the day, where it must stay, and whether it does, in words."""

    value: str
    day: Day | None
    bounds: str
    held: str


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A health metric in the list."""

    metric: Link
    team: Link | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class HealthsView:
    """The list of health metrics."""

    title: str
    lede: str
    rows: tuple[HealthRow, ...]
    parts: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Read:
    """One reading in the table."""

    day: Day | None
    value: str
    note: Html


@dataclass(frozen=True, slots=True)
class HealthView:
    """Everything the page of a health metric says."""

    crumbs: tuple[Link, ...]
    title: str
    about: Html
    standing: Standing
    chart: Html
    readings: tuple[Read, ...]
    more: str
    team: Link | None
    source: Link | None
    watched: tuple[Shelf, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the list of health metrics and the page of each."""
    site = ground.site
    metrics = sorted(site.health.values(), key=lambda metric: (name_key(metric.plan.title), metric.plan.id))
    parts = split(addresses.HEALTH, metrics, lambda m: 700 + 2 * len(m.plan.title.encode()), lambda m: m.plan.title)
    for part in parts:
        yield blank(part.address, _list, Sheet(ground, part.address), metrics[part.start : part.stop], parts, part)
    for metric in metrics:
        address = addresses.address_of(Target("health", metric.plan.id))
        yield blank(address, _page, Sheet(ground, address), register, metric)


def _list(sheet: Sheet, metrics: Sequence[MeasuredHealth], parts: Sequence[Part], part: Part) -> Page:
    """Give one page of the list."""
    name = sheet.say("health.title")
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    rows = tuple(_row(sheet, metric) for metric in metrics)
    empty = "" if rows else sheet.say("health.empty")
    view = HealthsView(name, sheet.say("health.lede"), rows, part_links(sheet, parts), empty)
    blocks = (Block(sheet.say("block.sheet"), title),)
    return Page(part.address, "healths.html", view, Head(title, view.lede, blocks=blocks))


def _row(sheet: Sheet, metric: MeasuredHealth) -> HealthRow:
    """Give one health metric of the list."""
    return HealthRow(sheet.health(metric.plan.id), _team(sheet, metric), _standing(sheet, metric))


def _team(sheet: Sheet, metric: MeasuredHealth) -> Link | None:
    """Link to the team that counts."""
    return sheet.team(metric.plan.team) if metric.plan.team else None


def _standing(sheet: Sheet, metric: MeasuredHealth) -> Standing:
    """Say where a health metric stands."""
    plan = metric.plan
    held = "" if metric.held is None else sheet.say("kr.held" if metric.held else "kr.not_held")
    return Standing(
        value=sheet.say("kr.no_reading") if metric.value is None else figure(sheet, metric.value, plan.unit),
        day=sheet.day(metric.value_date) if metric.value_date else None,
        bounds=bounds_said(sheet, plan.at_least, plan.at_most, plan.unit),
        held=held,
    )


def _page(sheet: Sheet, register: Register, metric: MeasuredHealth) -> Page:
    """Give the page of one health metric."""
    plan = metric.plan
    measure = Measure(
        key="h",
        title=plan.title,
        unit=plan.unit,
        readings=metric.readings,
        at_least=plan.at_least,
        at_most=plan.at_most,
    )
    latest = list(reversed(metric.readings))
    watched = by_cycle(sheet, register.watched_by.get(plan.id, ()))
    over = len(latest) - _READINGS
    view = HealthView(
        crumbs=(Link(sheet.say("health.title"), sheet.href(addresses.HEALTH)),),
        title=plan.title,
        about=words(sheet, plan.body),
        standing=_standing(sheet, metric),
        chart=chart_of_all_days(sheet, measure),
        readings=tuple(_read(sheet, metric, reading) for reading in latest[:_READINGS]),
        more=sheet.say("more", n=over) if over > 0 else "",
        team=_team(sheet, metric),
        source=Link(plan.source, plan.source.strip() if is_web(plan.source) else None) if plan.source else None,
        watched=shelves(sheet, watched[:_WATCHED]),
        empty="" if metric.readings else sheet.say("health.no_reading"),
    )
    blocks = (
        Block(sheet.say("block.sheet"), sheet.say("health.sheet", title=plan.title)),
        *source_block(sheet, plan.origin),
        permanent_block(sheet),
    )
    description = excerpt(plain_words(sheet, plan.body)) or sheet.say("health.lede")
    return Page(sheet.address, "health.html", view, Head(plan.title, description, blocks=blocks), plan.origin)


def _read(sheet: Sheet, metric: MeasuredHealth, reading: Reading) -> Read:
    """Give one reading."""
    day = Day(reading.day.isoformat(), sheet.speech.date(reading.day)) if reading.day else None
    return Read(day, figure(sheet, reading.value, metric.plan.unit), words(sheet, reading.note))
