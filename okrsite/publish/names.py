"""Which addresses a site can be written to, on this disk and on any that it is copied to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from okrsite.files import belongs_to_windows

BUILD = "data/build.json"
"""Where the list of all that okrsite wrote lies."""

_LEADS_OUT = re.compile("(?:^|/)[.]{0,2}(?:/|\\Z)|[\0\ud800-\udfff]")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ](?:/|\Z)')


def leads_out(address: str) -> bool:
    """Tell whether an address is no plain path below the site's root: empty, absolute, with `..`, or no text."""
    foreign = os.sep != "/" and not {os.sep, ":"}.isdisjoint(address)
    return foreign or _LEADS_OUT.search(address) is not None


def travels(address: str) -> bool:
    """Tell whether an address survives a copy to a Windows share: no reserved name, no mark or end it refuses."""
    return not (_NOT_ON_WINDOWS.search(address) or any(map(belongs_to_windows, address.split("/"))))


def folders_of(address: str) -> Iterator[str]:
    """Give the folders on the way to an address, the nearest first."""
    folder = address.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def ways_of(addresses: Iterable[str]) -> set[str]:
    """Gather the folders on the way to any of these addresses."""
    nearest = {address.rpartition("/")[0] for address in addresses}
    return nearest.union(*map(folders_of, nearest)) - {""}


def folded(address: str) -> str:
    """Write an address so that two which a disk may take for one are equal: without case, in one Unicode form."""
    if address.isascii():
        return address.lower()
    return normalize("NFC", normalize("NFC", address).casefold())


class Taken:
    """The addresses given away so far, to find out whether another can stand beside them."""

    __slots__ = ("_files", "_folders")

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for address in addresses:
            self.take(address)

    def take(self, address: str) -> str | None:
        """Give an address away; where it cannot stand beside an earlier one, nothing happens and that one is given.

        That is the same address, one that differs in case or normalisation only, or one of which either is a folder.
        """
        key = folded(address)
        known = key.rpartition("/")[0] in self._folders
        met = self._files.get(key) or self._folders.get(key) or (None if known else self._file_above(key))
        if met is None:
            self._files[key] = address
            if not known:
                self._claim(key, address)
        return met

    def give_back(self, address: str) -> None:
        """Forget that an address was given away, so that it can be again. The folders on the way to it stay folders."""
        self._files.pop(folded(address), None)

    def _file_above(self, key: str) -> str | None:
        """Find a file that stands where a folder on the way is needed. No file lies above a folder that is one already."""
        for way in folders_of(key):
            if way in self._folders:
                return None
            if way in self._files:
                return self._files[way]
        return None

    def _claim(self, key: str, address: str) -> None:
        for way in folders_of(key):
            if way in self._folders:
                return
            self._folders[way] = address


def clashes(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """List the addresses that cannot be written beside an earlier one, each with that one before it."""
    taken = Taken()
    return [(met, address) for address in addresses if (met := taken.take(address)) is not None]
