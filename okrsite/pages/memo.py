"""What is made once and shown on many pages: the same all over a site, or wherever links to it are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from okrsite import addresses

_MOST = 50_000
"""How many things of one kind are kept: more would only fill the memory."""


class Made(dict[tuple[Any, ...], Any]):
    """Things of one kind, by what they were made of."""

    def keep(self, given: tuple[Any, ...], new: Any) -> None:
        """Keep what was made; where there is too much already, begin again."""
        if len(self) >= _MOST:
            self.clear()
        self[given] = new


Kept = defaultdict[Callable[..., Any], Made]
"""What was made, by what made it."""


def _nothing() -> Kept:
    return defaultdict(Made)


@dataclass(frozen=True, slots=True)
class Here:
    """Where links start: a page, its folder, the first of the folders above it; and what was made for it.

    `near` holds in the folder. `far` holds at this depth anywhere, of what has no links into that first folder.
    """

    address: str
    folder: str
    top: str
    near: Kept
    far: Kept


class Memo:
    """What was made for a site, and for the folder that was drawn in last.

    It lives as long as what it belongs to. It is never written out with it: wherever it arrives, things are made again.
    """

    __slots__ = ("_depths", "_here", "site")

    def __init__(self) -> None:
        """Begin without anything."""
        self.site = _nothing()
        self._depths: defaultdict[int, Kept] = defaultdict(_nothing)
        self._here = Here("", "", "", _nothing(), self._depths[0])

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        """Travel empty."""
        return Memo, ()

    def at(self, address: str) -> Here:
        """Give what was made for the page at an address; the page for what is not found shares with no other."""
        here = self._here
        if here.address != address:
            here = self._here = self._arrived(address, here)
        return here

    def _arrived(self, address: str, before: Here) -> Here:
        if address == addresses.NOT_FOUND:
            return Here(address, address, "", _nothing(), _nothing())
        folder = addresses.folder_of(address)
        near = before.near if folder == before.folder else _nothing()
        return Here(address, folder, folder[: folder.find("/") + 1], near, self._depths[folder.count("/")])
