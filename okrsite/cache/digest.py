"""One digest of several things: none can run into the next."""

from __future__ import annotations

from hashlib import sha256

Part = bytes | str | int | None


def digest_of(*parts: Part) -> bytes:
    """Give the SHA-256 of values in their order; two lists of values that differ never have the same text behind it."""
    return sha256(b"".join(map(_told_apart, parts))).digest()


def _told_apart(part: Part) -> bytes:
    """Write a value with its type and its length, so that where it ends is plain."""
    if isinstance(part, bytes):
        kind, written = b"b", part
    elif isinstance(part, str):
        kind, written = b"s", part.encode("utf-8", "surrogatepass")
    else:
        kind, written = b"v", repr(part).encode()
    return b"%s%d:%s" % (kind, len(written), written)
