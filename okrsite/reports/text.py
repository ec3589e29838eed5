"""Findings for people, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from okrsite.diagnostics import Finding, Level, Span
from okrsite.reports.cells import clean, columns
from okrsite.reports.counting import by_rule, in_files
from okrsite.reports.gathered import Gathered, Told, gathered

_WIDTH = 100
_LEAD = 40
_MANY = 10
_PAINT = {Level.ERROR: "\033[1;31m", Level.WARNING: "\033[1;33m", Level.NOTE: "\033[1;36m"}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


def as_text(findings: Sequence[Finding], *, color: bool = False, full: bool = False) -> str:
    """Write findings as `path:line:column: level[rule]: sentence`, each with excerpt, underline and help.

    Of more than two warnings and notes each rule speaks once, in one line with its way out, and no more than six rules at
    once, unless all is to be told in `full`. Of more than ten findings, which no screen holds, a summary by rule stands
    at the end. The last line of the text ends with a line feed; no findings give an empty text.
    """
    shown = Told(findings) if full else gathered(findings)
    alone = [each for each in shown.lines if isinstance(each, Finding)]
    lines = "".join(_line(each, color=color) for each in shown.lines)
    return lines + _rest(shown.rest, color=color) + _by_rule(alone, color=color)


def _line(shown: Finding | Gathered, *, color: bool) -> str:
    if isinstance(shown, Finding):
        return _one(shown, color=color)
    first = shown.first
    return f"{_head(first, color=color)}{shown.also}{f' {clean(first.help)}' if first.help else ''}\n"


def _rest(rules: Sequence[tuple[Level, str, int]], *, color: bool) -> str:
    """Name the rules that wait until then, in one line."""
    named = [f"{_painted(level, f'{level}[{rule}]', color=color)} {count}" for level, rule, count in rules]
    return f"Later: {', '.join(named)}. `okrsite check -v` shows each place.\n" if named else ""


def _head(finding: Finding, *, color: bool) -> str:
    paint, bold, plain = (_PAINT[finding.level], _BOLD, _PLAIN) if color else ("", "", "")
    return (
        f"{bold}{place(finding.span)}{plain}: {paint}{finding.level}[{finding.rule}]{plain}: {clean(finding.message)}"
    )


def _one(finding: Finding, *, color: bool) -> str:
    dim, plain = (_DIM, _PLAIN) if color else ("", "")
    lines = [_head(finding, color=color)]
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
    caret = " " * columns(clean(shown[:before])) + "^" * max(1, columns(marked.rstrip()))
    return [f"  {number} | {clean(shown).rstrip()}", f"  {' ' * len(number)} | {caret}"]


def _by_rule(findings: Sequence[Finding], *, color: bool) -> str:
    """Sum up many findings of several rules, a line each, and say how to learn what a rule is for."""
    counted = by_rule(findings)
    if len(findings) <= _MANY or len(counted) == 1:
        return ""
    number = max(len(str(one.count)) for one in counted)
    name = max(len(one.rule) for one in counted)
    lines = [
        f"  {one.count:{number}}  {_painted(one.level, f'{one.rule:{name}}  {one.level:7}', color=color)}  in {in_files(one.files)}"
        for one in counted
    ]
    how = f"`okrsite explain {counted[0].rule}` says what a rule is for, with examples."
    return "\n".join(["", "By rule:", *lines, how]) + "\n"


def _painted(level: Level, text: str, *, color: bool) -> str:
    return f"{_PAINT[level]}{text}{_PLAIN}" if color else text
