"""Saying why a site was not published, in words that somebody at a terminal can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC, EPERM, EROFS

from okrsite.files import printable

_WORDS = {
    ENOSPC: ("The disk is full", "Make room and build again."),
    EDQUOT: ("Your share of the disk is used up", "Make room and build again."),
    EFBIG: ("A file is larger than the system permits", "Permit larger files (ulimit -f), or make it smaller."),
    EACCES: ("Writing is not permitted", "Let your account write there, or choose another place with --output."),
    EPERM: ("Writing is not permitted", "Let your account write there, or choose another place with --output."),
    EROFS: ("The disk is read-only", "Choose another place with --output."),
    ENAMETOOLONG: ("A name is too long for this disk", "Give what it names a shorter id."),
}


class PublishError(Exception):
    """The site was not published, and what was published before stands as it did.

    `message` is a sentence that says why, `help` another with the way out.
    """

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word users read
        super().__init__(message)
        self.message = message
        self.help = help


@contextmanager
def told(stands: str = "what was published before stands as it did") -> Iterator[None]:
    """Turn what the operating system refuses into a `PublishError` that says how the published site stands then."""
    try:
        yield
    except OSError as refusal:
        words, help_ = _WORDS.get(refusal.errno or 0, (f"The system refused: {refusal.strerror or refusal}", ""))
        where = refusal.filename2 or refusal.filename
        at = f" ({printable(where)})" if isinstance(where, str) else ""
        raise PublishError(f"{words}{at}; {stands}.", help_) from refusal
