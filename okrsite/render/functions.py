"""The functions that a theme's templates are translated to, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import markupsafe
from jinja2 import Environment
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join
from markupsafe import Markup, escape

from okrsite.pages.page import Html
from okrsite.render.translation import Code, Kept, Library, Untranslatable, root, translated
from okrsite.theme import Theme


class Functions:
    """The templates of a theme as functions that speak one language."""

    def __init__(self, theme: Theme, language: str, environment: Environment) -> None:
        speech = theme.speech(language)
        texts = {name: template.source for name, template in theme.templates.items()}
        self.library = Library(environment, texts, speech.say)
        self._known: dict[str, object] = {**_given(environment), "t": speech.say, "forms": speech.forms}
        self._there: set[str] = set()
        self._made: dict[tuple[str, tuple[str, ...]], Callable[..., str] | None] = {}

    def whole(self, name: str, given: tuple[str, ...]) -> Callable[..., str] | None:
        """Give the function of a template, which takes values in the order of `given`; None where Jinja itself is needed."""
        key = (name, given)
        if key not in self._made:
            try:
                self._run(translated(self.library, name, given))
                self._made[key] = cast("Callable[..., str]", self._known[root(self.library, name, given)])
            except Untranslatable:
                self._made[key] = None
        return self._made[key]

    def leave(self, name: str, given: tuple[str, ...]) -> None:
        """Leave a template to Jinja itself from now on."""
        self._made[name, given] = None

    def _run(self, code: Code) -> None:
        exec(code.code, self._known)  # noqa: S102 - made here, of templates that Jinja would compile as well
        for name in code.needs:
            if name not in self._there:
                self._there.add(name)
                self._run(self.library.macros(name))


def _given(environment: Environment) -> dict[str, object]:
    """Give what translated templates call."""
    context = EvalContext(environment)

    def filtered(name: str, value: object, *args: object) -> object:
        return environment.call_filter(name, value, args, eval_ctx=context)

    def tested(name: str, value: object, *args: object) -> object:
        return environment.call_test(name, value, args, eval_ctx=context)

    return {
        "escaped": getattr(markupsafe, "_escape_inner", escape),  # a plain text without a `Markup` around it
        "filtered": filtered,
        "given": given,
        "Kept": Kept,
        "Markup": Markup,
        "markup_join": markup_join,
        "shown": shown,
        "tested": tested,
    }


def shown(value: object) -> str:
    """Show any value on a page: as it is where it is markup, escaped else."""
    if isinstance(value, Html):
        return value.text
    return str(value) if isinstance(value, Markup) else str(escape(value))


def given(body: str | None) -> str:
    """Give what a `call` block holds; there has to be one."""
    if body is None:
        raise TypeError
    return body
