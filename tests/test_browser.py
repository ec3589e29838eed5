"""The built example in a real browser, from the disk: it asks nobody for anything, fits, and can be read by everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page

PAGES = (
    "index.html",
    "map.html",
    "about.html",
    "asks.html",
    "objectives/index.html",
    "objectives/2025-autumn/laboratory/results-while-in-the-chair.html",
    "teams/wards.html",
    "people/mateo-cruz.html",
    "cycles/2025-spring.html",
)


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 360)], ids=["light", "dark", "narrow"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Give an empty page, light or dark, wide or narrow."""
    scheme, width = request.param
    opened = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_no_other_host_complains_of_nothing_and_fits(address: str, page: Page, example: Path) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((example / address).as_uri())
    assert said == []
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_read_by_everyone(address: str, page: Page, example: Path) -> None:
    page.goto((example / address).as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["chinese", "arabic"])
def test_other_scripts_fit_too(name: str, page: Page, request: pytest.FixtureRequest) -> None:
    page.goto((request.getfixturevalue(name) / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
