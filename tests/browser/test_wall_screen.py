"""The wall screen: it moves on by itself, stops when it is asked to, and everything on it fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page, expect

SHAPES = {"720": (1280, 720), "1080": (1920, 1080), "upright": (1080, 1920)}
AT = "[...document.querySelectorAll('.scene')].findIndex(scene => !scene.hidden)"
TALL = "document.documentElement.scrollHeight - window.innerHeight"
WIDE = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    yield opened
    opened.close()


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """Give a page on a machine that asks for less motion."""
    opened = browser.new_page(reduced_motion="reduce")
    yield opened
    opened.close()


def count(page: Page) -> int:
    return page.locator(".scene").count()


def at(page: Page) -> int:
    """Which scene is shown; there is exactly one."""
    expect(page.locator(".scene:not([hidden])")).to_have_count(1)
    return int(page.evaluate(AT))


def test_it_moves_on_by_itself_and_begins_again(page: Page, example: Path) -> None:
    page.clock.install(time=0)
    page.goto((example / "screen.html").as_uri())
    assert at(page) == 0
    page.clock.run_for(20_000)
    assert at(page) == 1
    page.clock.run_for(20_000 * (count(page) - 1))
    assert at(page) == 0


def test_it_is_in_step_with_the_clock(page: Page, example: Path) -> None:
    page.clock.install(time=7 * 20)
    page.goto((example / "screen.html").as_uri())
    assert at(page) == 7 % count(page)


def test_the_space_bar_pauses_and_goes_on(page: Page, example: Path) -> None:
    page.clock.install(time=0)
    page.goto((example / "screen.html").as_uri())
    page.keyboard.press("Space")
    page.clock.run_for(100_000)
    assert at(page) == 0
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(20_000)
    assert at(page) == 1
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(100_000)
    assert at(page) == 1


def test_arrows_and_buttons_go_back_and_forward(still: Page, example: Path) -> None:
    still.clock.install(time=0)
    still.goto((example / "screen.html").as_uri())
    still.keyboard.press("ArrowRight")
    still.get_by_role("button", name="Next").click()
    assert at(still) == 2
    still.keyboard.press("ArrowLeft")
    still.get_by_role("button", name="Back").click()
    still.get_by_role("button", name="Back").click()
    assert at(still) == count(still) - 1


def test_in_arabic_the_left_arrow_goes_forward(still: Page, arabic: Path) -> None:
    still.clock.install(time=0)
    still.goto((arabic / "screen.html").as_uri())
    still.keyboard.press("ArrowLeft")
    assert at(still) == 1


def test_it_stands_still_where_motion_is_unwelcome(still: Page, example: Path) -> None:
    still.clock.install(time=0)
    still.goto((example / "screen.html").as_uri())
    still.clock.run_for(200_000)
    assert at(still) == 0


def test_each_hour_it_loads_itself_anew_and_stays_where_it_was_paused(page: Page, example: Path) -> None:
    page.clock.install(time=0)
    page.goto((example / "screen.html").as_uri())
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    with page.expect_navigation(wait_until="load", url=lambda url: url.endswith("#~1")):
        page.clock.run_for(3_600_000)
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    assert at(page) == 1


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("site", ["example", "states", "arabic", "chinese"])
def test_every_scene_fits(site: str, shape: str, still: Page, request: pytest.FixtureRequest) -> None:
    width, height = SHAPES[shape]
    still.set_viewport_size({"width": width, "height": height})
    still.goto((request.getfixturevalue(site) / "screen.html").as_uri())
    over = {}
    for _ in range(count(still)):
        if still.evaluate(TALL) > 0 or still.evaluate(WIDE) > 0:
            over[at(still)] = still.locator(".scene:not([hidden])").inner_text()
        still.keyboard.press("ArrowRight")
    assert over == {}


def test_without_scripts_all_scenes_stand_under_each_other(browser: Browser, example: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((example / "screen.html").as_uri())
    for scene in page.locator(".scene").all():
        expect(scene).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everyone(scheme: str, still: Page, example: Path) -> None:
    still.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    still.goto((example / "screen.html").as_uri())
    for _ in range(3):
        found = Axe().run(still)
        assert found.violations_count == 0, found.generate_report()
        still.keyboard.press("ArrowRight")


def test_it_says_no_rank_and_no_share(example: Path) -> None:
    words = (example / "screen.html").read_text("utf-8")
    assert "% of the way" not in words
    assert "Good care, close to home" in words
