"""Putting a finished site in the place of the published one, and noting how it lies there."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EACCES, EBUSY, EPERM, EROFS, EXDEV

from okrsite.publish.exchange import exchanged, renamed
from okrsite.publish.foreign import Foreign, carry_over, foreign_in, insist_on_none, insist_on_room
from okrsite.publish.ground import Ground, settle
from okrsite.publish.manifest import Manifest
from okrsite.publish.piecewise import WORD, replace_each
from okrsite.publish.refusal import PublishError
from okrsite.publish.signatures import Mark, Signatures, noted

_STAYS = {EXDEV, EBUSY, EACCES, EPERM, EROFS}
"""What the system says where a folder cannot be renamed but may be written into."""


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the output folder now, how much of it is new, and a word where something is to be said of how.

    `signatures` tell the next build which files it need not read to believe them. They hold for this folder on this
    machine.
    """

    manifest: Manifest
    added: int
    changed: int
    removed: int
    word: str = ""
    signatures: Signatures = field(default_factory=Signatures)


def foreign_beside(output: str, old: Collection[str], new: Manifest, *, force: bool) -> list[Foreign]:
    """List what other people have put into the output, or refuse: any file of theirs, with `force` one in a page's place."""
    foreign = foreign_in(output, old) if os.path.isdir(output) else []
    if not force:
        insist_on_none(output, foreign)
    if foreign:
        insist_on_room(foreign, [file.path for file in new.files])
    return foreign


def put_in_place(
    ground: Ground, old: Collection[str], new: Manifest, foreign: Sequence[Foreign], kept: Mapping[str, Mark]
) -> str:
    """Let the new site step in front of readers, at once where the system can; else file by file, and say so.

    It lies in `ground.new` with its list. `kept` are the files that may stay in the output, file by file.
    """
    if ground.beside:
        try:
            _exchange(ground, foreign)
        except OSError as refusal:
            if refusal.errno not in _STAYS:
                raise
        else:
            return ""
    replace_each(ground, old, new, kept)
    return f"{ground.output} {WORD}"


def _exchange(ground: Ground, foreign: Sequence[Foreign]) -> None:
    if not os.path.isdir(ground.output):
        os.rename(ground.new, ground.output)
        return
    carry_over(foreign, ground.output, ground.new)
    os.chmod(ground.new, os.stat(ground.output).st_mode & 0o7777)
    if not exchanged(ground.new, ground.output):
        renamed(ground.new, ground.output, ground.old)


def look_back(ground: Ground, digests: Mapping[str, str], marks: Mapping[str, Mark], mode: int) -> Signatures:
    """Take the old site away, and note how the new one lies: taking away a second name changes a file's mark."""
    with suppress(OSError, PublishError):
        settle(ground)
    lock = os.path.join(ground.work, "lock")

    def now() -> int:
        os.utime(lock)
        return os.lstat(lock).st_mtime_ns

    with suppress(OSError):
        return noted(ground.output, digests, marks, now, mode)
    return Signatures()


def compared(old: Mapping[str, str], new: Manifest, word: str, signatures: Signatures) -> Published:
    """Count what a new site has that the old one had not, and the other way round."""
    now = new.digests
    both = old.keys() & now.keys()
    changed = sum(old[path] != now[path] for path in both)
    return Published(new, len(now) - len(both), changed, len(old) - len(both), word, signatures)
