"""The wall on a page: what each block says, where it leads, and what is said of who needs whom."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from okrsite import addresses
from okrsite.charts.wall import Forest, Picture, Side, Stone, draw, lay
from okrsite.measure.model import Site
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.plot import Plot
from okrsite.targets import Target

_DASHED = ("draft", "proposed", "open")
_MARKS = ("c3", "c2", "c1", "c0")


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the legend: a symbol or a style, and what it means."""

    icon: str
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class WallView:
    """The wall of a page: its drawing, what its signs mean, and whether anybody needs anybody on it."""

    svg: Html
    signs: tuple[Sign, ...]
    arcs: bool


def wall(sheet: Sheet, plot: Plot) -> WallView:
    """Draw the wall of a page of the map."""
    stones = dict(_stones(sheet, plot))
    sides = tuple(_sides(sheet, plot))
    return WallView(
        svg=Html(draw(lay(forest_of(sheet.site, plot)), stones, sides, _picture(sheet))),
        signs=tuple(_signs(sheet, stones.values(), sides)),
        arcs=bool(sides),
    )


def _picture(sheet: Sheet) -> Picture:
    return Picture(
        mission=sheet.site.organisation.mission or sheet.site.organisation.name,
        beside=sheet.say("map.adrift"),
        rightward=not sheet.mirrored,
    )


def forest_of(site: Site, plot: Plot) -> Forest:
    """Stand the themes under the mission, the objectives under what they support, and the rest beside."""
    stand, ids = plot.stand, plot.ids
    under = {ids[ref]: tuple(ids[child] for child in children) for ref, children in stand.under.items()}
    for ref in stand.members:
        if site.objectives[ref].private_supporters:
            under[ids[ref]] = (*under.get(ids[ref], ()), f"{ids[ref]}~private")
    heaps = {f"theme:{theme}": refs for theme, refs in stand.themes.items()}
    heaps |= {"mission:": stand.mission, "elsewhere:": stand.elsewhere, "private:": stand.private}
    heaps["adrift:"] = stand.adrift
    under |= {heap: tuple(ids[ref] for ref in refs) for heap, refs in heaps.items()}
    for at, folds in plot.counts.items():
        name = ids.get(at, at)
        under[name] = (*under.get(name, ()), *(f"{name}~{number}" for number in range(len(folds))))
    heads = [f"theme:{theme}" for theme in stand.themes]
    return Forest(
        carried=(*(head for head in heads if under[head]), *under.pop("mission:"), *_head("elsewhere:", under)),
        beside=(*_head("private:", under), *under.pop("adrift:")),
        under={name: keys for name, keys in under.items() if keys},
        weights={key: share for at in plot.counts for key, share in _weights(plot, at)},
    )


