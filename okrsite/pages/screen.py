"""For a screen on a wall: one thing at a time, large, that people may read as they walk by. Nothing on it compares."""

from __future__ import annotations

import heapq
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, zip_longest
from typing import Literal, TypeVar

from okrsite import addresses
from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Day, Head, Link, Page, blank, excerpt
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.news import News, latest
from okrsite.pages.parts.talk import AskView, ask_view
from okrsite.pages.parts.why import WhyStep, why_chain
from okrsite.pages.parts.words import plain_words
from okrsite.pages.register import Refs, Register
from okrsite.pages.standing import standing
from okrsite.plan.model import Ask

T = TypeVar("T")
Size = Literal["xl", "l", "m", "s"]
Fit = Literal["loose", "snug", "tight", "tiny"]

_COMPANY, _TEAMS, _MOVED, _ASKS = 8, 12, 10, 10
_ABOVE = 2
_WORDS = 240
_REASON = 150
_TITLE = 110
_SIZES: tuple[tuple[int, Size], ...] = ((48, "xl"), (100, "l"), (190, "m"))
_LINES: dict[Size, tuple[int, float]] = {"xl": (32, 10.2), "l": (42, 8.5), "m": (54, 7.2), "s": (66, 6.3)}
_ROOM = 66.0
_FITS: tuple[tuple[float, Fit], ...] = ((1.0, "loose"), (1.25, "snug"), (1.7, "tight"))


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with its why: what stands above it (below the mission), because of what, and its own why.

    `between` counts what is left out of a long chain; `gap` says that nothing stands above. `fit` tells how close all
    of it must be set, so that it stands on a screen at once.
    """

    line: ObjectiveLine
    size: Size
    fit: Fit
    owners: tuple[Link, ...]
    above: tuple[WhyStep, ...]
    between: str
    because: str
    gap: str
    why: str
    kind: str = "goal"


@dataclass(frozen=True, slots=True)
class MovedScene:
    """One thing that moved: when, a sentence of who did what, and their words."""

    day: Day
    what: tuple[Link, ...]
    say: str
    size: Size
    kind: str = "moved"


@dataclass(frozen=True, slots=True)
class AskScene:
    """One open question to everyone."""

    ask: AskView
    say: str
    objective: Link
    size: Size
    kind: str = "ask"


Scene = Goal | MovedScene | AskScene


@dataclass(frozen=True, slots=True)
class ScreenView:
    """The scenes of the wall screen under the mission, and the way back to the site; `empty` where there is nothing to show."""

    label: str
    title: str
    home: Link
    scenes: tuple[Scene, ...]
    empty: str


def compose(ground: Ground, register: Register) -> Iterator[Blank]:
    """Give the wall screen: at most 40 scenes, so that it weighs and lasts the same for any company."""
    yield blank(addresses.SCREEN, _page, ground, register, listed=False)


def _page(ground: Ground, register: Register) -> Page:
    sheet = Sheet(ground, addresses.SCREEN)
    organisation = ground.site.organisation
    goals = [_goal(sheet, ref) for ref in _goals(sheet, register)]
    moved = [_moved(news) for news in latest(sheet, register, _MOVED) if news.short]
    asks = [_ask(sheet, ask) for ask in _asks(sheet)]
    scenes = tuple(_mixed(goals, moved, asks))
    view = ScreenView(
        label=sheet.say("home.mission" if organisation.mission else "home.no_mission"),
        title=organisation.mission or organisation.name,
        home=Link(ground.config.title or organisation.name, sheet.href(addresses.HOME)),
        scenes=scenes,
        empty="" if scenes else sheet.say("home.empty"),
    )
    head = Head(sheet.say("screen.title"), styles=("screen.css",), scripts=("screen.js",) if scenes else ())
    return Page(addresses.SCREEN, "screen.html", view, head, organisation.origin, framed=False)


def _goals(sheet: Sheet, register: Register) -> Refs:
    """Choose the objectives: those of the company, one of each theme in turn, then those that moved last."""
    site = sheet.site
    stand = standing(site, register, site.shown_cycles)
    company = tuple(islice(_in_turn((*stand.themes.values(), stand.mission)), _COMPANY))
    others = [sheet.measured(ref) for ref in stand.members if ref not in company]
    lately = heapq.nsmallest(_TEAMS * 8, (o for o in others if o.state != "dropped"), key=_by_last_word)
    return (*company, *(o.ref for o in islice(_of_each_in_turn((o.plan.team, o) for o in lately), _TEAMS)))


def _by_last_word(there: MeasuredObjective) -> tuple[int, str]:
    """Give the key by which the objectives with the latest words come first; a draw falls by the name's digest, not the alphabet."""
    day = there.last_word.toordinal() if there.last_word else 0
    return -day, _lot(there.ref)


