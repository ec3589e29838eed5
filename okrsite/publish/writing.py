"""Writing new files: straight to the disk, and never into one that is there, which may be another's by a second name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from typing import BinaryIO

from okrsite.files import opened
from okrsite.publish.signatures import Mark, mark_of

_CHUNK = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def put(file: str, data: bytes) -> Mark:
    """Write a file that is not there yet, and give its mark."""
    descriptor = os.open(file, _NEW, 0o666)
    try:
        _write(descriptor, data)
        return mark_of(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def pour(file: str, pieces: Iterable[bytes]) -> tuple[str, Mark]:
    """Write a file that is not there yet piece by piece; give the SHA-256 of its bytes in hex digits, and its mark."""
    digest = sha256()
    descriptor = os.open(file, _NEW, 0o666)
    try:
        for piece in pieces:
            digest.update(piece)
            _write(descriptor, piece)
        return digest.hexdigest(), mark_of(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def linked(source: str, target: str) -> bool:
    """Give a file a second name, where the system and the disk have a way to."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError, AttributeError):
        return False
    return True


def copied(source: str, target: str, digest: str, modified: int) -> Mark | None:
    """Copy a file and give it a time stamp; None where it is gone, or has other bytes than those of the digest."""
    try:
        stream = opened(source)
    except OSError:
        return None
    with stream:
        digest_now, mark = pour(target, pieces_of(stream))
    if digest_now != digest:
        os.unlink(target)
        return None
    return stamped(target, mark, modified)


def stamped(file: str, mark: Mark, modified: int) -> Mark:
    """Give a file of ours, which has no second name yet, a time stamp (in ns)."""
    os.utime(file, ns=(modified, modified))
    return mark._replace(modified=modified)


def pieces_of(stream: BinaryIO) -> Iterator[bytes]:
    """Read a file a piece at a time."""
    return iter(lambda: stream.read(_CHUNK), b"")


def deliver(file: str, data: bytes) -> tuple[str, int]:
    """Write a file at a place that `Stage.reserve` gave, in any process; give what `Stage.note` wants to know of it.

    What a process that died half-way left there is taken away first.
    """
    try:
        put(file, data)
    except FileExistsError:
        os.unlink(file)
        put(file, data)
    return sha256(data).hexdigest(), len(data)


def _write(descriptor: int, data: bytes) -> None:
    written = os.write(descriptor, data)
    while written < len(data):
        written += os.write(descriptor, memoryview(data)[written:])


def mode_of_new(folder: str) -> int:
    """Find out which kind and rights a new file gets in a folder, by making one that is gone at once."""
    file = os.path.join(folder, "new")
    descriptor = os.open(file, _NEW, 0o666)
    try:
        return os.fstat(descriptor).st_mode
    finally:
        os.close(descriptor)
        with suppress(OSError):
            os.unlink(file)
