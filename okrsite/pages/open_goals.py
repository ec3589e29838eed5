"""Objectives that look for a team, and how to take one on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import latest_cycle_first
from okrsite.pages.page import Blank, Block, Day, Head, Html, Link, Page, blank
from okrsite.pages.parts.contact import contact_href, contact_link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.rows import upward
from okrsite.pages.parts.source import edit_href
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register

_FRAME = 900


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective that looks for a team: why, for whom, what it would support, since when, whom to ask, where it is written."""

    anchor: str
    line: ObjectiveLine
    why: Html
    serves: str
    up: Link
    rises: bool
    since: Day | None
    contact: Link | None
    file: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GoalsView:
    """The open goals of one page."""

    title: str
    lede: str
    goals: tuple[Goal, ...]
    parts: tuple[Link, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the open goals, those of the newest cycle first."""
    there = [ground.site.objectives[ref] for ref in register.in_order if ground.site.objectives[ref].state == "open"]
    ordered = latest_cycle_first(ground.site, there)
    parts = split(addresses.OPEN_GOALS, ordered, _weigh, lambda objective: objective.plan.title)
    for part in parts:
        yield blank(part.address, _page, Sheet(ground, part.address), ordered[part.start : part.stop], parts, part)


def _weigh(objective: MeasuredObjective) -> int:
    """Guess what a goal weighs."""
    why = objective.plan.why
    return _FRAME + len(objective.plan.title.encode()) + (len(why.html.encode()) if why else 0)


def _page(sheet: Sheet, goals: Sequence[MeasuredObjective], parts: Sequence[Part], part: Part) -> Page:
    """Give one page of open goals."""
    name = sheet.say("open_goals.title")
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    view = GoalsView(
        title=name,
        lede=sheet.say("open_goals.lede"),
        goals=tuple(_goal(sheet, objective) for objective in goals),
        parts=part_links(sheet, parts),
        empty="" if goals else sheet.say("open_goals.empty"),
    )
    head = Head(title, view.lede, blocks=(Block(sheet.say("block.sheet"), title),))
    return Page(part.address, "open-goals.html", view, head)


def _goal(sheet: Sheet, objective: MeasuredObjective) -> Goal:
    """Give one open goal."""
    plan = objective.plan
    up, rises = upward(sheet, objective)
    contact = plan.contact or sheet.site.teams[plan.team].contact
    href = contact_href(contact, plan.title)
    link = Link(sheet.say("open_goals.write"), href) if href and href.startswith("mailto:") else contact_link(contact)
    file = Link(plan.origin.path, edit_href(sheet.ground, plan.origin))
    return Goal(
        anchor=objective.ref.replace("/", "."),
        line=objective_line(sheet, objective),
        why=words(sheet, plan.why),
        serves=plan.serves or "",
        up=up,
        rises=rises,
        since=sheet.day(plan.since) if plan.since and plan.since <= sheet.site.as_of else None,
        contact=link,
        file=phrase(sheet, "open_goals.file", {"file": file}),
    )
