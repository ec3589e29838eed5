"""Objectives of several cycles on shelves: one a cycle, the newest on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from okrsite.pages.ground import Sheet
from okrsite.pages.order import latest_cycle_first
from okrsite.pages.page import Link
from okrsite.pages.parts.rows import Row, row


@dataclass(frozen=True, slots=True)
class Shelf:
    """The objectives of one cycle."""

    anchor: str
    cycle: Link
    rows: tuple[Row, ...]


def by_cycle(sheet: Sheet, refs: Iterable[str]) -> list[str]:
    """Sort objectives by their cycle, the newest first."""
    return [o.ref for o in latest_cycle_first(sheet.site, (sheet.measured(ref) for ref in refs))]


def shelves(sheet: Sheet, refs: Sequence[str]) -> tuple[Shelf, ...]:
    """Put objectives that are sorted by cycle on shelves."""
    return tuple(
        Shelf(f"in-{cycle}", sheet.cycle(cycle), tuple(row(sheet, ref) for ref in there))
        for cycle, there in groupby(refs, lambda ref: sheet.measured(ref).plan.cycle)
    )
