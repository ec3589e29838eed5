"""Checks made-up organisations and says what each rule costs: `python -m benchmarks.checks 10000`.

All seconds are of CPU, in one process. What the rules cost is set beside what reading and linking the same files costs;
the aim is less than 30 in 100. `--bare` puts all objectives into the cycle that runs, and leaves out what opinions ask
for (why, owners, type, reasons, origin, starts), so that each has several findings: the worst that a first run meets.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks import generate
from okrsite.build import Linked, read_and_link
from okrsite.checks import Case, case_of, judged, look, rules
from okrsite.config import Wishes
from okrsite.diagnostics import Finding, in_order
from okrsite.measure import measure
from okrsite.measure.model import Site
from okrsite.reports import FORMS, Report, told

T = TypeVar("T")

_ASKED_FOR = re.compile(
    r"^(?:(?:why|owners|type|origin|tags|score): .*\n|    (?:because|start): .*\n|(?:closed|dropped):\n(?:  .*\n)+)",
    re.MULTILINE,
)
_EARLIER = re.compile(r"2025-T[12]/")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Do some work; give what came of it and the seconds of CPU it took."""
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


def write(folder: Path, objectives: int, *, bare: bool) -> None:
    """Write an organisation, whole or bare."""
    for name, text in generate.files(objectives):
        path = folder / (_bare(name) if bare and "/okrs/" in name else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_bare(text) if bare else text, "utf-8", newline="\n")


def _bare(text: str) -> str:
    """Leave out what opinions ask for, and put everything into the cycle that runs."""
    return _EARLIER.sub("2025-T3/", _ASKED_FOR.sub("", text))


def checked(folder: Path) -> None:
    """Read, link, measure and check a site, and print what each step cost."""
    linked, base = timed(lambda: read_and_link(folder, Wishes()))
    config = linked.config
    site, took = timed(lambda: measure(linked.plan, config.as_of, check_in_every=config.check_in_every))
    print(f"{'step':<24}{'seconds':>9}{'in 100':>9}{'findings':>10}")
    row("reading and linking", base, base)
    row("measuring", took, base)
    findings, took = timed(lambda: look(_case(linked, site), linked.findings))
    row("all rules", took, base, len(findings))
    opinions, took = timed(lambda: judged(findings, config.checks, site))
    row("judging", took, base, len(opinions.told))
    each_rule(_case(linked, site), base)
    reports(in_order(opinions.told), base)
    living = sum(1 for _ in _case(linked, site).living())
    print(f"{living} of {len(site.objectives)} objectives are those that opinions are about.")


def _case(linked: Linked, site: Site) -> Case:
    return case_of(linked.documents, site, linked.config)


def each_rule(case: Case, base: float) -> None:
    """Print what each rule costs by itself, the dearest first."""
    rows: list[tuple[float, str, int]] = []
    for rule in rules().values():
        if rule.look:
            found, took = timed(lambda looks=rule.look: list(looks(case)))  # type: ignore[misc]
            rows.append((took, rule.id, len(found)))
    for took, name, count in sorted(rows, reverse=True):
        row(f"  {name}", took, base, count)


def reports(findings: list[Finding], base: float) -> None:
    """Print what it costs to write the findings down, in each form."""
    for form in FORMS:
        text, took = timed(lambda form=form: told(Report(findings, rules()), form, full=True))  # type: ignore[misc]
        row(f"as {form}, {len(text) // 1000} KB", took, base, len(findings))


def row(name: str, took: float, base: float, count: int | None = None) -> None:
    """Print one line of the table."""
    print(f"{name:<24}{took:>9.2f}{took / base * 100:>9.1f}{'' if count is None else count:>10}")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("objectives", type=int, nargs="?", default=10_000)
    parser.add_argument("--bare", action="store_true", help="leave out all that opinions ask for")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        write(Path(folder), asked.objectives, bare=asked.bare)
        checked(Path(folder))


if __name__ == "__main__":
    main()
