"""What running a command takes, with all processes that it starts.

Wall and CPU come from one run that nobody watches. Memory comes from watching: every 50 milliseconds the memory of each
process of the tree is added up, a page that several of them share counted in equal parts for each (Linux calls this the
proportional set size), so that it counts once in all. Watching slows a build, so runs that are timed aren't watched.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

EVERY = 0.05
_QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds, seconds of CPU of all processes, and the peak of their memory together in KB (0: nobody watched)."""

    wall: float
    cpu: float
    peak: int = 0


@dataclass
class _Watch:
    """Adds up the memory of a tree of processes again and again, in a thread, until told to stop."""

    root: int
    peak: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    def __call__(self) -> None:
        while not self.done.wait(EVERY):
            self.peak = max(self.peak, memory(self.root))


def run(command: Sequence[str | Path], folder: Path, more: Mapping[str, str], *, watched: bool = False) -> Taken:
    """Run a command in a folder, with more in its environment, and wait for it and its children. It must succeed.

    What it prints is thrown away, but for errors.
    """
    before = Path.cwd()
    os.chdir(folder)
    began = time.perf_counter()
    child = os.posix_spawnp(command[0], [str(part) for part in command], {**os.environ, **more}, file_actions=_QUIET)
    os.chdir(before)
    watch = _Watch(child)
    thread = threading.Thread(target=watch, daemon=True)
    if watched:
        thread.start()
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    watch.done.set()
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(map(str, command))} failed")
    return Taken(wall, used.ru_utime + used.ru_stime, watch.peak)


def memory(root: int) -> int:
    """Give the memory of a process and of all below it in KB, shared pages counted once."""
    return sum(_proportional(process) for process in _tree(root))


def _tree(root: int) -> Iterator[int]:
    yield root
    try:
        threads = list(os.scandir(f"/proc/{root}/task"))
        children = [Path(thread.path, "children").read_text("ascii") for thread in threads]
    except OSError:
        return
    for child in " ".join(children).split():
        yield from _tree(int(child))


def _proportional(process: int) -> int:
    """Read the proportional set size of one process in KB; 0 where it has just ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def together(one: Taken, other: Taken) -> Taken:
    """Take the smaller seconds of two runs; of one that was watched only the peak."""
    if other.peak:
        return replace(one, peak=max(one.peak, other.peak))
    return Taken(min(one.wall, other.wall), min(one.cpu, other.cpu), one.peak)
