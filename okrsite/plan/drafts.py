"""Objectives as written, each with its name settled; nothing they refer to has been looked up yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from unicodedata import normalize

from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.documents import Document
from okrsite.documents.records import KeyResult, ListedObjective, ObjectiveFile, TeamObjectivesFile
from okrsite.plan.claims import Claim, kept, settle
from okrsite.plan.names import folded
from okrsite.written import slug, wrong_with_id


@dataclass(frozen=True, slots=True)
class Draft:
    """An objective as written. `ref`, `id` and `aliases` carry the prefix of its mount; `defaults` is its team's file.

    `plain` is the id as it is written in its mount. Without a `record` its file could not be read.
    """

    ref: str
    cycle: str
    team: str
    id: str
    plain: str
    aliases: tuple[str, ...]
    document: Document
    record: ObjectiveFile | None
    defaults: TeamObjectivesFile | None = None

    def earlier(self, alias: str) -> str:
        """Give the full name that an alias stands for."""
        return f"{self.cycle}/{self.team}/{alias}"

    @property
    def private(self) -> bool:
        """Whether it is not to be published."""
        return self.record is not None and self.record.private


@dataclass(frozen=True, slots=True)
class Folders:
    """Today's ids of the cycles and teams whose names stand as folders under `okrs/`."""

    cycles: Mapping[str, str]
    teams: Mapping[str, str]


def drafts_of(documents: Iterable[Document], folders: Folders, findings: list[Finding]) -> list[Draft]:
    """Give the objectives of files and lists, in their order."""
    return [draft for document in documents for draft in _of_document(document, folders, findings)]


def _of_document(document: Document, folders: Folders, findings: list[Finding]) -> Iterator[Draft]:
    place, record = document.source.place, document.record
    cycle = folders.cycles.get(place.cycle or "", place.cycle or "")
    team = folders.teams.get(place.team or "", place.team or "")
    if isinstance(record, TeamObjectivesFile):
        for number, listed in enumerate(record.objectives):
            name = listed.id or _slug_of(listed, number, document, findings)
            draft = _draft(cycle, team, name, document, listed, record)
            _look_at_prefixed(draft, findings)
            yield draft
    elif isinstance(record, ObjectiveFile):
        draft = _draft(cycle, team, record.id or _stem(document, findings), document, record)
        _look_at_prefixed(draft, findings)
        yield draft
    elif place.kind == "objective":
        yield _draft(cycle, team, _stem(document, findings), document, None)


def _draft(
    cycle: str,
    team: str,
    name: str,
    document: Document,
    record: ObjectiveFile | None,
    defaults: TeamObjectivesFile | None = None,
) -> Draft:
    prefix = document.source.prefix
    whole = f"{prefix}{name}"
    aliases = tuple(f"{prefix}{alias}" for alias in record.aliases) if record else ()
    return Draft(f"{cycle}/{team}/{whole}", cycle, team, whole, name, aliases, document, record, defaults)


def _look_at_prefixed(draft: Draft, findings: list[Finding]) -> None:
    """Say where a good id is none any more with the prefix of its mount before it."""
    if draft.id == draft.plain or wrong_with_id(draft.plain):
        return
    if wrong := wrong_with_id(draft.id):
        message = f"With the prefix of its mount the id is “{draft.id}”, which can’t be an id: it {wrong}."
        findings.append(
            error("bad-id", _span_of_name(draft)(), message, "Give it another `id`, or the mount another prefix.")
        )


def _stem(document: Document, findings: list[Finding]) -> str:
    name = document.source.place.name
    if wrong := wrong_with_id(name):
        findings.append(bad_name(name, wrong, document.start))
    return name


def bad_name(name: str, wrong: str, span: Span) -> Finding:
    """Say that a file's or a folder's name is no id."""
    better = slug(name)
    way_out = f"Call it “{better}”." if better and not wrong_with_id(better) else "Give it another name."
    return error("bad-id", span, f"The name “{name}” can’t be an id: it {wrong}.", way_out)


