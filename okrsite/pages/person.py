"""A person: what they look after, what they asked and wrote. No numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import latest_cycle_first
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank
from okrsite.pages.parts.contact import contact_href, contact_link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.round import Told, day_of, has_words, told
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.strand import Strand, strand
from okrsite.pages.parts.talk import AskView, ask_view
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register
from okrsite.plan.model import Ask, Person
from okrsite.targets import Target

_STRANDS = 5
_LINES = 12
_CHECK_INS = 6
_ASKS = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A key result that somebody looks after within another's objective."""

    key_result: Link
    objective: Link


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything the page of a person says."""

    crumbs: tuple[Link, ...]
    name: str
    pronouns: str
    role: str
    helps: str
    contact: Link | None
    about: Html
    strands: tuple[Strand, ...]
    further: tuple[ObjectiveLine, ...]
    more: str
    key_results: tuple[Held, ...]
    empty: str
    earlier: tuple[ObjectiveLine, ...]
    more_earlier: str
    asked: tuple[AskView, ...]
    asked_of: tuple[AskView, ...]
    check_ins: tuple[Told, ...]
    is_not: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the page of each person; none where people have no pages."""
    if not ground.config.people_pages:
        return
    for person in ground.site.people.values():
        address = addresses.address_of(Target("person", person.id))
        yield blank(address, _page, Sheet(ground, address), register, person)


def _page(sheet: Sheet, register: Register, person: Person) -> Page:
    title = Block(sheet.say("block.sheet"), sheet.say("person.sheet", name=person.name))
    blocks = (title, *source_block(sheet, person.origin), permanent_block(sheet))
    head = Head(person.name, sheet.say("person.description", name=person.name), "people", blocks=blocks)
    return Page(sheet.address, "person.html", _view(sheet, register, person), head, person.origin)


def _view(sheet: Sheet, register: Register, person: Person) -> PersonView:
    """Gather what a person's page says."""
    owned = [sheet.measured(ref) for ref in register.looked_after.get(person.id, ())]
    past = [o for o in owned if _past(sheet, o)]
    now = [o for o in owned if not _past(sheet, o)]
    held = register.key_results_of.get(person.id, ())
    return PersonView(
        crumbs=(
            Link(sheet.say("people.title"), sheet.href(addresses.PEOPLE)),
            *(sheet.team(team) for team in person.teams),
        ),
        name=person.name,
        pronouns=person.pronouns or "",
        role=person.role or "",
        helps=sheet.say("person.helps", subjects=sheet.speech.listing(person.helps_with)) if person.helps_with else "",
        contact=_write_to(sheet, person),
        about=words(sheet, person.body),
        strands=tuple(strand(sheet, o) for o in now[:_STRANDS]),
        further=tuple(objective_line(sheet, o) for o in now[_STRANDS : _STRANDS + _LINES]),
        more=_more(sheet, len(now) - _STRANDS - _LINES),
        key_results=tuple(Held(sheet.objective(ref, kr), sheet.objective(ref)) for ref, kr in _current(sheet, held)),
        empty="" if now or _current(sheet, held) else sheet.say("person.nothing", name=person.name),
        earlier=tuple(objective_line(sheet, o) for o in latest_cycle_first(sheet.site, past)[:_LINES]),
        more_earlier=_more(sheet, len(past) - _LINES),
        asked=_asks(sheet, register.asks_by.get(person.id, ())),
        asked_of=_asks(sheet, register.asks_of.get(f"person:{person.id}", ())),
        check_ins=_check_ins(sheet, register, person),
        is_not=_is_not(sheet, person),
    )


def _is_not(sheet: Sheet, person: Person) -> str:
    """Say what the page is not; that nobody is rated by objectives is said only where scores don't change pay."""
    paid = sheet.site.organisation.policy.scores_affect_pay
    return sheet.say("person.is_not_paid" if paid else "person.is_not", name=person.name)


def _past(sheet: Sheet, objective: MeasuredObjective) -> bool:
    """Tell whether an objective's cycle is over, and not shown now all the same."""
    cycle = objective.plan.cycle
    return sheet.site.cycles[cycle].state == "past" and cycle not in sheet.site.shown_cycles


def _current(sheet: Sheet, held: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the key results of cycles that are not over."""
    cycles = sheet.site.cycles
    return [pair for pair in held if cycles[sheet.measured(pair[0]).plan.cycle].state != "past"][:_LINES]


def _write_to(sheet: Sheet, person: Person) -> Link | None:
    """Link to a letter to somebody; show other ways to reach them as they are written."""
    href = contact_href(person.contact)
    if href is not None and href.startswith("mailto:"):
        return Link(sheet.say("ask.write_to", name=person.name), href)
    return contact_link(person.contact)


def _asks(sheet: Sheet, asks: Sequence[Ask]) -> tuple[AskView, ...]:
    """Give the latest asks, open and answered."""
    return tuple(ask_view(sheet, ask) for ask in sorted(asks, key=lambda ask: ask.day, reverse=True)[:_ASKS])


def _check_ins(sheet: Sheet, register: Register, person: Person) -> tuple[Told, ...]:
    """Give the latest check-ins that somebody wrote words in."""
    wrote = register.check_ins_by.get(person.id, ())
    worded = [one for one in wrote if has_words(sheet.measured(one.ref).check_ins[one.at])]
    latest = sorted(worded, key=lambda one: day_of(sheet, one), reverse=True)
    return tuple(told(sheet, one) for one in latest[:_CHECK_INS])


def _more(sheet: Sheet, over: int) -> str:
    """Count what is not shown; empty where all is."""
    return sheet.say("more", n=over) if over > 0 else ""
