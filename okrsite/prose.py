"""Markdown as people write it → safe HTML, kept with placeholders where links have to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Link:
    """A link that has to be looked up: `[[reference]]`, `[[reference|text]]`, a relative link or an image.

    `written` is the target as written, percent-decoding not yet done, without `|text`. `bare` tells that a
    `[[reference]]` brought no text of its own. `line` and `column` (from 1, in characters) and `length` say where
    it stands within the Markdown text it was found in.
    """

    kind: Literal["reference", "relative", "image"]
    written: str
    bare: bool
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A text: Markdown as written, its safe HTML with numbered placeholders, and the links they stand for.

    `targets` has one entry a link once the plan has looked them up: where it leads, or None for a private
    objective (its text stays without a link).
    """

    source: str
    html: str
    links: tuple[Link, ...] = ()
    targets: tuple[Target | None, ...] = ()
