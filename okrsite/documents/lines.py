"""Texts that are Markdown: a line, or a whole text within a data file."""

from __future__ import annotations

from typing import Annotated

from okrsite import prose
from okrsite.prose import Prose, Trouble
from okrsite.written import TEXT_SCHEMA, Checked, refused, text


def line(value: object) -> Prose:
    """Read one line of Markdown."""
    if isinstance(value, Prose):
        return value
    return _kept(prose.inline(text(value)))


def whole(value: object) -> Prose:
    """Read a Markdown text of any length."""
    if isinstance(value, Prose):
        return value
    return _kept(prose.block(text(value), key="text"))


def _kept(made: Prose | Trouble) -> Prose:
    if isinstance(made, Trouble):
        raise refused(made.rule, made.message, made.help)
    return made


Line = Annotated[Prose, Checked(line, TEXT_SCHEMA | {"title": "line of Markdown"})]
Markdown = Annotated[Prose, Checked(whole, TEXT_SCHEMA | {"title": "Markdown"})]
