"""Where a page's words were written, and how to change them: the links of the title block."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Block, Link
from okrsite.plan.model import Origin


def edit_href(ground: Ground, origin: Origin | None) -> str | None:
    """Write the address where a source file can be changed; None where the configuration does not tell."""
    return _filled(ground, origin, _pattern(ground, "edit"))


def history_href(ground: Ground, origin: Origin | None) -> str | None:
    """Write the address where a source file's history is shown; None where the configuration does not tell."""
    return _filled(ground, origin, _pattern(ground, "history"))


def source_block(sheet: Sheet, origin: Origin | None) -> tuple[Block, ...]:
    """Give the title block's field of the source: its path, and links to edit it and to its history."""
    if origin is None:
        return ()
    edit, history = edit_href(sheet.ground, origin), history_href(sheet.ground, origin)
    links = [Link(sheet.say("block.edit"), edit)] if edit else []
    links += [Link(sheet.say("block.history"), history)] if history else []
    return (Block(sheet.say("block.source"), origin.path, tuple(links), path=not origin.path.isascii()),)


def permanent_block(sheet: Sheet) -> Block:
    """Give the title block's field with the page's own address."""
    return Block(sheet.say("block.permanent"), sheet.address, permanent=True, path=not sheet.address.isascii())


def _pattern(ground: Ground, which: Literal["edit", "history"]) -> str | None:
    repository = ground.config.repository
    if repository is None:
        return None
    return repository.edit if which == "edit" else repository.history


def _filled(ground: Ground, origin: Origin | None, pattern: str | None) -> str | None:
    """Fill a file's path into the repository's pattern; a file of another checkout is none of this repository."""
    repository = ground.config.repository
    if origin is None or repository is None or not pattern or origin.path.startswith(("../", "/")):
        return None
    return pattern.replace("{branch}", quote(repository.branch)).replace("{path}", quote(origin.path))
