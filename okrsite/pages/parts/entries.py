"""What moved, entry by entry: a sentence of who did what, then their words, how sure they are, what the numbers did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import NOTHING, Day, Html, Link, excerpt
from okrsite.pages.parts.entry_weight import EXCERPT, LONG
from okrsite.pages.parts.events import Event
from okrsite.pages.parts.figures import figure
from okrsite.pages.parts.marks import Confidence, OutcomeMark, confidence_of, outcome_mark
from okrsite.pages.parts.moved import moved, numbered
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.words import plain_words, words
from okrsite.plan.model import CheckIn, Reading, Told
from okrsite.prose import Prose

_GROUPS = {
    "check_in": "check_in",
    "reading": "check_in",
    "changed": "changed",
    "asked": "ask",
    "answered": "ask",
    "retrospective": "cycle",
    **dict.fromkeys(("draft", "proposed", "open", "begun"), "new"),
    **dict.fromkeys(("closed", "dropped", "paused"), "ending"),
}
GROUPS = ("check_in", "new", "changed", "ask", "ending", "cycle")
"""The kinds of things that move, as a filter offers them."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that stand with others: what they are, and they themselves."""

    label: str
    text: Html


@dataclass(frozen=True, slots=True)
class Move:
    """A key result that moved: its title as a link, from what to what, and a note on it."""

    title: Link
    change: str
    note: Html


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that moved.

    `teams`, `group` and `cycle` are what the filter looks at; `cut` is the beginning of what was said where that is
    long, and `more` leads on.
    """

    day: Day
    what: tuple[Link, ...]
    confidence: Confidence | None
    said: str
    outcome: OutcomeMark | None
    of: Link | None
    until: str
    say: Html
    cut: str
    asides: tuple[Aside, ...]
    moves: tuple[Move, ...]
    more: Link | None
    teams: tuple[str, ...]
    group: str
    cycle: str


@dataclass(frozen=True, slots=True)
class _More:
    """What an entry tells besides who did what, and their words."""

    confidence: Confidence | None = None
    said: str = ""
    outcome: OutcomeMark | None = None
    of: Link | None = None
    until: str = ""
    asides: tuple[Aside, ...] = ()
    moves: tuple[Move, ...] = ()


_NO_MORE = _More()


def entry(sheet: Sheet, event: Event, *, brief: bool = False) -> Entry:
    """Tell one event on the page at hand; a `brief` entry leaves all but who, what and their words to the objective's page."""
    if event.kind == "retrospective":
        cycle = sheet.cycle(event.ref)
        what = phrase(sheet, "news.retrospective", {"cycle": cycle})
        return _entry(sheet, event, what, cycle, _NO_MORE, (), event.ref)
    there = sheet.measured(event.ref)
    teams = tuple(dict.fromkeys((there.plan.team, *there.plan.teams)))
    whole = _whole(sheet, event, there)
    more = None if brief else _MORE.get(event.kind)
    rest = more(sheet, event, there) if more else _NO_MORE
    return _entry(sheet, event, _what(sheet, event, there, whole), whole, rest, teams, there.plan.cycle)


def _entry(
    sheet: Sheet, event: Event, what: tuple[Link, ...], whole: Link, more: _More, teams: tuple[str, ...], cycle: str
) -> Entry:
    """Put an entry together; `whole` is where a long text goes on."""
    text = event.text
    long = text is not None and _is_long(text)
    return Entry(
        day=Day(event.day.isoformat(), sheet.speech.day(event.day)),
        what=what,
        confidence=more.confidence,
        said=more.said,
        outcome=more.outcome,
        of=more.of,
        until=more.until,
        say=NOTHING if long else words(sheet, text),
        cut=excerpt(plain_words(sheet, text), EXCERPT) if long else "",
        asides=more.asides,
        moves=more.moves,
        more=Link(sheet.say("changes.read_on"), whole.href) if long else None,
        teams=teams,
        group=_GROUPS[event.kind],
        cycle=cycle,
    )


def _is_long(text: Prose) -> bool:
    return len(text.source) > LONG or bool(text.headings)


def _whole(sheet: Sheet, event: Event, there: MeasuredObjective) -> Link:
    """Link to what an event is about: the objective, or the check-in on its page."""
    objective = sheet.objective(event.ref)
    if event.kind != "check_in":
        return objective
    return Link(objective.text, f"{objective.href}#{_anchor(there, event)}")


