"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning and editors."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from okrsite.diagnostics import Finding, Related, Span
from okrsite.reports.fingerprints import fingerprints
from okrsite.reports.json_records import json_of
from okrsite.reports.report import Described, Report, in_a_file

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Record = dict[str, object]


def as_sarif(report: Report) -> str:
    """Write findings as one run of SARIF 2.1.0, with the rules they come from; columns count Unicode code points.

    Paths are relative to the site's root, percent-encoded, with `uriBaseId` `%SRCROOT%`.
    """
    rules = sorted({finding.rule for finding in report.findings})
    run: Record = {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, rules.index(finding.rule))
            for finding, fingerprint in fingerprints(report.findings)
        ],
    }
    if report.known:
        run["properties"] = {"baseline": {"accepted": report.known.accepted, "gone": report.known.gone}}
    return json_of({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, rules: Sequence[str]) -> Record:
    return {
        "name": "okrsite",
        "version": report.version,
        "rules": [_rule(rule, report.rules.get(rule)) for rule in rules],
    }


def _rule(rule: str, known: Described | None) -> Record:
    """Describe a rule; of one that nobody describes there is its id."""
    if known is None:
        return {"id": rule}
    how = f"`okrsite explain {rule}` shows an example that it finds, one that it doesn’t, and how to set it."
    return {
        "id": rule,
        "shortDescription": _text(f"Finds {known.finds}."),
        "fullDescription": _text(known.why),
        "help": _text(f"{known.why}\n\n{how}"),
        "defaultConfiguration": {"level": str(known.level)},
    }


def _result(finding: Finding, fingerprint: str, rule: int) -> Record:
    result: Record = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": str(finding.level),
        "message": _text(f"{finding.message} {finding.help}".strip()),
        "partialFingerprints": {"okrsite/v1": fingerprint},
    }
    if in_a_file(finding.span):
        result["locations"] = [{"physicalLocation": _physical(finding.span)}]
    related = [other for other in finding.related if in_a_file(other.span)]
    if related:
        result["relatedLocations"] = [_related(number, other) for number, other in enumerate(related, 1)]
    if finding.objective:
        result["properties"] = {"objective": finding.objective}
    return result


def _related(number: int, other: Related) -> Record:
    return {"id": number, "physicalLocation": _physical(other.span), "message": _text(other.message)}


def _physical(span: Span) -> Record:
    """Give a place; the end column is the one behind the last, as the standard has it."""
    return {
        "artifactLocation": {"uri": _uri(span.path), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.line,
            "endColumn": span.column + max(1, span.length),
        },
    }


def _uri(path: str) -> str:
    """Percent-encode a path as UTF-8; the bytes of a name in another encoding stay its own."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _text(words: str) -> Record:
    """Make a message of plain words: `](` in it would begin a link (section 3.11.6 of the standard)."""
    return {"text": words.replace("](", "] (")}
