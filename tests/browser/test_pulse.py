"""The pulse page as it is drawn."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.seeing import opened, sticking_out

OPEN = "document.querySelectorAll('details').forEach((it) => { it.open = true; })"
GRID = """() => [...document.querySelectorAll("main svg.spread use")].map((it) => {
  const lines = it.getBoundingClientRect(), drawing = it.closest("svg").getBoundingClientRect();
  return Math.abs(lines.width - drawing.width) < 2 && Math.abs(lines.height - drawing.height) < 2;
})"""
OVER = """() => [...document.querySelectorAll("main svg.course text")].filter((it) => {
  const place = it.getBoundingClientRect(), figure = it.closest("figure").getBoundingClientRect();
  return place.right > figure.right + 1 || place.left < figure.left - 1;
}).map((it) => it.textContent)"""


def test_the_lines_of_the_scale_reach_from_end_to_end(states: Path, browser: Browser) -> None:
    with opened(browser, viewport={"width": 1280, "height": 900}) as (page, _):
        page.goto((states / "pulse.html").as_uri())
        drawn = page.evaluate(GRID)
        assert drawn
        assert all(drawn)


def test_figures_beside_lines_stay_in_their_drawing(states: Path, mirrored: Path, browser: Browser) -> None:
    for site in (states, mirrored):
        with opened(browser, viewport={"width": 360, "height": 740}) as (page, _):
            page.goto((site / "pulse.html").as_uri())
            assert page.evaluate(OVER) == []


def test_tables_that_open_do_not_make_the_page_wider(states: Path, browser: Browser) -> None:
    with opened(browser, viewport={"width": 320, "height": 640}) as (page, _):
        page.goto((states / "pulse.html").as_uri())
        page.evaluate(OPEN)
        assert sticking_out(page) == []


def test_paper_has_the_drawings_and_not_every_table(states: Path, browser: Browser) -> None:
    with opened(browser, viewport={"width": 800, "height": 1100}) as (page, _):
        page.goto((states / "pulse.html").as_uri())
        page.evaluate(OPEN)
        page.emulate_media(media="print")
        assert page.locator("svg.course").first.is_visible()
        assert page.locator("svg.spread").first.is_visible()
        assert page.locator(".answers:visible").count() == 0
