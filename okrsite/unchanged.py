"""Whether anything at all has changed since a site was built last: if nothing has, nothing is made.

A *footprint* is all that lies in the folders which a build reads, by content. The same footprint, the same program and the
same wishes give the same site and the same words; so these are said again. Nothing heavy is imported for that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from okrsite.cache import Store, Unkeepable, digest_of, packed, unpacked
from okrsite.files import content_of
from okrsite.publish import Signatures, untouched

Mark = tuple[str, int, int, int, int]
"""A path with the number, the size and both time stamps of what lies there: other ones where anything was written."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a build had to say on standard output and standard error, its exit code, and where it published, if it did."""

    out: str
    err: str
    code: int
    output: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What is remembered of a build: what it read, what it said, and how the published files lie."""

    roots: tuple[str, ...]
    footprint: bytes
    said: Said
    signatures: bytes


@dataclass(frozen=True, slots=True)
class Footprint:
    """All that lies at some places: a digest of every name and content, and the marks by which a change in between shows."""

    digest: bytes
    marks: frozenset[Mark]


def footprint(roots: Iterable[str]) -> Footprint:
    """Look at files and folders with all that is in them, links followed. Raises `OSError` where that can't be done."""
    told: list[str] = []
    found: list[Mark] = []
    for root in roots:
        for path, facts in _below(root):
            is_file = facts is not None and stat.S_ISREG(facts.st_mode)
            told += (path, content_of(path).digest if is_file else f"{facts.st_mode:o}" if facts else "")
            found += [_mark(path, facts)] if facts else []
    return Footprint(digest_of(*told), frozenset(found))


def marks(roots: Iterable[str]) -> frozenset[Mark]:
    """Give the marks of all that lies at some places."""
    return frozenset(_mark(path, facts) for root in roots for path, facts in _below(root) if facts)


def _mark(path: str, facts: os.stat_result) -> Mark:
    return path, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def _below(root: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Give a path and, of a folder, every path below it; None for what isn't there. A folder met twice is told once."""
    waiting, met = [root], set[tuple[int, int]]()
    while waiting:
        path = waiting.pop()
        try:
            facts = Path(path).stat()
        except (FileNotFoundError, NotADirectoryError):
            yield path, None
            continue
        yield path, facts
        if stat.S_ISDIR(facts.st_mode) and (facts.st_dev, facts.st_ino) not in met:
            met.add((facts.st_dev, facts.st_ino))
            with os.scandir(path) as entries:
                waiting += sorted(entry.path for entry in entries)


class Once:
    """What the last build of a site with the same wishes said, which holds as long as nothing has changed."""

    def __init__(self, store: Store, root: Path, asked: Iterable[object], *, force: bool) -> None:
        """Look for it in a store; `asked` is all that a build was asked for, and the day."""
        self.store, self._force = store, force
        self._key = store.key("whole", str(root.absolute()), *(repr(one) for one in asked))
        self._last = self._noted()
        self._roots: tuple[str, ...] = ()
        self._before: Footprint | None = None

    def said_again(self) -> Said | None:
        """Give what was said, if nothing that was read has changed, nor anything that was published; else None."""
        if self._last is None:
            return None
        self._look(self._last.roots)
        if self._before is None or self._before.digest != self._last.footprint:
            return None
        signatures = Signatures.from_bytes(self._last.signatures)
        return self._last.said if untouched(Path(self._last.said.output), signatures, force=self._force) else None

    def begin(self, roots: tuple[str, ...]) -> None:
        """Hear what a build is going to read: files and folders, whether they are there or not."""
        if self.store.keeps and (self._before is None or roots != self._roots):
            self._look(roots)

    def note(self, said: Said, signatures: Signatures) -> None:
        """Remember a build, unless something was written while it read."""
        with suppress(OSError):
            if self._before and marks(self._roots) == self._before.marks:
                noted = Noted(self._roots, self._before.digest, said, signatures.to_bytes())
                self.store.note(self._key, packed(noted))

    def _look(self, roots: tuple[str, ...]) -> None:
        self._roots, self._before = roots, None
        with suppress(OSError):
            self._before = footprint(roots)

    def _noted(self) -> Noted | None:
        data = self.store.noted(self._key)
        try:
            noted = unpacked(data) if data is not None else None
        except Unkeepable:
            self.store.lose()
            return None
        return noted if isinstance(noted, Noted) else None
