"""How findings are printed: for people in a terminal, and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Sequence

from okrsite.diagnostics import Finding, Level, Span

_WIDTH = 100
_LEAD = 40
_PAINT = {Level.ERROR: "\033[1;31m", Level.WARNING: "\033[1;33m", Level.NOTE: "\033[1;36m"}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


def as_text(findings: Sequence[Finding], *, color: bool = False) -> str:
    """Write findings as `path:line:column: level[rule]: sentence`, each with excerpt, underline and help.

    The last line of the text ends with a line feed; no findings give an empty text.
    """
    return "".join(_one(finding, color=color) for finding in findings)


def _one(finding: Finding, *, color: bool) -> str:
    paint, bold, dim, plain = (_PAINT[finding.level], _BOLD, _DIM, _PLAIN) if color else ("", "", "", "")
    lines = [
        f"{bold}{place(finding.span)}{plain}: {paint}{finding.level}[{finding.rule}]{plain}: {clean(finding.message)}"
    ]
    lines += [f"{dim}{line}{plain}" for line in _excerpt(finding.span)]
    lines += [f"  {place(other.span)}: {clean(other.message)}" for other in finding.related]
    if finding.help:
        lines.append(f"  help: {clean(finding.help)}")
    return "\n".join(lines) + "\n"


def place(span: Span) -> str:
    """Write where a span is: `path:line:column`."""
    return f"{clean(span.path)}:{span.line}:{span.column}"


def _excerpt(span: Span) -> list[str]:
    """Show the line with the place underlined; of a long line the part around it, wide characters counted as two."""
    if not span.excerpt.strip():
        return []
    shown, before = span.excerpt, span.column - 1
    if len(shown) > _WIDTH:
        cut = max(0, min(before - _LEAD, len(shown) - _WIDTH))
        shown, before = shown[cut : cut + _WIDTH], before - cut
    number = str(span.line)
    marked = clean(shown[before : before + max(1, span.length)])
    caret = " " * _columns(clean(shown[:before])) + "^" * max(1, _columns(marked.rstrip()))
    return [f"  {number} | {clean(shown).rstrip()}", f"  {' ' * len(number)} | {caret}"]


def clean(text: str) -> str:
    """Make a text safe for a terminal and one line: control, format and lone surrogate characters are replaced."""
    return "".join(
        " "
        if char in "\t\n\r"
        else "\ufffd"
        if unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNING
        else char
        for char in text
    )


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _columns(text: str) -> int:
    """Count the columns that a text takes in a terminal (Unicode Standard Annex 11; marks take none)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
        for char in text
    )


def as_json(findings: Sequence[Finding]) -> str:
    """Write findings as one JSON object, `{schema, counts, findings}`, with a line feed at its end."""
    whole = {"schema": 1, "counts": counts(findings), "findings": [_record(finding) for finding in findings]}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


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


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Count findings by level, each level named."""
    found = Counter(finding.level for finding in findings)
    return {str(level): found[level] for level in Level}


def summary(findings: Sequence[Finding]) -> str:
    """Say how many findings there are: `2 errors and 1 warning in 2 files`; empty where there is none."""
    parts = [f"{n} {level}{'' if n == 1 else 's'}" for level, n in counts(findings).items() if n]
    if not parts:
        return ""
    files = len({finding.span.path for finding in findings})
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"{listed} in {files} file{'' if files == 1 else 's'}"
