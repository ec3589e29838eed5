"""Source → document, for every kind of file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from okrsite import prose
from okrsite.config import Config
from okrsite.diagnostics import Finding, Span, error
from okrsite.documents import records
from okrsite.documents.document import Document
from okrsite.documents.front_matter import parts_of
from okrsite.prose import Trouble
from okrsite.sources import Kind, Source
from okrsite.written import KEY, Listed, Path, Record, checked, decoded, keyed, listed, nodes, take, told

KINDS: Mapping[Kind, type[Record]] = {
    Kind.ORG: records.OrgFile,
    Kind.TEAM: records.TeamFile,
    Kind.PERSON: records.PersonFile,
    Kind.CYCLE: records.CycleFile,
    Kind.OBJECTIVE: records.ObjectiveFile,
    Kind.TEAM_OBJECTIVES: records.TeamObjectivesFile,
    Kind.CHECK_IN: records.CheckInFile,
    Kind.CHECK_INS: records.CheckInsFile,
    Kind.HEALTH: records.HealthFile,
    Kind.SURVEY: records.SurveyFile,
    Kind.PAGE: records.PageFile,
}
"""What each kind of file is read as."""

_IN_YAML = frozenset({Kind.TEAM_OBJECTIVES, Kind.CHECK_INS, Kind.SURVEY})


def read(source: Source, config: Config) -> Document:
    """Read a file of the site; one that can't be read still gives a document, which knows its name."""
    if not source.readable:
        return Document(source)
    content = source.read()
    if isinstance(content, Finding):
        return Document(source, findings=(content,))
    return document_of(source, content, config.language)


def document_of(source: Source, content: bytes, language: str = "en") -> Document:
    """Make a document of the bytes of a file; numbers in texts are written as the language does."""
    text = decoded(source.path, content)
    if isinstance(text, Finding):
        return Document(source, findings=(text,))
    if source.kind in _IN_YAML:
        return _of_yaml(source, text, language)
    return _of_markdown(source, text, language)


def _of_yaml(source: Source, text: str, language: str) -> Document:
    document = Document(source, text=text, yaml_stop=len(text), body_start=len(text))
    if source.kind is Kind.CHECK_INS:
        return _check_ins(document, language)
    outcome = checked(KINDS[source.kind], source.path, text, language=language)
    return replace(document, record=outcome.record, findings=outcome.findings)


def _of_markdown(source: Source, text: str, language: str) -> Document:
    parts = parts_of(text)
    if parts.never_closed:
        return Document(source, text=text, findings=(_never_closed(source, text),))
    outcome = checked(KINDS[source.kind], source.path, text, language=language, start=parts.start, stop=parts.stop)
    document = Document(
        source,
        record=outcome.record,
        findings=outcome.findings if parts.stop else tuple(map(_without_front_matter, outcome.findings)),
        text=text,
        yaml_start=parts.start,
        yaml_stop=parts.stop,
        body_start=parts.body,
    )
    return _with_body(document)


def _never_closed(source: Source, text: str) -> Finding:
    words = "The front matter begins here and never ends."
    return error(
        "syntax",
        Span(source.path, 1, 1, 3, text.split("\n", 1)[0]),
        words,
        "Write a line of three hyphens where the text begins.",
    )


def _without_front_matter(finding: Finding) -> Finding:
    """Say how a file begins that needs keys and has no place for them."""
    help_line = (
        "Begin the file with a line of three hyphens, then the keys, as in `title: …`, then three hyphens again."
    )
    return replace(finding, message=f"{finding.message} The file has no front matter.", help=help_line)


def _with_body(document: Document) -> Document:
    """Read the text below the front matter; in a check-in it is what was learned, if that stands nowhere else."""
    written = document.text[document.body_start :]
    if not written.strip():
        return document
    body = prose.block(written, key=document.source.place.name)
    findings = document.findings
    if isinstance(body, Trouble):
        span = document.body_span(body.line, body.column, body.length)
        return replace(document, findings=(*findings, error(body.rule, span, body.message, body.help)))
    if isinstance(document.record, records.CheckInFile) and document.record.learned is not None:
        words = "`learned` stands in the front matter, and there is a text below it, which is what was learned, too."
        span = document.span(("learned", KEY))
        findings = (*findings, error("wrong-type", span, words, "Bring the two together in one place."))
    return replace(document, body=body, findings=findings)


def _check_ins(document: Document, language: str) -> Document:
    """Read a file that is a list of check-ins."""
    places = document.places
    node, findings = nodes(places)
    if node is None:
        return replace(document, findings=findings)
    if isinstance(node, Listed) or not node:
        whole = keyed()
        whole["check_ins"] = node or listed(1, ())
        taken = take(records.CheckInsFile, whole, language)
        problems = tuple(replace(problem, keys=_in_list(problem.keys)) for problem in taken.problems)
        return replace(document, record=taken.record, findings=findings + told(problems, places))
    words = "This file should be a list of check-ins."
    way_out = "Begin each check-in with a hyphen: `- objective: …`, and write its other keys below, further in."
    return replace(document, findings=(*findings, error("wrong-type", places.span(()), words, way_out)))


def _in_list(keys: Path) -> Path:
    return keys[1:] if keys[:1] == ("check_ins",) else keys
