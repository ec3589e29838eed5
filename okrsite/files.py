"""Ways into folders whose content nobody vouches for: nothing here follows a link out, waits at a pipe or reads without end."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from typing import BinaryIO

MOST_BYTES = 1 << 20
"""How large a file may be that is read as a whole: 1 MiB."""

_CHUNK = 1 << 18
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")

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
    _insist_on_file(os.stat(file).st_mode)
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _insist_on_file(os.fstat(descriptor).st_mode)
    except NotAFileError:
        os.close(descriptor)
        raise
    return open(descriptor, "rb")


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
    with opened(file) as stream:
        return stream.read(most + 1)


def content_of(file: str) -> Content:
    """Measure a file of any size, a piece at a time."""
    digest, size = hashlib.sha256(), 0
    with opened(file) as stream:
        while piece := stream.read(_CHUNK):
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
    return any("\ud800" <= letter <= "\udfff" for letter in name)