def _head(heap: str, under: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give a heap a block of its own at its head, where anything stands in it."""
    return (heap,) if under[heap] else ()


def _weights(plot: Plot, at: str) -> Iterator[tuple[str, float]]:
    """Let a block that is folded be wider, the more it holds; far from as wide as all of it would be."""
    for number, count in enumerate(plot.counts[at]):
        yield f"{plot.ids.get(at, at)}~{number}", 1 + math.log2(count) / 2


def _stones(sheet: Sheet, plot: Plot) -> Iterator[tuple[str, Stone]]:
    """Say what every block says."""
    ids = plot.ids
    for theme in sheet.site.organisation.themes:
        link = sheet.href(addresses.address_of(Target("theme", theme.id)))
        yield f"theme:{theme.id}", Stone(theme.title, "", theme.title, link, "theme")
    for kind, refs in (("elsewhere", plot.stand.elsewhere), ("private", plot.stand.private)):
        if not refs and f"{kind}:" not in plot.folds:
            continue
        words = sheet.say(f"map.{kind}")
        yield f"{kind}:", Stone(words, "", words, kind=kind)
    extra = Counter(also for ref in plot.stand.members for also in _also(sheet, ref, ids))
    for ref in plot.stand.members:
        yield ids[ref], _stone(sheet, plot, ref, extra[ids[ref]])
        if count := sheet.measured(ref).private_supporters:
            words, sentence = sheet.say("wall.private_block", n=count), sheet.say("private.supporters", n=count)
            yield f"{ids[ref]}~private", Stone(words, "", sentence, kind="private")
    for at, folds in plot.folds.items():
        for number, fold in enumerate(folds):
            yield f"{ids.get(at, at)}~{number}", _folded(sheet, plot, at, number, fold)


def _stone(sheet: Sheet, plot: Plot, ref: str, extra: int) -> Stone:
    """Say what the block of an objective says."""
    line = objective_line(sheet, sheet.measured(ref))
    mark, said = _marked(line)
    sentence = sheet.say("wall.block", title=line.title.text, team=line.team.text, mark=said)
    return Stone(
        title=line.title.text,
        team=line.short_team,
        sentence=f"{sentence} {sheet.say('wall.extra', n=extra)}" if extra else sentence,
        href=line.title.href or "",
        style=f"{line.state.kind if line.state else ''}{' context' if ref in plot.context else ''}".strip(),
        mark=f"i:{mark}" if mark else "",
        also=tuple(_also(sheet, ref, plot.ids)),
        extra=extra,
    )


def _folded(sheet: Sheet, plot: Plot, at: str, number: int, fold: Link) -> Stone:
    """Say what a block says in which others are folded: how many."""
    count = sheet.say("wall.folded", n=plot.counts[at][number])
    under = sheet.say("wall.under", title=sheet.measured(at).plan.title) if at in plot.ids else ""
    return Stone(fold.text, count, f"{fold.text} {under}".strip(), fold.href or "", "fold")


def _marked(line: ObjectiveLine) -> tuple[str, str]:
    """Give the symbol of an objective's mark, and the mark in words."""
    if line.state:
        return "", line.state.text
    if line.outcome:
        return line.outcome.icon, line.outcome.text
    return (line.confidence.icon, line.confidence.text) if line.confidence else ("", "")


def _also(sheet: Sheet, ref: str, ids: Mapping[str, str]) -> Iterator[str]:
    """Give the blocks that an objective supports besides the one it stands under."""
    for edge in sheet.measured(ref).supports:
        if not edge.primary and edge.to is not None and edge.to.kind == "objective" and edge.to.id in ids:
            yield ids[edge.to.id]


def _sides(sheet: Sheet, plot: Plot) -> Iterator[Side]:
    """Say who on the wall needs what of whom; of several needs between two, each in the same sentence."""
    for ref in plot.stand.members:
        there, wanted = sheet.measured(ref), dict[str, list[str]]()
        for need in there.needs:
            if need.to is not None and need.to.kind == "objective" and need.to.id in plot.ids:
                wanted.setdefault(need.to.id, []).append(need.need or "")
        for to, needs in wanted.items():
            words, other = "; ".join(need for need in needs if need), sheet.measured(to).plan.title
            said = sheet.say(
                "wall.needs_what" if words else "wall.needs", title=there.plan.title, other=other, need=words
            )
            yield Side(plot.ids[ref], plot.ids[to], said)


def _signs(sheet: Sheet, stones: Iterable[Stone], sides: tuple[Side, ...]) -> Iterator[Sign]:
    """Explain the signs that the wall bears."""
    there = list(stones)
    marks, styles = {stone.mark for stone in there}, {stone.style for stone in there}
    kinds = {stone.kind for stone in there}
    for mark in _MARKS:
        if f"i:{mark}" in marks:
            yield Sign(mark, "", sheet.say(f"mark.{mark}"))
    for state in _DASHED:
        if state in styles:
            yield Sign("", state, sheet.say(f"state.{state}.short"))
    if any(stone.extra for stone in there):
        yield Sign("up", "", sheet.say("wall.also"))
    if "fold" in kinds:
        yield Sign("", "fold", sheet.say("wall.fold"))
    if "private" in kinds:
        yield Sign("lock", "", sheet.say("wall.private"))
    if sides:
        yield Sign("lat", "", sheet.say("wall.side"))
