"""The stage: a site is made on it file by file, and steps in front of readers as a whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from hashlib import sha256

from okrsite.files import content_of, opened, printable
from okrsite.publish.ground import Ground, ground_of, held
from okrsite.publish.manifest import Manifest, Written, in_order
from okrsite.publish.names import BUILD, Taken, leads_out, travels
from okrsite.publish.placing import Published, compared, foreign_beside, look_back, put_in_place
from okrsite.publish.refusal import PublishError, told
from okrsite.publish.removal import take_away
from okrsite.publish.signatures import Mark, Signatures, mark_of
from okrsite.publish.standing import Standing
from okrsite.publish.writing import copied, linked, mode_of_new, pieces_of, pour, put, stamped

_SECOND = 10**9


@contextmanager
def staged(
    output: os.PathLike[str],
    *,
    version: str = "",
    as_of: date | None = None,
    revision: str | None = None,
    signatures: Signatures | None = None,
) -> Iterator[Stage]:
    """Open a stage for an output folder, and hold it against other builds until the block ends.

    What was not published by then is gone, and the output is as it was. `version`, `as_of` and `revision` are noted
    in `data/build.json`; `signatures` are those that the last build of this folder gave, so that files need not be
    read to be believed. Raises `PublishError` where another build is at work or the place cannot be used.
    """
    with ExitStack() as place:
        with told():
            ground = ground_of(os.fspath(output))
            place.enter_context(held(ground))
            os.mkdir(ground.new)
            standing = Standing(ground.output, signatures or Signatures())
            mode = mode_of_new(ground.new)
        yield Stage(ground, Manifest(version=version, as_of=as_of, revision=revision), standing, mode)


class Stage:
    """A site being made. All that goes wrong is a `PublishError`, and leaves the published site as it stands.

    A file that is published already with the same bytes is not written again: it gets a second name on the stage and
    keeps its time stamp.
    """

    def __init__(self, ground: Ground, about: Manifest, standing: Standing, mode: int) -> None:
        self._ground = ground
        self._about = about
        self._standing = standing
        self._mode = mode
        self._written: list[Written] = []
        self._marks: dict[str, Mark] = {}
        self._kept: dict[str, Mark] = {}
        self._reserved: dict[str, str] = {}
        self._taken = Taken([BUILD])
        self._folders = {"": f"{ground.new}/"}
        self._travelled = {""}

    @property
    def published(self) -> Mapping[str, str]:
        """Address → SHA-256 of what is published now: what has the same digest need not be made for this stage."""
        return self._standing.digests

    def write(self, address: str, data: bytes, digest: str = "") -> None:
        """Write a page. Its address has to be one that survives a copy to any disk.

        `digest` is the SHA-256 of its bytes in hex digits, where it is known already.
        """
        self._insist_that_it_travels(address)
        digest = digest or sha256(data).hexdigest()
        with told():
            found = self._found(address, digest, len(data))
            target = self._place(address)
            if found is None or not self._take_over(address, target, digest, found):
                self._add(address, target, digest, put(target, data))

    def copy(self, address: str, file: str) -> None:
        """Copy a file from elsewhere, whatever its name and size."""
        with told():
            content = content_of(file) if address in self._standing.digests else None
            found = self._found(address, content.digest, content.size) if content else None
            with opened(file) as stream:
                target = self._place(address)
                if content is None or found is None or not self._take_over(address, target, content.digest, found):
                    self._add(address, target, *pour(target, pieces_of(stream)))

    def keep(self, address: str, digest: str, size: int) -> bool:
        """Take over what is published at an address, without its bytes being made.

        False: what lies there does not surely have this SHA-256 (in hex digits) and size; write it then.
        """
        with told():
            found = self._found(address, digest, size)
            if found is None:
                return False
            if self._take_over(address, self._place(address), digest, found):
                return True
            self._taken.give_back(address)
            return False

    def reserve(self, address: str) -> str:
        """Give the path at which another process writes a page with `deliver`; `note` has to follow, else it is gone.

        What `write` refuses is refused.
        """
        self._insist_that_it_travels(address)
        with told():
            self._reserved[address] = self._place(address)
        return self._reserved[address]

    def note(self, address: str, digest: str, size: int) -> None:
        """Take a page into the site that another process wrote at its reserved place, with the SHA-256 in hex digits."""
        target = self._reserved.pop(address)
        with told():
            facts = os.lstat(target)
            if facts.st_size != size or not stat.S_ISREG(facts.st_mode):
                raise PublishError(f"{printable(address)} was not written as a whole.", "Build again.")
            found = self._found(address, digest, size)
            if found is None:
                self._add(address, target, digest, mark_of(facts))
            else:
                self._enter(address, digest, stamped(target, mark_of(facts), found.st_mtime_ns))

    def publish(self, *, force: bool = False) -> Published:
        """Put what was made in the place of what was published before, and say what is there now.

        Refused where the output holds files that okrsite did not write. With `force` they are kept beside the
        pages, untouched; refused then only where one lies in a page's place.
        """
        with told():
            take_away(self._ground.new, self._reserved)
            self._standing.look()
            old = self._standing.digests
            new = Manifest(in_order(self._written), self._about.version, self._about.as_of, self._about.revision)
            foreign = foreign_beside(self._ground.output, old, new, force=force)
            digest = self._lay_list(new)
            word = put_in_place(self._ground, old, new, foreign, self._kept)
        marks = self._marks | self._kept if word else self._marks
        signatures = look_back(self._ground, {**new.digests, BUILD: digest}, marks, self._mode)
        return compared(old, new, word, signatures)

    def _found(self, address: str, digest: str, size: int) -> os.stat_result | None:
        if self._standing.digests.get(address) != digest:
            return None
        return self._standing.holds(address, digest, size)

    def _take_over(self, address: str, target: str, digest: str, found: os.stat_result) -> bool:
        """Give a published file its second name; where that is refused, copy it with its time stamp.

        It is copied too where its rights are not what they would be if it were new. False: it is not there any more
        as it was found.
        """
        source, before, rightful = self._standing.file(address), mark_of(found), found.st_mode == self._mode
        mark = before if rightful and linked(source, target) else copied(source, target, digest, before.modified)
        if mark is None:
            return False
        if rightful:
            self._kept[address] = before
        self._enter(address, digest, mark)
        return True

    def _add(self, address: str, target: str, digest: str, mark: Mark) -> None:
        """Enter a new file, with a later time stamp than the one it takes the place of, even if the clock went back.

        Web servers and copying programs that compare seconds and sizes would take it for the old one else.
        """
        if address in self._standing.digests:
            with suppress(OSError):
                before = os.lstat(self._standing.file(address)).st_mtime_ns // _SECOND
                if before >= mark.modified // _SECOND:
                    mark = stamped(target, mark, (before + 1) * _SECOND)
        self._enter(address, digest, mark)

    def _enter(self, address: str, digest: str, mark: Mark) -> None:
        self._marks[address] = mark
        if address != BUILD:
            self._written.append(Written(address, digest, mark.size))

    def _lay_list(self, new: Manifest) -> str:
        data = new.to_json()
        digest = sha256(data).hexdigest()
        target = os.path.join(self._ground.new, BUILD)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        found = self._standing.holds(BUILD, digest, len(data))
        if found is None or not self._take_over(BUILD, target, digest, found):
            self._add(BUILD, target, digest, put(target, data))
        return digest

    def _insist_that_it_travels(self, address: str) -> None:
        at = address.rfind("/") + 1
        if not travels(address[at:] if address[:at] in self._travelled else address):
            raise PublishError(f"{printable(address)} cannot be written: Windows does not permit such a name.")
        self._travelled.add(address[:at])

    def _place(self, address: str) -> str:
        """Give an address away, and the path on the stage; the folders on the way to it are made."""
        at = address.rfind("/") + 1
        way, name = address[:at], address[at:]
        folder = self._folders.get(way)
        if leads_out(address if folder is None else name):
            raise PublishError(f"{printable(address)} is no address below the site’s root.")
        if met := self._taken.take(address):
            raise PublishError(
                f"{printable(address)} cannot be written beside {printable(met)}: some disks take the two for one."
            )
        if folder is None:
            folder = self._folders[way] = os.path.join(self._ground.new, way)
            os.makedirs(folder, exist_ok=True)
        return folder + name
