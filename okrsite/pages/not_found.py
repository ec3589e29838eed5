"""What a server shows where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.register import Register


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """A word on why there is nothing, and where to go."""

    title: str
    lede: str
    ways: tuple[Link, ...]


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give the page; its links are absolute where the site knows its address, since it is shown anywhere."""
    yield blank(addresses.NOT_FOUND, _page, ground)


def _page(ground: Ground) -> Page:
    sheet = Sheet(ground, addresses.NOT_FOUND)
    title, lede = sheet.say("not_found.title"), sheet.say("not_found.lede")
    places = {
        "home": Link(sheet.say("not_found.home"), sheet.href(addresses.HOME)),
        "objectives": Link(sheet.say("not_found.objectives"), sheet.href(addresses.OBJECTIVES)),
        "cycles": Link(sheet.say("not_found.cycles"), sheet.href(addresses.CYCLES)),
    }
    view = NotFoundView(title, lede, phrase(sheet, "not_found.ways", places))
    return Page(
        addresses.NOT_FOUND, "404.html", view, Head(title, lede, blocks=(Block(sheet.say("block.sheet"), title),))
    )
