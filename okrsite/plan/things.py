"""Things that have an id and are no objectives: who has which id and which earlier ones, and who is made by a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from okrsite.diagnostics import Finding, Span, error
from okrsite.documents import Document, records
from okrsite.plan.claims import Claim, kept, settle
from okrsite.plan.drafts import bad_name, no_slug
from okrsite.written import Record, slug, wrong_with_id


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing by its id. Without a `record` it was made by the name of a folder, or its file could not be read.

    `by_folder` tells which.
    """

    id: str
    document: Document
    record: Record | None
    span: Callable[[], Span]
    aliases: tuple[str, ...] = ()
    by_folder: bool = False


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a kind: by id, and ids by each name that leads to them."""

    by_id: dict[str, Thing] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def in_files(documents: Iterable[Document], findings: list[Finding]) -> list[Thing]:
    """Give the things that have a file each: by `id`, else by the file's name."""
    return [_in_file(document, findings) for document in documents]


def _in_file(document: Document, findings: list[Finding]) -> Thing:
    record, name = document.record, document.source.place.name
    given: str | None = getattr(record, "id", None)
    if given:
        return Thing(given, document, record, lambda: document.span(("id",)), _aliases(record))
    if wrong := wrong_with_id(name):
        findings.append(bad_name(name, wrong, document.start))
    return Thing(name, document, record, lambda: document.start, _aliases(record))


def _aliases(record: Record | None) -> tuple[str, ...]:
    return tuple(getattr(record, "aliases", ()))


def pages(documents: Iterable[Document], findings: list[Finding]) -> list[Thing]:
    """Give the free pages by their paths; a folder whose name is no id is said once."""
    said: set[str] = set()
    return [_page(document, said, findings) for document in documents]


def _page(document: Document, said: set[str], findings: list[Finding]) -> Thing:
    path = document.source.place.name
    parts = path.split("/")
    for depth, name in enumerate(parts, 1):
        whole = "/".join(parts[:depth]) + ("" if depth == len(parts) else "/")
        if (wrong := wrong_with_id(name)) and whole not in said:
            said.add(whole)
            findings.append(bad_name(name, wrong, document.start))
    return Thing(path, document, document.record, lambda: document.start)


def themes(document: Document | None, findings: list[Finding]) -> list[Thing]:
    """Give the themes of the organisation."""
    record = document.record if document else None
    if document is None or not isinstance(record, records.OrgFile):
        return []
    return [thing for theme in record.themes if (thing := _theme(theme, document, findings))]


def _theme(theme: records.Theme, document: Document, findings: list[Finding]) -> Thing | None:
    name = theme.id or slug(theme.title)
    if not theme.id and theme.title and (not name or wrong_with_id(name)):
        findings.append(no_slug(theme.title, document.span((*theme.at, "title"))))
        return None
    key = "id" if theme.id else "title"
    return Thing(name, document, theme, lambda: document.span((*theme.at, key))) if name else None


def with_folders(
    things: Sequence[Thing], folders: Iterable[tuple[str, Document]], findings: list[Finding]
) -> list[Thing]:
    """Add what is made by a folder under `okrs/`: a name that no file has as its id or an earlier one."""
    known = {name for thing in things for name in (thing.id, *thing.aliases)}
    return [*things, *_made(folders, known, findings)]


def _made(folders: Iterable[tuple[str, Document]], known: set[str], findings: list[Finding]) -> Iterator[Thing]:
    for name, document in folders:
        if name in known:
            continue
        known.add(name)
        if wrong := wrong_with_id(name):
            findings.append(bad_name(name, wrong, document.start))
        yield Thing(name, document, None, lambda document=document: document.start, by_folder=True)  # type: ignore[misc]


def settled(word: str, things: Sequence[Thing], findings: list[Finding]) -> Things:
    """Give each id, and each earlier one, to the first thing that claims it; ids go before earlier ones."""
    claims = [Claim(thing.id, number, thing.span) for number, thing in enumerate(things)]
    claims += [claim for number, thing in enumerate(things) for claim in _earlier(number, thing)]
    owners = settle(word, claims, findings)
    holding = [thing for number, thing in enumerate(things) if owners[thing.id] == number]
    by_id = {thing.id: replace(thing, aliases=kept((thing.id, *thing.aliases), owners)[1:]) for thing in holding}
    return Things(by_id, {name: things[owner].id for name, owner in owners.items()})


def _earlier(number: int, thing: Thing) -> Iterator[Claim]:
    for place, alias in enumerate(thing.aliases):
        yield Claim(alias, number, lambda place=place: thing.document.span(("aliases", place)))  # type: ignore[misc]


def told_of_tags(span: Span, text: str) -> Finding:
    """Say that a tag has the one slug that no tag can have."""
    return error(
        "bad-id",
        span,
        f"The tag “{text}” can’t have a page: its address is kept for the list of tags.",
        "Use another word.",
    )
