"""Where a page's words were written, and how to change them: the links of the title block."""

from __future__ import annotations

from urllib.parse import quote

from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Block, Link
from okrsite.plan.model import Origin

_EDIT = {
    "github": "{url}/edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
    "gitea": "{url}/_edit/{branch}/{path}",
    "forgejo": "{url}/_edit/{branch}/{path}",
    "bitbucket": "{url}/src/{branch}/{path}?mode=edit",
}
_HISTORY = {
    "github": "{url}/commits/{branch}/{path}",
    "gitlab": "{url}/-/commits/{branch}/{path}",
    "gitea": "{url}/commits/branch/{branch}/{path}",
    "forgejo": "{url}/commits/branch/{branch}/{path}",
    "bitbucket": "{url}/history-node/{branch}/{path}",
}


def edit_href(ground: Ground, origin: Origin | None) -> str | None:
    """Write the address where a source file can be changed; None where the configuration does not tell."""
    return _filled(ground, origin, "edit", _EDIT)


def history_href(ground: Ground, origin: Origin | None) -> str | None:
    """Write the address where a source file's history is shown; None where the configuration does not tell."""
    return _filled(ground, origin, "history", _HISTORY)


def source_block(sheet: Sheet, origin: Origin | None) -> tuple[Block, ...]:
    """Give the title block's field of the source: its path, and links to edit it and to its history."""
    if origin is None:
        return ()
    edit, history = edit_href(sheet.ground, origin), history_href(sheet.ground, origin)
    links = [Link(sheet.say("block.edit"), edit)] if edit else []
    links += [Link(sheet.say("block.history"), history)] if history else []
    return (Block(sheet.say("block.source"), origin.path, tuple(links)),)


def permanent_block(sheet: Sheet) -> Block:
    """Give the title block's field with the page's own address."""
    return Block(sheet.say("block.permanent"), sheet.address, permanent=True)


def _filled(ground: Ground, origin: Origin | None, which: str, known: dict[str, str]) -> str | None:
    """Fill a file's path into the repository's own pattern, else into the one known for its kind."""
    repository = ground.config.repository
    if origin is None or repository is None:
        return None
    pattern = getattr(repository, which) or known.get(repository.kind or "")
    if pattern is None or ("{url}" in pattern and not repository.url):
        return None
    filled = pattern.replace("{url}", (repository.url or "").rstrip("/")).replace(
        "{branch}", quote(repository.branch or "main")
    )
    return filled.replace("{path}", quote(origin.path))
