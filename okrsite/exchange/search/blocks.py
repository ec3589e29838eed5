"""What is shown of entries that were found, in blocks of neighbours; and beside each block the texts of its entries.

A block is a list of runs: entries of one folder with the same words beside their names. An entry is one string, its parts
between `DELETE` characters: title, name of its page, then title and id of each key result. A name that begins as the title does, in
plain letters, digits and hyphens, is written as `~` and the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from okrsite.exchange.search.entries import Entry
from okrsite.exchange.search.scripts import script

WEIGHT = 2_500
TEXT_WEIGHT = 8_000

Run = list[object]
_Numbered = tuple[int, Entry, str]
"""An entry with its number, and as it is written."""
_BETWEEN = "\x7f"
_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbours: the number of the first, the runs of all, and the texts of some each, by the first one's number."""

    first: int
    runs: list[Run]
    texts: list[tuple[int, bytes]]


def blocks_of(entries: Iterable[tuple[int, Entry]]) -> Iterator[Block]:
    """Cut numbered entries into blocks."""
    block: list[_Numbered] = []
    left = WEIGHT
    for number, entry in entries:
        packed = _packed(entry)
        needed = len(packed.encode()) + 3 + _of_its_own(entry, block)
        if block and needed > left:
            yield _block(block)
            block, left = [], WEIGHT
        block.append((number, entry, packed))
        left -= needed
    if block:
        yield _block(block)


def _of_its_own(entry: Entry, block: list[_Numbered]) -> int:
    """Say what it weighs that an entry begins a run."""
    if block and block[-1][1].beside == entry.beside:
        return 0
    return len(entry.beside.encode()) + len(_folder(entry.address).encode()) + 10


def _block(block: list[_Numbered]) -> Block:
    return Block(block[0][0], _runs(block), list(_texts(block)))


def _runs(block: list[_Numbered]) -> list[Run]:
    runs = groupby(block, lambda each: (_folder(each[1].address), each[1].beside))
    return [[*same, [packed for _, _, packed in run]] for same, run in runs]


def _folder(address: str) -> str:
    return address[: address.rfind("/") + 1]


def _packed(entry: Entry) -> str:
    page = entry.address[len(_folder(entry.address)) :].removesuffix(".html")
    parts = [entry.title, _told(entry.title, page)]
    for title, name in entry.key_results:
        parts += [title, _told(title, name)]
    return _BETWEEN.join(parts)


def _told(title: str, name: str) -> str:
    """Write a name by the title that it was made from.

    >>> _told("Nobody waits in fear", "nobody-waits-in-fear"), _told("Nobody waits", "waiting")
    ('~', 'waiting')
    """
    plain = _OTHER.sub("-", title.lower()).strip("-")
    return f"~{name[len(plain) :]}" if plain and title.isascii() and name.startswith(plain) else name


def _texts(block: list[_Numbered]) -> Iterator[tuple[int, bytes]]:
    some: list[tuple[str, ...]] = []
    first, left = block[0][0], TEXT_WEIGHT
    for number, entry, _ in block:
        needed = sum(len(text.encode()) + 3 for text in entry.texts)
        if some and needed > left:
            yield first, script([first, some])
            some, first, left = [], number, TEXT_WEIGHT
        some.append(entry.texts)
        left -= needed
    if any(some):
        yield first, script([first, some])
