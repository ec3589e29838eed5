"""What stands in the output folder already, and how surely: files that are as they are to be need not be made again."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from hashlib import sha256

from okrsite.files import opened
from okrsite.publish.manifest import manifest_of
from okrsite.publish.names import BUILD
from okrsite.publish.signatures import Mark, Signatures, bare_mark, mark_of
from okrsite.publish.writing import pieces_of


class Standing:
    """The published site that a new one is compared with. What is said of it was looked at on the disk.

    `signatures` are those of the last time, wherever they were kept: a file is believed by its mark, else it is read.
    """

    def __init__(self, output: str, signatures: Signatures) -> None:
        self._output = output
        self._signatures = signatures
        self._list: Mark | None = None
        self.digests: Mapping[str, str] = {}
        """Address → SHA-256 of all that okrsite published there, as the list in the folder said when it was looked at."""
        self.look()

    def look(self) -> None:
        """Look at the list in the folder, again if it is another one now."""
        mark = self._mark_of_list()
        if mark is None or mark != self._list:
            self.digests = self._listed(mark)
            self._list = mark

    def _mark_of_list(self) -> Mark | None:
        try:
            facts = os.lstat(self.file(BUILD))
        except OSError:
            return None
        return mark_of(facts) if stat.S_ISREG(facts.st_mode) else None

    def _listed(self, mark: Mark | None) -> Mapping[str, str]:
        if mark is not None and mark == self._signatures.marks.get(BUILD):
            return {address: digest for address, digest in self._signatures.digests.items() if address != BUILD}
        manifest = manifest_of(self._output)
        return manifest.digests if manifest else {}

    def file(self, address: str) -> str:
        """Give the path of an address in the output folder."""
        return f"{self._output}/{address}"

    def holds(self, address: str, digest: str, size: int) -> os.stat_result | None:
        """Say how a file lies there if it surely has the bytes of a digest: by its mark, else by reading it."""
        try:
            facts = os.lstat(self.file(address))
            if facts.st_size != size or not stat.S_ISREG(facts.st_mode):
                return None
            if bare_mark(facts) == self._signatures.marks.get(address):
                return facts if self._signatures.digests[address] == digest else None
            return read_as(self.file(address), digest)
        except OSError:
            return None


def read_as(file: str, digest: str) -> os.stat_result | None:
    """Say how a file lies there if its bytes have a SHA-256, given in hex digits."""
    found = sha256()
    with opened(file) as stream:
        facts = os.fstat(stream.fileno())
        for piece in pieces_of(stream):
            found.update(piece)
    return facts if found.hexdigest() == digest else None
