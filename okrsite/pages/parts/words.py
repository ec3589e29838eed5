"""What people wrote, placed on a page: links looked up and written for the page's own depth."""

from __future__ import annotations

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.prose import Prose


def words(sheet: Sheet, prose: Prose | None) -> Html:
    """Place a text on the page at hand; nothing written gives empty markup."""
    if prose is None:
        return Html("")
    return Html(prose.html)
