"""How findings are told: to people in a terminal, to programs, to the forges where changes are read.

A form is a module; `told` writes a report in the form of a name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from okrsite.reports.cells import clean, columns
from okrsite.reports.counting import by_rule, counts, summary, verdict
from okrsite.reports.github import as_github
from okrsite.reports.gitlab import as_gitlab
from okrsite.reports.json_records import as_json
from okrsite.reports.report import Described, Known, Report, below, in_a_file
from okrsite.reports.sarif import as_sarif
from okrsite.reports.text import as_text, place

__all__ = [
    "FORMS",
    "Described",
    "Known",
    "Report",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_sarif",
    "as_text",
    "below",
    "by_rule",
    "clean",
    "columns",
    "counts",
    "in_a_file",
    "place",
    "summary",
    "told",
    "verdict",
]

_FOR_PROGRAMS: Mapping[str, Callable[[Report], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
FORMS = ("text", *_FOR_PROGRAMS)
"""The names of the forms, the one for people first."""


def told(report: Report, form: str, *, color: bool = False, full: bool = False) -> str:
    """Write a report in the form of a name; only text has colours, and is shorter unless it is `full`."""
    return _FOR_PROGRAMS[form](report) if form in _FOR_PROGRAMS else as_text(report.findings, color=color, full=full)
