"""The practice page in a browser: the table of team by team moves in its own frame, by keyboard as well, and names stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.seeing import opened, sticking_out

NARROW = {"width": 360, "height": 740}
MATRIX = ".scroll:has(.matrix)"
UPRIGHT = """names => names.every((it) => it.scrollHeight <= it.clientHeight + 1 && it.clientHeight > it.clientWidth)"""


def test_the_matrix_moves_by_keyboard_while_its_names_stay(browser: Browser, example: Path) -> None:
    with opened(browser, viewport=NARROW, reduced_motion="reduce") as (page, _):
        page.goto((example / "practice.html").as_uri())
        matrix = page.locator(MATRIX)
        matrix.focus()
        name = matrix.locator("tbody th a").first
        before = name.bounding_box()
        matrix.evaluate("it => it.addEventListener('scroll', () => it.setAttribute('data-moved', ''))")
        page.keyboard.press("ArrowRight")
        page.locator(f"{MATRIX}[data-moved]").wait_for()
        after = name.bounding_box()
        assert before is not None
        assert after is not None
        assert before["x"] == after["x"]
        assert sticking_out(page) == []


def test_the_names_above_the_matrix_stand_upright_and_whole(browser: Browser, example: Path) -> None:
    with opened(browser, viewport=NARROW) as (page, _):
        page.goto((example / "practice.html").as_uri())
        assert page.locator(f"{MATRIX} thead th span").evaluate_all(UPRIGHT)


@pytest.mark.parametrize("colours", ["none", "active"])
def test_squares_of_every_kind_are_seen_in_few_colours(colours: str, browser: Browser, example: Path) -> None:
    with opened(browser, forced_colors=colours) as (page, _):
        page.goto((example / "practice.html").as_uri())
        seen = page.locator(".squares path:first-child").evaluate_all(
            "all => all.map((it) => [getComputedStyle(it).stroke, getComputedStyle(document.body).backgroundColor])"
        )
        assert seen
        assert all(stroke != paper for stroke, paper in seen)
