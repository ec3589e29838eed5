"""Every kind of page, in every state, as readers may have it: dark, narrow, right to left, large type, few colours.

Each kind is visited once and looked at in one palette after the other; what is wrong is said with the look it is wrong in.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.seeing import COLOURS, RUNNING, SHIFT, complaints, first, opened, small, sticking_out

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}
STATES = ("states", "measures", "words", "relay")


def wide_and_light(page: Page) -> list[str]:
    """What is wrong on a page just opened."""
    moved, running = page.evaluate(SHIFT), page.evaluate(RUNNING)
    said = [f"moves after it is there: {moved}"] if moved >= 0.05 else []
    said += ["moves though motion is unwelcome"] if running else []
    return said + complaints(page) + sticking_out(page) + small(page, 24)


def dark(page: Page) -> list[str]:
    """What is wrong in the dark."""
    page.emulate_media(color_scheme="dark")
    return complaints(page, *COLOURS)


def with_contrast(page: Page) -> list[str]:
    """What is wrong where more contrast is wanted."""
    page.emulate_media(color_scheme="light", contrast="more")
    said = complaints(page, *COLOURS)
    page.emulate_media(contrast="null")
    return said


def narrowest(page: Page) -> list[str]:
    """What is wrong in the narrowest window."""
    page.set_viewport_size({"width": 320, "height": 640})
    return complaints(page) + sticking_out(page) + small(page, 24)


def in_large_type(page: Page) -> list[str]:
    """What sticks out where type is twice as large."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    return sticking_out(page)


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, viewport=WIDE, reduced_motion="reduce", color_scheme="light") as (page, said):
        page.goto(first(states, KINDS[kind]))
        looks = (wide_and_light, dark, with_contrast, narrowest, in_large_type)
        wrong = {look.__name__: found for look in looks if (found := look(page))}
        assert wrong == {}
        assert said == []


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it_from_right_to_left_and_touch_it(kind: str, browser: Browser, mirrored: Path) -> None:
    with opened(browser, viewport=NARROW, has_touch=True, is_mobile=True, reduced_motion="reduce") as (page, said):
        page.goto(first(mirrored, KINDS[kind]))
        assert page.evaluate("matchMedia('(pointer: coarse)').matches")
        assert complaints(page) + sticking_out(page) == []
        assert small(page, 44) == []
        assert said == []


@pytest.mark.parametrize("folder", STATES)
def test_everyone_can_read_every_state(folder: str, browser: Browser, states: Path) -> None:
    wrong = {}
    with opened(browser, viewport=NARROW, color_scheme="dark") as (page, said):
        for path in sorted((states / "objectives" / "autumn" / folder).glob("*.html")):
            said.clear()
            page.goto(path.as_uri())
            if found := said + sticking_out(page) + complaints(page):
                wrong[path.name] = found
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_and_leads_on_without_scripts(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, viewport=NARROW, java_script_enabled=False) as (page, said):
        page.goto(first(states, KINDS[kind]))
        assert page.locator("h1").count() == 1
        assert page.locator("button:visible").count() == 0, "a button does nothing without scripts"
        assert page.locator("main a:visible").count() > 0
        assert sticking_out(page) == []
        assert said == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_and_shows_where_it_is(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, viewport=WIDE, forced_colors="active") as (page, _):
        page.goto(first(states, KINDS[kind]))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
