"""Findings as JSON, for programs."""

from __future__ import annotations

import json

from okrsite.diagnostics import Finding, Span
from okrsite.reports.counting import counts
from okrsite.reports.report import Report


def as_json(report: Report) -> str:
    """Write findings as one JSON object, `{schema, counts, findings}`, with a line feed at its end.

    With a baseline there is `baseline` too: how many findings it accepts, and how many of its own are gone.
    """
    known = report.known
    whole = {
        "schema": 1,
        "counts": counts(report.findings),
        "findings": [_record(finding) for finding in report.findings],
        **({"baseline": {"accepted": known.accepted, "gone": known.gone}} if known else {}),
    }
    return json_of(whole)


def json_of(value: object) -> str:
    """Write a value as indented JSON with a line feed at its end; what is no character of UTF-8 becomes `?`."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _record(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        **_where(finding.span),
        "message": finding.message,
        "help": finding.help or None,
        "objective": finding.objective,
        "related": [{**_where(other.span), "message": other.message} for other in finding.related],
    }


def _where(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "excerpt": span.excerpt or None,
    }
