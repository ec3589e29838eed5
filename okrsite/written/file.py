"""A text with YAML in it → a record and findings with their places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from okrsite.diagnostics import Finding, Related, error
from okrsite.written.places import Places
from okrsite.written.reading import read
from okrsite.written.record import Record
from okrsite.written.saying import Problem
from okrsite.written.taking import Taken, take
from okrsite.written.tree import Keyed, Node

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What a text says as a record of a kind; None where nothing can be made of it. `places` finds where things stand."""

    record: R | None
    findings: tuple[Finding, ...]
    places: Places


def checked(
    kind: type[R], path: str, text: str, *, language: str = "en", start: int = 0, stop: int | None = None
) -> Outcome[R]:
    """Read the YAML in `text[start:stop]` as a record of a kind. Nothing is raised for what is wrong in it."""
    places = Places(path, text, start, stop)
    node, findings = nodes(places)
    if node is None:
        return Outcome(None, findings, places)
    taken: Taken[R] = take(kind, node, language)
    return Outcome(taken.record, findings + told(taken.problems, places), places)


def nodes(places: Places) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read the YAML of a file; None and the findings where it can't be read. What all of a file is about begins with it."""
    before = places.text.count("\n", 0, places.start)
    reading = read(places.text[places.start : places.stop], before=before)
    if isinstance(reading.node, Keyed):
        reading.node.line = 1
    snags = (replace(snag, line=snag.line + before) for snag in reading.snags)
    return reading.node, tuple(snag.at(places.path, places.text) for snag in snags)


def told(problems: tuple[Problem, ...], places: Places) -> tuple[Finding, ...]:
    """Make findings of problems, each at its place."""
    return tuple(_told(problem, places) for problem in problems)


def _told(problem: Problem, places: Places) -> Finding:
    related = tuple(Related(places.span(keys), words) for keys, words in problem.related)
    span = places.span(problem.keys, problem.needle or None)
    return error(problem.rule, span, problem.message, problem.help, related=related)