def _what(sheet: Sheet, event: Event, there: MeasuredObjective, objective: Link) -> tuple[Link, ...]:
    """Say what happened to an objective, in a sentence."""
    places = {"team": sheet.team(there.plan.team), "objective": objective}
    if event.by:
        places["by"] = sheet.person(event.by)
    signed = f"news.{event.kind}" if event.by or event.kind == "reading" else f"news.{event.kind}.unsigned"
    return phrase(sheet, signed, places)


def _anchor(there: MeasuredObjective, event: Event) -> str:
    """Name the place of a check-in on its objective's page."""
    nth = sum(check_in.day == event.day for check_in in there.check_ins[: event.at + 1])
    return f"c:{event.day.isoformat()}" + (f"-{nth}" if nth > 1 else "")


def _checked_in(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    check_in = there.check_ins[event.at]
    known = confidence_of(sheet, check_in.confidence, check_in.status, days_given=True)
    says = check_in.confidence is not None or check_in.status is not None
    return _More(
        confidence=known if says else None,
        said=_how_sure(sheet, there, event.at, known.text) if says else "",
        asides=tuple(_asides(sheet, event, check_in)),
        moves=tuple(_moves(sheet, there, check_in)),
    )


def _how_sure(sheet: Sheet, there: MeasuredObjective, at: int, text: str) -> str:
    """Say how sure, and how sure before where that was another figure."""
    now = there.check_ins[at].confidence
    before = next((c.confidence for c in reversed(there.check_ins[:at]) if c.confidence is not None), None)
    if now is None or before is None or now == before:
        return text
    return sheet.say("confidence.was", confidence=text, before=before)


def _asides(sheet: Sheet, event: Event, check_in: CheckIn) -> Iterator[Aside]:
    """Give what is in the way and what comes next, where the entry does not tell it already."""
    for key, text in (("check_in.blocked", check_in.blocked), ("check_in.next", check_in.next)):
        if text is not None and text is not event.text and not _is_long(text):
            yield Aside(sheet.say(key), words(sheet, text))


def _moves(sheet: Sheet, there: MeasuredObjective, check_in: CheckIn) -> Iterator[Move]:
    """Say what a check-in moved, with the notes on its readings."""
    known = numbered(there)
    for one in moved(sheet, known, check_in, in_full=True):
        note = _note(known[one.anchor][1], check_in)
        yield Move(sheet.objective(there.ref, one.anchor), one.change, words(sheet, note))


def _note(key_result: MeasuredKeyResult, check_in: CheckIn) -> Prose | None:
    """Give the note on the reading of a key result in a check-in."""
    readings: tuple[Reading | Told, ...] = (*key_result.readings, *key_result.plan.told)
    return next((r.note for r in readings if r.origin == check_in.origin and r.note), None)


def _changed(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    return _More(asides=_why(sheet, "ending.why", there.changed[event.at].why))


def _asked(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    ask = there.asks[event.at]
    of = (sheet.to(ask.of) if ask.of else Link(ask.of_text)) if ask.of_text else None
    until = sheet.say("ask.until", day=sheet.speech.day(ask.until)) if ask.until else ""
    return _More(of=of, until=until)


def _answered(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    return _More(asides=_why(sheet, "ask", there.asks[event.at].what))


def _ended(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    """Say how it ended; why it was dropped or rests stands beside what was learned."""
    ending = {"closed": there.closed, "dropped": there.dropped, "paused": there.paused}[event.kind]
    why = ending.why if ending is not None and ending.why is not event.text else None
    outcome = outcome_mark(sheet, there) if event.kind == there.state == "closed" else None
    return _More(outcome=outcome, asides=_why(sheet, "ending.why", why))


def _read(sheet: Sheet, event: Event, there: MeasuredObjective) -> _More:
    key_result = there.key_results[event.at]
    value = next(r.value for r in key_result.readings if r.day == event.day and r.note is event.text)
    title = sheet.objective(there.ref, key_result.plan.id)
    return _More(moves=(Move(title, figure(sheet, value, key_result.plan.unit), NOTHING),))


def _why(sheet: Sheet, key: str, text: Prose | None) -> tuple[Aside, ...]:
    """Give one text beside the others, unless there is none or it is long."""
    return () if text is None or _is_long(text) else (Aside(sheet.say(key), words(sheet, text)),)


_MORE: Mapping[str, Callable[[Sheet, Event, MeasuredObjective], _More]] = {
    "check_in": _checked_in,
    "changed": _changed,
    "asked": _asked,
    "answered": _answered,
    "reading": _read,
    **dict.fromkeys(("closed", "dropped", "paused"), _ended),
}
