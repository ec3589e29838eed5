"""What a page is seen to be in a browser: whether it complains, whom it asks, what sticks out, what axe finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page, Request

OWN = ("file://", "data:", "http://127.0.0.1:")
COLOURS = ("color-contrast", "link-in-text-block")
"""What axe looks for that depends on colours: what is left to look at in another palette."""

STICKING_OUT = """() => {
  const end = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= end) return [];
  const out = [...document.querySelectorAll("body *")].filter((it) => {
    const place = it.getBoundingClientRect();
    return place.width > 0 && (place.right > end + 1 || place.left < -1);
  });
  const named = (it) => `<${it.localName} class="${it.getAttribute("class") || ""}"> ${it.textContent.trim().slice(0, 40)}`;
  return ["scrolls sideways", ...out.slice(0, 4).map(named)];
}"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((it) => { sum += it.value; }))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
})"""
RUNNING = "document.getAnimations().filter((it) => it.playState === 'running').length"
SMALL = """(least) => [...document.querySelectorAll("button, .btn, input, select, textarea, summary, nav a, .title-block .ends a")]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }))
  .map((it) => [it, it.getBoundingClientRect()])
  .filter(([, place]) => place.width > 0 && (place.height < least || place.width < least))
  .map(([it, place]) => `${place.width.toFixed(1)} x ${place.height.toFixed(1)}: <${it.localName}> ${it.textContent.trim().slice(0, 30)}`)"""


def first(site: Path, pattern: str) -> str:
    """The address of a site's first page of a kind."""
    return next(path for path in sorted(site.glob(pattern))).as_uri()


def failed(request: Request) -> list[str]:
    """What a page didn't get, but for what it no longer wanted since a person went on."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}: {request.failure}"]


@contextmanager
def opened(browser: Browser, **look: Any) -> Iterator[tuple[Page, list[str]]]:
    """Open a page that writes down what goes wrong on it, and which strangers it asks."""
    context = browser.new_context(**look)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.extend(failed(request)))
    page.on("request", lambda request: said.extend([] if request.url.startswith(OWN) else [f"asked: {request.url}"]))
    try:
        yield page, said
    finally:
        context.close()


def complaints(page: Page, *rules: str) -> list[str]:
    """What axe finds, by all its rules and that of targets' sizes, or by those named: the rule, and where it is broken."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options: dict[str, Any] = {
        "resultTypes": ["violations"],
        "preload": False,
        "rules": {"target-size": {"enabled": True}},
    }
    if rules:
        options = {"resultTypes": ["violations"], "preload": False, "runOnly": {"type": "rule", "values": rules}}
    found = page.evaluate(f"axe.run({json.dumps(options)})")
    return [
        f"{it['id']}: {node['target']} {node['html'][:200]}: {node['failureSummary']}"
        for it in found["violations"]
        for node in it["nodes"]
    ]


def sticking_out(page: Page) -> list[str]:
    """What makes the page scroll sideways; nothing if it doesn't."""
    found: list[str] = page.evaluate(STICKING_OUT)
    return found


def small(page: Page, least: int) -> list[str]:
    """The controls that are lower or narrower than a finger or a pointer needs: what does something, and both menus."""
    found: list[str] = page.evaluate(SMALL, least)
    return found
