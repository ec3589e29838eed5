"""Opens the large pages of a built site in a real browser, from a disk: `python -m benchmarks.browse FOLDER`.

Says for each what it weighs, how long it takes to load, how long a step on the wall takes by keys until it is painted
(closer, sideways, back out), and what the browser's console has to say, which should be nothing.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

KEYS = ("+", "+", *["ArrowRight"] * 5, "ArrowDown", *["ArrowRight"] * 5, "-", "-")

LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
STEP = """(key) => new Promise((painted) => {
  const began = performance.now();
  (document.activeElement || document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => painted(performance.now() - began)));
})"""


def pages(site: Path) -> Iterator[Path]:
    """Give home, the map, the list of objectives and the heaviest page on which something folded opens."""
    yield from (site / name for name in ("index.html", "map.html", "objectives/index.html", "screen.html"))
    yield from sorted(site.glob("map/*/*.html"), key=lambda page: page.stat().st_size)[-1:]


def look(page: Page, at: Path, site: Path) -> str:
    """Open a page and use its wall, if it has one; give a line of the table."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(at.as_uri())
    page.wait_for_load_state("load")
    stones, steps = page.locator("[data-wall] [data-id]"), [0.0]
    if stones.count():
        stones.first.focus()
        steps = [page.evaluate(STEP, key) for key in KEYS]
    took = page.evaluate(LOADED)
    kilobytes = at.stat().st_size / 1000
    name = at.relative_to(site).as_posix()
    return f"{name:<32} {kilobytes:8.1f} {took:8.0f} {stones.count():8} {median(steps):8.1f} {max(steps):8.1f}  {said}"


def main() -> None:
    """Print a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site.resolve()
    chromium = shutil.which("chromium") or sys.exit("No chromium here.")
    print(f"{'page':<32} {'KB':>8} {'load ms':>8} {'blocks':>8} {'step ms':>8} {'worst':>8}  console")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for at in pages(site):
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            print(look(page, at, site), flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
