"""Objectives as a nested list: flat lines that say how deep they stand, so that a chain of any length can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.rows import Row, row
from okrsite.pages.register import Refs
from okrsite.pages.standing import Standing, main_support

DEEPEST = 7
"""Lines that stand deeper are drawn at this depth, with what they support beside them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an objective stands in a nested list: its depth as drawn, and what stands above it there, the top first."""

    ref: str
    depth: int
    above: Refs
    sunk: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a nested list.

    `id` names it on its page, as it does its block. `opens` tells that lines below it follow, `closes` how many lists end after it. `supporting` says what the list below
    holds. `up` names what it supports where the nesting cannot show it; `also` are its further supports. `context` marks
    a line that stands here only because the list goes on from another page.
    """

    id: str
    row: Row
    opens: bool
    closes: int
    supporting: str
    up: Link | None
    also: tuple[Link, ...]
    private: str
    context: bool


def places(stand: Standing, roots: Refs) -> Iterator[Place]:
    """Walk what stands under some objectives, each before what stands below it; without recursion."""
    waiting = [Place(ref, 0, (), sunk=False) for ref in reversed(roots)]
    while waiting:
        here = waiting.pop()
        yield here
        below = _below(here)
        waiting.extend(replace(below, ref=child) for child in reversed(stand.under.get(here.ref, ())))


def _below(here: Place) -> Place:
    """Give the place of what stands right below another."""
    if here.depth < DEEPEST:
        return Place("", here.depth + 1, (*here.above, here.ref), sunk=False)
    return Place("", DEEPEST, here.above, sunk=True)


def lines(
    sheet: Sheet, stand: Standing, ids: Mapping[str, str], there: Sequence[Place], *, lead: bool = False
) -> tuple[Line, ...]:
    """Draw a run of places as lines. `lead` puts what stands above the first before it, where a list goes on."""
    run = [*_lead(there[0]), *there] if lead and there else list(there)
    before = len(run) - len(there)
    depths = [*(place.depth for place in run[1:]), 0][: len(run)]
    return tuple(
        _line(sheet, stand, ids[place.ref], place, following, context=at < before)
        for at, (place, following) in enumerate(zip(run, depths, strict=True))
    )


def _lead(first: Place) -> Iterator[Place]:
    """Give the places above one, the top first."""
    for depth, ref in enumerate(first.above):
        yield Place(ref, depth, first.above[:depth], sunk=False)


def _line(sheet: Sheet, stand: Standing, name: str, place: Place, following: int, *, context: bool) -> Line:
    """Draw one line; `following` is the depth of the next."""
    there, drawn = sheet.measured(place.ref), row(sheet, place.ref)
    others = (edge.to for edge in there.supports if not edge.primary and edge.to is not None)
    count = len(stand.under.get(place.ref, ()))
    return Line(
        id=name,
        row=drawn,
        opens=following > place.depth,
        closes=max(0, place.depth - following),
        supporting=sheet.say("outline.supporting", n=count, title=there.plan.title) if count else "",
        up=drawn.up if place.sunk or _stands_elsewhere(there, place) else None,
        also=tuple(sheet.to(target) for target in others),
        private=sheet.say("private.supporters", n=there.private_supporters) if there.private_supporters else "",
        context=context,
    )


def _stands_elsewhere(there: MeasuredObjective, place: Place) -> bool:
    """Tell whether an objective at the top of a list supports one that is not in it."""
    target = main_support(there)
    return not place.above and target is not None and target.kind == "objective"
