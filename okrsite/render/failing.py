"""What a template did wrong, and where."""

from __future__ import annotations

from types import TracebackType

from jinja2 import TemplateError, TemplateSyntaxError

from okrsite.diagnostics import Finding, Span, error
from okrsite.theme import Theme


def finding(theme: Theme, template: str, fault: Exception) -> Finding | None:
    """Say what a template did wrong, and where; None for a fault that no template has to do with."""
    place = _place(theme, fault.__traceback__)
    if place is None and not isinstance(fault, TemplateError):
        return None
    if isinstance(fault, TemplateSyntaxError):
        place = (fault.filename or template, fault.lineno)
    path, line = place or (theme.templates[template].path if template in theme.templates else template, 1)
    lines = next((t.source.splitlines() for t in theme.templates.values() if t.path == path), [])
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    span = Span(path, line, column, max(1, len(excerpt.strip())), excerpt)
    return error(
        "template",
        span,
        f"The template cannot be used: {fault or type(fault).__name__}.",
        "Mend this line, or remove the file to have the default theme's.",
    )


def _place(theme: Theme, trace: TracebackType | None) -> tuple[str, int] | None:
    """Find the innermost line of a template that a fault came through."""
    paths = {template.path for template in theme.templates.values()}
    place = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place
