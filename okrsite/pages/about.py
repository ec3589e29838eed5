"""How to read these pages: the organisation's own words, beside an example of the line; and from what the site was built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.contact import contact_link
from okrsite.pages.parts.marks import Confidence, confidence_of
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.source import source_block
from okrsite.pages.parts.why import WhyStep, why_chain
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register

_LEVELS = (8, 5, 2, None)
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Specimen:
    """An objective as an example of the line: what stands above it, its own reason, its team and title."""

    above: tuple[WhyStep, ...]
    because: Html
    team: Link
    title: Link


@dataclass(frozen=True, slots=True)
class Level:
    """One way of being sure, and what it means."""

    confidence: Confidence
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """How to read these pages. Without words of the organisation's own (`text`), the template's stand there.

    `practice` and `screen` say, in pieces, what the practice page asks and that there is a screen for a wall.
    """

    title: str
    text: Html
    levels: tuple[Level, ...]
    specimen: Specimen | None
    contact: Link | None
    practice: tuple[Link, ...]
    screen: tuple[Link, ...]


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the about page."""
    yield blank(addresses.ABOUT, _page, ground, register)


def _page(ground: Ground, register: Register) -> Page:
    sheet = Sheet(ground, addresses.ABOUT)
    organisation = ground.site.organisation
    example = _example(sheet, register)
    title = sheet.say("about.title")
    view = AboutView(
        title=title,
        text=words(sheet, organisation.about),
        levels=tuple(_level(sheet, value) for value in _LEVELS),
        specimen=_specimen(sheet, example) if example else None,
        contact=contact_link(organisation.contact),
        practice=phrase(
            sheet, "about.practice", {"practice": Link(sheet.say("practice.title"), sheet.href(addresses.PRACTICE))}
        ),
        screen=phrase(sheet, "screen.about", {"screen": Link(sheet.say("screen.title"), sheet.href(addresses.SCREEN))}),
    )
    blocks = (Block(sheet.say("block.sheet"), title), *source_block(sheet, organisation.origin), *_built(sheet))
    description = excerpt(plain_words(sheet, organisation.about)) or sheet.say("about.lede")
    return Page(addresses.ABOUT, "about.html", view, Head(title, description, blocks=blocks), organisation.origin)


def _built(sheet: Sheet) -> Iterator[Block]:
    """Give the fields of the title block that say for which day, and from what, the site was built."""
    yield Block(sheet.say("about.as_of"), sheet.speech.date(sheet.site.as_of))
    if sheet.ground.revision:
        yield Block(sheet.say("about.revision"), sheet.ground.revision)


def _level(sheet: Sheet, value: int | None) -> Level:
    """Explain one way of being sure."""
    confidence = confidence_of(sheet, value)
    return Level(confidence, sheet.say(f"about.level.{confidence.icon}"))


def _example(sheet: Sheet, register: Register) -> MeasuredObjective | None:
    """Choose the example: the first objective that the organisation's own words link to, else the one with most reasons.

    Chains longer than a page shows well are passed over where there are others.
    """
    about = sheet.site.organisation.about
    linked = [t.id for t in about.targets if t is not None and t.kind == "objective"] if about else []
    if linked:
        return sheet.measured(linked[0])
    there = [sheet.measured(ref) for ref in register.in_order if sheet.measured(ref).reaches_mission]
    short = [objective for objective in there if len(objective.why_chain) <= _LONGEST]
    return max(short, key=lambda objective: (_now(sheet, objective), len(objective.why_chain)), default=None)


def _now(sheet: Sheet, objective: MeasuredObjective) -> bool:
    """Tell whether an objective's cycle is shown now."""
    return objective.plan.cycle in sheet.site.shown_cycles


def _specimen(sheet: Sheet, objective: MeasuredObjective) -> Specimen:
    """Show an objective as an example of the line."""
    chain = why_chain(sheet, objective)
    return Specimen(
        chain.steps[-_LONGEST:], chain.because, sheet.team(objective.plan.team), sheet.objective(objective.ref)
    )
