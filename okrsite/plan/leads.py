"""What each source file is about, for relative links to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from okrsite.documents import Document, records
from okrsite.plan.drafts import Draft
from okrsite.plan.links import Lead
from okrsite.plan.lookup import Here
from okrsite.plan.references import KNOWN_ALREADY, Lost, Names, resolve
from okrsite.plan.things import Thing, Things
from okrsite.prose import Prose
from okrsite.sources import Kind
from okrsite.targets import Target, TargetKind

_KINDS: Mapping[str, TargetKind] = {
    "cycle": "cycle",
    "team": "team",
    "person": "person",
    "health": "health",
    "page": "page",
}
_NO_PAGE = Lost("ref-broken", "This file is a list of check-ins and has no page of its own.", "Link to an objective.")


def leads_of(
    documents: Mapping[Kind, Sequence[Document]], kept: Mapping[str, Draft], names: Names, things: Mapping[str, Things]
) -> dict[str, Lead]:
    """Give by its path, in NFC, what every document is about; of what has lost its name to another one nothing more is said."""
    leads = {_path(document): Lead(KNOWN_ALREADY) for shelf in documents.values() for document in shelf}
    leads |= dict(_of_drafts(kept, names))
    for word, kind in _KINDS.items():
        leads |= {_path(thing.document): _of_thing(kind, thing) for thing in _written(things[word])}
    leads |= {_path(document): _of_text(Target("about"), document) for document in documents.get(Kind.ORG, ())}
    for document in documents.get(Kind.CHECK_IN, ()):
        leads[_path(document)] = _of_check_in(document, names)
    leads |= {_path(document): Lead(_NO_PAGE) for document in documents.get(Kind.CHECK_INS, ())}
    return leads | {_path(document): Lead(None) for document in documents.get(Kind.SURVEY, ())}


def _path(document: Document) -> str:
    return normalize("NFC", document.source.path)


def _written(things: Things) -> Iterator[Thing]:
    return (thing for thing in things.by_id.values() if not thing.by_folder)


def _of_thing(kind: TargetKind, thing: Thing) -> Lead:
    if thing.record is None:
        return Lead(KNOWN_ALREADY)
    return _of_text(Target(kind, thing.id), thing.document)


def _of_text(target: Target, document: Document) -> Lead:
    return Lead(target, lambda: _headings(document.body, target))


def _headings(body: Prose | None, target: Target) -> dict[str, Target | Lost]:
    """Give the headings of a text by their names; each leads to its place on the page."""
    headings = body.headings if body else ()
    return {heading.part: Target(target.kind, target.id, heading.id) for heading in headings if heading.part}


def _of_drafts(kept: Mapping[str, Draft], names: Names) -> Iterator[tuple[str, Lead]]:
    listed: dict[str, list[Draft]] = {}
    for draft in {draft.ref: draft for draft in kept.values()}.values():
        if draft.defaults is None:
            yield _path(draft.document), _of_objective(draft, names)
        else:
            listed.setdefault(_path(draft.document), []).append(draft)
    for path, here in listed.items():
        yield path, _of_list(here)


def _of_objective(draft: Draft, names: Names) -> Lead:
    if draft.record is None:
        return Lead(KNOWN_ALREADY)
    target = Target("objective", draft.ref)

    def parts() -> dict[str, Target | Lost]:
        ids = names.key_results.get(draft.ref, ())
        return _headings(draft.document.body, target) | {name: Target("objective", draft.ref, name) for name in ids}

    return Lead(target, parts)


def _of_list(drafts: Sequence[Draft]) -> Lead:
    return Lead(
        Target("team", drafts[0].team),
        lambda: {draft.plain: Target("objective", draft.ref) for draft in drafts},
    )


def _of_check_in(document: Document, names: Names) -> Lead:
    record = document.record
    if not isinstance(record, records.CheckInFile):
        return Lead(KNOWN_ALREADY)
    found = resolve(record.objective, Here(day=record.date, mount=document.source.mount), names)
    return Lead(KNOWN_ALREADY if isinstance(found, Lost) else found, dict)
