"""The stage: a site is made on it file by file, and steps in front of readers as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from errno import EACCES, EBUSY, EPERM, EROFS, EXDEV
from hashlib import sha256

from okrsite.files import opened, printable
from okrsite.publish.exchange import exchanged, renamed
from okrsite.publish.foreign import Foreign, carry_over, foreign_in, insist_on_none, insist_on_room
from okrsite.publish.ground import Ground, ground_of, held
from okrsite.publish.manifest import Manifest, Written, manifest_of, write_list
from okrsite.publish.names import BUILD, Taken, leads_out, travels
from okrsite.publish.piecewise import WORD, replace_each
from okrsite.publish.refusal import PublishError, told

_CHUNK = 1 << 20
_STAYS = {EXDEV, EBUSY, EACCES, EPERM, EROFS}
"""What the system says where a folder cannot be renamed but may be written into."""


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the output folder now, how much of it is new, and a word where something is to be said of how."""

    manifest: Manifest
    added: int
    changed: int
    removed: int
    word: str = ""


@contextmanager
def staged(
    output: os.PathLike[str], *, version: str = "", as_of: date | None = None, revision: str | None = None
) -> Iterator[Stage]:
    """Open a stage for an output folder, and hold it against other builds until the block ends.

    What was not published by then is gone, and the output is as it was. `version`, `as_of` and `revision` are noted
    in `data/build.json`. Raises `PublishError` where another build is at work or the place cannot be used.
    """
    with ExitStack() as place:
        with told():
            ground = ground_of(os.fspath(output))
            place.enter_context(held(ground))
            os.mkdir(ground.new)
        yield Stage(ground, Manifest(version=version, as_of=as_of, revision=revision))


class Stage:
    """A site being made. All that goes wrong is a `PublishError`, and leaves the published site as it stands."""

    def __init__(self, ground: Ground, about: Manifest) -> None:
        self._ground = ground
        self._about = about
        self._written: list[Written] = []
        self._taken = Taken([BUILD])
        self._folders = {ground.new}

    def write(self, address: str, data: bytes) -> None:
        """Write a page. Its address has to be one that survives a copy to any disk."""
        if not travels(address):
            raise PublishError(f"{printable(address)} cannot be written: Windows does not permit such a name.")
        self._pour(address, (data,))

    def copy(self, address: str, file: str) -> None:
        """Copy a file from elsewhere, whatever its name and size."""
        with told(), opened(file) as stream:
            self._pour(address, iter(lambda: stream.read(_CHUNK), b""))

    def _pour(self, address: str, pieces: Iterable[bytes]) -> None:
        target = self._place(address)
        digest, size = sha256(), 0
        with told(), open(target, "xb") as stream:
            for piece in pieces:
                digest.update(piece)
                size += stream.write(piece)
        self._written.append(Written(address, digest.hexdigest(), size))

    def _place(self, address: str) -> str:
        if leads_out(address):
            raise PublishError(f"{printable(address)} is no address below the site’s root.")
        if met := self._taken.take(address):
            raise PublishError(
                f"{printable(address)} cannot be written beside {printable(met)}: some disks take the two for one."
            )
        target = os.path.join(self._ground.new, address)
        folder = os.path.dirname(target)
        if folder not in self._folders:
            with told():
                os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return target

    def publish(self, *, force: bool = False) -> Published:
        """Put what was made in the place of what was published before, and say what is there now.

        Refused where the output holds files that okrsite did not write. With `force` they are kept beside the
        pages, untouched; refused then only where one lies in a page's place.
        """
        with told():
            old = manifest_of(self._ground.output) or Manifest()
            new = replace(self._about, files=tuple(sorted(self._written)))
            foreign = self._foreign(old, new, force=force)
            word = self._put_in_place(old, new, foreign)
        return _compared(old, new, word)

    def _foreign(self, old: Manifest, new: Manifest, *, force: bool) -> list[Foreign]:
        output = self._ground.output
        foreign = foreign_in(output, old.digests.keys()) if os.path.isdir(output) else []
        if not force:
            insist_on_none(output, foreign)
        insist_on_room(foreign, new.digests.keys())
        return foreign

    def _put_in_place(self, old: Manifest, new: Manifest, foreign: list[Foreign]) -> str:
        if self._ground.beside:
            try:
                self._exchange(new, foreign)
            except OSError as refusal:
                if refusal.errno not in _STAYS:
                    raise
            else:
                return ""
        replace_each(self._ground, old, new)
        return f"{self._ground.output} {WORD}"

    def _exchange(self, new: Manifest, foreign: list[Foreign]) -> None:
        ground = self._ground
        write_list(ground.new, new)
        if not os.path.isdir(ground.output):
            os.rename(ground.new, ground.output)
            return
        carry_over(foreign, ground.output, ground.new)
        os.chmod(ground.new, os.stat(ground.output).st_mode & 0o7777)
        if not exchanged(ground.new, ground.output):
            renamed(ground.new, ground.output, ground.old)


def _compared(old: Manifest, new: Manifest, word: str) -> Published:
    before, now = old.digests, new.digests
    both = before.keys() & now.keys()
    changed = sum(before[path] != now[path] for path in both)
    return Published(new, len(now) - len(both), changed, len(before) - len(both), word)
