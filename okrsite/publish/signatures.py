"""How the files of a published site lay on the disk when their bytes were known: so that they need not be read again.

They belong to one machine and one output folder, so they are kept beside the site (in a cache), never in it.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

_MAGIC = b"okrsite1"
_HEAD = struct.Struct("<8sIII")
_MARK = struct.Struct("<Qqqq")
_DIGEST = 32
_SECOND = 10**9
_TICK = 20 * 10**6
"""The longest time, in ns, for which a system may give two changes of a file one stamp: 15.6 ms on Windows."""
_COARSE_TICK = 2 * _SECOND
_UNSURE = -(1 << 63)


class Mark(NamedTuple):
    """What the system says of a file: its number, its size, and when (in ns) its bytes and anything of it last changed.

    Who writes into a file can set the third back, but not the fourth.
    """

    inode: int
    size: int
    modified: int
    changed: int


bare_mark = attrgetter("st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")
"""Take from what `os.lstat` says of a file what its mark holds: equal to its mark, and quicker to come by."""


def mark_of(facts: os.stat_result) -> Mark:
    """Take the mark of a file from what `os.lstat` says of it."""
    return Mark._make(bare_mark(facts))


def same_but_for_names(one: Mark, other: Mark) -> bool:
    """Tell whether two marks are of the same file with the same bytes, though it got or lost a second name meanwhile."""
    return one.inode == other.inode and one.modified == other.modified and one.size == other.size


@dataclass(frozen=True, slots=True)
class Signatures:
    """The files of a published site by address, `data/build.json` among them: SHA-256 in hex digits, and mark.

    A file that lies there with the very mark holds the bytes of that digest. `mode` is what new files had then.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    mode: int = 0

    def to_bytes(self) -> bytes:
        """Write them for a store; the same signatures give the same bytes."""
        addresses = sorted(self.marks)
        names = "\0".join(addresses).encode()
        digests = bytes.fromhex("".join([self.digests[address] for address in addresses]))
        marks = b"".join([_packed(self.marks[address]) for address in addresses])
        return _HEAD.pack(_MAGIC, len(addresses), len(names), self.mode) + names + digests + marks

    @classmethod
    def from_bytes(cls, data: bytes) -> Signatures:
        """Read what `to_bytes` wrote. Of anything else comes nothing: no file is known then."""
        try:
            return _unpacked(data)
        except (struct.error, ValueError):
            return cls()


def _packed(mark: Mark) -> bytes:
    return _MARK.pack(mark.inode & 0xFFFF_FFFF_FFFF_FFFF, *mark[1:])


def _unpacked(data: bytes) -> Signatures:
    magic, count, length, mode = _HEAD.unpack_from(data)
    digests_at = _HEAD.size + length
    marks_at = digests_at + count * _DIGEST
    if magic != _MAGIC or len(data) != marks_at + count * _MARK.size:
        raise ValueError(magic)
    addresses = data[_HEAD.size : digests_at].decode().split("\0") if count else []
    hexed = data[digests_at:marks_at].hex()
    digests = (hexed[at : at + 2 * _DIGEST] for at in range(0, len(hexed), 2 * _DIGEST))
    marks = map(Mark._make, _MARK.iter_unpack(memoryview(data)[marks_at:]))
    return Signatures(dict(zip(addresses, digests, strict=True)), dict(zip(addresses, marks, strict=True)), mode)


def noted(
    output: str, digests: Mapping[str, str], before: Mapping[str, Mark], now: Callable[[], int], mode: int
) -> Signatures:
    """Note how the files of a site lie in the output folder that were written or found with the marks `before`.

    `now` asks the clock of the disk, in ns. A file that was changed since then by somebody else, or so shortly ago
    that another change would not show, is noted so that it will be read before it is believed.
    """
    marks, doubted = _looked_at(output, digests, before, now())
    once_more, still = _looked_at(output, doubted, before, now())
    marks |= once_more
    unsure = {address: mark._replace(changed=_UNSURE) for address, mark in still.items()}
    return Signatures(digests, marks | unsure, mode)


def _looked_at(
    output: str, addresses: Iterable[str], before: Mapping[str, Mark], now: int
) -> tuple[dict[str, Mark], dict[str, Mark]]:
    """Mark files, those that can be believed by their mark and those that cannot; one that is gone is neither."""
    settled = now - (_TICK if now % _SECOND else _COARSE_TICK)
    marks: dict[str, Mark] = {}
    doubted: dict[str, Mark] = {}
    for address in addresses:
        try:
            mark = mark_of(os.lstat(f"{output}/{address}"))
        except OSError:
            continue
        known = before.get(address)
        sure = known is not None and same_but_for_names(mark, known) and max(mark.changed, mark.modified) < settled
        (marks if sure else doubted)[address] = mark
    return marks, doubted
