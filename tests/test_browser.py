"""The built example in a real browser, from the disk: it asks nobody for anything, fits, and can be read by everyone.

`tests/browser/test_every_page.py` looks at every kind of page in every state; here are those of real content, and other scripts.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.seeing import COLOURS, complaints, opened, sticking_out

PAGES = (
    ("example", "index.html"),
    ("example", "map.html"),
    ("example", "about.html"),
    ("example", "asks.html"),
    ("example", "objectives/index.html"),
    ("example", "objectives/2025-autumn/laboratory/results-while-in-the-chair.html"),
    ("example", "teams/wards.html"),
    ("example", "people/mateo-cruz.html"),
    ("example", "cycles/2025-spring.html"),
    ("chinese", "index.html"),
    ("arabic", "index.html"),
)


@pytest.mark.parametrize(("name", "address"), PAGES)
def test_a_page_asks_no_other_host_fits_and_can_be_read_by_everyone(
    name: str, address: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    with opened(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (page, said):
        page.goto((site / address).as_uri())
        wrong = {"wide": complaints(page) + sticking_out(page)}
        page.emulate_media(color_scheme="dark")
        wrong["dark"] = complaints(page, *COLOURS)
        page.set_viewport_size({"width": 360, "height": 900})
        wrong["narrow"] = complaints(page) + sticking_out(page)
        assert {look: found for look, found in wrong.items() if found} == {}
        assert said == []
