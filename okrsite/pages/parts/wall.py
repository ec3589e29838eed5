"""The wall on a page: what each block says, where it leads, and what is said of who needs whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from okrsite import addresses
from okrsite.charts.wall import Forest, Picture, Side, Stone, draw, lay
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.standing import Standing
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


def wall(sheet: Sheet, stand: Standing, ids: Mapping[str, str]) -> WallView:
    """Draw the wall of what stands together; `ids` name its objectives on the page."""
    stones = dict(_stones(sheet, stand, ids))
    sides = tuple(_sides(sheet, stand, ids))
    return WallView(
        svg=Html(draw(lay(_forest(sheet, stand, ids)), stones, sides, _picture(sheet))),
        signs=tuple(_signs(sheet, stones.values(), sides)),
        arcs=bool(sides),
    )


def ids_of(refs: Iterable[str]) -> Mapping[str, str]:
    """Name objectives on a page: by their own id, by the full name where two have the same."""
    short = {ref: ref.rpartition("/")[2] for ref in refs}
    count = Counter(short.values())
    return {ref: name if count[name] == 1 else ref for ref, name in short.items()}


def _picture(sheet: Sheet) -> Picture:
    return Picture(
        mission=sheet.site.organisation.mission or sheet.site.organisation.name,
        label=sheet.say("wall.label"),
        beside=sheet.say("map.adrift"),
        rightward=sheet.speech.direction == "ltr",
    )


def _forest(sheet: Sheet, stand: Standing, ids: Mapping[str, str]) -> Forest:
    """Stand the themes under the mission, the objectives under what they support, and the rest beside."""
    under = {ids[ref]: tuple(ids[child] for child in children) for ref, children in stand.under.items()}
    for ref in stand.members:
        if sheet.measured(ref).private_supporters:
            under[ids[ref]] = (*under.get(ids[ref], ()), f"{ids[ref]}~private")
    themes = [(f"theme:{theme}", refs) for theme, refs in stand.themes.items() if refs]
    heads = [*themes, ("elsewhere:", stand.elsewhere), ("private:", stand.private)]
    under |= {head: tuple(ids[ref] for ref in refs) for head, refs in heads if refs}
    carried = (*(head for head, _ in themes), *(ids[ref] for ref in stand.mission))
    return Forest(
        carried=(*carried, "elsewhere:") if stand.elsewhere else carried,
        beside=(*(("private:",) if stand.private else ()), *(ids[ref] for ref in stand.adrift)),
        under=under,
    )


def _stones(sheet: Sheet, stand: Standing, ids: Mapping[str, str]) -> Iterator[tuple[str, Stone]]:
    """Say what every block says."""
    for theme in sheet.site.organisation.themes:
        link = sheet.href(addresses.address_of(Target("theme", theme.id)))
        yield f"theme:{theme.id}", Stone(theme.title, "", theme.title, link, "theme")
    for kind in ("elsewhere", "private"):
        words = sheet.say(f"map.{kind}")
        yield f"{kind}:", Stone(words, "", words, kind=kind)
    extra = Counter(also for ref in stand.members for also in _also(sheet, ref, ids))
    for ref in stand.members:
        yield ids[ref], _stone(sheet, ref, ids, extra[ids[ref]])
        if count := sheet.measured(ref).private_supporters:
            words = sheet.say("private.supporters", n=count)
            yield f"{ids[ref]}~private", Stone(words, "", words, kind="private")


def _stone(sheet: Sheet, ref: str, ids: Mapping[str, str], extra: int) -> Stone:
    """Say what the block of an objective says."""
    line = objective_line(sheet, sheet.measured(ref))
    mark, said = _marked(line)
    sentence = sheet.say("wall.block", title=line.title.text, team=line.team.text, mark=said)
    return Stone(
        title=line.title.text,
        team=line.short_team,
        sentence=f"{sentence} {sheet.say('wall.extra', n=extra)}" if extra else sentence,
        href=line.title.href or "",
        style=line.state.kind if line.state else "",
        mark=f"i:{mark}" if mark else "",
        also=tuple(_also(sheet, ref, ids)),
        extra=extra,
    )


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


def _sides(sheet: Sheet, stand: Standing, ids: Mapping[str, str]) -> Iterator[Side]:
    """Say who on the wall needs what of whom; of several needs between two, each in the same sentence."""
    for ref in stand.members:
        there, wanted = sheet.measured(ref), dict[str, list[str]]()
        for need in there.needs:
            if need.to is not None and need.to.kind == "objective" and need.to.id in ids:
                wanted.setdefault(need.to.id, []).append(need.need or "")
        for to, needs in wanted.items():
            words, other = "; ".join(need for need in needs if need), sheet.measured(to).plan.title
            said = sheet.say(
                "wall.needs_what" if words else "wall.needs", title=there.plan.title, other=other, need=words
            )
            yield Side(ids[ref], ids[to], said)


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
    if "private" in kinds:
        yield Sign("lock", "", sheet.say("wall.private"))
    if sides:
        yield Sign("lat", "", sheet.say("wall.side"))
