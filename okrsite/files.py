"""Ways into folders whose content nobody vouches for: nothing here follows a link out, waits at a pipe or reads without end."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_BYTES = 1 << 20
"""How large a file may be that is read as a whole: 1 MiB."""

_CHUNK = 1 << 18
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LONE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")

_KEPT_BY_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
_WORDS = {
    errno.EACCES: "reading it is not permitted",
    errno.EPERM: "reading it is not permitted",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "it is not there",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its links lead in a ring",
    errno.ENAMETOOLONG: "its path is too long",
    errno.EIO: "the disk gave an error",
}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file held when it was looked at: how many bytes, and their SHA-256 in hex digits."""

    size: int
    digest: str


class NotAFileError(OSError):
    """A folder, a pipe, a device or a socket stands where a file is wanted."""


def opened(file: str) -> BinaryIO:
    """Open a regular file for reading. A named pipe is never waited for, a device never read: `NotAFileError`."""
    return open(_descriptor(file)[0], "rb")


def _descriptor(file: str) -> tuple[int, int]:
    """Open a regular file: its descriptor, and how large it is now."""
    _insist_on_file(os.stat(file).st_mode)
    descriptor = os.open(file, _FLAGS)
    try:
        now = os.fstat(descriptor)
        _insist_on_file(now.st_mode)
    except NotAFileError:
        os.close(descriptor)
        raise
    return descriptor, now.st_size


def _pieces(file: str, most: int) -> Iterator[bytes]:
    """Give what a file holds, of more than `most` bytes the first; asked for no more room than it needs, in one go where it can be."""
    descriptor, size = _descriptor(file)
    try:
        done = 0
        while done < most:
            room = min(size - done + 1 if done <= size else _CHUNK, most - done, _CHUNK)
            piece = os.read(descriptor, room)
            yield piece
            done += len(piece)
            if not piece or (len(piece) < room and done >= size):
                return
    finally:
        os.close(descriptor)


def _insist_on_file(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFileError(what_it_is(mode))


def what_it_is(mode: int) -> str:
    """Say what a mode of `stat` stands for, as the end of a sentence."""
    kinds = (
        (stat.S_ISDIR, "it is a folder"),
        (stat.S_ISFIFO, "it is a named pipe"),
        (stat.S_ISSOCK, "it is a socket"),
        (stat.S_ISCHR, "it is a device"),
        (stat.S_ISBLK, "it is a device"),
    )
    return next((words for is_it, words in kinds if is_it(mode)), "it is no ordinary file")


def bytes_of(file: str, most: int = MOST_BYTES) -> bytes:
    """Read a file, but never more than `most` bytes and one: who gets that one knows that it is too large."""
    return b"".join(_pieces(file, most + 1))


def content_of(file: str, most: int = sys.maxsize) -> Content:
    """Measure a file of any size, a piece at a time; of one that holds more than `most` bytes no more than these and one."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(file, most + 1):
        digest.update(piece)
        size += len(piece)
    return Content(size, digest.hexdigest())


def lies_in(file: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies below it; both as `os.path.realpath` gives them."""
    return file == folder or file.startswith(folder.rstrip(os.sep) + os.sep)


def reason(error: OSError) -> str:
    """Say why the system refused, as the end of a sentence."""
    if isinstance(error, NotAFileError):
        return str(error)
    return _WORDS.get(error.errno or 0) or f"the system says: {error.strerror or 'no reason'}"


def printable(name: str) -> str:
    r"""Write a name so that it can be printed anywhere on one line: `\xe9` for a byte that is no UTF-8, `\n` for a control."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace") if unspeakable(name) else name
    return _CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)


def unspeakable(name: str) -> bool:
    """Tell whether a name on the disk is no text: it holds bytes that are no UTF-8."""
    return not name.isascii() and _LONE.search(name) is not None


def belongs_to_windows(name: str) -> bool:
    """Tell whether Windows keeps a name for itself, whatever follows its first dot."""
    return name.partition(".")[0].casefold() in _KEPT_BY_WINDOWS
