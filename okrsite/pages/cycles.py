"""The list of cycles: what we set out to do, and what we learned from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import CycleOnDay
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank
from okrsite.pages.parts.outcomes import outcomes
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register


@dataclass(frozen=True, slots=True)
class CycleRow:
    """A cycle in the list: its days, where it stands, what it is about or what came of it."""

    cycle: Link
    days: str
    about: Html
    came: str


@dataclass(frozen=True, slots=True)
class CyclesView:
    """The list of cycles, the newest first."""

    title: str
    lede: str
    rows: tuple[CycleRow, ...]
    parts: tuple[Link, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the list of cycles."""
    cycles = cycles_newest_first(ground.site)
    parts = split(addresses.CYCLES, cycles, _weigh, lambda cycle: cycle.plan.title)
    for part in parts:
        yield blank(part.address, _page, Sheet(ground, part.address), register, cycles, parts, part)


def _weigh(cycle: CycleOnDay) -> int:
    """Guess what a row weighs."""
    return 700 + 2 * len(cycle.plan.title.encode()) + (len(cycle.plan.about.html.encode()) if cycle.plan.about else 0)


def _page(sheet: Sheet, register: Register, cycles: Sequence[CycleOnDay], parts: Sequence[Part], part: Part) -> Page:
    """Give one page of the list."""
    name = sheet.say("cycles.title")
    view = CyclesView(
        title=name,
        lede=sheet.say("cycles.lede"),
        rows=tuple(_row(sheet, register, cycle) for cycle in cycles[part.start : part.stop]),
        parts=part_links(sheet, parts),
        empty="" if cycles else sheet.say("cycles.empty"),
    )
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    head = Head(title, view.lede, "cycles", blocks=(Block(sheet.say("block.sheet"), title),))
    return Page(part.address, "cycles.html", view, head)


def _row(sheet: Sheet, register: Register, cycle: CycleOnDay) -> CycleRow:
    """Give one cycle."""
    plan = cycle.plan
    there = [sheet.measured(ref) for ref in register.of_cycle.get(plan.id, ())]
    state = "closed" if cycle.closed else cycle.state
    days = sheet.say(f"cycles.{state}", days=sheet.speech.between(plan.start, plan.end))
    ended = outcomes(sheet, there) if cycle.state == "past" else ""
    company = Counter(o.company for o in there)
    first = sheet.speech.count(company[True])
    set_out = (
        sheet.say("cycles.set_out", n=company[False], company=first[:1].upper() + first[1:]) if company[True] else ""
    )
    count = sheet.say("cycles.count", n=len(there))
    return CycleRow(sheet.cycle(plan.id), days, words(sheet, plan.about), ended or set_out or count)
