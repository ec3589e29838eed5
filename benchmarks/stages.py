"""What each step of a build takes, in one process: `python -m benchmarks.stages FOLDER`.

CPU seconds of each step and their share of the whole, memory after it, and the peak until then. Nothing is kept from
earlier builds. The site is published into a folder that is thrown away. `--profile STEP` says which functions of a step
take how long.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass
class Clock:
    """Adds up the CPU time of steps, which may take turns, and looks at the memory after each."""

    profiled: str = ""
    spent: dict[str, float] = field(default_factory=dict)
    memory: dict[str, tuple[int, int]] = field(default_factory=dict)
    profile: cProfile.Profile = field(default_factory=cProfile.Profile)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what happens inside for a step."""
        began = time.process_time()
        if name == self.profiled:
            self.profile.enable()
        yield
        if name == self.profiled:
            self.profile.disable()
        self.spent[name] = self.spent.get(name, 0) + time.process_time() - began
        self.memory[name] = _memory()

    def lines(self) -> Iterator[str]:
        """The table: a line a step, and one for all."""
        whole = sum(self.spent.values())
        yield "| step | CPU s | in 100 | memory after it, MB | peak until then, MB |"
        yield "|---|---:|---:|---:|---:|"
        for name, spent in self.spent.items():
            now, peak = self.memory[name]
            yield f"| {name} | {spent:.2f} | {100 * spent / whole:.0f} | {now} | {peak} |"
        yield f"| all | {whole:.2f} | 100 | | {max(peak for _, peak in self.memory.values())} |"


def _memory() -> tuple[int, int]:
    """What this process has in memory now, and had at most, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pages = Path("/proc/self/statm")
    now = int(pages.read_text("ascii").split()[1]) * os.sysconf("SC_PAGESIZE") // 2**20 if pages.exists() else peak
    return now, peak


def main() -> None:
    """Print the table, and what the profile of a step says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", default="", metavar="STEP", help="which functions take how long in this step")
    parser.add_argument("--lines", type=int, default=40, help="how many of them are told")
    asked = parser.parse_args()
    clock = Clock(asked.profile)
    with clock.step("import"):
        from benchmarks.steps import build  # noqa: PLC0415 - what importing takes is measured
    with TemporaryDirectory() as folder:
        count, size = build(asked.folder.resolve(), Path(folder, "site"), clock.step)
    print("\n".join(clock.lines()))
    print(f"\n{count:,} files, {size / 1e6:.1f} MB")
    if asked.profile:
        pstats.Stats(clock.profile, stream=sys.stdout).sort_stats("cumulative").print_stats(asked.lines)


if __name__ == "__main__":
    main()
