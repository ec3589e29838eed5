"""Which part of a file a browser wants (RFC 9110, section 14): one range of bytes, or the whole."""

from __future__ import annotations

import re

_ONE = re.compile(r"bytes=\s*([0-9]{0,18})-([0-9]{0,18})\s*")


def part_of(wanted: str | None, size: int) -> range | None:
    """Give the bytes that a `Range` header asks for, of a file of some size; an empty range: it has none of them.

    None is the whole: nothing was asked for, or something that a server may pass over (several ranges, other units).

    >>> part_of("bytes=2-3", 10), part_of("bytes=-3", 10), part_of("bytes=10-", 10)
    (range(2, 4), range(7, 10), range(10, 10))
    """
    found = _ONE.fullmatch(wanted or "")
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size)
    start, end = int(found[1]), int(found[2]) + 1 if found[2] else size
    if found[2] and end <= start:
        return None
    return range(min(start, size), min(max(start, end), size))