def _asks(sheet: Sheet) -> Iterable[Ask]:
    """Choose the open asks: the oldest of each team in turn."""
    waiting = sorted((ask for ask in sheet.site.asks if not is_answered(ask)), key=lambda ask: ask.day)
    return islice(_of_each_in_turn((sheet.measured(ask.objective).plan.team, ask) for ask in waiting), _ASKS)


def _lot(name: str) -> str:
    """Draw a lot that is the same on every machine."""
    return sha256(name.encode()).hexdigest()


def _of_each_in_turn(pairs: Iterable[tuple[Hashable, T]]) -> Iterator[T]:
    """Take the first of each group, then the second of each; groups in the order in which they first come."""
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return _in_turn(tuple(groups.values()))


def _in_turn(groups: Sequence[Sequence[T]]) -> Iterator[T]:
    for row in zip_longest(*groups):
        yield from (one for one in row if one is not None)


def _mixed(*heaps: Sequence[Scene]) -> Iterator[Scene]:
    """Lay the heaps out over one round, each spread evenly."""
    placed = [((at + 0.5) / len(heap), nth, scene) for nth, heap in enumerate(heaps) for at, scene in enumerate(heap)]
    return (scene for *_, scene in sorted(placed, key=lambda place: place[:2]))


def _goal(sheet: Sheet, ref: str) -> Goal:
    """Show an objective with its why; the mission stands above all scenes and is not said again."""
    there = sheet.measured(ref)
    chain, line = why_chain(sheet, there), objective_line(sheet, there)
    steps = [step for step in (*chain.steps[:1], *chain.folded, *chain.steps[1:]) if not step.beam]
    over = max(0, len(steps) - _ABOVE)
    reason = next((edge.because for edge in there.supports if edge.primary), None)
    because, why = excerpt(plain_words(sheet, reason), _REASON), excerpt(plain_words(sheet, there.plan.why), _WORDS)
    return Goal(
        line=line,
        size=size_of(line.title.text),
        fit=_fit(sheet, line.title.text, because, why or chain.gap, [step.statement.text for step in steps[over:]]),
        owners=sheet.people(there.plan.owners[:3]),
        above=tuple(steps[over:]),
        between=sheet.say("why.between", n=over) if over else "",
        because=because,
        gap=chain.gap,
        why=why,
    )


def _fit(sheet: Sheet, title: str, because: str, why: str, above: Sequence[str]) -> Fit:
    """Say how close a goal must be set: its height against that of a screen of 16 to 9, in hundredths of its height."""
    letters, line = _LINES[size_of(title)]
    height = _lines(title, letters) * line + _lines(because, 78) * 4.8 + _lines(why, 70) * 5.8 + 28
    height += sum(_lines(step, 66) * 5.8 for step in above)
    room = _ROOM + 16 - 4.8 * _lines(sheet.site.organisation.mission or "", 78)
    return next((fit for most, fit in _FITS if height <= room * most), "tiny")


def _lines(text: str, letters: int) -> int:
    return -(-_width(text) // letters)


def _moved(news: News) -> MovedScene:
    what = tuple(_short(piece) if piece.href else piece for piece in news.what)
    return MovedScene(news.day, what, news.short, size_of(news.short))


def _ask(sheet: Sheet, ask: Ask) -> AskScene:
    say = excerpt(plain_words(sheet, ask.what), _WORDS)
    view = ask_view(sheet, ask)
    return AskScene(view, say, _short(view.objective), size_of(say))


def _short(link: Link) -> Link:
    """Shorten the title of what a scene is about; the link leads to the whole."""
    return Link(excerpt(link.text, _TITLE), link.href)


def size_of(text: str) -> Size:
    """Say how large a text may be set: the longer, the smaller; a wide letter counts as two.

    >>> size_of("Nobody waits in fear or in pain"), size_of("word " * 60)
    ('xl', 's')
    """
    return next((size for most, size in _SIZES if _width(text) <= most), "s")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
