"""What moved lately, in people's words: check-ins, new drafts, targets moved, endings, answers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html, Link, excerpt
from okrsite.pages.parts.events import Event, newest
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register

_LONG = 900
_KINDS = frozenset(("check_in", "draft", "proposed", "open", "changed", "closed", "dropped", "paused", "answered"))


@dataclass(frozen=True, slots=True)
class News:
    """One thing that moved: when, a sentence of who did what, and their words (empty where they are long or none).

    `short` is the beginning of the words, as plain text.
    """

    day: Day
    what: tuple[Link, ...]
    say: Html
    short: str


def latest(sheet: Sheet, register: Register, most: int) -> tuple[News, ...]:
    """Give the latest things that moved, the newest first; on one day, one of each team before a second of any."""
    site = sheet.site
    recent = islice(filter(_worth_telling, newest(sheet, register)), most * 8)
    turn: Counter[tuple[dt.date, str]] = Counter()
    keyed = []
    for at, event in enumerate(recent):
        of_team = (event.day, site.objectives[event.ref].plan.team)
        keyed.append((-event.day.toordinal(), turn[of_team], at, event))
        turn[of_team] += 1
    return tuple(_news(sheet, event) for *_, event in sorted(keyed, key=lambda item: item[:3])[:most])


def _worth_telling(event: Event) -> bool:
    """Tell whether an event is one for the first page: with words, and nothing that stands there as an ask already."""
    return event.kind in _KINDS and (event.kind != "check_in" or event.text is not None)


def _news(sheet: Sheet, event: Event) -> News:
    """Say one event."""
    places: dict[str, Link] = {
        "team": sheet.team(sheet.measured(event.ref).plan.team),
        "objective": sheet.objective(event.ref),
    }
    if event.by:
        places["by"] = sheet.person(event.by)
    key = f"news.{event.kind}" if event.by else f"news.{event.kind}.unsigned"
    said = words(sheet, event.text) if event.text is not None and len(event.text.source) <= _LONG else Html("")
    return News(sheet.day(event.day), phrase(sheet, key, places), said, excerpt(plain_words(sheet, event.text)))
