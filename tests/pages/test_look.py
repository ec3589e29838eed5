"""Objectives' pages in a browser: the look a person chose, and pages without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

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
