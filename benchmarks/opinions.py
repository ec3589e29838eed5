"""Says what the opinions of the checks find in real documents: `python -m benchmarks.opinions > found.jsonl`.

Each quarter that two organisations published (`tests/real/`) becomes a site of its own, as it stood then. It is looked
at on three days: when a third of the cycle is gone, when two thirds are, and four weeks after its end. `--site FOLDER`
(again and again) looks at a site's own cycles in the same way instead. A finding is told once, with its days, as a line
of JSON; to say how often a rule is right, somebody has to read them. `--every 8` gives every eighth of a rule's.

Nothing is looked at after the site's own day, of which nobody could have written. At a day that is gone everything later
is in the future: `future-reading` is told only on the site's own day.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from okrsite.build import read_and_link
from okrsite.config import Wishes
from tests.real import sourcegraph, srcd
from tests.real.written import write

AFTER = timedelta(days=28)
"""How long after its end a cycle is looked at for the last time."""


@dataclass
class Found:
    """A finding, and the days on which it is told."""

    source: str
    finding: dict[str, Any]
    days: list[date] = field(default_factory=list)


def quarters() -> Iterator[tuple[str, dict[str, str]]]:
    """Give each published quarter as a site: its name, and its files by path."""
    for cycle, closed in {**srcd.MORE, **srcd.CYCLES}.items():
        yield f"srcd/{cycle}", {"okrsite.yaml": "as_of: 2019-05-27\n", **srcd.of({cycle: closed})}
    for cycle, (name, end) in sourcegraph.CYCLES.items():
        yield f"sourcegraph/{cycle}", sourcegraph.about("2022-11-09") | sourcegraph.quarter(cycle, name, end)
    for cycle, name in sourcegraph.MORE.items():
        yield f"sourcegraph/{cycle}", sourcegraph.about("2022-11-09") | sourcegraph.quarter(cycle, name)


def days(root: Path) -> Iterator[tuple[str, list[date]]]:
    """Give each cycle that has objectives, and the days on which it is looked at."""
    linked = read_and_link(root, Wishes())
    plan, own = linked.plan, linked.config.as_of
    used = {one.cycle for one in plan.objectives.values()}
    for cycle in sorted(used):
        start, end = plan.cycles[cycle].start, plan.cycles[cycle].end
        third = (end - start + timedelta(days=1)) / 3
        whole = [start + third, start + 2 * third, end + AFTER]
        running = start + third < own <= end
        yield cycle, [day for day in whole if day <= own] + [own] * running


def findings(root: Path, day: date | None) -> list[dict[str, Any]]:
    """Check a site on a day, or on its own."""
    okrsite = Path(sys.executable).with_name("okrsite")
    as_of = ["--as-of", day.isoformat()] if day else []
    run = subprocess.run(
        [okrsite, "check", root, "--format", "json", *as_of], capture_output=True, check=False, text=True
    )
    return list(json.loads(run.stdout)["findings"])


def look(source: str, root: Path) -> list[Found]:
    """Look at each cycle of a site on its days, and on the site's own day for what is dated later."""
    found: dict[tuple[str, str, int, str], Found] = {}
    for finding in findings(root, None):
        if finding["rule"] == "future-reading":
            _add(found, source, finding)
    for cycle, each in days(root):
        for day in each:
            for finding in findings(root, day):
                if (finding["objective"] or cycle).startswith(cycle) and finding["rule"] != "future-reading":
                    _add(found, source, finding, day)
    return sorted(found.values(), key=lambda one: (one.finding["rule"], one.finding["path"], one.finding["line"]))


def _add(
    found: dict[tuple[str, str, int, str], Found], source: str, finding: dict[str, Any], day: date | None = None
) -> None:
    place = (finding["rule"], finding["path"], finding["line"], finding["objective"] or finding["message"])
    one = found.setdefault(place, Found(source, finding))
    one.days += [day] if day and day not in one.days else []


def lines(found: Iterable[Found], every: int = 1) -> Iterator[str]:
    """Write findings as lines of JSON, every so many of a rule."""
    seen: Counter[str] = Counter()
    for one in found:
        rule = one.finding["rule"]
        if seen[rule] % every == 0:
            kept = {key: one.finding[key] for key in ("path", "line", "excerpt", "message")}
            told = {"rule": rule, "source": one.source, "days": [day.isoformat() for day in one.days], **kept}
            yield json.dumps(told, ensure_ascii=False)
        seen[rule] += 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Look, and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.opinions", description="Say what opinions find.")
    parser.add_argument("--site", type=Path, action="append", default=[], help="a site of your own (again and again)")
    parser.add_argument("--every", type=int, default=1, help="tell every so many of a rule's findings")
    given = parser.parse_args(arguments)
    found: list[Found] = []
    for site in given.site:
        found += look(site.name, site)
    with TemporaryDirectory() as folder:
        for name, files in () if given.site else quarters():
            write(files, root := Path(folder) / name)
            found += look(name, root)
    for line in lines(found, given.every):
        print(line)


if __name__ == "__main__":
    main()
