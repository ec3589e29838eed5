"""Findings as workflow commands of GitHub Actions, which it shows beside the lines of a pull request."""

from __future__ import annotations

from okrsite.diagnostics import Finding, Level
from okrsite.reports.cells import clean
from okrsite.reports.report import Report, in_a_file
from okrsite.reports.text import place

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_TEXT | {":": "%3A", ",": "%2C"}
_TEXT, _PROPERTY = str.maketrans(_IN_TEXT), str.maketrans(_IN_PROPERTY)


def as_github(report: Report) -> str:
    """Write each finding as `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=rule::sentence`, a line each.

    The way out, and other places that belong to it, stand in further lines of its text. The end column is the one
    behind the last. What has a meaning in commands is escaped as GitHub does it.
    """
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    properties = ",".join(f"{name}={clean(value).translate(_PROPERTY)}" for name, value in _properties(finding))
    lines = [finding.message, *(f"{place(other.span)}: {other.message}" for other in finding.related), finding.help]
    text = "\n".join(clean(line) for line in lines if line).translate(_TEXT)
    return f"::{_COMMANDS[finding.level]} {properties}::{text}"


def _properties(finding: Finding) -> list[tuple[str, str]]:
    span, title = finding.span, ("title", finding.rule)
    if not in_a_file(span):
        return [title]
    line, end = str(span.line), str(span.column + max(1, span.length))
    where = [("file", span.path), ("line", line), ("endLine", line), ("col", str(span.column)), ("endColumn", end)]
    return [*where, title]
