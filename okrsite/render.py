"""A page's view and its template → the bytes of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from okrsite.diagnostics import Finding, Span, error
from okrsite.pages.chrome import Chrome
from okrsite.pages.page import Page
from okrsite.theme import Theme

FRAME = "base.html"
_SYMBOL = re.compile(r'<symbol id="(i:[\w-]+)".*?</symbol>\n?', re.DOTALL)
_USE = re.compile(r'<use href="#(i:[\w-]+)"')


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's bytes and where they go."""

    address: str
    data: bytes


def render(page: Page, chrome: Chrome, theme: Theme) -> Rendered | Finding:
    """Render one page: its content by its own template, then the frame around it, unless it stands without one.

    A template that fails gives a finding with the template's file and line; nothing else is caught.
    """
    environment = _environment(theme, chrome.language)
    try:
        whole = environment.get_template(page.template).render(view=page.view, page=page, chrome=chrome, head=page.head)
        if page.framed:
            whole = environment.get_template(FRAME).render(
                content=Markup(whole),  # noqa: S704 - made by an escaping template
                page=page,
                chrome=chrome,
                head=page.head,
            )
    except TemplateError as fault:
        return _finding(theme, page.template, fault)
    except Exception as fault:
        if _place(theme, fault.__traceback__) is None:
            raise
        return _finding(theme, page.template, fault)
    return Rendered(page.address, _with_icons(whole).encode())


@lru_cache(maxsize=4)
def _environment(theme: Theme, language: str) -> Environment:
    """Set up the templates of a theme; they are compiled once, and see nothing but their view and the words."""

    def load(name: str) -> tuple[str, str, None] | None:
        found = theme.templates.get(name)
        return (found.source, found.path, None) if found else None

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    speech = theme.speech(language)
    environment.globals["t"], environment.globals["forms"] = speech.say, speech.forms
    return environment


def _with_icons(whole: str) -> str:
    """Leave of the icons only those that the page uses."""
    start, end = whole.find("<symbol "), whole.rfind("</symbol>") + len("</symbol>\n")
    return (
        whole[:start] + _kept(whole[start:end], frozenset(_USE.findall(whole))) + whole[end:] if start >= 0 else whole
    )


@lru_cache(maxsize=256)
def _kept(icons: str, used: frozenset[str]) -> str:
    """Leave of the icons only those used; most pages use the same few."""
    return _SYMBOL.sub(lambda symbol: symbol[0] if symbol[1] in used else "", icons)


def _finding(theme: Theme, template: str, fault: Exception) -> Finding:
    """Say what a template did wrong, and where."""
    if isinstance(fault, TemplateSyntaxError):
        place: tuple[str, int] | None = (fault.filename or template, fault.lineno)
    else:
        place = _place(theme, fault.__traceback__)
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
