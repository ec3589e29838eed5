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
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from okrsite.cache import Store, Unkeepable, packed, unpacked
from okrsite.publish import Signatures, untouched

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 13
_NAME = attrgetter("name")

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
    whole = sha256()
    found: list[Mark] = []
    for root in roots:
        for path in _below(root):
            mark, content = _read(path)
            found.append(mark)
            whole.update(b"%d %s %s" % (len(path), os.fsencode(path), content))
    return Footprint(whole.digest(), frozenset(found))


def marks(roots: Iterable[str]) -> frozenset[Mark]:
    """Give the marks of all that lies at some places."""
    return frozenset(_mark(path, _facts(path)) for root in roots for path in _below(root))


def _read(path: str) -> tuple[Mark, bytes]:
    """Give the mark of what lies at a path, and a digest of its content; empty where it is no file."""
    try:
        descriptor = os.open(path, _READ)
    except (FileNotFoundError, NotADirectoryError):
        return _mark(path, None), b""
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            return _mark(path, facts), b""
        content = sha256()
        while piece := os.read(descriptor, max(facts.st_size + 1, _PIECE)):
            content.update(piece)
        return _mark(path, facts), content.digest()
    finally:
        os.close(descriptor)


def _facts(path: str) -> os.stat_result | None:
    with suppress(FileNotFoundError, NotADirectoryError):
        return Path(path).stat()
    return None


def _mark(path: str, facts: os.stat_result | None) -> Mark:
    return (path, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns) if facts else (path, 0, 0, 0, 0)


def _below(root: str) -> Iterator[str]:
    """Give a path, unless it is a folder: then every path below it. A folder that several links lead to is gone through once."""
    if not Path(root).is_dir():
        yield root
        return
    waiting, met = [root], set[str]()
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=_NAME):
                if not entry.is_dir():
                    yield entry.path
                elif not entry.is_symlink():
                    waiting.append(entry.path)
                elif (there := os.path.realpath(entry.path)) not in met:
                    met.add(there)
                    waiting.append(entry.path)


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
