"""What a source is: a file of the site, with the place it has in the format."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum

from okrsite.diagnostics import Finding, Span, error
from okrsite.files import MOST_BYTES, bytes_of, reason
from okrsite.keeping import kept

_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
_CLOSING = re.compile(rb"\n---[ \t]*(?:\r?\n|\Z)")


class Kind(StrEnum):
    """What a file is, by where it lies."""

    ORG = "org"
    TEAM = "team"
    PERSON = "person"
    CYCLE = "cycle"
    OBJECTIVE = "objective"
    TEAM_OBJECTIVES = "team-objectives"
    CHECK_IN = "check-in"
    CHECK_INS = "check-ins"
    HEALTH = "health"
    SURVEY = "survey"
    PAGE = "page"
    STATIC = "static"


@kept
@dataclass(frozen=True, slots=True)
class Place:
    """The place a file has in the format.

    `name` is what its name says, in NFC: the stem; for a page and a check-in the path below `pages/` or
    `check-ins/` without suffix; for a team's objectives the team. For a static file it is the address, as on the
    disk. `cycle` and `team` are those of an objective's folders.
    """

    kind: Kind
    name: str
    cycle: str | None = None
    team: str | None = None


@kept
@dataclass(frozen=True, slots=True)
class Source:
    """A file of the site.

    `path` is relative to the root with `/`, as findings show it; in a mount it begins with the mount's `from`.
    `file` is where it lies on this machine. `size` and `digest` (SHA-256, hex) are of its bytes; both are 0 and
    empty where it could not be read: it is not `readable`, and there is a finding about it already.
    `mount` is the `path` of its mount, `prefix` what goes before the ids of objectives in it.
    """

    path: str
    file: str
    place: Place
    size: int = 0
    digest: str = ""
    readable: bool = True
    mount: str | None = None
    prefix: str = ""

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.place.kind

    @property
    def span(self) -> Span:
        """The beginning of the file."""
        return Span(self.path)

    def read(self) -> bytes | Finding:
        """Give the bytes of a document, or the finding that says why there are none.

        Larger than 1 MiB is refused, too, should it have grown since it was found. A static file is copied, not read.
        """
        try:
            content = bytes_of(self.file)
            return content if len(content) <= MOST_BYTES else too_large(self, os.stat(self.file).st_size)
        except OSError as refusal:
            return unreadable(self.path, refusal)


def unreadable(path: str, refusal: OSError) -> Finding:
    """Say that a file cannot be read."""
    return error(
        "unreadable",
        Span(path),
        f"This cannot be read: {reason(refusal)}.",
        "Put an ordinary file here that everybody may read, or take it away.",
    )


def too_large(source: Source, size: int) -> Finding:
    """Say that a document of `size` bytes is larger than it may be: as Markdown, or as a file."""
    span = Span(source.path, excerpt=first_line(source.file))
    if size - _front_matter(source) > MOST_BYTES and source.path.lower().endswith(".md"):
        help_ = "Divide it into several pages; long lists and tables are better kept as a file beside it."
        return error("too-heavy", span, "The text of this file is larger than 1 MiB.", help_)
    help_ = "Divide it into several files; what is no text belongs beside it, or into static/."
    return error("syntax", span, "This file is larger than 1 MiB.", help_)


def _front_matter(source: Source) -> int:
    """Measure the front matter of a file: how many bytes, all of the first 1 MiB where it doesn't end in them."""
    head = bytes_of(source.file)
    if not _OPENING.match(head):
        return 0
    closed = _CLOSING.search(head, 3)
    return closed.end() if closed else len(head)


def first_line(file: str) -> str:
    """Give the first line of a file for an excerpt, cut at 200 characters; nothing where there is none to show."""
    try:
        head = bytes_of(file, 999)
    except OSError:
        return ""
    return "".join(head.decode("utf-8-sig", "replace").splitlines()[:1])[:200]
