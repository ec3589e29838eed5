"""Tags: subjects that run across teams; each with its objectives, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import name_key
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.rows import link_weight, weight
from okrsite.pages.parts.shelves import Shelf, by_cycle, shelves
from okrsite.pages.parts.source import permanent_block
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.register import Refs, Register
from okrsite.targets import Target

_MOST = 6


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in the list, with the first objectives that bear it, the newest cycle first."""

    tag: Link
    objectives: tuple[ObjectiveLine, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class TagsView:
    """The list of tags."""

    title: str
    lede: str
    rows: tuple[TagRow, ...]
    parts: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class TagView:
    """Everything the page of a tag says."""

    crumbs: tuple[Link, ...]
    text: str
    lede: str
    shelves: tuple[Shelf, ...]
    parts: tuple[Link, ...]


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the list of tags and the page of each; long ones in several pages."""
    sheet = Sheet(ground, addresses.TAGS)
    tags = sorted((slug for slug in ground.site.tags if slug), key=lambda slug: name_key(ground.site.tags[slug]))
    sorted_refs = {slug: tuple(by_cycle(sheet, register.tagged.get(slug, ()))) for slug in tags}
    parts = split(
        addresses.TAGS,
        tags,
        lambda slug: 500 + sum(100 + link_weight(sheet, ref) for ref in sorted_refs[slug][:_MOST]),
        lambda slug: ground.site.tags[slug],
    )
    for part in parts:
        yield blank(
            part.address, _list, Sheet(ground, part.address), tags[part.start : part.stop], sorted_refs, parts, part
        )
    for slug in tags:
        yield from _pages(ground, slug, sorted_refs[slug])


def _list(sheet: Sheet, tags: Sequence[str], refs: dict[str, Refs], parts: Sequence[Part], part: Part) -> Page:
    """Give one page of the list."""
    name = sheet.say("tags.title")
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    rows = tuple(_row(sheet, slug, refs[slug]) for slug in tags)
    view = TagsView(
        name, sheet.say("tags.lede"), rows, part_links(sheet, parts), "" if rows else sheet.say("tags.empty")
    )
    blocks = (Block(sheet.say("block.sheet"), title),)
    return Page(part.address, "tags.html", view, Head(title, view.lede, blocks=blocks))


def _row(sheet: Sheet, slug: str, refs: Refs) -> TagRow:
    """Give one tag of the list."""
    tag, over = sheet.tag(slug, sheet.site.tags[slug]), len(refs) - _MOST
    lines = tuple(objective_line(sheet, sheet.measured(ref)) for ref in refs[:_MOST])
    return TagRow(tag, lines, Link(sheet.say("more", n=over), tag.href) if over > 0 else None)


def _pages(ground: Ground, slug: str, refs: Refs) -> Iterator[Blank]:
    """Give the pages of one tag."""
    address = addresses.address_of(Target("tag", slug))
    sheet = Sheet(ground, address)
    parts = split(address, refs, lambda ref: weight(sheet, ref), lambda ref: sheet.measured(ref).plan.title)
    for part in parts:
        yield blank(part.address, _page, Sheet(ground, part.address), slug, refs, parts, part)


def _page(sheet: Sheet, slug: str, refs: Refs, parts: Sequence[Part], part: Part) -> Page:
    """Give one page of a tag."""
    text = sheet.site.tags[slug]
    teams = len({sheet.measured(ref).plan.team for ref in refs})
    whose = sheet.say("tag.teams", n=teams)
    view = TagView(
        crumbs=(Link(sheet.say("tags.title"), sheet.href(addresses.TAGS)),),
        text=text,
        lede=sheet.say("tag.lede", n=len(refs), teams=whose),
        shelves=shelves(sheet, refs[part.start : part.stop]),
        parts=part_links(sheet, parts),
    )
    title = f"#{text}" if len(parts) == 1 else sheet.say("part.title", title=f"#{text}", part=part.name)
    blocks = (Block(sheet.say("block.sheet"), sheet.say("tag.sheet", tag=text)), permanent_block(sheet))
    return Page(part.address, "tag.html", view, Head(title, view.lede, blocks=blocks))
