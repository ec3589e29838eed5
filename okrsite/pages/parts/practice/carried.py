"""Is every company objective carried: what stands below each, at any depth."""

from __future__ import annotations

from collections.abc import Mapping

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.phrase import Piece
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import LISTED, Listed, Question, and_more, named, share_said, squared
from okrsite.pages.register import Refs, Register
from okrsite.pages.standing import standing

Below = Mapping[str, Refs]


def carried(sheet: Sheet, register: Register, now: Moment) -> Question:
    """Ask it of the company's objectives, in the order of the mission."""
    company, below = _company(sheet, register, now), _supporters(now)
    held = [objective for objective in company if depth(below, objective.ref)]
    rows = (
        ("full", "practice.carried.held", len(held)),
        ("hollow", "practice.carried.bare", len(company) - len(held)),
    )
    items = tuple(named(sheet, one, _said(sheet, depth(below, one.ref))) for one in company[:LISTED])
    more = and_more(sheet, len(company) - LISTED, addresses.MAP)
    return Question(
        key="carried",
        title=sheet.say("practice.carried.title"),
        said=share_said(sheet, "carried", (len(held), len(company))) if company else _nothing(sheet),
        may=sheet.say("practice.carried.may" if company else "practice.carried.nothing_may"),
        cannot=sheet.say("practice.carried.cannot") if company else "",
        squares=squared(sheet, "practice.square", rows),
        lists=(Listed("", items, more),) if items else (),
    )


def _nothing(sheet: Sheet) -> tuple[Piece, ...]:
    return (Piece(sheet.say("practice.carried.nothing")),)


def _said(sheet: Sheet, count: int) -> str:
    """Say how many stand below."""
    return sheet.say("practice.carried.below", n=count) if count else sheet.say("practice.carried.none_below")


def _company(sheet: Sheet, register: Register, now: Moment) -> list[MeasuredObjective]:
    """Give the company's objectives: theme by theme, then those that carry the mission itself."""
    stand = standing(sheet.site, register, now.cycles)
    counted = {objective.ref: objective for objective in now.of_company}
    ordered = [ref for refs in (*stand.themes.values(), stand.mission) for ref in refs]
    return [counted[ref] for ref in ordered if ref in counted]


def _supporters(now: Moment) -> Below:
    """Gather for each objective those that support it, or a key result of it, by any of their edges."""
    counted = {objective.ref for objective in now.objectives}
    found: dict[str, list[str]] = {}
    for objective in now.objectives:
        for above in dict.fromkeys(e.to.id for e in objective.supports if e.to and e.to.kind == "objective"):
            if above in counted:
                found.setdefault(above, []).append(objective.ref)
    return {ref: tuple(below) for ref, below in found.items()}


def depth(below: Below, ref: str) -> int:
    """Count all that stand below an objective, each once, whatever the number of ways up."""
    seen: set[str] = set()
    waiting = list(below.get(ref, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(below.get(one, ()))
    return len(seen)
