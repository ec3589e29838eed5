"""Every kind of page, in every state, as readers may have it: dark, narrow, right to left, large type, few colours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page

KINDS = {
    "home": "index.html",
    "map": "map.html",
    "map-of-a-cycle": "map/*.html",
    "objectives": "objectives/index.html",
    "objectives-of-a-cycle": "objectives/autumn/index.html",
    "objectives-of-a-team": "objectives/autumn/states/index.html",
    "objective": "objectives/autumn/measures/numbers.html",
    "objective-past": "objectives/spring/bridge/[!i]*.html",
    "objective-long-title": "objectives/autumn/words/three-hundred.html",
    "teams": "teams/index.html",
    "team": "teams/states.html",
    "team-of-forty": "teams/harbour.html",
    "people": "people/index.html",
    "person": "people/[!i]*.html",
    "cycles": "cycles/index.html",
    "cycle-now": "cycles/autumn.html",
    "cycle-past": "cycles/spring.html",
    "cycle-to-come": "cycles/2026-spring.html",
    "cycle-of-a-week": "cycles/week.html",
    "cycle-of-five-years": "cycles/five-years.html",
    "themes": "themes/index.html",
    "theme": "themes/[!i]*.html",
    "tags": "tags/index.html",
    "tag": "tags/[!i]*.html",
    "health-metrics": "health/index.html",
    "health-metric": "health/[!i]*.html",
    "asks": "asks.html",
    "open-goals": "open-goals.html",
    "changes": "changes.html",
    "policy": "policy.html",
    "about": "about.html",
    "screen": "screen.html",
    "free-page": "pages/*.html",
    "not-found": "404.html",
}
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    "narrow-dark": {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}},
    "narrowest": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "few-colours": {"forced_colors": "active", "viewport": {"width": 1280, "height": 900}},
}
SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(it => { sum += it.value; }))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


def first(site: Path, pattern: str) -> str:
    """The address of a site's first page of a kind."""
    return next(path for path in sorted(site.glob(pattern))).as_uri()


def elsewhere(url: str) -> list[str]:
    """The address asked for, if it isn't one of the site's own files."""
    return [] if url.startswith(("file://", "data:")) else [url]


@contextmanager
def opened(browser: Browser, **look: object) -> Iterator[tuple[Page, list[str]]]:
    """Open a page that writes down what goes wrong on it, and whom it asks."""
    context = browser.new_context(**look)  # type: ignore[arg-type]  # looks are its own arguments
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("request", lambda request: said.extend(elsewhere(request.url)))
    try:
        yield page, said
    finally:
        context.close()


@pytest.mark.parametrize("look", ["light", "dark", "narrowest"])
@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it(kind: str, look: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS[look]) as (page, said):
        page.goto(first(states, KINDS[kind]))
        assert said == []
        assert not page.evaluate(SIDEWAYS)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it_from_right_to_left(kind: str, browser: Browser, mirrored: Path) -> None:
    with opened(browser, **LOOKS["narrow"]) as (page, said):
        page.goto(first(mirrored, KINDS[kind]))
        assert said == []
        assert not page.evaluate(SIDEWAYS)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("folder", ["states", "measures", "words", "relay"])
def test_everyone_can_read_every_state(folder: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS["narrow-dark"]) as (page, said):
        for path in sorted((states / "objectives" / "autumn" / folder).glob("*.html")):
            said.clear()
            page.goto(path.as_uri())
            assert said == [], path.name
            assert not page.evaluate(SIDEWAYS), path.name
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path.name}: {found.generate_report()}"


@pytest.mark.parametrize("kind", KINDS)
def test_type_of_twice_the_size_fits(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS["light"]) as (page, _):
        page.goto(first(states, KINDS[kind]))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_once_it_is_there(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS["light"], reduced_motion="reduce") as (page, _):
        page.goto(first(states, KINDS[kind]))
        assert page.evaluate(SHIFT) < 0.02
        assert page.evaluate("document.getAnimations().filter(it => it.playState === 'running').length") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_and_leads_on_without_scripts(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS["narrow"], java_script_enabled=False) as (page, said):
        page.goto(first(states, KINDS[kind]))
        assert page.locator("h1").count() == 1
        assert page.locator("button:visible").count() == 0, "a button does nothing without scripts"
        assert page.locator("main a:visible").count() > 0
        assert said == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_and_shows_where_it_is(kind: str, browser: Browser, states: Path) -> None:
    with opened(browser, **LOOKS["few-colours"]) as (page, _):
        page.goto(first(states, KINDS[kind]))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


@pytest.mark.parametrize("kind", ["home", "objective", "map", "objectives", "team", "cycle-past", "asks", "screen"])
@pytest.mark.parametrize("look", ["light", "dark", "narrow", "narrow-dark"])
def test_pictures_are_kept_to_be_looked_at(
    kind: str, look: str, browser: Browser, states: Path, tmp_path: Path
) -> None:
    folder = Path(os.environ.get("PICTURES", tmp_path))
    with opened(browser, **LOOKS[look]) as (page, _):
        page.goto(first(states, KINDS[kind]))
        page.screenshot(path=folder / f"{kind}-{look}.png", full_page=True)
    assert (folder / f"{kind}-{look}.png").stat().st_size > 10_000
