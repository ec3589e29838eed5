"""Findings as a code quality report of GitLab, which it compares between branches and shows in merge requests."""

from __future__ import annotations

from okrsite.diagnostics import Finding, Level
from okrsite.reports.fingerprints import fingerprints
from okrsite.reports.json_records import json_of
from okrsite.reports.report import Report

_SEVERITIES = {Level.ERROR: "blocker", Level.WARNING: "minor", Level.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    """Write findings as a JSON list of `{description, check_name, fingerprint, severity, location}`.

    An error blocks, since the site is not published with it; a warning is minor, a note an information.
    """
    return json_of([_record(finding, fingerprint) for finding, fingerprint in fingerprints(report.findings)])


def _record(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": f"{finding.message} {finding.help}".strip(),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": finding.span.path, "lines": {"begin": finding.span.line}},
    }
