"""From saving a file to the new text in a browser: `python -m benchmarks.preview 1000`.

Starts `okrsite serve` on a made-up organisation and opens the page of an objective in a real browser. Then files are
edited, one after the other and again and again: a check-in, a text, a title, that of the objective above, a file that is
new, one that is deleted, a team, the configuration, a word of the theme. The time runs from the moment before the file is
written until the page in the browser holds the new text (or no longer holds the old one). Before that: how long it takes
from starting `serve` to having a first page, with nothing kept from earlier and with what an earlier run kept.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks import generate
from benchmarks.facts import facts
from benchmarks.peers.sites import talked_about

PATIENCE = 60_000
WATCH = """(() => {
  const look = () => {
    const wanted = JSON.parse(sessionStorage.getItem("wanted") || "null");
    if (!wanted) return;
    const ready = wanted.there || document.readyState !== "loading";
    if (ready && (document.documentElement?.textContent ?? "").includes(wanted.text) === wanted.there) {
      sessionStorage.removeItem("wanted");
      console.info(`seen ${Date.now()}`);
    } else setTimeout(look, 2);
  };
  window.watchForWanted = look;
  look();
})()"""
WANT = """(wanted) => {
  sessionStorage.setItem("wanted", JSON.stringify(wanted));
  window.watchForWanted();
}"""


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of edit: writes a text into a file so that the page says it; or, where not `there`, no longer says it."""

    name: str
    write: Callable[[str], None]
    there: bool = True


def edits(root: Path, ref: str, above: str) -> list[Edit]:
    """Every kind of edit that shows on the page of an objective; `above` is the one that it supports."""
    own, parent = (root / "content" / "okrs" / f"{name}.md" for name in (ref, above))
    team = root / "content" / "teams" / f"{ref.split('/')[1]}.md"
    new = own.with_name("brand-new.md")
    words = root / "themes" / "ours" / "words" / "en.yaml"
    entry = "\n  - date: 2025-10-30\n    by: Ada Adler\n    learned: {mark}\n---\n"
    supporter = f"---\ntitle: {{mark}}\nowner: Ada Adler\nsupports: {ref}\nkey_results:\n  - {{{{title: Done, done: true}}}}\n---\n"
    return [
        Edit("a check-in", lambda mark: changed(own, r"\n---\n", entry.format(mark=mark))),
        Edit("the text", lambda mark: changed(own, r"\n---\n", f"\n---\n{mark} ")),
        Edit("the title", lambda mark: changed(own, r"title: .*", f"title: {mark}")),
        Edit("the title of what is above", lambda mark: changed(parent, r"title: .*", f"title: {mark}")),
        Edit("the name of the team", lambda mark: changed(team, r"name: .*", f"name: {mark}")),
        Edit("a new file", lambda mark: put(new, supporter.format(mark=mark))),
        Edit("a file deleted", lambda _: new.unlink(), there=False),
        Edit("the configuration", lambda mark: changed(root / "okrsite.yaml", r"title: .*", f"title: {mark}")),
        Edit("a word of the theme", lambda mark: put(words, f"kr.heading: {mark}\nkr.heading_past: {mark}\n")),
    ]


def changed(path: Path, what: str, to: str) -> None:
    """Put something else where a pattern is found for the first time."""
    put(path, re.sub(what, lambda _: to, path.read_text("utf-8"), count=1))


def put(path: Path, text: str) -> None:
    """Save a file as editors do: write it under another name, then rename it."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(path)


def made_up(root: Path, objectives: int) -> tuple[str, str]:
    """Write a site with a theme of its own; give an objective to look at, and one that it supports."""
    files = dict(generate.files(objectives))
    files["okrsite.yaml"] += "title: Made-up Works\ntheme: ours\n"
    files["themes/ours/words/en.yaml"] = "kr.heading: How we will know\n"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    known = facts((name, text) for name, text in files.items() if not name.startswith("themes/"))
    private = {ref for ref, record in known.objectives.items() if record.get("private")}
    above = {ref: known.objectives[ref]["supports"][0]["to"].partition("#")[0] for ref in talked_about(known, files)}
    return next((ref, to) for ref, to in above.items() if to in known.objectives and to not in private)


@contextmanager
def served(root: Path, program: Path, options: list[str]) -> Iterator[str]:
    """Serve a site; give its address, and end it afterwards."""
    command: list[str | Path] = [program, "serve", root, "--port", "0", *options]
    environment = {**os.environ, "XDG_CACHE_HOME": str(root.parent / "cache"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            yield next(found[0] for line in server.stdout or () if (found := re.search(r"http://\S+", line)))
        finally:
            server.terminate()
            server.communicate()


def first_page(root: Path, page: str, program: Path, options: list[str]) -> float:
    """Seconds from starting the preview until a page has come."""
    began = time.perf_counter()
    with served(root, program, options) as address, urllib.request.urlopen(address + page) as answer:  # noqa: S310
        answer.read()
        return time.perf_counter() - began


def seen(page: Page, edit: Edit, text: str, mark: str) -> float:
    """Milliseconds from saving an edit until the page in the browser shows it."""
    page.evaluate(WANT, {"text": text, "there": edit.there})
    with page.expect_console_message(lambda said: said.text.startswith("seen "), timeout=PATIENCE) as said:
        began = time.time() * 1000
        edit.write(mark)
    return float(said.value.text.split()[1]) - began


def measured(page: Page, kinds: list[Edit], rounds: int, rest: float) -> dict[str, list[float]]:
    """Make every edit as often as asked for, with a rest between them as people have it."""
    took: dict[str, list[float]] = {edit.name: [] for edit in kinds}
    numbers, text = count(1), ""
    for _ in range(rounds):
        for edit in kinds:
            mark = f"Seen here for the {next(numbers)}th time."
            text = mark if edit.there else text
            took[edit.name].append(seen(page, edit, text, mark))
            time.sleep(rest)
    return took


def lines(took: dict[str, list[float]]) -> Iterator[str]:
    """The table: a line a kind of edit, and one for all."""
    yield "| edited | times | median ms | worst ms |"
    yield "|---|---:|---:|---:|"
    for name, each in {**took, "all": list(chain(*took.values()))}.items():
        yield f"| {name} | {len(each)} | {median(each):.0f} | {max(each):.0f} |"


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("objectives", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rest", type=float, default=0.5, metavar="SECONDS", help="between one edit and the next")
    parser.add_argument("--okrsite", default="", metavar="OPTIONS", help="more options for serve, as --okrsite=--poll")
    installed = Path(sys.executable).with_name("okrsite")
    parser.add_argument("--program", type=Path, default=installed, help="okrsite; as a rule that beside this Python")
    asked = parser.parse_args()
    options, program = asked.okrsite.split(), asked.program.resolve()
    chromium = shutil.which("chromium") or sys.exit("No chromium here.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder, "site")
        ref, above = made_up(root, asked.objectives)
        address = f"objectives/{ref}.html"
        for kept in ("with nothing kept", "with what the run before kept"):
            print(f"first page, {kept}: {first_page(root, address, program, options):.2f} s", flush=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        with served(root, program, options) as site:
            page.goto(site + address)
            print("\n".join(lines(measured(page, edits(root, ref, above), asked.rounds, asked.rest))))
        browser.close()


if __name__ == "__main__":
    main()
