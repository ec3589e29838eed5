"""Pictures of pages, to be looked at: `make pictures` takes every kind in every look and keeps them in `.pictures/`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.seeing import first, opened

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
LOOKS = {
    "light": {"color_scheme": "light", "viewport": WIDE},
    "dark": {"color_scheme": "dark", "viewport": WIDE},
    "narrow": {"color_scheme": "light", "viewport": NARROW},
    "narrow-dark": {"color_scheme": "dark", "viewport": NARROW},
    "few-colours": {"forced_colors": "active", "viewport": WIDE},
}
FEW = ("home", "objective", "map", "objectives", "team", "cycle-past", "asks", "screen")
"""What is pictured by each run of the tests; where somebody wants them kept, all kinds are."""


def taken(browser: Browser, site: Path, look: Mapping[str, object], folder: Path) -> list[Path]:
    """Take a picture of each kind of page in one look; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = KINDS if "PICTURES" in os.environ else FEW
    with opened(browser, reduced_motion="reduce", **look) as (page, _):
        for kind in kinds:
            page.goto(first(site, KINDS[kind]))
            page.screenshot(path=folder / f"{kind}.png", full_page=True)
    return [folder / f"{kind}.png" for kind in kinds]


@pytest.mark.parametrize("look", LOOKS)
def test_pictures_are_kept_to_be_looked_at(look: str, browser: Browser, states: Path, tmp_path: Path) -> None:
    folder = Path(os.environ.get("PICTURES", tmp_path)) / look
    assert all(path.stat().st_size > 5000 for path in taken(browser, states, LOOKS[look], folder))


def test_pictures_from_right_to_left_are_kept_too(browser: Browser, mirrored: Path, tmp_path: Path) -> None:
    folder = Path(os.environ.get("PICTURES", tmp_path)) / "right-to-left"
    assert all(path.stat().st_size > 5000 for path in taken(browser, mirrored, LOOKS["light"], folder))
