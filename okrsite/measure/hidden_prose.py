"""Prose that mentions a private objective, made fit to be shown: its link goes, its own words stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from okrsite.prose import Link, Prose
from okrsite.targets import Target

ONE_PRIVATE_OBJECTIVE = "one private objective"

_REFERENCE = re.compile(r"\[\[(?:[^\[\]|\\]|\\[^|])*(?P<words>\\?\|.*?)?\]\]", re.DOTALL)
_LINK = re.compile(r"\]\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)")
_ADDRESS = re.compile(r"[^\s<>\"']+")


def without_hidden(prose: Prose, hides: Callable[[Target | None], bool]) -> Prose:
    """Take what is hidden out of a text: out of its targets, of its links, and of the Markdown it was written in.

    In the Markdown, `[[secret|text]]` and `[text](secret.md)` become `text`, a bare `[[secret]]` reads “one private
    objective”, and any other way of writing a link leads to `#`.
    """
    hidden = [number for number, target in enumerate(prose.targets) if hides(target)]
    if not hidden:
        return prose
    source, starts = prose.source, _line_starts(prose.source)
    for link in sorted((prose.links[n] for n in hidden), key=lambda link: (link.line, link.column), reverse=True):
        source = _without(source, link, starts[link.line - 1] + link.column - 1)
    return replace(
        prose,
        source=source,
        links=tuple(_blank(link) if n in hidden else link for n, link in enumerate(prose.links)),
        targets=tuple(None if n in hidden else target for n, target in enumerate(prose.targets)),
    )


def _line_starts(source: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source))]


def _blank(link: Link) -> Link:
    return replace(link, written="", title="")


def _without(source: str, link: Link, place: int) -> str:
    """Take one link out of a Markdown text; `place` is where its target begins there."""
    start = source.rfind("[[", 0, place)
    found = _REFERENCE.match(source, start) if link.kind == "reference" and start >= 0 else None
    if found:
        words = (found["words"] or "").removeprefix("\\").removeprefix("|").strip()
        return source[: found.start()] + (words or ONE_PRIVATE_OBJECTIVE) + source[found.end() :]
    start = source.rfind("](", 0, place)
    found = _LINK.match(source, start) if start >= 0 else None
    opened = _opening(source, start)
    if found and found.end() > place and opened is not None:
        return source[:opened] + source[opened + 1 : found.start()] + source[found.end() :]
    address = _ADDRESS.match(source, place)
    if address and address[0].startswith(link.written):
        return source[:place] + "#" + source[address.end() :]
    return source.replace(link.written, "#")


def _opening(source: str, closed: int) -> int | None:
    """Find the `[` that a `]` closes, if there is one."""
    depth = 0
    for place in range(closed, -1, -1):
        depth += {"]": 1, "[": -1}.get(source[place], 0)
        if depth == 0:
            return place
    return None
