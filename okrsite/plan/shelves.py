"""The documents of a site by what they are, and the things that have an id of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding
from okrsite.documents import Document, records
from okrsite.plan import things
from okrsite.plan.references import Thing
from okrsite.plan.things import Things
from okrsite.sources import Kind
from okrsite.targets import Target

OKRS = (Kind.OBJECTIVE, Kind.TEAM_OBJECTIVES)
_WORDS: Mapping[str, tuple[Kind, str]] = {
    "cycle": (Kind.CYCLE, "cycle"),
    "team": (Kind.TEAM, "team"),
    "person": (Kind.PERSON, "person"),
    "health": (Kind.HEALTH, "health metric"),
    "survey": (Kind.SURVEY, "survey"),
}


@dataclass(frozen=True, slots=True)
class Shelves:
    """The documents of a site by what they are, in the order of their paths."""

    by_kind: Mapping[Kind, Sequence[Document]]

    def of(self, *kinds: Kind) -> list[Document]:
        """Give the documents of some kinds, in the order of their paths."""
        found = [document for kind in kinds for document in self.by_kind.get(kind, ())]
        return sorted(found, key=lambda document: document.source.path)

    @property
    def org(self) -> Document | None:
        """The document about the organisation, the first where a mount brings another."""
        return next(iter(self.of(Kind.ORG)), None)


def shelved(documents: Iterable[Document]) -> Shelves:
    """Lay documents on shelves by what they are."""
    by_kind: dict[Kind, list[Document]] = defaultdict(list)
    for document in documents:
        by_kind[document.source.kind].append(document)
    return Shelves(by_kind)


def check_ins_of(document: Document) -> Sequence[records.CheckInFile]:
    """Give the check-ins of a file apart from objectives."""
    record = document.record
    if isinstance(record, records.CheckInFile):
        return (record,)
    return record.check_ins if isinstance(record, records.CheckInsFile) else ()


def things_on(shelves: Shelves, findings: list[Finding]) -> dict[str, Things]:
    """Give everything that has an id of its own but is no objective."""
    written = {word: things.in_files(shelves.of(kind), findings) for word, (kind, _) in _WORDS.items()}
    places = [(document.source.place, document) for document in shelves.of(*OKRS)]
    cycles = [(place.cycle or "", document) for place, document in places]
    teams = [(place.team or "", document) for place, document in places]
    written["cycle"] = things.with_folders(written["cycle"], cycles, findings)
    written["team"] = things.with_folders(written["team"], teams, findings)
    found = {word: things.settled(_WORDS[word][1], each, findings) for word, each in written.items()}
    found["theme"] = things.settled("theme", things.themes(shelves.org, findings), findings)
    found["page"] = things.settled("page", things.pages(shelves.of(Kind.PAGE), findings), findings)
    return found


def unread(found: Mapping[str, Things]) -> Iterator[Target]:
    """Give what could not be read and has nothing to show: references to it are neither right nor wrong."""
    kinds: tuple[Thing, ...] = ("health", "page")
    for kind in kinds:
        yield from (Target(kind, name) for name, thing in found[kind].by_id.items() if thing.record is None)
