"""The values that prose becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from okrsite.keeping import kept
from okrsite.targets import Target


@kept
@dataclass(frozen=True, slots=True)
class Link:
    """A link that has to be looked up: `[[reference]]`, `[[reference|text]]`, a relative link or an image.

    `written` is the target as written, percent-decoding not yet done, without `|text`; `#part` alone means a part of
    the thing the text belongs to. `bare` tells that the link brought no text of its own. `line` and `column`
    (from 1, in characters) and `length` say where the target stands within the Markdown text it was found in.
    `alt` is the text of an image, `title` what stands in quotation marks after the target.
    """

    kind: Literal["reference", "relative", "image"]
    written: str
    bare: bool
    line: int
    column: int
    length: int
    alt: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its level on the page (from 2), its words, the id it has there, and its place.

    `part` is its name within the text, as `#part` of a link says it: the slug of its words.
    """

    level: int
    text: str
    id: str
    part: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Column:
    """The header of a table's column: its words and where they begin in the text."""

    text: str
    line: int
    column: int


@kept
@dataclass(frozen=True, slots=True)
class Prose:
    """A text: Markdown as written, its safe HTML with numbered placeholders, and the links they stand for.

    `targets` has one entry a link once the plan has looked them up: where it leads, or None for a private
    objective (its text stays without a link). `headings` and `columns` are what a check may want to read.
    """

    source: str
    html: str
    links: tuple[Link, ...] = ()
    targets: tuple[Target | None, ...] = ()
    headings: tuple[Heading, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text was not converted: the rule it breaks, a sentence, a way out, and the place within the text."""

    rule: str
    message: str
    help: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a link leads from one page: an address ready for `href`, None without a page, and the name of what it leads to."""

    href: str | None
    text: str = ""
