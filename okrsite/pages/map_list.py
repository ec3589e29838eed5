"""How it holds together: all objectives of the cycles shown now, and of each cycle, under the mission, as a nested list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import cycles_newest_first
from okrsite.pages.page import Block, Head, Html, Link, Page
from okrsite.pages.parts.outline import Line, Place, lines, places
from okrsite.pages.parts.rows import link_weight, weight
from okrsite.pages.parts.sieve import Sieve, sieve
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.wall import WallView, ids_of, wall
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register
from okrsite.pages.standing import Standing, standing

MOST = 260_000
_NESTING = 260


@dataclass(frozen=True, slots=True)
class Heap:
    """Objectives that stand on the same ground: a theme, the mission itself, or what they have in common. `empty` says there are none."""

    title: Link
    why: Html
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class MapView:
    """How it holds together. `several` tells that the list is nested, so that it can be folded."""

    title: str
    lede: str
    mission: str
    wall: WallView | None
    sieve: Sieve
    heaps: tuple[Heap, ...]
    several: bool
    parts: tuple[Link, ...]
    others: tuple[Link, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place in the list, and the heap it belongs to (by number)."""

    heap: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class _Map:
    """A map before it is cut into pages."""

    address: str
    title: str
    lede: str
    stand: Standing


def compose(ground: Ground, register: Register) -> Iterator[Page]:
    """Give the map of now and of each cycle; a large one in several pages."""
    site, say = ground.site, Sheet(ground, addresses.MAP).say
    shown = standing(site, register, site.shown_cycles)
    yield from _pages(ground, _Map(addresses.MAP, say("map.title"), say("map.lede"), shown))
    for cycle in site.cycles.values():
        title = say("map.of_cycle", cycle=cycle.plan.title)
        stand = standing(site, register, (cycle.plan.id,))
        yield from _pages(ground, _Map(addresses.map_of(cycle.plan.id), title, say("map.lede_cycle"), stand))


def _heaps(sheet: Sheet, stand: Standing) -> list[tuple[Link, Html, tuple[str, ...]]]:
    """Give the grounds that objectives stand on: the themes, the mission itself, then the loose ones."""
    themes = [(sheet.theme(t.id), words(sheet, t.why), stand.themes[t.id]) for t in sheet.site.organisation.themes]
    kinds = (
        ("mission", stand.mission),
        ("elsewhere", stand.elsewhere),
        ("private", stand.private),
        ("adrift", stand.adrift),
    )
    return themes + [(Link(sheet.say(f"map.{kind}")), Html(""), refs) for kind, refs in kinds if refs]


def _pages(ground: Ground, one: _Map) -> Iterator[Page]:
    """Give the pages of one map."""
    sheet = Sheet(ground, one.address)
    entries: list[_Entry] = []
    for number, (_, _, refs) in enumerate(_heaps(sheet, one.stand)):
        entries += [_Entry(number, place) for place in places(one.stand, refs)] or [_Entry(number, None)]
    parts = split(one.address, entries, lambda entry: _weigh(sheet, entry), lambda entry: _name(sheet, entry), MOST)
    for part in parts:
        yield _page(Sheet(ground, part.address), one, parts, part, entries[part.start : part.stop])


def _weigh(sheet: Sheet, entry: _Entry) -> int:
    """Guess what a line weighs."""
    if entry.place is None:
        return _NESTING
    others = (edge.to for edge in sheet.measured(entry.place.ref).supports if not edge.primary and edge.to is not None)
    also = sum(link_weight(sheet, target.id) if target.kind == "objective" else _NESTING for target in others)
    return _NESTING + weight(sheet, entry.place.ref) + also


def _name(sheet: Sheet, entry: _Entry) -> str:
    """Name the place of an entry by the objective at the top."""
    if entry.place is None:
        return sheet.site.organisation.themes[entry.heap].title
    top = entry.place.above[0] if entry.place.above else entry.place.ref
    return sheet.measured(top).plan.title


def _page(sheet: Sheet, one: _Map, parts: Sequence[Part], part: Part, entries: Sequence[_Entry]) -> Page:
    """Give one page of a map."""
    grounds, heaps, ids = _heaps(sheet, one.stand), [], ids_of(one.stand.members)
    for number, run in groupby(entries, lambda entry: entry.heap):
        title, why, refs = grounds[number]
        there = [entry.place for entry in run if entry.place is not None]
        drawn = lines(sheet, one.stand, ids, there, lead=part.start > 0)
        heaps.append(Heap(title, why, drawn, "" if refs else sheet.say("home.theme_empty")))
    rows = [line.row for heap in heaps for line in heap.lines if not line.context]
    view = MapView(
        title=one.title,
        lede=one.lede,
        mission=sheet.site.organisation.mission or "",
        wall=wall(sheet, one.stand, ids) if one.stand.members else None,
        sieve=sieve(sheet, rows),
        heaps=tuple(heaps),
        several=any(line.opens for heap in heaps for line in heap.lines),
        parts=part_links(sheet, parts),
        others=tuple(_others(sheet, one.address)),
        empty="" if rows else sheet.say("objectives.empty"),
    )
    title = one.title if len(parts) == 1 else sheet.say("part.title", title=one.title, part=part.name)
    blocks = (Block(sheet.say("block.sheet"), title),)
    head = Head(title, one.lede, "map", blocks=blocks, scripts=("filter.js", "outline.js"), styles=("wall.css",))
    return Page(part.address, "map.html", view, head)


def _others(sheet: Sheet, address: str) -> Iterator[Link]:
    """Link to the maps of the other cycles, the newest first."""
    shown = sheet.site.shown_cycles if address == addresses.MAP else ()
    for cycle in cycles_newest_first(sheet.site):
        there = addresses.map_of(cycle.plan.id)
        if there != address and shown != (cycle.plan.id,):
            yield Link(cycle.plan.title, sheet.href(there))
