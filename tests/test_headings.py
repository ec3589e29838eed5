"""The headings of every page, as somebody who listens to them hears them: one title, no level skipped, no part without a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

SITES = ("example", "states", "mirrored", "chinese", "arabic")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARTS = ("section", "article")


@dataclass
class Part:
    """A section or article: where it begins, what it says it is named by, and the headings that are its own."""

    place: str
    named_by: str | None
    headings: list[str | None] = field(default_factory=list)


class Outline(HTMLParser):
    """The headings of a page and its parts, in the order in which they are read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.parts: list[Part] = []
        self._open: list[Part] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in PARTS:
            part = Part(f"<{tag} class={given.get('class')}>, line {self.getpos()[0]}", given.get("aria-labelledby"))
            self.parts.append(part)
            self._open.append(part)
        elif tag in HEADINGS:
            self.levels.append(HEADINGS[tag])
            if self._open:
                self._open[-1].headings.append(given.get("id"))

    def handle_endtag(self, tag: str) -> None:
        if tag in PARTS:
            self._open.pop()


def outlines(site: Path) -> dict[str, Outline]:
    """The outline of every page but those that only lead elsewhere."""
    pages = {str(path.relative_to(site)): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    return {page: Outline(html) for page, html in pages.items() if 'http-equiv="refresh"' not in html}


@pytest.fixture(scope="module", params=SITES)
def pages(request: pytest.FixtureRequest) -> dict[str, Outline]:
    return outlines(request.getfixturevalue(request.param))


def test_a_page_has_one_title(pages: dict[str, Outline]) -> None:
    assert {page: outline.levels for page, outline in pages.items() if outline.levels.count(1) != 1} == {}


def test_no_level_is_skipped(pages: dict[str, Outline]) -> None:
    skipped = {
        page: outline.levels
        for page, outline in pages.items()
        if any(below > above + 1 for above, below in zip([0, *outline.levels], outline.levels, strict=False))
    }
    assert skipped == {}


def test_each_part_begins_with_a_heading_of_its_own(pages: dict[str, Outline]) -> None:
    bare = {(page, part.place) for page, outline in pages.items() for part in outline.parts if not part.headings}
    assert bare == set()


def test_what_names_a_part_is_a_heading_in_it(pages: dict[str, Outline]) -> None:
    strange = {
        (page, part.place)
        for page, outline in pages.items()
        for part in outline.parts
        if part.named_by is not None and part.named_by not in part.headings
    }
    assert strange == set()
