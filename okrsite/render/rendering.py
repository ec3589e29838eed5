"""A page's view and its template → the bytes of the page: swiftly where that can be, else by Jinja itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from okrsite.diagnostics import Finding
from okrsite.pages.chrome import Chrome
from okrsite.pages.page import Page
from okrsite.render.environment import environment_of
from okrsite.render.failing import finding
from okrsite.render.functions import Functions
from okrsite.render.icons import with_icons
from okrsite.render.translation import IN_FRAME, IN_PAGE
from okrsite.theme import Theme

FRAME = "base.html"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's bytes and where they go."""

    address: str
    data: bytes


def render(page: Page, chrome: Chrome, theme: Theme) -> Rendered | Finding:
    """Render one page: its content by its own template, then the frame around it, unless it stands without one.

    A template that fails gives a finding with the template's file and line; nothing else is caught.
    """
    workshop = _workshop(theme, chrome.language)
    try:
        whole = workshop.show(page.template, IN_PAGE, (page.view, page, chrome, page.head))
        if page.framed:
            content = Markup(whole)  # noqa: S704 - made by an escaping template
            whole = workshop.show(FRAME, IN_FRAME, (content, page, chrome, page.head))
    except Exception as fault:
        found = finding(theme, page.template, fault)
        if found is None:
            raise
        return found
    return Rendered(page.address, with_icons(whole.encode()))


@dataclass(frozen=True, slots=True)
class Workshop:
    """The templates of a theme in one language, as Jinja has them, and as functions as far as they can be such."""

    environment: Environment
    functions: Functions

    def show(self, name: str, names: tuple[str, ...], values: tuple[object, ...]) -> str:
        """Let a template show values that it has by these names.

        Where its function fails, Jinja is asked: it has the last word on what templates mean, and on their faults.
        """
        swift = self.functions.whole(name, names)
        if swift is not None:
            try:
                return swift(*values)
            except Exception:  # noqa: BLE001 - whatever it is, it comes again below if it is a fault
                self.functions.leave(name, names)
        return self.environment.get_template(name).render(dict(zip(names, values, strict=True)))


@lru_cache(maxsize=4)
def _workshop(theme: Theme, language: str) -> Workshop:
    environment = environment_of(theme, language)
    return Workshop(environment, Functions(theme, language, environment))
