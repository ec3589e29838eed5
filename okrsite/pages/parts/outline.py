"""Objectives as a nested list: flat lines that say how deep they stand, so that a chain of any length can be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.needs import NeedLine, needs
from okrsite.pages.parts.plot import Plot
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

    `id` names it on its page, as it does its block. `opens` tells that lines below it follow, `closes` how many lists end
    after it. `supporting` says what the list below holds. `up` names what it supports where the nesting cannot show it;
    `also` are its further supports, `needs` what it needs of others, `folds` lead to what is folded under it. `context`
    marks a line that stands here only because others stand under it.
    """

    id: str
    row: Row
    opens: bool
    closes: int
    supporting: str
    up: Link | None
    also: tuple[Link, ...]
    needs: tuple[NeedLine, ...]
    private: str
    folds: tuple[Link, ...]
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


def lines(sheet: Sheet, plot: Plot, roots: Refs) -> tuple[Line, ...]:
    """Draw what stands under some objectives as lines."""
    run = list(places(plot.stand, roots))
    depths = [*(place.depth for place in run[1:]), 0][: len(run)]
    return tuple(_line(sheet, plot, place, following) for place, following in zip(run, depths, strict=True))


def _line(sheet: Sheet, plot: Plot, place: Place, following: int) -> Line:
    """Draw one line; `following` is the depth of the next."""
    there, drawn = sheet.measured(place.ref), row(sheet, place.ref)
    if plot.lean:
        drawn = replace(drawn, sifted=replace(drawn.sifted, words=""))
    others = (edge.to for edge in there.supports if not edge.primary and edge.to is not None)
    count = len(plot.stand.under.get(place.ref, ()))
    context = place.ref in plot.context
    return Line(
        id=plot.ids[place.ref],
        row=drawn,
        opens=following > place.depth,
        closes=max(0, place.depth - following),
        supporting=sheet.say("outline.supporting", n=count, title=there.plan.title) if count else "",
        up=drawn.up if place.sunk or _stands_elsewhere(plot, there, place) else None,
        also=() if context else tuple(sheet.to(target) for target in others),
        needs=() if context else needs(sheet, there),
        private=sheet.say("private.supporters", n=there.private_supporters) if there.private_supporters else "",
        folds=plot.folds.get(place.ref, ()),
        context=context,
    )


def _stands_elsewhere(plot: Plot, there: MeasuredObjective, place: Place) -> bool:
    """Tell whether an objective supports one that the line above it is not."""
    target = main_support(there)
    if target is None or target.kind != "objective":
        return False
    return not place.above or target.id not in plot.ids