def _slug_of(listed: ListedObjective, number: int, document: Document, findings: list[Finding]) -> str:
    """Make the id of an objective in a list from its title; a title that was missing has been told of."""
    name = slug(listed.title)
    if name and not wrong_with_id(name):
        return name
    if listed.title:
        span = document.span((*listed.at, "title"))
        findings.append(no_slug(listed.title, span))
    return f"unnamed-{number + 1}"


def no_slug(title: str, span: Span) -> Finding:
    """Say that no id can be made of a title."""
    return error("bad-id", span, f"No id can be made of the title “{title}”.", "Write an `id` beside it.")


def without_clashes(drafts: Sequence[Draft], findings: list[Finding]) -> tuple[list[Draft], dict[str, Draft]]:
    """Settle the names of objectives: give each without the earlier names that others have, and who has which full name.

    One that has lost its id to another is among the former only.
    """
    claims = [*_claims(drafts), *_alias_claims(drafts)]
    owners = settle("objective", claims, findings)
    settled = [replace(draft, aliases=_kept(draft, owners)) for draft in drafts]
    return settled, {name: settled[owner] for name, owner in owners.items()}


def _kept(draft: Draft, owners: Mapping[str, int]) -> tuple[str, ...]:
    names = kept((draft.ref, *(draft.earlier(alias) for alias in draft.aliases)), owners)
    return tuple(name.rpartition("/")[2] for name in names[1:])


def _claims(drafts: Sequence[Draft]) -> Iterator[Claim]:
    for number, draft in enumerate(drafts):
        yield Claim(draft.ref, number, _span_of_name(draft))


def _alias_claims(drafts: Sequence[Draft]) -> Iterator[Claim]:
    for number, draft in enumerate(drafts):
        for place, alias in enumerate(draft.aliases):
            yield Claim(draft.earlier(alias), number, _span_of(draft, "aliases", place))


def _span_of_name(draft: Draft) -> Callable[[], Span]:
    if draft.record is not None and draft.record.id:
        return _span_of(draft, "id")
    return _span_of(draft, "title") if draft.defaults is not None else lambda: draft.document.start


def _span_of(draft: Draft, *keys: str | int) -> Callable[[], Span]:
    at = draft.record.at if draft.record else ()
    return lambda: draft.document.span((*at, *keys))


def key_result_ids(draft: Draft, findings: list[Finding]) -> tuple[str, ...]:
    """Give the ids of an objective's key results, one for each, in their order; a clash or a name without letters is said."""
    if draft.record is None:
        return ()
    unnamed = (f"key-result-{number}" for number in count(1))
    ids = tuple(_id_of(key_result, draft, unnamed, findings) for key_result in draft.record.key_results)
    if len({folded(name) for name in ids}) < len(ids):
        _tell_clashes(ids, draft, findings)
    return ids


def _id_of(key_result: KeyResult, draft: Draft, unnamed: Iterator[str], findings: list[Finding]) -> str:
    if key_result.id:
        return key_result.id
    if key_result.title:
        name = slug(key_result.title)
        if not name:
            findings.append(no_slug(key_result.title, draft.document.span((*key_result.at, "title"))))
        return name or next(unnamed)
    named = normalize("NFC", (key_result.same_as or "").partition("#")[2].strip())
    return named or next(unnamed)


def _tell_clashes(ids: Sequence[str], draft: Draft, findings: list[Finding]) -> None:
    first: dict[str, KeyResult] = {}
    key_results = draft.record.key_results if draft.record else ()
    for name, key_result in zip(ids, key_results, strict=True):
        earlier = first.setdefault(folded(name), key_result)
        if earlier is not key_result:
            there = Related(_place(draft, earlier), f"“{name}” is named here first.")
            message = f"Two key results of this objective are called “{name}”."
            findings.append(
                error(
                    "id-clash",
                    _place(draft, key_result),
                    message,
                    "Give one of them another `id`.",
                    related=(there,),
                    objective=draft.ref,
                )
            )


def _place(draft: Draft, key_result: KeyResult) -> Span:
    key = "id" if key_result.id else "title" if key_result.title else "same_as"
    return draft.document.span((*key_result.at, key))
