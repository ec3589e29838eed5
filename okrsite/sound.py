"""What is sound of a site in whose files something is wrong: each such file as it last was without an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from okrsite.addresses import address_of
from okrsite.diagnostics import Finding, Level
from okrsite.documents import Document
from okrsite.sources import Kind, Source
from okrsite.targets import Target, TargetKind

_PAGES: Mapping[Kind, TargetKind] = {
    Kind.OBJECTIVE: "objective",
    Kind.TEAM: "team",
    Kind.PERSON: "person",
    Kind.CYCLE: "cycle",
    Kind.HEALTH: "health",
    Kind.PAGE: "page",
}
"""The kinds of file that have a page of their own."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The files of a site, each without errors as far as that is known, and the errors there are, by path.

    `lost` are the paths, by the addresses of their pages, of files of which no state without an error is known.
    """

    documents: tuple[Document, ...]
    wrong: Mapping[str, tuple[Finding, ...]]
    lost: Mapping[str, str]


def sound(
    documents: Iterable[Document], findings: Iterable[Finding], good: Callable[[Source], Document | None]
) -> Sound:
    """Put each file with an error back to how it last was without one; where nobody knows that, only its name stays.

    `good` gives the last state of a file without an error, if it is known.
    """
    wrong: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.level is Level.ERROR:
            wrong.setdefault(finding.span.path, []).append(finding)
    there = [(document, good(document.source) if document.source.path in wrong else document) for document in documents]
    return Sound(
        tuple(kept or replace(document, record=None, body=None) for document, kept in there),
        {document.source.path: tuple(wrong[document.source.path]) for document, kept in there if kept is not document},
        {address: document.source.path for document, kept in there if not kept and (address := _page_of(document))},
    )


def stops(findings: Iterable[Finding], documents: Iterable[Document]) -> bool:
    """Tell whether anything is wrong that is no matter of one file's pages: the configuration, the theme, what was typed."""
    own = {document.source.path for document in documents}
    return any(
        finding.level is Level.ERROR and finding.span.path not in own and finding.rule != "unsafe-file"
        for finding in findings
    )


def _page_of(document: Document) -> str:
    """Give the address of the page that a file has to itself; empty where it has none."""
    source, place = document.source, document.source.place
    kind = _PAGES.get(source.kind)
    if kind is None:
        return ""
    name = f"{place.cycle}/{place.team}/{source.prefix}{place.name}" if kind == "objective" else place.name
    return address_of(Target(kind, name))
