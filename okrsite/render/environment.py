"""A theme's templates as Jinja has them."""

from __future__ import annotations

from jinja2 import Environment, FunctionLoader, StrictUndefined

from okrsite.theme import Theme


def environment_of(theme: Theme, language: str) -> Environment:
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
