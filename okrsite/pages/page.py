"""What every page is: an address, a template, a view with all that the template reads, and what its frame says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from okrsite.plan.model import Origin


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that may stand in a page as it is: sanitised prose, or a chart drawn here. Templates escape all else."""

    text: str

    def __html__(self) -> str:
        """Give the markup to whoever would escape it."""
        return self.text

    def __str__(self) -> str:
        """Give the markup as text."""
        return self.text

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.text)


NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and where it leads from the page it stands on; `href` is None where there is no page to lead to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day: `iso` for machines, `text` as the language writes it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One field of the title block at a page's foot: what it is, its words, and links below them.

    The words of a `path` are a file or an address: its parts keep their order whatever way they run.
    """

    label: str
    text: str
    links: tuple[Link, ...] = ()
    permanent: bool = False
    path: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands above a page that nobody should overlook: which kind, a sentence, a mark before it, and where else to go."""

    kind: str
    text: str
    mark: str = ""
    to: Link | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's frame says of it.

    `title` is the page's own, without the site's name; `description` is plain text. `section` is the menu's entry that
    the page belongs to (a key of `Chrome.menu`). `banner` stands above the page. `styles` and `scripts` are the assets, by
    their plain names, that this kind of page needs beside those of every page.
    """

    title: str
    description: str = ""
    section: str = ""
    banner: Banner | None = None
    blocks: tuple[Block, ...] = ()
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: where it lies, by which template, from which view.

    `origin` is where what it is about was written, for findings. A page that is not `framed` is all in its template.
    """

    address: str
    template: str
    view: object
    head: Head
    origin: Origin | None = None
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Blank:
    """A page that is still to be drawn: its address, and what draws it when somebody wants it.

    `listed` tells that readers should find it. `again` draws it, where it is an objective's, on another ground of an
    objective that has changed by itself.
    """

    address: str
    draw: Callable[[], Page]
    listed: bool = True
    again: Callable[[Any, Any], Page] | None = None


def blank(address: str, draw: Callable[..., Page], *given: object, listed: bool = True) -> Blank:
    """Lay out a page that is drawn by a function from what is given."""
    return Blank(address, partial(draw, *given), listed)


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way to a page; the last is the page itself and has no link."""

    text: str
    href: str | None = None


def excerpt(text: str, most: int = 240) -> str:
    """Shorten a plain text to whole words with at most `most` characters; an ellipsis tells that it goes on."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return plain[: most - 1].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
