"""What is private in the files of a site: where it is written, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from okrsite.diagnostics import Finding
from okrsite.documents import Document
from okrsite.documents.records import ObjectiveFile, TeamObjectivesFile
from okrsite.plan.drafts import Draft, Folders, drafts_of
from okrsite.plan.names import folded
from okrsite.plan.shelves import OKRS, check_ins_of, shelved, things_on
from okrsite.sources import Kind
from okrsite.written import Record

_SAYS_SO = re.compile(r"""^[\s{,-]*["']?private["']?\s*:\s*["']?(?:true|yes|on)\b""", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, both included; a file that is about one thing is all of them."""

    path: str
    first: float = 1
    last: float = inf


@dataclass(frozen=True, slots=True)
class Secret:
    """A private objective: its full name and earlier ones, ids and title as one may meet them, folded, and its lines."""

    refs: frozenset[str]
    names: frozenset[str]
    title: str
    at: Lines


@dataclass(frozen=True, slots=True)
class Private:
    """All that is private on a side, the lines of check-ins about it, and damaged files of which some may be."""

    secrets: tuple[Secret, ...] = ()
    talk: tuple[Lines, ...] = ()
    damaged: frozenset[str] = frozenset()

    @property
    def refs(self) -> frozenset[str]:
        """Full names, earlier ones too."""
        return frozenset(ref for secret in self.secrets for ref in secret.refs)

    @property
    def titles(self) -> frozenset[str]:
        """Titles, folded."""
        return frozenset(secret.title for secret in self.secrets if secret.title)


def private_of(documents: Sequence[Document]) -> Private:
    """Find what is private: by its word, by a word for it that could not be read, or by the text of a damaged file."""
    told = [document for document in documents if document.source.kind in OKRS and _may_be(document)]
    if not told:
        return Private()
    secrets = tuple(
        _secret(draft) for draft in drafts(documents) if is_private(draft.record) or _is_damaged_one(draft, told)
    )
    lists = (each.source.path for each in told if each.damaged and each.source.kind is Kind.TEAM_OBJECTIVES)
    return Private(secrets, tuple(_talk(documents, secrets)), frozenset(lists))


def is_private(record: ObjectiveFile | None) -> bool:
    """Tell whether an objective is private, or was to be: `private` stands there with a value that is none."""
    return record is not None and (record.private or "private" in record.pruned)


def drafts(documents: Sequence[Document]) -> list[Draft]:
    """Give all objectives as they are written, each with its full name."""
    shelves = shelved(documents)
    found = things_on(shelves, [])
    return drafts_of(shelves.of(*OKRS), Folders(found["cycle"].names, found["team"].names), [])


def _may_be(document: Document) -> bool:
    record = document.record
    if isinstance(record, TeamObjectivesFile):
        return any(map(is_private, record.objectives))
    return is_private(record) if isinstance(record, ObjectiveFile) else bool(_SAYS_SO.search(document.text))


def _is_damaged_one(draft: Draft, told: Sequence[Document]) -> bool:
    return draft.record is None and any(draft.document is document for document in told)


def _secret(draft: Draft) -> Secret:
    title = folded(draft.record.title) if draft.record else ""
    plain = (alias.removeprefix(draft.document.source.prefix) for alias in draft.aliases)
    names = {draft.id, draft.plain, *draft.aliases, *plain}
    refs = {draft.ref, *map(draft.earlier, draft.aliases)}
    return Secret(frozenset(refs), frozenset(map(folded, names)), title, _lines(draft))


def _lines(draft: Draft) -> Lines:
    path = draft.document.source.path
    if draft.defaults is None or draft.record is None:
        return Lines(path)
    return _until_the_next(path, draft.record, draft.defaults.objectives)


def _until_the_next(path: str, record: Record, records: Iterable[Record]) -> Lines:
    """Give the lines of an entry of a list: those up to the next one."""
    return Lines(path, record.line, min((each.line - 1 for each in records if each.line > record.line), default=inf))


def _talk(documents: Iterable[Document], secrets: Iterable[Secret]) -> Iterator[Lines]:
    """Give the lines of check-ins that stand apart, about something that is called as a private objective is."""
    names = {name for secret in secrets for name in secret.names}
    for document in documents:
        entries = check_ins_of(document)
        for entry in entries:
            if folded((entry.objective or "").partition("#")[0].strip().rpartition("/")[2]) in names:
                yield _until_the_next(document.source.path, entry, entries)


class Guard:
    """What may be said of a finding, where some objectives are private."""

    def __init__(self, private: Private) -> None:
        self._lines: dict[str, list[Lines]] = {}
        for lines in (*(secret.at for secret in private.secrets), *private.talk):
            self._lines.setdefault(lines.path, []).append(lines)
        self._refs = private.refs
        self._damaged = private.damaged
        words = {name for secret in private.secrets for name in secret.names} | private.titles
        self._named = _any_of(words)

    def inside(self, finding: Finding) -> bool:
        """Tell whether it is about what a private objective says itself: nothing of it may be said."""
        span = finding.span
        return finding.objective in self._refs or any(
            lines.first <= span.line <= lines.last for lines in self._lines.get(span.path, ())
        )

    def names(self, finding: Finding) -> bool:
        """Tell whether its words name something private, or might: its place and rule may be said."""
        said = folded(f"{finding.message}\n{finding.help}")
        return finding.span.path in self._damaged or (self._named is not None and bool(self._named.search(said)))


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Look for words as wholes; the longest first, for it may hold another."""
    said = sorted(filter(None, words), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, said))})(?![\w-])") if said else None


def drawn_together(before: Private, after: Private, public: Mapping[str, object], damaged: frozenset[str]) -> Private:
    """Give what may be named on neither side: what is private now, and what was and has not been made `public` since.

    `damaged` are files that can't be read now: where something private stood in one, it may still.
    """
    kept = tuple(secret for secret in before.secrets if not secret.refs & public.keys())
    torn = {secret.at.path for secret in kept if secret.at.path in damaged}
    return Private((*after.secrets, *kept), after.talk, after.damaged | frozenset(torn))
