"""The page in the place of one whose file has an error, where nobody knows how it was before: what is wrong, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from okrsite.diagnostics import Finding
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Banner, Blank, Block, Head, Page, blank
from okrsite.pages.parts.source import edit_href, permanent_block, source_block
from okrsite.plan.model import Origin


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something wrong: where, in which words, how it reads there, and the way out."""

    place: str
    text: str
    excerpt: str
    help: str


@dataclass(frozen=True, slots=True)
class BrokenView:
    """What is wrong with a file. `edit` leads to where it can be mended."""

    title: str
    lede: str
    wrong: tuple[Wrong, ...]
    edit: str | None


def compose(ground: Ground, taken: Collection[str]) -> Iterator[Blank]:
    """Give a page for each file that has none otherwise; `taken` are the addresses of all that do."""
    for address, path in ground.lost.items():
        if address not in taken:
            yield blank(address, _page, Sheet(ground, address), path, listed=False)


def _page(sheet: Sheet, path: str) -> Page:
    origin = Origin(path)
    view = BrokenView(
        title=sheet.say("broken.title"),
        lede=sheet.say("broken.lede", path=path),
        wrong=tuple(_wrong(finding) for finding in sheet.ground.wrong[path]),
        edit=edit_href(sheet.ground, origin),
    )
    blocks = (Block(sheet.say("block.sheet"), view.title), *source_block(sheet, origin), permanent_block(sheet))
    return Page(sheet.address, "broken.html", view, Head(view.title, view.lede, blocks=blocks), origin)


def _wrong(finding: Finding) -> Wrong:
    span = finding.span
    return Wrong(f"{span.path}:{span.line}:{span.column}", finding.message, span.excerpt, finding.help)


def stale(ground: Ground, page: Page) -> Banner | None:
    """Give the banner of a page whose file has an error, and that stands as it last was; None for all others."""
    path = page.origin.path if page.origin else ground.lost.get(page.address, "")
    if path not in ground.wrong or page.template == "broken.html":
        return None
    first = ground.wrong[path][0]
    return Banner("stale", Sheet(ground, page.address).say("broken.stale", place=f"{path}:{first.span.line}"))
