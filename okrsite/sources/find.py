"""From a configuration to every file of the site, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from okrsite.config import Config, Mount
from okrsite.diagnostics import Finding, Level, Span, error
from okrsite.files import MOST_BYTES, Content, content_of, lies_in, printable, unspeakable
from okrsite.sources.model import Kind, Place, Source, first_line, too_large, unreadable
from okrsite.sources.places import is_document, place_of
from okrsite.sources.walk import Entry, Tree, unsafe, walk

_FREE = (Kind.CHECK_IN, Kind.CHECK_INS)
"""The kinds whose file may have any name: nothing is called by it."""


def find(config: Config) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """Find every source below the content folder and the mounts, sorted by path, and what is wrong on the way.

    A file that cannot be read, or is too large, is among the sources all the same, not `readable`: its name is known.
    Names that are passed over, and files that are neither Markdown nor YAML nor in `static/`, are no sources.
    """
    sources: list[Source] = []
    findings: list[Finding] = []
    for tree in _trees(config, findings):
        found = list(walk(tree))
        findings += [finding for finding in found if isinstance(finding, Finding)]
        entries = sorted((entry for entry in found if isinstance(entry, Entry)), key=lambda entry: entry.parts)
        for result in _looked_through(tree, entries):
            (sources if isinstance(result, Source) else findings).append(result)  # type: ignore[arg-type]
    return tuple(sorted(sources, key=lambda source: (source.path, source.file))), tuple(findings)


def _trees(config: Config, findings: list[Finding]) -> Iterator[Tree]:
    root = os.path.realpath(config.root)
    content = os.path.join(config.root, config.content)
    if os.path.isdir(content):
        if lies_in(os.path.realpath(content), root):
            yield Tree(content, config.content, root)
        else:
            findings.append(unsafe(config.content, "The content folder is a link that leads out of the site’s root."))
    elif os.path.lexists(content) or not config.mounts:
        findings.append(_no_content(config))
    for mount in config.mounts:
        yield _mounted(config, mount, root)


def _no_content(config: Config) -> Finding:
    return error(
        "unreadable",
        Span(config.content),
        f"There is no folder {config.content} here.",
        "Everything about the organisation lies in it; okrsite init makes one to begin with.",
    )


def _mounted(config: Config, mount: Mount, root: str) -> Tree:
    file = os.path.join(config.root, mount.path)
    real = os.path.realpath(file)
    return Tree(file, mount.path, root if lies_in(real, root) else real, mount.to, mount.path, mount.prefix)


def _looked_through(tree: Tree, entries: Iterable[Entry]) -> Iterator[Source | Finding]:
    said: set[tuple[str, ...]] = set()
    for entry in entries:
        place = _place(tree, entry)
        if entry.wrong:
            yield entry.wrong
            yield from _named(tree, entry, place)
        elif place is None and not is_document(entry.parts[-1]):
            continue
        elif wrong := _unspeakable(tree, entry, place):
            if wrong not in said:
                said.add(wrong)
                yield _no_text(tree, entry, wrong[-1])
        elif place is None:
            yield _misplaced(tree, entry)
        else:
            yield from _source(tree, entry, place)


def _place(tree: Tree, entry: Entry) -> Place | None:
    if tree.copies(entry.parts):
        return Place(Kind.STATIC, "/".join(entry.parts[1:]))
    return place_of((*tree.to, *entry.parts)) if is_document(entry.parts[-1]) else None


def _unspeakable(tree: Tree, entry: Entry, place: Place | None) -> tuple[str, ...] | None:
    """Give the names down to the first that is no text, where the format goes by names."""
    if place and place.kind in _FREE:
        return None
    depths = (depth for depth, part in enumerate(entry.parts, 1) if unspeakable(part))
    return next(((tree.path, *entry.parts[:depth]) for depth in depths), None)


def _no_text(tree: Tree, entry: Entry, name: str) -> Finding:
    return error(
        "bad-id",
        Span(tree.path_of(entry.parts)),
        f"The name {printable(name)} is no text: it holds bytes that are not UTF-8.",
        "Give it a name of letters, digits and hyphens.",
    )


def _misplaced(tree: Tree, entry: Entry) -> Finding:
    return Finding(
        "misplaced",
        Level.WARNING,
        Span(tree.path_of(entry.parts), excerpt=first_line(entry.file)),
        f"{printable(entry.parts[-1])} is not read: the format has no place for it here.",
        _way_out(tree, (*tree.to, *entry.parts)),
    )


def _way_out(tree: Tree, parts: tuple[str, ...]) -> str:
    match parts:
        case (*_, name) if name.lower().endswith(".markdown"):
            return "Let its name end in .md."
        case ("okrs", *_):
            return "Objectives lie in okrs/<cycle>/<team>/<slug>.md, or all of a team’s in okrs/<cycle>/<team>.yaml."
        case ("static", *_) if tree.mount:
            return "A mount never feeds static/."
        case ("surveys", *_):
            return "Surveys lie in surveys/<slug>.yaml."
        case (("teams" | "people" | "cycles" | "health") as folder, *_):
            return f"Its files lie in {folder}/<id>.md, no deeper."
    return "A free page lies in pages/; a name that begins with _ keeps a file out of the site."


def _named(tree: Tree, entry: Entry, place: Place | None) -> Iterator[Source]:
    """Give what can't be read as a source all the same: its name is known."""
    if place and not _unspeakable(tree, entry, place):
        yield replace(_bare(tree, entry, place), readable=False)


def _bare(tree: Tree, entry: Entry, place: Place) -> Source:
    """Make a source of which nothing is known but its name."""
    place = replace(place, name=printable(place.name)) if place.kind in _FREE else place
    return Source(tree.path_of(entry.parts), entry.file, place, mount=tree.mount, prefix=tree.prefix)


def _known(source: Source, content: Content) -> Source:
    place, size, digest = source.place, content.size, content.digest
    return Source(source.path, source.file, place, size, digest, mount=source.mount, prefix=source.prefix)


def _source(tree: Tree, entry: Entry, place: Place) -> Iterator[Source | Finding]:
    source = _bare(tree, entry, place)
    path = source.path
    try:
        copied = place.kind is Kind.STATIC
        content = content_of(entry.file) if copied else content_of(entry.file, MOST_BYTES)
        if content.size > MOST_BYTES and not copied:
            yield replace(source, readable=False)
            yield too_large(source, os.stat(entry.file).st_size)
            return
        yield _known(source, content)
    except OSError as refusal:
        yield replace(source, readable=False)
        yield unreadable(path, refusal)
