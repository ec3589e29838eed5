"""Looks things up in a big site in a real browser, from a disk: `python -m benchmarks.find --objectives 10000`.

Says what making the index takes, how big it is, what the first key press loads, and how long answers take: from the
event of a key to what is shown, with nothing loaded before the first, medians and the worst of each kind.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks import generate
from okrsite.build import read_and_link
from okrsite.config import Wishes
from okrsite.exchange.search import search_files
from okrsite.measure import measure
from okrsite.output import File, Whole, files_of
from okrsite.pages.ground import ground_of
from okrsite.theme import find_theme

WORDS = (
    "patients",
    "answer",
    "centrifuge",
    "learning",
    "ada",
    "team-17",
    "wiat",
    "pasient",
    "door code",
    "median wait",
    "Łuczak",
)

PAUSE = 500
"""Milliseconds between opening Find and the first key, as a quick person has them."""

ASK = """async (text) => {
  const input = document.querySelector("dialog input"), list = document.querySelector("dialog [role=listbox]");
  const before = performance.now();
  const done = new Promise((shown) => {
    const look = new MutationObserver(() => { look.disconnect(); shown(performance.now() - before); });
    look.observe(list, { childList: true });
  });
  input.value = text;
  input.dispatchEvent(new Event("input"));
  return await done;
}"""


def write(folder: Path, objectives: int) -> tuple[float, int, int]:
    """Write the home page, the assets and the index of a generated site; give CPU seconds, files and bytes of the index."""
    generate.write(folder, objectives)
    linked = read_and_link(folder, Wishes())
    config = linked.config
    site = measure(linked.plan, config.as_of, check_in_every=config.check_in_every)
    theme, _ = find_theme(config.root, config.theme)
    whole = Whole(site, config, theme, linked.sources)
    made = [file for file in islice(files_of(whole), 1) if isinstance(file, File)]
    for file in made:
        put(folder / "site" / file.address, file.data or b"")
    for asset in theme.assets.values():
        put(folder / "site" / "assets" / asset.published, asset.data)
    began = time.process_time()
    files = list(
        search_files(ground_of(site, config, theme.speech(config.language)), theme.published(), ["index.html"])
    )
    took = time.process_time() - began
    for address, data in files:
        put(folder / "site" / address, data)
    return took, len(files), sum(len(data) for _, data in files)


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def opened(page: Page, home: str) -> list[str]:
    """Open the palette; give the list that the addresses of what is loaded from then on go into."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(home)
    loaded.clear()
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] [role=option]")
    page.wait_for_timeout(PAUSE)
    return loaded


def weight(urls: Sequence[str]) -> int:
    return sum(Path(url.removeprefix("file://")).stat().st_size for url in urls)


def look(site: Path) -> None:
    """Print what the browser measures."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    home = (site / "index.html").as_uri()
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or sys.exit("No chromium here.")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        rows: dict[str, list[tuple[float, int]]] = {"a letter, the first": [], "two letters": [], "a word": []}
        for kind, texts in zip(rows, (letters, [a + b for a in letters[::5] for b in "aeiorh"], WORDS), strict=True):
            for text in texts:
                page = browser.new_page()
                loaded = opened(page, home)
                took = page.evaluate(ASK, text)
                page.wait_for_timeout(100)
                rows[kind].append((took, weight(loaded)))
                page.close()
        browser.close()
    for kind, measured in rows.items():
        times, weights = [took for took, _ in measured], [bytes_ for _, bytes_ in measured]
        print(
            f"{kind:<20} {median(times):8.1f} {max(times):8.1f} {median(weights) / 1000:8.1f} {max(weights) / 1000:8.1f}"
        )


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--objectives", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where the site is kept; else it goes again")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = asked.folder or Path(folder)
        took, files, size = write(root, asked.objectives)
        print(f"index: {took / asked.objectives * 1000:.2f} ms CPU an objective, {files} files, {size / 1e6:.1f} MB")
        print(f"{'typed':<20} {'median ms':>8} {'worst ms':>8} {'median KB':>8} {'worst KB':>8}")
        look(root / "site")


if __name__ == "__main__":
    main()
