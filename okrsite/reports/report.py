"""A report: the findings of one run, and what is to be said beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from okrsite import __version__
from okrsite.diagnostics import Finding, Level, Span


class Described(Protocol):
    """A rule as reports tell of it: its id and level; `finds` completes “finds …”, `why` is what it protects."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def level(self) -> Level:
        """Its level, unless the configuration says otherwise."""

    @property
    def finds(self) -> str:
        """What it finds."""

    @property
    def why(self) -> str:
        """What it protects, in sentences."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a baseline knew: how many findings it accepts that are there, and how many that are gone."""

    accepted: int
    gone: int


@dataclass(frozen=True, slots=True)
class Report:
    """The findings to be told, in order; what each rule is for; and what a baseline knew, where one was given."""

    findings: Sequence[Finding]
    rules: Mapping[str, Described] = field(default_factory=dict)
    known: Known | None = None
    version: str = __version__


def in_a_file(span: Span) -> bool:
    """Tell whether a place is one in a file, not on the command line or in the environment."""
    return not span.path.startswith("--") and span.path != "SOURCE_DATE_EPOCH"


def below(folder: str, findings: Iterable[Finding]) -> list[Finding]:
    """Give findings with their paths as seen from above: those of a site that lies in a folder of its repository."""
    before = f"{folder.strip('/')}/"
    return [
        replace(
            finding,
            span=_below(before, finding.span),
            related=tuple(replace(other, span=_below(before, other.span)) for other in finding.related),
        )
        for finding in findings
    ]


def _below(before: str, span: Span) -> Span:
    return replace(span, path=before + span.path) if in_a_file(span) else span
