"""What an answer is sent as: bytes or an open file, its type, and the mark by which a browser knows it again."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from okrsite.files import opened
from okrsite.server.dressing import dressed
from okrsite.server.kinds import kind_of
from okrsite.server.site import Answer

_PIECE = 1 << 18
_NAMED = re.compile(r"\.([0-9a-f]{10,64})\.\w+$")


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent: a stream of so many bytes, and what its headers say. Whoever has it closes the stream.

    `lasting`: other bytes will never have this address.
    """

    stream: BinaryIO
    size: int
    type: str
    etag: str
    lasting: bool = False

    def pieces(self, part: range) -> Iterator[bytes]:
        """Give a part of it, a piece at a time; less where a file has shrunk since."""
        self.stream.seek(part.start)
        left = len(part)
        while left and (piece := self.stream.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece


def body_of(answer: Answer, address: str, version: str) -> Body:
    """Make what is sent of an answer; a page gets what the preview needs. Raises `OSError` for a file that is gone."""
    kind = answer.type or kind_of(address)
    if isinstance(answer.data, Path):
        if kind.startswith("text/html"):
            with opened(str(answer.data)) as stream:
                return _page(stream.read(), "", kind, version)
        return _file(answer.data, kind)
    if kind.startswith("text/html"):
        return _page(answer.data, answer.version, kind, version)
    return plain(answer.data, kind, answer.version, lasting=_named_for_itself(address, answer.data))


def plain(data: bytes, kind: str, version: str = "", *, lasting: bool = False) -> Body:
    """Send bytes as they are."""
    return Body(BytesIO(data), len(data), kind, f'"{_mark(data, version)}"', lasting)


def _named_for_itself(address: str, data: bytes) -> bool:
    """Tell whether an address bears the digest of what lies there, as those of a theme's assets do."""
    found = _NAMED.search(address)
    return found is not None and sha256(data).hexdigest().startswith(found[1])


def _page(data: bytes, own: str, kind: str, version: str) -> Body:
    """Send a page. Its mark is weak: the version of the site, which stands in it too, is no part of what it shows."""
    etag = f'W/"{_mark(data, own)}"'
    sent = dressed(data, etag, version)
    return Body(BytesIO(sent), len(sent), kind, etag)


def _file(path: Path, kind: str) -> Body:
    stream = opened(str(path))
    known = os.fstat(stream.fileno())
    mark = _mark(f"{known.st_ino} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}".encode())
    return Body(stream, known.st_size, kind, f'"{mark}"')


def _mark(data: bytes, version: str = "") -> str:
    return sha256(version.encode() or data).hexdigest()[:20]


def is_known(etag: str, known: str | None) -> bool:
    """Tell whether an `If-None-Match` header names what is at hand; whether weak or strong makes no difference."""
    names = {name.strip().removeprefix("W/") for name in (known or "").split(",")}
    return "*" in names or etag.removeprefix("W/") in names
