"""What pages weigh: the example's and those of a made-up company of two thousand objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from benchmarks.generate import write
from tests.conftest import build

KB = 1000
KIB = 1024


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a company with two thousand objectives."""
    folder = tmp_path_factory.mktemp("company")
    write(folder / "root", 2000)
    build(folder / "root", folder / "site")
    return folder / "site"


@pytest.fixture(params=["example", "company"])
def site(request: pytest.FixtureRequest) -> Path:
    """Give each of the two sites."""
    given: Path = request.getfixturevalue(request.param)
    return given


class Written(HTMLParser):
    """Counts the bytes of what people wrote: all that stands where the direction is the text's own."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.bytes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember whether what is inside was written by people."""
        if tag not in ("meta", "link", "img", "br", "hr", "input", "use", "path", "circle", "line", "rect"):
            inside = bool(self.open and self.open[-1][1])
            self.open.append((tag, inside or ("dir", "auto") in attrs))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Count."""
        if self.open and self.open[-1][1]:
            self.bytes += len(data.encode())


def written_by_people(html: str) -> int:
    """How many bytes of a page people wrote."""
    counter = Written()
    counter.feed(html)
    return counter.bytes


def too_heavy(site: Path, pattern: str, most: int, *, but_words: bool = False) -> Iterator[tuple[str, int]]:
    """Give the pages that weigh more than they may, with their bytes."""
    for page in sorted(site.glob(pattern)):
        weight = page.stat().st_size
        if weight > most and but_words:
            weight -= written_by_people(page.read_text("utf-8"))
        if weight > most:
            yield page.relative_to(site).as_posix(), weight


def test_objectives_and_teams_are_under_40_kb_but_for_what_people_wrote(site: Path) -> None:
    lists = {path.relative_to(site).as_posix() for path in site.glob("objectives/**/index*.html")}
    heavy = [it for it in too_heavy(site, "objectives/**/*.html", 40 * KB, but_words=True) if it[0] not in lists]
    assert heavy == []
    assert list(too_heavy(site, "teams/*.html", 40 * KB, but_words=True)) == []


@pytest.mark.parametrize(
    "pattern",
    [
        "objectives/**/index*.html",
        "*/index*.html",
        "cycles/*.html",
        "tags/*.html",
        "asks*.html",
        "changes*.html",
        "practice.html",
    ],
)
def test_lists_are_under_100_kb(pattern: str, site: Path) -> None:
    assert list(site.glob(pattern)) != []
    assert list(too_heavy(site, pattern, 100 * KB)) == []


def test_maps_are_under_300_kb(site: Path) -> None:
    assert list(too_heavy(site, "map*.html", 300 * KB)) == []
    assert list(too_heavy(site, "map/**/*.html", 300 * KB)) == []


def test_style_is_under_48_kib_and_scripts_are_under_30(example: Path) -> None:
    home = (example / "index.html").read_text("utf-8")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', home)
    assert sum((example / name).stat().st_size for name in styles) < 48 * KIB
    assert sum(path.stat().st_size for path in (example / "assets").glob("*.js")) < 30 * KIB


def test_typefaces_are_under_160_kb(example: Path) -> None:
    assert sum(path.stat().st_size for path in example.glob("assets/fonts/*.woff2")) < 160 * KB


def test_home_weighs_the_same_however_large_the_company(example: Path, company: Path) -> None:
    assert (company / "index.html").stat().st_size < 1.2 * (example / "index.html").stat().st_size
