"""Columns of tables that must not be there, found for the rules that refuse them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from okrsite.checks.case import Case
from okrsite.diagnostics import Finding, Span, error
from okrsite.documents import Document
from okrsite.documents.records import ObjectiveFile, TeamObjectivesFile
from okrsite.prose import Column
from okrsite.written import REASONS, refused_key


def refused_as(rule: str) -> Callable[[Case], Iterable[Finding]]:
    """Make the look of a rule that refuses columns of tables, in every text of the site."""

    def look(case: Case) -> Iterator[Finding]:
        for document in case.documents:
            for column, objective in _columns(document):
                if refused_key(column.text) == rule:
                    words = f"The column “{column.text}” is refused. {REASONS[rule]}"
                    yield error(rule, _span(document, column, objective), words, "Leave it out of the table.")

    return look


def _columns(document: Document) -> Iterator[tuple[Column, ObjectiveFile | None]]:
    """Give the columns of all tables of a document, each with the objective in whose `text` it stands, if it is one's."""
    if document.body:
        for column in document.body.columns:
            yield column, None
    if isinstance(document.record, TeamObjectivesFile):
        for objective in document.record.objectives:
            for column in objective.text.columns if objective.text else ():
                yield column, objective


def _span(document: Document, column: Column, objective: ObjectiveFile | None) -> Span:
    if objective is None:
        return document.body_span(column.line, column.column, len(column.text))
    return document.span((*objective.at, "text"), needle=column.text)
