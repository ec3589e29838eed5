"""How it holds together: all objectives of the cycles shown now, and of each cycle, under the mission; wall and list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank
from okrsite.pages.parts.folding import Fold, Folded, Leaf, is_lean
from okrsite.pages.parts.mapped import Atlas
from okrsite.pages.parts.outline import Line, lines
from okrsite.pages.parts.plot import Plot, plot
from okrsite.pages.parts.sieve import Sieve, sieve
from okrsite.pages.parts.wall import WallView, wall
from okrsite.pages.parts.words import words
from okrsite.pages.register import Refs
from okrsite.pages.standing import Standing


@dataclass(frozen=True, slots=True)
class Heap:
    """Objectives that stand on the same ground: a theme, the mission itself, or what they have in common.

    `folds` lead to more of them. `empty` says there are none.
    """

    title: Link
    why: Html
    lines: tuple[Line, ...]
    folds: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class MapView:
    """How it holds together. `several` tells that the list is nested, so that it can be folded."""

    title: str
    lede: str
    crumbs: tuple[Link, ...]
    mission: str
    wall: WallView | None
    sieve: Sieve
    heaps: tuple[Heap, ...]
    several: bool
    parts: tuple[Link, ...]
    others: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class _Map:
    """A page of the map before it is drawn: where it lies, its words, the way to it, its parts and the maps beside it."""

    address: str
    title: str
    lede: str
    crumbs: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    whole: bool = True


def compose(ground: Ground, atlas: Atlas) -> Iterator[Blank]:
    """Give the map of now and of each cycle, and the pages on which opens what is folded on them."""
    site, say = ground.site, Sheet(ground, addresses.MAP).say
    titles = [(say("map.title"), say("map.lede"))]
    titles += [(say("map.of_cycle", cycle=it.plan.title), say("map.lede_cycle")) for it in site.cycles.values()]
    named = [_Map(address, *title) for address, title in zip(atlas.maps, titles, strict=True)]
    folded = atlas.folded
    for one, (stand, folds) in zip(named, folded.maps, strict=True):
        yield blank(one.address, _map, Sheet(ground, one.address), one, stand, folds, folded)
    for leaf in folded.leaves:
        yield blank(leaf.address, _leaf, Sheet(ground, leaf.address), folded, leaf)


def _map(sheet: Sheet, one: _Map, stand: Standing, folds: Mapping[str, tuple[Fold, ...]], folded: Folded) -> Page:
    lean = is_lean(sheet.site, stand.members, folds)
    return _page(sheet, one, plot(sheet, stand, folds, folded.opens, lean=lean))


def _leaf(sheet: Sheet, folded: Folded, leaf: Leaf) -> Page:
    """Give a page on which something opens."""
    team, cycle = sheet.site.teams[leaf.team].name, sheet.site.cycles[leaf.cycle].plan.title
    title = sheet.say("map.of_team", team=team, cycle=cycle)
    if leaf.number > 1:
        title = sheet.say("part.title", title=title, part=sheet.speech.count(leaf.number))
    numbers = range(1, leaf.of + 1) if leaf.of > 1 else ()
    first = addresses.map_of_team(leaf.cycle, leaf.team)
    parts = tuple(
        Link(str(number), None if number == leaf.number else sheet.href(addresses.part(first, number)))
        for number in numbers
    )
    shown = leaf.cycle in sheet.site.shown_cycles
    up = Link(
        sheet.say("map.title" if shown else "map.of_cycle", cycle=cycle),
        sheet.href(addresses.MAP if shown else addresses.map_of(leaf.cycle)),
    )
    one = _Map(leaf.address, title, sheet.say("map.lede_team", team=team), (up, Link(team)), parts, whole=False)
    lean = is_lean(sheet.site, leaf.stand.members, leaf.folds)
    return _page(sheet, one, plot(sheet, leaf.stand, leaf.folds, folded.opens, leaf.context, lean=lean))


def _page(sheet: Sheet, one: _Map, there: Plot) -> Page:
    """Give one page of the map."""
    heaps = tuple(_heaps(sheet, there, whole=one.whole))
    rows = [line.row for heap in heaps for line in heap.lines if not line.context]
    view = MapView(
        title=one.title,
        lede=one.lede,
        crumbs=one.crumbs,
        mission=sheet.site.organisation.mission or "",
        wall=wall(sheet, there) if there.ids or there.folds else None,
        sieve=sieve(sheet, rows),
        heaps=heaps,
        several=any(line.opens for heap in heaps for line in heap.lines),
        parts=one.parts,
        others=tuple(_others(sheet, one.address)) if one.whole else (),
        empty="" if rows or there.folds else sheet.say("objectives.empty"),
    )
    scripts, blocks = (
        ("filter.js", "outline.js", "wall.js", "wall-zoom.js", "wall-read.js"),
        (Block(sheet.say("block.sheet"), one.title),),
    )
    head = Head(one.title, one.lede, "map", blocks=blocks, scripts=scripts, styles=("wall.css", "outline.css"))
    return Page(one.address, "map.html", view, head)


def _heaps(sheet: Sheet, there: Plot, *, whole: bool) -> Iterator[Heap]:
    """Give the grounds that objectives stand on: the themes, the mission itself, then the loose ones."""
    stand = there.stand
    for theme in sheet.site.organisation.themes:
        refs, key = stand.themes[theme.id], f"theme:{theme.id}"
        if whole or refs:
            yield _heap(sheet, there, key, refs, sheet.theme(theme.id), words(sheet, theme.why))
    kinds = (
        ("mission", stand.mission),
        ("elsewhere", stand.elsewhere),
        ("private", stand.private),
        ("adrift", stand.adrift),
    )
    for kind, refs in kinds:
        if refs or f"{kind}:" in there.folds:
            yield _heap(sheet, there, f"{kind}:", refs, Link(sheet.say(f"map.{kind}")), Html(""))


def _heap(sheet: Sheet, there: Plot, key: str, refs: Refs, title: Link, why: Html) -> Heap:
    """Draw what stands on one ground."""
    folds = there.folds.get(key, ())
    return Heap(title, why, lines(sheet, there, refs), folds, "" if refs or folds else sheet.say("home.theme_empty"))


def _others(sheet: Sheet, address: str) -> Iterator[Link]:
    """Link to the maps of the other cycles, the newest first."""
    shown = sheet.site.shown_cycles if address == addresses.MAP else ()
    for cycle in cycles_newest_first(sheet.site):
        there = addresses.map_of(cycle.plan.id)
        if there != address and shown != (cycle.plan.id,):
            yield Link(cycle.plan.title, sheet.href(there))
