"""How healthy is our way of setting objectives: questions about the whole, each with what it may and what it can't mean.

Nothing here is about how well anybody does. It is counted for the cycles shown now and, where it has a course, at the ends
of earlier ones. There is no row for a team or a person that could be sorted, and no average.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Page, blank
from okrsite.pages.parts.practice.across import Across, across
from okrsite.pages.parts.practice.aims import aims
from okrsite.pages.parts.practice.asked import asked
from okrsite.pages.parts.practice.carried import carried
from okrsite.pages.parts.practice.moments import Moment, before, now
from okrsite.pages.parts.practice.reasons import reasons
from okrsite.pages.parts.practice.section import Question
from okrsite.pages.parts.practice.sources import sources
from okrsite.pages.parts.practice.talking import talking
from okrsite.pages.parts.practice.told import Told, told
from okrsite.pages.register import Register


@dataclass(frozen=True, slots=True)
class PracticeView:
    """Everything the page says. Questions that have no answer yet are left out; without any, `empty` says how to begin."""

    title: str
    lede: str
    first: tuple[Question, ...]
    across: Across | None
    then: tuple[Question, ...]
    told: Told | None
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the practice page."""
    yield blank(addresses.PRACTICE, _page, ground, register)


def _page(ground: Ground, register: Register) -> Page:
    sheet = Sheet(ground, addresses.PRACTICE)
    moment = now(sheet, register)
    earlier = before(sheet, register, moment) if moment else ()
    checks = told(sheet, register)
    view = PracticeView(
        title=sheet.say("practice.title"),
        lede=sheet.say("practice.lede"),
        first=_first(sheet, register, moment, earlier) if moment else (),
        across=across(sheet, moment) if moment else None,
        then=_then(sheet, register, moment, earlier) if moment else (),
        told=checks if moment or checks.rules or checks.accepted else None,
        empty="" if moment else sheet.say("practice.empty"),
    )
    blocks = (
        Block(sheet.say("block.sheet"), _sheet_name(sheet, moment)),
        Block(sheet.say("practice.counted"), sheet.say("practice.counted_from")),
    )
    head = Head(view.title, view.lede, "practice", blocks=blocks, styles=("practice.css",))
    return Page(addresses.PRACTICE, "practice.html", view, head)


def _first(sheet: Sheet, register: Register, moment: Moment, earlier: Sequence[Moment]) -> tuple[Question, ...]:
    """Give the questions of where objectives stand and come from."""
    asked_of = (reasons(sheet, moment, earlier), carried(sheet, register, moment), sources(sheet, moment, earlier))
    return tuple(question for question in asked_of if question)


def _then(sheet: Sheet, register: Register, moment: Moment, earlier: Sequence[Moment]) -> tuple[Question, ...]:
    """Give the questions of how we go about them."""
    asked_of = (talking(sheet, moment, earlier), asked(sheet, moment), aims(sheet, register, moment.cycle))
    return tuple(question for question in asked_of if question)


def _sheet_name(sheet: Sheet, moment: Moment | None) -> str:
    """Name what is drawn on this sheet."""
    if moment is None:
        return sheet.say("practice.sheet_bare")
    cycles = sheet.speech.listing(sheet.site.cycles[cycle].plan.title for cycle in moment.cycles)
    return sheet.say("practice.sheet", cycles=cycles)
