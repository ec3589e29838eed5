"""What moved, entry by entry: a sentence of who did what, then their words, how sure they are, what the numbers did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet, Voice
from okrsite.pages.page import Day, Html, Link, excerpt
from okrsite.pages.parts.events import Event
from okrsite.pages.parts.figures import figure
from okrsite.pages.parts.marks import Confidence, OutcomeMark, confidence_of, outcome_mark
from okrsite.pages.parts.moved import moved, numbered
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.words import plain_words, words
from okrsite.plan.model import CheckIn, Reading, Told
from okrsite.prose import Prose

_LONG = 1_800
_EXCERPT = 900
_FRAME = 560
_CHECKED = 120
_MOVE = 130
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


def entry(sheet: Sheet, event: Event, *, brief: bool = False) -> Entry:
    """Tell one event on the page at hand; a `brief` entry leaves all but who, what and their words to the objective's page."""
    bare = Entry(
        day=Day(event.day.isoformat(), sheet.speech.day(event.day)),
        what=(),
        confidence=None,
        said="",
        outcome=None,
        of=None,
        until="",
        say=Html(""),
        cut="",
        asides=(),
        moves=(),
        more=None,
        teams=(),
        group=_GROUPS[event.kind],
        cycle=event.ref,
    )
    if event.kind == "retrospective":
        cycle = sheet.cycle(event.ref)
        what = phrase(sheet, "news.retrospective", {"cycle": cycle})
        return _told(sheet, replace(bare, what=what), event.text, cycle)
    told, there = _of_objective(sheet, event, bare), sheet.measured(event.ref)
    return told if brief else _MORE.get(event.kind, _as_it_is)(sheet, event, there, told)


def weight(voice: Voice, event: Event, *, brief: bool = False) -> int:
    """Guess what an entry weighs in bytes."""
    total = _FRAME + _weight_of(event.text)
    if event.kind == "retrospective":
        return total
    link, moves = voice.once(_links_weigh, event.ref)
    if brief or event.kind != "check_in":
        return total + link
    check_in = voice.measured(event.ref).check_ins[event.at]
    read = sum([move for key_result, move in moves if key_result in check_in.readings])
    return total + link + _CHECKED + _weight_of(check_in.blocked) + _weight_of(check_in.next) + read


def _links_weigh(voice: Voice, ref: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Guess what the link to an objective weighs, and what it does to tell that one of its key results moved."""
    there, address = voice.measured(ref), len(quote(ref))
    titled = [(k.plan.id, len(quote(k.plan.id)) + len(k.plan.title.encode())) for k in there.key_results]
    moves = tuple((key_result, _MOVE + address + weight) for key_result, weight in titled)
    return address + len(there.plan.title.encode()), moves


def _weight_of(text: Prose | None) -> int:
    return 0 if text is None else len(text.html.encode()) if len(text.source) <= _LONG else 4 * _EXCERPT


def _is_long(text: Prose) -> bool:
    return len(text.source) > _LONG or bool(text.headings)


def _told(sheet: Sheet, entry: Entry, text: Prose | None, whole: Link) -> Entry:
    """Put what was said into an entry; of a long text only the beginning, without markup, and where it goes on."""
    if text is None:
        return entry
    if not _is_long(text):
        return replace(entry, say=words(sheet, text))
    more = Link(sheet.say("changes.read_on"), whole.href)
    return replace(entry, cut=excerpt(plain_words(sheet, text), _EXCERPT), more=more)


def _of_objective(sheet: Sheet, event: Event, bare: Entry) -> Entry:
    """Tell what happened to an objective: a sentence, and the words."""
    there = sheet.measured(event.ref)
    objective = sheet.objective(event.ref)
    if event.kind == "check_in":
        objective = replace(objective, href=f"{objective.href}#{_anchor(there, event)}")
    places = {"team": sheet.team(there.plan.team), "objective": objective}
    if event.by:
        places["by"] = sheet.person(event.by)
    signed = f"news.{event.kind}" if event.by or event.kind == "reading" else f"news.{event.kind}.unsigned"
    teams = tuple(dict.fromkeys((there.plan.team, *there.plan.teams)))
    told = replace(bare, what=phrase(sheet, signed, places), teams=teams, cycle=there.plan.cycle)
    return _told(sheet, told, event.text, objective)


def _anchor(there: MeasuredObjective, event: Event) -> str:
    """Name the place of a check-in on its objective's page."""
    nth = sum(check_in.day == event.day for check_in in there.check_ins[: event.at + 1])
    return f"c:{event.day.isoformat()}" + (f"-{nth}" if nth > 1 else "")


def _as_it_is(_sheet: Sheet, _event: Event, _there: MeasuredObjective, told: Entry) -> Entry:
    return told


def _checked_in(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    check_in = there.check_ins[event.at]
    known = confidence_of(sheet, check_in.confidence, check_in.status, days_given=True)
    says = check_in.confidence is not None or check_in.status is not None
    return replace(
        told,
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


def _changed(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    return replace(told, asides=_why(sheet, "ending.why", there.changed[event.at].why))


def _asked(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    ask = there.asks[event.at]
    of = (sheet.to(ask.of) if ask.of else Link(ask.of_text)) if ask.of_text else None
    until = sheet.say("ask.until", day=sheet.speech.day(ask.until)) if ask.until else ""
    return replace(told, of=of, until=until)


def _answered(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    return replace(told, asides=_why(sheet, "ask", there.asks[event.at].what))


def _ended(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    """Say how it ended; why it was dropped or rests stands beside what was learned."""
    ending = {"closed": there.closed, "dropped": there.dropped, "paused": there.paused}[event.kind]
    why = ending.why if ending is not None and ending.why is not event.text else None
    outcome = outcome_mark(sheet, there) if event.kind == there.state == "closed" else None
    return replace(told, outcome=outcome, asides=_why(sheet, "ending.why", why))


def _read(sheet: Sheet, event: Event, there: MeasuredObjective, told: Entry) -> Entry:
    key_result = there.key_results[event.at]
    value = next(r.value for r in key_result.readings if r.day == event.day and r.note is event.text)
    title = sheet.objective(there.ref, key_result.plan.id)
    return replace(told, moves=(Move(title, figure(sheet, value, key_result.plan.unit), Html("")),))


def _why(sheet: Sheet, key: str, text: Prose | None) -> tuple[Aside, ...]:
    """Give one text beside the others, unless there is none or it is long."""
    return () if text is None or _is_long(text) else (Aside(sheet.say(key), words(sheet, text)),)


_MORE: Mapping[str, Callable[[Sheet, Event, MeasuredObjective, Entry], Entry]] = {
    "check_in": _checked_in,
    "changed": _changed,
    "asked": _asked,
    "answered": _answered,
    "reading": _read,
    **dict.fromkeys(("closed", "dropped", "paused"), _ended),
}
