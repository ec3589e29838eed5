"""What could not be read as a whole: the names that its lines seem to define, so that nobody is told of it twice."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from unicodedata import normalize

from okrsite.documents import Document, records
from okrsite.plan.drafts import Draft, Folders
from okrsite.plan.references import TornFile
from okrsite.plan.things import Thing
from okrsite.written import Record, nearest, slug

_NAMES = re.compile(r"(?:^[ \t]*(?:-[ \t]+)*|[{,][ \t]*)([^\W\d][\w-]{0,40})[ \t]*:(?=([^\n]{0,400}))", re.MULTILINE)
_END_IN_BRACES = re.compile("[,}]")
_QUOTES = "\"' \t,}[]"
_NAMING = frozenset({"id", "title", "aliases"})


def torn_files(documents: Iterable[Document], folders: Folders) -> list[TornFile]:
    """Give the files of objectives whose names are not all known; of one without a text nothing is."""
    return [_torn(document, folders) for document in documents if _is_torn(document.record)]


def _is_torn(record: Record | None) -> bool:
    if record is None or record.pruned & _NAMING:
        return True
    if not isinstance(record, records.TeamObjectivesFile):
        return False
    return "objectives" in record.pruned or any(each.pruned & _NAMING for each in record.objectives)


def _torn(document: Document, folders: Folders) -> TornFile:
    place, prefix = document.source.place, document.source.prefix
    names = names_in(document)
    return TornFile(
        folders.cycles.get(place.cycle or "", place.cycle or ""),
        folders.teams.get(place.team or "", place.team or ""),
        names | {f"{prefix}{name}" for name in names} if document.text else None,
    )


def names_in(document: Document) -> frozenset[str]:
    """Give the ids, earlier ones, and slugs of titles that seem to stand in a file."""
    return frozenset(name for found in _NAMES.finditer(document.text) for name in _names(found))


def _names(found: re.Match[str]) -> list[str]:
    key = found[1] if found[1] in _NAMING else nearest(found[1], sorted(_NAMING))
    if key is None:
        return []
    written = found[2].partition(" #")[0].strip(_QUOTES)
    if key == "title":
        return [slug(written), slug(_END_IN_BRACES.split(written)[0])]
    return [normalize("NFC", each.strip(_QUOTES)) for each in _END_IN_BRACES.split(written)]


def torn_things(things: Mapping[str, Thing]) -> frozenset[str]:
    """Give names that files of teams, cycles and the like seem to define, where that could not be read."""
    torn = [thing for thing in things.values() if not thing.by_folder and _is_torn(thing.record)]
    return frozenset(name for thing in torn for name in names_in(thing.document))


class _Anything:
    """The names in a file without a text: it may hold any."""

    def __contains__(self, name: object) -> bool:
        return True


def torn_themes(document: Document | None) -> Container[str]:
    """Give the names of themes that seem to stand in `org.md`, where not all of them could be read."""
    if document is None:
        return frozenset()
    if not document.text and document.damaged:
        return _Anything()
    record = document.record
    if not isinstance(record, records.OrgFile) or "themes" in record.pruned:
        return names_in(document)
    return names_in(document) if any(theme.pruned & _NAMING for theme in record.themes) else frozenset()


def has_torn_key_results(draft: Draft) -> bool:
    """Tell whether some key results of an objective are not known by name."""
    record = draft.record
    if record is None:
        return False
    return "key_results" in record.pruned or any(each.pruned & _NAMING for each in record.key_results)
