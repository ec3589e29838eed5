"""A cycle: before it begins, what is proposed; while it runs, where we are in it; once it is over, what was learned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import CycleOnDay, MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.banner import archived
from okrsite.pages.parts.course import Phase, beside, phases
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.outcomes import outcomes
from okrsite.pages.parts.retro import Retro, retro, weight
from okrsite.pages.parts.rounds import HowSure, Round, how_sure, rounds
from okrsite.pages.parts.rows import Row, row
from okrsite.pages.parts.ruler import Ruler, ruler
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register
from okrsite.pages.standing import Standing, standing
from okrsite.targets import Target

_ROWS = 90
_LESSON = re.compile(r"<p><strong>(?=[^<]*[.!?…。！？؟]</strong>\s)")


@dataclass(frozen=True, slots=True)
class Aim:
    """A company objective (or, without a `line`, what else has a heading) with what stands under it, and how many more."""

    title: Link
    line: ObjectiveLine | None
    rows: tuple[Row, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class CycleView:
    """Everything the page of a cycle says. While it is not over, `aims`, `sure` and `rounds`; afterwards `retros`.

    `phases` are set, support, learn, until it has closed; `beside` the cycles before and after it.
    """

    crumbs: tuple[Link, ...]
    title: str
    lede: Html
    ended: str
    days: str
    beside: tuple[tuple[str, Link], ...]
    phases: tuple[Phase, ...]
    ruler: Ruler
    note: str
    body: Html
    lessons: bool
    aims: tuple[Aim, ...]
    sure: HowSure | None
    rounds: tuple[Round, ...]
    retros: tuple[Retro, ...]
    parts: tuple[Link, ...]
    first: bool
    ways: tuple[Link, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the page of each cycle; looking back at a large one takes several."""
    for cycle in ground.site.cycles.values():
        objectives = [ground.site.objectives[ref] for ref in register.of_cycle.get(cycle.plan.id, ())]
        if cycle.state == "past":
            yield from _looking_back(ground, cycle, objectives)
        else:
            yield blank(_address(cycle), _under_way, ground, register, cycle, objectives)


def _address(cycle: CycleOnDay) -> str:
    """Give the address of a cycle's page."""
    return addresses.address_of(Target("cycle", cycle.plan.id))


