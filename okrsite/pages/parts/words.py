"""What people wrote, placed on a page: links looked up and written for the page's own depth."""

from __future__ import annotations

from okrsite.pages.ground import Sheet
from okrsite.pages.page import NOTHING, Html
from okrsite.prose import Placed, Prose, placed, plain


def words(sheet: Sheet, prose: Prose | None) -> Html:
    """Place a text on the page at hand; nothing written gives empty markup."""
    if prose is None:
        return NOTHING
    if not prose.links:
        return Html(prose.html)
    return Html(placed(prose, lambda number: _place(sheet, prose, number), nowhere=sheet.say("private.name")))


def plain_words(sheet: Sheet, prose: Prose | None) -> str:
    """Give a text without markup on one line, for titles and descriptions."""
    if prose is None:
        return ""
    if not prose.links:
        return plain(prose)
    return plain(prose, lambda number: _place(sheet, prose, number), nowhere=sheet.say("private.name"))


def _place(sheet: Sheet, prose: Prose, number: int) -> Placed | None:
    """Say where a link leads from this page, and what that is called; None where it may not be told."""
    target = prose.targets[number] if number < len(prose.targets) else None
    if target is None:
        return None
    link = sheet.to(target)
    return Placed(link.href, link.text)
