"""The example in another shop's clothes: a small theme of its own changes the whole look, and keeps it readable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser

from tests.conftest import ROOT, build

PAGES = ("index.html", "objectives/2025-autumn/laboratory/results-while-in-the-chair.html", "map.html", "asks.html")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the example, built with the theme of the print shop."""
    root = tmp_path_factory.mktemp("shop")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "themes" / "print-shop", root / "themes" / "print-shop")
    (root / "okrsite.yaml").write_text((ROOT / "okrsite.yaml").read_text("utf-8") + "\ntheme: print-shop\n", "utf-8")
    build(root, root / "site")
    return root / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_its_own_colours_faces_words_and_foot(scheme: str, browser: Browser, printed: Path) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two that it takes
    page.goto((printed / "index.html").as_uri())
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(248, 243, 230)", "dark": "rgb(23, 21, 15)"}[scheme]
    assert "Shop Words" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert page.locator("footer .shop").inner_text() == "Set and printed at home for everyone at Tarnvale Hospitals."
    assert page.get_by_role("link", name="How to read these sheets").count() == 1
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_it_can_be_read_by_everyone(address: str, scheme: str, browser: Browser, printed: Path) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two that it takes
    page.goto((printed / address).as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


def test_it_is_small() -> None:
    files = [path for path in (ROOT / "themes" / "print-shop").rglob("*") if path.is_file()]
    assert sum(len(path.read_text("utf-8").splitlines()) for path in files) <= 60
