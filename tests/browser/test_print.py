"""What comes out of the printer: an objective on one or two sheets, a team's report, the wall on one wide sheet, charts included."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.seeing import opened

LAID_OUT = """(what) => [...document.querySelectorAll(what)].filter((it) => {
  const place = it.getBoundingClientRect();
  return !it.checkVisibility() || place.width < 20 || place.height < 8;
}).length"""

NOTHING_AFTER = """(what) => {
  const last = document.querySelector(what);
  document.querySelectorAll("body *").forEach((it) => {
    const later = last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (later && !last.contains(it)) it.remove();
  });
}"""


def sheets(page: Page, address: Path) -> list[tuple[float, float]]:
    """The sheets a page is printed on: width and height in points."""
    page.goto(address.as_uri())
    document = page.pdf(format="A4", prefer_css_page_size=True)
    found = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", document, re.DOTALL)
    return [(float(width), float(height)) for width, height in found]


def is_redirect(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text("utf-8")


def test_every_objective_fits_on_one_or_two_sheets(browser: Browser, example: Path) -> None:
    paths = [
        path
        for team in ("laboratory", "tarnvale", "care-at-home")
        for path in example.glob(f"objectives/2025-*/{team}/[!i]*")
    ]
    pages = [path for path in sorted(paths) if not is_redirect(path)]
    assert len(pages) > 10
    with opened(browser) as (page, _):
        many = {path.name: count for path in pages if not 1 <= (count := len(sheets(page, path))) <= 2}
    assert many == {}


@pytest.mark.parametrize("team", ["wards", "laboratory"])
def test_a_team_has_a_report(team: str, browser: Browser, example: Path) -> None:
    with opened(browser) as (page, _):
        printed = sheets(page, example / "teams" / f"{team}.html")
        assert 1 <= len(printed) <= 4
        assert all(height > width for width, height in printed)


def test_the_wall_takes_one_wide_sheet(browser: Browser, example: Path) -> None:
    with opened(browser) as (page, _):
        assert all(width > height for width, height in sheets(page, example / "map.html"))
        page.evaluate(NOTHING_AFTER, "[data-wall]")
        document = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", document)) == 1


@pytest.mark.parametrize(
    ("address", "charts"),
    [
        ("objectives/2025-autumn/laboratory/results-while-in-the-chair.html", ".kr .hist"),
        ("map.html", "[data-wall]"),
        ("cycles/2025-spring.html", "figure svg"),
    ],
)
def test_charts_are_printed_and_what_only_works_on_a_screen_is_not(
    address: str, charts: str, browser: Browser, example: Path
) -> None:
    with opened(browser, color_scheme="dark") as (page, _):
        page.goto((example / address).as_uri())
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(charts).count() > 0
        assert page.evaluate(LAID_OUT, charts) == 0
        assert page.locator("button:visible, .tools:visible, .filter:visible").count() == 0
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
