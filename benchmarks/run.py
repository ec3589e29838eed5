"""Builds made-up organisations from nothing and says what it took: `python -m benchmarks.run 100 1000 10000`.

Wall and CPU are seconds of one build with all processes it started; the peak is the memory of all of them together, what
they share counted once; disk is what the site takes up. What an objective costs is told apart from what starting costs:
the build of an empty site stands in the first line. `times` sets the CPU of an objective beside that of the first size.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import generate, tree

HEAD = ("objectives", "pages", "wall s", "CPU s", "peak MB", "disk MB", "CPU ms/obj", "KB/obj", "times")
_WIDTHS = (10, 7, 8, 8, 8, 8, 10, 8, 6)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build of so many objectives took, how many pages it gave, and the bytes they take up on the disk."""

    objectives: int
    taken: tree.Taken
    pages: int
    disk: int

    def each(self, start: Cost) -> float:
        """Seconds of CPU that one objective costs beyond starting."""
        return (self.taken.cpu - start.taken.cpu) / self.objectives


def build(root: Path, objectives: int, asked: argparse.Namespace) -> Cost:
    """Build a site from nothing; it must succeed."""
    output = root / "site"
    command = [asked.program, "build", root, "--output", output, "--quiet", "--no-cache", *asked.okrsite.split()]
    taken = tree.run(command, root, {}, watched=True)
    pages, disk = used(output)
    return Cost(objectives, taken, pages, disk)


def used(output: Path) -> tuple[int, int]:
    """How many pages stand in a folder, and what all its files take up on the disk in bytes, in whole blocks."""
    files = [path for path in output.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_blocks * 512 for path in files)


def made_up(folder: Path, objectives: int, asked: argparse.Namespace) -> Cost:
    """Generate an organisation of as many objectives and build it."""
    root = folder / str(objectives)
    generate.write(root, objectives, asked.seed, asked.children, asked.chain)
    return build(root, objectives + asked.children + asked.chain, asked)


def empty(folder: Path, asked: argparse.Namespace) -> Cost:
    """Build a site of one file: what it costs to start."""
    root = folder / "empty"
    (root / "content").mkdir(parents=True)
    (root / "okrsite.yaml").write_text("as_of: 2025-10-30\n", "utf-8")
    (root / "content" / "org.md").write_text("---\nname: Nobody yet\n---\n", "utf-8")
    return build(root, 0, asked)


def row(cost: Cost, start: Cost, first: Cost | None) -> tuple[str, ...]:
    """One line of the table."""
    taken = cost.taken
    figures = (f"{cost.pages:,}", f"{taken.wall:.2f}", f"{taken.cpu:.2f}", f"{taken.peak / 1024:.0f}")
    disk = f"{cost.disk / 1e6:.1f}"
    if first is None or not cost.objectives:
        return ("none", *figures, disk, "", "", "")
    memory = (taken.peak - start.taken.peak) / cost.objectives
    each = cost.each(start)
    return (
        f"{cost.objectives:,}",
        *figures,
        disk,
        f"{each * 1000:.2f}",
        f"{memory:.1f}",
        f"{each / first.each(start):.2f}",
    )


def line(cells: tuple[str, ...]) -> str:
    """Set the cells of a line below those of the others, as Markdown."""
    return f"| {' | '.join(cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))} |"


def main() -> None:
    """Print a line for each size asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("objectives", type=int, nargs="*", default=[100, 1000, 10000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=0, metavar="N", help="an objective that N others support")
    parser.add_argument("--chain", type=int, default=0, metavar="N", help="a chain of N objectives")
    parser.add_argument("--okrsite", default="", metavar="OPTIONS", help="more options, for example '--jobs 1'")
    installed = Path(sys.executable).with_name("okrsite")
    parser.add_argument("--program", type=Path, default=installed, help="okrsite; as a rule that beside this Python")
    parser.add_argument(
        "--folder", type=Path, help="where sites are made one after the other; else a folder of the system"
    )
    asked = parser.parse_args()
    asked.program = asked.program.resolve()
    print(line(HEAD))
    print(f"|{'|'.join('-' * (width + 1) + ':' for width in _WIDTHS)}|")
    first: Cost | None = None
    with TemporaryDirectory(dir=asked.folder) as folder:
        start = empty(Path(folder), asked)
        print(line(row(start, start, None)), flush=True)
    for objectives in asked.objectives:
        with TemporaryDirectory(dir=asked.folder) as folder:
            cost = made_up(Path(folder), objectives, asked)
        first = first or cost
        print(line(row(cost, start, first)), flush=True)


if __name__ == "__main__":
    main()
