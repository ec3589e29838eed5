"""Builds three equal sites by okrsite, Hugo and Eleventy: `python -m benchmarks.peers 1000 --peers FOLDER`.

Each is built from nothing, again with nothing changed, and after one objective was edited; twice, in turn, and of the two
the smaller figures are taken. A third time is watched for memory. The folder of the others is made by
`scripts/install-peers FOLDER`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

from benchmarks.peers.sites import SAID, Builder, eleventy_in, hugo_in, sites
from benchmarks.peers.table import STATES, Made, markdown
from benchmarks.tree import Taken, run, together


def measure(
    builders: list[Builder], rounds: int, *, watched: bool
) -> tuple[dict[tuple[str, str], Taken], dict[str, Made]]:
    """Go round: each site cold, unchanged and edited; then a last round for memory, if that is wanted."""
    taken: dict[tuple[str, str], Taken] = {}
    made: dict[str, Made] = {}
    for nth in range(rounds + watched):
        for builder in builders:
            builder.clear()
            for state in STATES:
                once = _once(builder, state, nth, watched=nth == rounds)
                print(
                    f"{builder.name:>9} {state:>10} {once.wall:8.2f} s {once.cpu:8.2f} s CPU {once.peak / 1024:7.0f} MB",
                    file=sys.stderr,
                )
                before = taken.get((builder.name, state), once)
                taken[builder.name, state] = together(before, once)
            made[builder.name] = Made(*builder.pages(), builder.sizes())
    return taken, made


def _once(builder: Builder, state: str, nth: int, *, watched: bool) -> Taken:
    page = builder.edit(nth) if state == "one edit" else None
    once = run(builder.command, builder.folder, builder.environment, watched=watched)
    if page and SAID.format(nth=nth) not in page.read_text("utf-8"):
        sys.exit(f"{builder.name} does not say on {page} what was added")
    return once


def main() -> None:
    """Measure each size asked for, print the tables, and write them to a file if one is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("objectives", type=int, nargs="*", default=[1000])
    parser.add_argument("--peers", type=Path, required=True, help="the folder that scripts/install-peers filled")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--no-memory", action="store_true", help="leave the round out that is watched for memory")
    parser.add_argument("--only", action="append", help="one of okrsite, Hugo, Eleventy; may be given again")
    parser.add_argument(
        "--okrsite", default="", metavar="OPTIONS", help="more options for okrsite, for example '--jobs 2'"
    )
    installed = Path(sys.executable).with_name("okrsite")
    parser.add_argument("--program", type=Path, default=installed, help="okrsite; as a rule that beside this Python")
    parser.add_argument("--folder", type=Path, help="where the sites are written and kept; else they are thrown away")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the tables into a file too")
    asked = parser.parse_args()
    around = _around(asked)
    tables = [around, *(_size(objectives, asked) for objectives in asked.objectives)]
    print("\n".join(tables))
    if asked.write:
        asked.write.write_text("\n".join(tables), "utf-8")


def _around(asked: argparse.Namespace) -> str:
    """Say what is measured, and where: versions, cores, and how busy the machine was with other things before."""
    asking: tuple[list[str | Path], ...] = (
        [asked.program, "--version"],
        [hugo_in(asked.peers), "version"],
        ["node", eleventy_in(asked.peers), "--version"],
    )
    said = [subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout for command in asking]
    own, hugo, eleventy = (text.partition("-")[0].strip() for text in said)
    load = f"load {os.getloadavg()[0]:.1f} before"
    return f"{own}, {hugo}, Eleventy {eleventy}; {os.cpu_count()} cores, {load}.\n"


def _size(objectives: int, asked: argparse.Namespace) -> str:
    folder = (asked.folder or Path(mkdtemp(prefix="peers-"))).resolve() / str(objectives)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    builders = sites(folder, asked.peers.resolve(), objectives, [asked.program, *asked.okrsite.split()])
    chosen = [one for one in builders if not asked.only or one.name in asked.only]
    taken, made = measure(chosen, asked.rounds, watched=not asked.no_memory)
    if not asked.folder:
        shutil.rmtree(folder.parent)
    return markdown(objectives, taken, made)


if __name__ == "__main__":
    main()