def _under_way(ground: Ground, register: Register, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> Page:
    """Give the page of a cycle that runs or is to come."""
    sheet = Sheet(ground, _address(cycle))
    stand = standing(ground.site, register, (cycle.plan.id,))
    running = cycle.state == "current"
    view = CycleView(
        crumbs=_crumbs(sheet),
        title=cycle.plan.title,
        lede=words(sheet, cycle.plan.about),
        ended="",
        days=_days(sheet, cycle),
        beside=beside(sheet, cycle),
        phases=phases(sheet, cycle),
        ruler=ruler(sheet, cycle),
        note=_note(sheet, cycle),
        body=words(sheet, cycle.plan.body),
        lessons=False,
        aims=tuple(_aims(sheet, cycle, stand)),
        sure=how_sure(sheet, cycle, objectives) if running else None,
        rounds=rounds(sheet, cycle, objectives) if running else (),
        retros=(),
        parts=(),
        first=True,
        ways=_ways(sheet, cycle),
        empty="" if objectives else sheet.say("objectives.empty"),
    )
    return _page(sheet, cycle, view, cycle.plan.title)


def _looking_back(ground: Ground, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> Iterator[Blank]:
    """Give the pages of a cycle that is over: what was learned together first, then objective by objective."""
    ordered = sorted(objectives, key=lambda objective: not objective.company)
    first = Sheet(ground, _address(cycle))
    parts = split(first.address, ordered, weight, lambda o: ground.site.teams[o.plan.team].name)
    for part in parts:
        yield blank(part.address, _back, Sheet(ground, part.address), cycle, ordered, parts, part)


def _back(
    sheet: Sheet, cycle: CycleOnDay, ordered: Sequence[MeasuredObjective], parts: Sequence[Part], part: Part
) -> Page:
    """Give one page of looking back."""
    beginning = part.start == 0
    body = _with_lessons(words(sheet, cycle.plan.body if beginning else None))
    title = sheet.say("cycle.looking_back", cycle=cycle.plan.title) if cycle.closed else cycle.plan.title
    view = CycleView(
        crumbs=_crumbs(sheet),
        title=title,
        lede=words(sheet, cycle.plan.about if beginning else None),
        ended=outcomes(sheet, ordered),
        days=_days(sheet, cycle),
        beside=beside(sheet, cycle),
        phases=phases(sheet, cycle),
        ruler=ruler(sheet, cycle),
        note=_note(sheet, cycle),
        body=body,
        lessons='class="lesson"' in body.text,
        aims=(),
        sure=None,
        rounds=(),
        retros=tuple(retro(sheet, objective) for objective in ordered[part.start : part.stop]),
        parts=part_links(sheet, parts),
        first=beginning,
        ways=_ways(sheet, cycle),
        empty="" if ordered else sheet.say("cycle.nothing_set"),
    )
    return _page(sheet, cycle, view, title if len(parts) == 1 else sheet.say("part.title", title=title, part=part.name))


def _with_lessons(body: Html) -> Html:
    """Mark the paragraphs of a retrospective that begin with a bold sentence: each is a lesson, and its sentence the headline."""
    return Html(_LESSON.sub('<p class="lesson"><strong>', body.text))


def _page(sheet: Sheet, cycle: CycleOnDay, view: CycleView, title: str) -> Page:
    """Frame the page of a cycle; one that has closed says so above."""
    sheet_block = Block(sheet.say("block.sheet"), sheet.say("cycle.sheet", cycle=cycle.plan.title))
    blocks = (sheet_block, *source_block(sheet, cycle.plan.origin), permanent_block(sheet))
    banner = None
    if cycle.closed:
        banner = archived(sheet, sheet.say("cycle.archived", day=sheet.speech.long_date(cycle.closed)))
    description = excerpt(plain_words(sheet, cycle.plan.about)) or view.ended or view.days
    head = Head(title, description, "cycles", banner, blocks, styles=("cycle.css",))
    return Page(sheet.address, "cycle.html", view, head, cycle.plan.origin)


def _crumbs(sheet: Sheet) -> tuple[Link, ...]:
    """Link to the list of cycles."""
    return (Link(sheet.say("cycles.title"), sheet.href(addresses.CYCLES)),)


def _days(sheet: Sheet, cycle: CycleOnDay) -> str:
    """Write the days of a cycle."""
    return sheet.speech.between(cycle.plan.start, cycle.plan.end)


def _note(sheet: Sheet, cycle: CycleOnDay) -> str:
    """Say what a reader should know of where a cycle stands, if it is neither running nor closed."""
    if cycle.state == "upcoming":
        return sheet.say("cycle.upcoming", day=sheet.speech.long_date(cycle.plan.start))
    if cycle.state == "past" and not cycle.closed:
        return sheet.say("cycle.not_closed", day=sheet.speech.long_date(cycle.plan.end))
    return ""


def _ways(sheet: Sheet, cycle: CycleOnDay) -> tuple[Link, ...]:
    """Link to the map and the list of a cycle."""
    there = {"map": addresses.map_of(cycle.plan.id), "objectives": addresses.objectives_of(cycle.plan.id)}
    return tuple(Link(sheet.say(f"cycle.{key}"), sheet.href(to)) for key, to in there.items())


def _aims(sheet: Sheet, cycle: CycleOnDay, stand: Standing) -> Iterator[Aim]:
    """Give what was set out to do: under each company objective all that stands under it, then what stands elsewhere."""
    heaps = list(_heaps(sheet, cycle, stand))
    whole = sheet.href(addresses.map_of(cycle.plan.id))
    room = max(3, _ROWS // max(1, len(heaps)))
    for title, line, refs in heaps[:_ROWS]:
        over = len(refs) - room if len(refs) - room > 1 else 0
        more = Link(sheet.say("more", n=over), whole) if over else None
        yield Aim(title, line, tuple(row(sheet, ref) for ref in refs[: len(refs) - over]), more)
    if len(heaps) > _ROWS:
        yield Aim(Link(sheet.say("more", n=len(heaps) - _ROWS), whole), None, (), None)


def _heaps(sheet: Sheet, cycle: CycleOnDay, stand: Standing) -> Iterator[tuple[Link, ObjectiveLine | None, list[str]]]:
    """Gather a cycle's objectives under their company objectives; then those that stand in another cycle, or nowhere yet."""
    for refs in (*stand.themes.values(), stand.mission):
        for ref in refs:
            line = objective_line(sheet, sheet.measured(ref))
            yield line.title, line, _under(stand, ref, cycle.plan.id)
    loose = (("elsewhere", stand.elsewhere), ("private", stand.private), ("adrift", stand.adrift))
    for kind, roots in loose:
        own = [ref for root in roots for ref in (root, *_under(stand, root, cycle.plan.id))]
        if own:
            yield Link(sheet.say(f"map.{kind}")), None, own


def _under(stand: Standing, root: str, cycle: str) -> list[str]:
    """Give the objectives of a cycle that stand under another, each before what stands below it."""
    waiting, found = list(reversed(stand.under.get(root, ()))), []
    while waiting:
        ref = waiting.pop()
        found.append(ref)
        waiting.extend(reversed(stand.under.get(ref, ())))
    return [ref for ref in found if ref.startswith(f"{cycle}/")]
