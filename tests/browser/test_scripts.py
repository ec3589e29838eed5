"""Pages in the scripts of Arabic, Chinese and Japanese in a real browser: they fit a telephone, and no letter is torn off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, build

SITES = ("arabic", "chinese", "japanese")
KINDS = (
    "index.html",
    "map.html",
    "asks.html",
    "about.html",
    "policy.html",
    "objectives/index.html",
    "objectives/*/*/[!i]*.html",
    "teams/index.html",
    "teams/[!i]*.html",
    "people/[!i]*.html",
    "cycles/[!i]*.html",
    "tags/[!i]*.html",
)

STRAYS = """() => [...document.querySelectorAll("body *")].filter((it) => {
  const style = getComputedStyle(it);
  return style.letterSpacing !== "normal" || style.textTransform !== "none" || style.fontStyle === "italic";
}).map((it) => `${it.tagName}.${it.className}`)"""


@pytest.fixture(scope="module")
def japanese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the library with its interface in Japanese."""
    root = tmp_path_factory.mktemp("ja")
    shutil.copytree(ROOT / "tests" / "sites" / "zh", root / "root")
    (root / "root" / "okrsite.yaml").write_text("language: ja\n", "utf-8")
    build(root / "root", root / "site", "--as-of", "2025-11-10")
    return root / "site"


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """Give a page as narrow as a telephone."""
    page = browser.new_page(viewport={"width": 360, "height": 780})
    yield page
    page.close()


def some_of_each_kind(site: Path) -> list[Path]:
    return [there for kind in KINDS for there in sorted(site.glob(kind))[:2]]


@pytest.mark.parametrize("name", SITES)
def test_no_page_moves_sideways_on_a_telephone(name: str, telephone: Page, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name)
    wide = []
    for there in some_of_each_kind(site):
        telephone.goto(there.as_uri())
        if telephone.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(there.relative_to(site))
    assert wide == []


@pytest.mark.parametrize("name", SITES)
def test_letters_are_neither_spread_nor_slanted(name: str, telephone: Page, request: pytest.FixtureRequest) -> None:
    for there in some_of_each_kind(request.getfixturevalue(name)):
        telephone.goto(there.as_uri())
        assert telephone.evaluate(STRAYS) == [], there


@pytest.mark.parametrize("name", SITES)
def test_lines_of_a_title_do_not_touch(name: str, telephone: Page, request: pytest.FixtureRequest) -> None:
    telephone.goto((request.getfixturevalue(name) / "index.html").as_uri())
    style = "(({lineHeight, fontSize}) => parseFloat(lineHeight) / parseFloat(fontSize))(getComputedStyle(document.querySelector('h1')))"
    assert telephone.evaluate(style) >= 1.25


def test_the_first_thing_of_an_arabic_page_stands_at_the_right(arabic: Path, telephone: Page) -> None:
    telephone.goto((arabic / "index.html").as_uri())
    places = "[...document.querySelectorAll('.mark, .tools, h1')].map((it) => it.getBoundingClientRect()).map((it) => [it.left, it.right])"
    (mark, tools, title) = telephone.evaluate(places)
    assert mark[0] > tools[1]
    assert title[1] > 330


def test_a_page_loads_the_sheet_of_its_own_script_alone(arabic: Path, chinese: Path, telephone: Page) -> None:
    named = "[...document.styleSheets].map((it) => it.href).filter((it) => it.includes('script-')).length"
    for site, sheet in ((arabic, "script-arabic"), (chinese, "script-cjk")):
        telephone.goto((site / "index.html").as_uri())
        assert telephone.evaluate(named) == 1
        assert telephone.locator(f"link[href*={sheet}]").count() == 1
