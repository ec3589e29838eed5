"""Objectives' pages in a browser: nothing for axe to find, nothing that scrolls sideways, nothing that fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, ConsoleMessage, Page

from okrsite.theme import find_theme
from tests.pages.hospital import ground
from tests.pages.reading import NOWHERE, address, objective_page

REFS = (
    "2025-autumn/devices/label",
    "2025-autumn/estates/oil",
    "2025-autumn/laboratory/chair",
    "2025-autumn/wards/able",
    "2025-spring/laboratory/own-part",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The objectives' pages as files, with what they load."""
    root, here = tmp_path_factory.mktemp("objectives"), ground()
    for ref in REFS:
        (root / address(ref)).parent.mkdir(parents=True, exist_ok=True)
        (root / address(ref)).write_text(objective_page(here, ref))
    for asset in find_theme(NOWHERE, "default")[0].assets.values():
        (root / "assets" / asset.published).parent.mkdir(parents=True, exist_ok=True)
        (root / "assets" / asset.published).write_bytes(asset.data)
    return root


@pytest.fixture(params=[("light", 1360), ("dark", 1360), ("light", 320), ("dark", 320)])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("ref", REFS)
def test_everybody_can_use_it(site: Path, page: Page, ref: str) -> None:
    page.goto((site / address(ref)).as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("ref", REFS)
def test_nothing_fails_and_nothing_scrolls_sideways(site: Path, page: Page, ref: str) -> None:
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto((site / address(ref)).as_uri())
    page.click("[data-theme-toggle]")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []


def test_the_look_a_person_chose_stays(site: Path, browser: Browser) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto((site / address(REFS[0])).as_uri())
    page.click("[data-theme-toggle]")
    page.goto((site / address(REFS[1])).as_uri())
    assert page.get_attribute("html", "data-theme") == "dark"
    context.close()


def test_without_scripts_nothing_is_shown_that_needs_them(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / address(REFS[2])).as_uri())
    assert not page.is_visible("[data-theme-toggle]")
    assert page.is_visible("text=Numbers as a table")
    context.close()


def test_it_prints_on_two_sheets(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / address(REFS[0])).as_uri())
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 2
    page.close()
