"""Who asks for help: open asks, the oldest first, then those that were answered, the latest first; with a filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from okrsite import addresses
from okrsite.measure.due import is_answered
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Link, Page, blank
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.sieve import Choice, by_name
from okrsite.pages.parts.source import edit_href
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.talk import AskView, ask_view
from okrsite.pages.register import Register
from okrsite.plan.model import Ask

_FRAME = 1_250
_REPLY = 420


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask in the list, and where to answer it: its file, as a link where that can be edited.

    `teams` (that ask), `of` (of whom), `standing` (open or answered) and `month` are what the filter looks at.
    """

    ask: AskView
    file: tuple[Link, ...]
    teams: tuple[str, ...]
    of: str
    standing: str
    month: str


@dataclass(frozen=True, slots=True)
class AsksView:
    """The asks of one page; `first` tells that it is the one where the list begins. The choices are those of its filter."""

    title: str
    lede: str
    open: tuple[Asked, ...]
    answered: tuple[Asked, ...]
    teams: tuple[Choice, ...]
    of: tuple[Choice, ...]
    standings: tuple[Choice, ...]
    months: tuple[Choice, ...]
    count: int
    parts: tuple[Link, ...]
    first: bool


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give all asks, in several pages where there are many."""
    still = sorted((ask for ask in ground.site.asks if not is_answered(ask)), key=lambda ask: ask.day)
    done = sorted((ask for ask in ground.site.asks if is_answered(ask)), key=lambda ask: ask.day, reverse=True)
    asks = [*still, *done]
    parts = split(addresses.ASKS, asks, lambda ask: _weigh(ground, ask), lambda ask: ground.speech.date(ask.day))
    for part in parts:
        yield blank(part.address, _page, ground, asks[part.start : part.stop], len(still), parts, part)


def _page(ground: Ground, asks: Sequence[Ask], still: int, parts: Sequence[Part], part: Part) -> Page:
    sheet = Sheet(ground, part.address)
    view = _view(sheet, asks, still, part_links(sheet, parts), first=part.start == 0)
    title = view.title if len(parts) == 1 else sheet.say("part.title", title=view.title, part=part.name)
    head = Head(
        title,
        sheet.say("asks.description"),
        blocks=(Block(sheet.say("block.sheet"), title),),
        styles=("filter.css",),
        scripts=("filter.js",),
    )
    return Page(part.address, "asks.html", view, head)


def _weigh(ground: Ground, ask: Ask) -> int:
    """Guess what an ask with its replies weighs."""
    title = ground.site.objectives[ask.objective].plan.title
    texts = sum(_REPLY + len(reply.text.html.encode()) for reply in ask.replies)
    return _FRAME + len(ask.what.html.encode()) + texts + len(title.encode()) + 2 * len(quote(ask.origin.path))


def _view(sheet: Sheet, asks: Sequence[Ask], still: int, parts: tuple[Link, ...], *, first: bool) -> AsksView:
    """Give one page of asks; `still` is how many are open on all pages."""
    listed = [_asked(sheet, ask) for ask in asks]
    site = sheet.site
    standings = (Choice(key, sheet.say(f"asks.{key}")) for key in ("open", "answered"))
    months = sorted({(one.month, ask.day.replace(day=1)) for one, ask in zip(listed, asks, strict=True)}, reverse=True)
    return AsksView(
        title=sheet.say("asks.title"),
        lede=sheet.say("asks.lede", n=still) if still else "",
        open=tuple(one for one in listed if not one.ask.answered),
        answered=tuple(one for one in listed if one.ask.answered),
        teams=by_name({team: site.teams[team].name for one in listed for team in one.teams}),
        of=by_name({one.of: one.ask.of.text if one.ask.of else sheet.say("asks.everyone") for one in listed}),
        standings=tuple(one for one in standings if any(one.key == each.standing for each in listed)),
        months=tuple(Choice(key, sheet.speech.month_year(day)) for key, day in months),
        count=len(listed),
        parts=parts,
        first=first,
    )


def _asked(sheet: Sheet, ask: Ask) -> Asked:
    """Give one ask of the list."""
    view, plan = ask_view(sheet, ask), sheet.measured(ask.objective).plan
    file = Link(ask.origin.path, edit_href(sheet.ground, ask.origin))
    return Asked(
        ask=view,
        file=() if view.answered else phrase(sheet, "asks.answer_in", {"file": file}),
        teams=tuple(dict.fromkeys((plan.team, *plan.teams))),
        of=_of(ask),
        standing="answered" if view.answered else "open",
        month=_month(ask.day),
    )


def _of(ask: Ask) -> str:
    """Name of whom is asked as one word: a reference, or the words without blanks."""
    if ask.of is not None:
        return ask.of.name
    return "-".join(ask.of_text.casefold().split()) if ask.of_text else "everyone"


def _month(day: date) -> str:
    return day.isoformat()[:7]
