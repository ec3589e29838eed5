"""Who asks for help: open asks, the oldest first, then those that were answered, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Block, Head, Link, Page
from okrsite.pages.parts.split import part_links, split
from okrsite.pages.parts.talk import AskView, ask_view, is_answered
from okrsite.pages.register import Register
from okrsite.plan.model import Ask

_FRAME = 900


@dataclass(frozen=True, slots=True)
class AsksView:
    """The asks of one page; `first` tells that it is the one where the list begins."""

    title: str
    lede: str
    open: tuple[AskView, ...]
    answered: tuple[AskView, ...]
    parts: tuple[Link, ...]
    first: bool


def compose(ground: Ground, _: Register) -> Iterator[Page]:
    """Give all asks, in several pages where there are many."""
    still = sorted((ask for ask in ground.site.asks if not is_answered(ask)), key=lambda ask: ask.day)
    done = sorted((ask for ask in ground.site.asks if is_answered(ask)), key=lambda ask: ask.day, reverse=True)
    say = Sheet(ground, addresses.ASKS).say
    asks = [*still, *done]
    parts = split(addresses.ASKS, asks, _weigh, lambda ask: ground.speech.date(ask.day))
    for part in parts:
        sheet = Sheet(ground, part.address)
        view = AsksView(
            title=say("asks.title"),
            lede=say("asks.lede", n=len(still)) if still else "",
            open=tuple(ask_view(sheet, ask) for ask in still[part.start : part.stop]),
            answered=tuple(ask_view(sheet, a) for a in asks[max(part.start, len(still)) : part.stop]),
            parts=part_links(sheet, parts),
            first=part.start == 0,
        )
        title = view.title if len(parts) == 1 else say("part.title", title=view.title, part=part.name)
        head = Head(title, say("asks.description"), blocks=(Block(say("block.sheet"), title),))
        yield Page(part.address, "asks.html", view, head)


def _weigh(ask: Ask) -> int:
    """Guess what an ask with its replies weighs."""
    replies = sum(300 + len(reply.text.html.encode()) for reply in ask.replies)
    return _FRAME + len(ask.what.html.encode()) + replies
