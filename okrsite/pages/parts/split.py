"""Long lists cut into pages that load fast everywhere: by weight, each part named by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from okrsite import addresses
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link

T = TypeVar("T")
MOST = 60_000
"""What the entries of one page may weigh, in bytes; with its frame and filter a page stays under 100 KB."""

_LINKS, _NEAR, _STEPS = 40, 4, 20


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list in several: its address, which entries (from, up to), and what it is called."""

    address: str
    start: int
    stop: int
    name: str


def split(
    address: str, entries: Sequence[T], weigh: Callable[[T], int], name: Callable[[T], str], most: int = MOST
) -> tuple[Part, ...]:
    """Cut a list into parts of at most `most` bytes each, in its order; one without entries is one part.

    The first part bears the list's own address. A part is named by its first and last entry, and numbered where another
    would be named the same.
    """
    cuts = list(_cuts([weigh(entry) for entry in entries], most))
    names = [_span(entries[start:stop], name) for start, stop in cuts]
    return tuple(
        Part(addresses.part(address, number), start, stop, f"{named} ({number})" if names.count(named) > 1 else named)
        for number, ((start, stop), named) in enumerate(zip(cuts, names, strict=True), start=1)
    )


def part_links(sheet: Sheet, parts: Sequence[Part]) -> tuple[Link, ...]:
    """Link to the parts of a list, the one at hand without a link; none where all stands on one page.

    Of very many there are those near by, and further ones at even steps, the first and the last among them.
    """
    if len(parts) == 1:
        return ()
    here = next((at for at, part in enumerate(parts) if part.address == sheet.address), 0)
    shown = [part for at, part in enumerate(parts) if _is_linked(at, here, len(parts))]
    return tuple(Link(p.name, None if p.address == sheet.address else sheet.href(p.address)) for p in shown)


def _is_linked(at: int, here: int, count: int) -> bool:
    """Tell whether a part is linked from another."""
    if count <= _LINKS or abs(at - here) <= _NEAR:
        return True
    return at % (count // _STEPS) == 0 or at == count - 1


def _cuts(weights: list[int], most: int) -> Iterator[tuple[int, int]]:
    """Give the ends of each part: as many entries as it holds, at least one."""
    start, total = 0, 0
    for at, weight in enumerate(weights):
        if at > start and total + weight > most:
            yield start, at
            start, total = at, 0
        total += weight
    yield start, len(weights)


def _span(entries: Sequence[T], name: Callable[[T], str]) -> str:
    """Name a part by its first and last entry."""
    if not entries:
        return ""
    first, last = name(entries[0]), name(entries[-1])
    return first if first == last else f"{first} – {last}"
