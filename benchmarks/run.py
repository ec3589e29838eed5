"""Builds made-up organisations and says what it took: `python -m benchmarks.run 100 1000 10000`.

Wall and CPU are seconds of one build with all processes it started; the peak is that of the largest of them.
What an objective costs is told apart from what starting costs: the build of an empty site stands in the first line.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import generate


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took: seconds, seconds of CPU, peak memory in KB, and how many pages it gave."""

    wall: float
    cpu: float
    peak: int
    pages: int


def measure(command: Sequence[str | Path], output: Path) -> Cost:
    """Run a build and wait for it and its children. It must succeed."""
    began = time.perf_counter()
    child = os.posix_spawn(command[0], [str(part) for part in command], os.environ, file_actions=_SILENT)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(map(str, command))} failed")
    return Cost(wall, used.ru_utime + used.ru_stime, _kilobytes(used.ru_maxrss), sum(1 for _ in output.rglob("*.html")))


_SILENT = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def _kilobytes(peak: int) -> int:
    return peak // 1024 if sys.platform == "darwin" else peak


def build(folder: Path, objectives: int, asked: argparse.Namespace) -> Cost:
    """Generate an organisation of as many objectives and build it from nothing."""
    root = folder / str(objectives)
    generate.write(root, objectives, asked.seed, asked.children, asked.chain)
    output = root / "site"
    return measure([Path(sys.executable).with_name("okrsite"), "build", root, "--output", output, "--quiet"], output)


def empty(folder: Path) -> Cost:
    """Build a site of one file: what it costs to start."""
    root = folder / "empty"
    (root / "content").mkdir(parents=True)
    (root / "okrsite.yaml").write_text("as_of: 2025-10-30\n", "utf-8")
    (root / "content" / "org.md").write_text("---\nname: Nobody yet\n---\n", "utf-8")
    output = root / "site"
    return measure([Path(sys.executable).with_name("okrsite"), "build", root, "--output", output, "--quiet"], output)


def line(name: str, cost: Cost, objectives: int, start: Cost) -> str:
    """One line of the table."""
    row = f"{name:>10} {cost.pages:>7} {cost.wall:>8.2f} {cost.cpu:>8.2f} {cost.peak / 1024:>8.0f}"
    if objectives:
        each = (cost.cpu - start.cpu) / objectives * 1000
        row += f" {each:>10.2f} {(cost.peak - start.peak) / objectives:>10.1f}"
    return row


def main() -> None:
    """Print a line for each size asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("objectives", type=int, nargs="*", default=[100, 1000, 10000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=0, metavar="N", help="an objective that N others support")
    parser.add_argument("--chain", type=int, default=0, metavar="N", help="a chain of N objectives")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        print(
            f"{'objectives':>10} {'pages':>7} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'CPU ms/obj':>10} {'KB/obj':>10}"
        )
        start = empty(Path(folder))
        print(line("none", start, 0, start))
        for objectives in asked.objectives:
            cost = build(Path(folder), objectives, asked)
            print(line(f"{objectives:,}", cost, objectives + asked.children + asked.chain, start), flush=True)


if __name__ == "__main__":
    main()
