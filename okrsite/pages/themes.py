"""The organisation's themes: each with why it serves the mission and what carries it, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.rows import Row, row, weight
from okrsite.pages.parts.shelves import Shelf, by_cycle, shelves
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register
from okrsite.plan.model import Theme
from okrsite.targets import Target

_MOST = 8


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme in the list, with what carries it now."""

    theme: Link
    why: Html
    until: str
    rows: tuple[Row, ...]
    more: Link | None
    empty: str


@dataclass(frozen=True, slots=True)
class ThemesView:
    """The list of themes."""

    title: str
    lede: str
    rows: tuple[ThemeRow, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class ThemeView:
    """Everything the page of a theme says."""

    crumbs: tuple[Link, ...]
    title: str
    mission: str
    why: Html
    until: str
    shelves: tuple[Shelf, ...]
    parts: tuple[Link, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the list of themes and the page of each."""
    yield blank(addresses.THEMES, _list, Sheet(ground, addresses.THEMES), register)
    for theme in ground.site.organisation.themes:
        yield from _pages(ground, register, theme)


def _list(sheet: Sheet, register: Register) -> Page:
    themes = sheet.site.organisation.themes
    title, lede = sheet.say("themes.title"), sheet.say("themes.lede")
    rows = tuple(_row(sheet, register, theme) for theme in themes)
    view = ThemesView(title, lede, rows, "" if themes else sheet.say("themes.empty"))
    blocks = (Block(sheet.say("block.sheet"), title), *source_block(sheet, sheet.site.organisation.origin))
    return Page(addresses.THEMES, "themes.html", view, Head(title, lede, blocks=blocks))


def _row(sheet: Sheet, register: Register, theme: Theme) -> ThemeRow:
    """Give one theme of the list."""
    refs = [ref for ref in register.under.get(f"theme:{theme.id}", ()) if _now(sheet, ref)]
    link, over = sheet.theme(theme.id), len(refs) - _MOST
    return ThemeRow(
        theme=link,
        why=words(sheet, theme.why),
        until=_until(sheet, theme),
        rows=tuple(row(sheet, ref) for ref in refs[:_MOST]),
        more=Link(sheet.say("more", n=over), link.href) if over > 0 else None,
        empty="" if refs else sheet.say("home.theme_empty"),
    )


def _now(sheet: Sheet, ref: str) -> bool:
    """Tell whether an objective's cycle is shown now."""
    return sheet.measured(ref).plan.cycle in sheet.site.shown_cycles


def _until(sheet: Sheet, theme: Theme) -> str:
    """Say until when a theme holds."""
    return sheet.say("theme.until", day=sheet.speech.long_date(theme.until)) if theme.until else ""


def _pages(ground: Ground, register: Register, theme: Theme) -> Iterator[Blank]:
    """Give the pages of one theme."""
    address = addresses.address_of(Target("theme", theme.id))
    sheet = Sheet(ground, address)
    refs = by_cycle(sheet, register.under.get(f"theme:{theme.id}", ()))
    parts = split(address, refs, lambda ref: weight(sheet, ref), lambda ref: sheet.measured(ref).plan.title)
    for part in parts:
        yield blank(part.address, _page, Sheet(ground, part.address), theme, refs, parts, part)


def _page(sheet: Sheet, theme: Theme, refs: Sequence[str], parts: Sequence[Part], part: Part) -> Page:
    """Give one page of a theme."""
    view = ThemeView(
        crumbs=(Link(sheet.say("themes.title"), sheet.href(addresses.THEMES)),),
        title=theme.title,
        mission=sheet.site.organisation.mission or "",
        why=words(sheet, theme.why),
        until=_until(sheet, theme),
        shelves=shelves(sheet, refs[part.start : part.stop]),
        parts=part_links(sheet, parts),
        empty="" if refs else sheet.say("home.theme_empty"),
    )
    title = theme.title if len(parts) == 1 else sheet.say("part.title", title=theme.title, part=part.name)
    name = Block(sheet.say("block.sheet"), sheet.say("theme.sheet", theme=theme.title))
    blocks = (name, *source_block(sheet, sheet.site.organisation.origin), permanent_block(sheet))
    description = excerpt(plain_words(sheet, theme.why)) or theme.title
    return Page(
        part.address, "theme.html", view, Head(title, description, blocks=blocks), sheet.site.organisation.origin
    )
