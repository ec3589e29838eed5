"""Free pages: whatever else an organisation has to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Html, Page, blank, excerpt
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register
from okrsite.plan.model import FreePage
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class FreeView:
    """A free page: its title and its text."""

    title: str
    text: Html


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give the free pages."""
    for page in ground.site.pages.values():
        address = addresses.address_of(Target("page", page.path))
        yield blank(address, _page, Sheet(ground, address), page)


def _page(sheet: Sheet, page: FreePage) -> Page:
    blocks = (Block(sheet.say("block.sheet"), page.title), *source_block(sheet, page.origin), permanent_block(sheet))
    description = excerpt(plain_words(sheet, page.body)) or page.title
    head = Head(page.title, description, f"page:{page.path}", blocks=blocks)
    return Page(sheet.address, "page.html", FreeView(page.title, words(sheet, page.body)), head, page.origin)
