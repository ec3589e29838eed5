"""Every state that pages can have, on the site that has them all: nothing is missing, cut, nameless or too heavy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, build
from tests.pages.reading import main_of, text_of

SITES = ROOT / "tests" / "sites"
AUTUMN = "objectives/autumn"
RICH = f"{AUTUMN}/skerry/people-are-told.html"
KILOBYTE, TEN = 1024, 10


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("states") / "site"
    build(SITES / "states", output)
    return output


def pages(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*.html"))}
    return {address: html for address, html in found.items() if 'http-equiv="refresh"' not in html}


def banner(html: str) -> str:
    found = re.search(r'<div class="banner [^"]*">(.*?)</div></div>', html, re.DOTALL)
    return text_of(found[1]) if found else ""


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("autumn/states/draft", "This is a draft. Nothing here is agreed yet, and all of it may change."),
        ("autumn/states/proposed", "This is a proposal. It is not agreed yet."),
        ("autumn/states/open", "This is looking for a team. Whoever wants to take it up may say so."),
        ("autumn/states/paused", "This is paused. Nobody works on it at present."),
        ("autumn/states/dropped", "This was dropped on purpose. It stays readable, with what was learned."),
        (
            "spring/bridge/reached",
            "Archived This belongs to Spring 2025, which has ended. It stays readable as it was.",
        ),
        ("autumn/states/as-of", "Some of what is written here happened after the day that these pages show."),
        ("autumn/states/confident", ""),
        ("2026-spring/bridge/next", ""),
    ],
)
def test_what_nobody_should_overlook_stands_above_the_page(states: Path, page: str, said: str) -> None:
    found = banner((states / f"objectives/{page}.html").read_text())
    assert found.startswith(said) if said else found == ""


def test_what_happened_later_is_told_without_a_day_so_that_pages_stay_as_they_are(states: Path, tmp_path: Path) -> None:
    build(SITES / "states", tmp_path / "next", "--as-of", "2025-10-31")
    page = f"{AUTUMN}/states/as-of.html"
    assert (tmp_path / "next" / page).read_text() == (states / page).read_text()
    build(SITES / "states", tmp_path / "after", "--as-of", "2025-12-01")
    assert banner((tmp_path / "after" / page).read_text()) == ""


def test_every_page_has_one_title_and_headings_without_gaps(states: Path) -> None:
    for address, html in pages(states).items():
        if address == "screen.html":
            continue
        levels = [int(level) for level in re.findall(r"<h([1-6])", main_of(html))]
        assert levels.count(1) == 1, address
        assert all(below <= above + 1 for above, below in zip([0, *levels], levels, strict=False)), (address, levels)


def test_sections_and_articles_of_an_objective_have_headings(states: Path) -> None:
    for address, html in pages(states).items():
        if not address.startswith("objectives/") or address.endswith("index.html"):
            continue
        for part in re.findall(r"<(?:section|article)\b.*?(?=</section>|</article>)", main_of(html), re.DOTALL):
            assert re.search(r"<h[1-6]", part), (address, part[:120])


def test_check_ins_are_articles_under_their_heading(states: Path) -> None:
    html = (states / RICH).read_text()
    headings = [text_of(found) for found in re.findall(r'<article>.*?<h3 class="when">(.*?)</h3>', html, re.DOTALL)]
    assert headings == [
        "24 Oct Confident 7/10, says it is on track, was 3",
        "26 Sept says it is at risk",
        "12 Sept Doubtful 3/10",
    ]


def test_every_chart_has_a_name_and_says_itself_in_sentences(states: Path) -> None:
    drawn = 0
    for address, html in pages(states).items():
        for name, ids in re.findall(r'<svg class="(hist|shares)"[^>]*role="img" aria-labelledby="([^"]*)"', html):
            title, said = (re.search(rf'id="{it}">(.*?)</', html) for it in ids.split())
            assert title, (address, name)
            assert said, (address, name)
            assert said[1].endswith("."), (address, said[1])
            drawn += 1
        for picture in re.findall(r'<svg[^>]*role="img"[^>]*>', html):
            assert "aria-label" in picture, (address, picture)
    assert drawn > 60


def test_the_numbers_of_a_chart_stand_in_a_table_that_opens(states: Path) -> None:
    html = (states / f"{AUTUMN}/measures/readings.html").read_text()
    sixty = html.partition('id="sixty"')[2].partition('<li class="kr"')[0]
    assert sixty.count("<tr><td>") == 60
    assert "<summary>Numbers as a table" in sixty


def test_an_objective_weighs_under_40_kilobytes_with_all_that_one_can_have(states: Path) -> None:
    for address, html in pages(states).items():
        if (
            address.startswith("objectives/")
            and not address.endswith("index.html")
            and html.count('<li class="kr"') <= TEN
        ):
            written = sum(
                len(text.encode())
                for text in re.findall(r'<div class="(?:prose|say|note|whytext)[^>]*>(.*?)</div>', html)
            )
            assert len(html.encode()) - written < 40 * KILOBYTE, address


@pytest.mark.parametrize(
    ("name", "said"), [("nothing", "Nobody on the skerries is cut off."), ("one", "Everyone on the pier")]
)
def test_a_site_with_next_to_nothing_is_whole(name: str, said: str, tmp_path: Path) -> None:
    build(SITES / name, tmp_path / "site")
    found = pages(tmp_path / "site")
    assert said in text_of(main_of(found["index.html"]))
    assert {"map.html", "asks.html", "teams/index.html", "objectives/index.html"} <= set(found)
    for address, html in found.items():
        for href in re.findall(r'(?:href|src)="([^"#:]+)', html):
            assert ((tmp_path / "site" / address).parent / href).resolve().exists(), (address, href)


NARROW = (
    RICH,
    f"{AUTUMN}/words/unbroken.html",
    f"{AUTUMN}/words/three-hundred.html",
    f"{AUTUMN}/measures/units.html",
    "index.html",
)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_whatever_is_written(states: Path, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in (
        *NARROW,
        "teams/words.html",
        "teams/harbour.html",
        "teams/it.html",
        "cycles/week.html",
        "cycles/five-years.html",
    ):
        page.goto((states / address).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.close()


def test_words_in_charts_do_not_run_into_each_other(states: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for address in ("measures/numbers", "measures/units", "measures/readings", "measures/rails"):
        page.goto((states / f"{AUTUMN}/{address}.html").as_uri())
        touching = page.evaluate(
            """() => [...document.querySelectorAll('svg.hist')].flatMap((svg) => {
              const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
              return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
                .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                .map(([other]) => `${one} and ${other}`));
            })"""
        )
        assert touching == [], address
    page.close()


@pytest.mark.parametrize(
    ("address", "most"), [(f"{AUTUMN}/states/closed-early.html", 1), (f"{AUTUMN}/measures/units.html", 2), (RICH, 5)]
)
def test_an_objective_prints_on_few_sheets(states: Path, browser: Browser, address: str, most: int) -> None:
    page = browser.new_page()
    page.goto((states / address).as_uri())
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))) <= most
    page.close()
