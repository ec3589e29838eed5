"""What is made once and shown on many pages: of a whole site, or of the folder that pages are being drawn in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

Speaker = TypeVar("Speaker")
Given = TypeVarTuple("Given")
Made = TypeVar("Made")
Kept = dict[Callable[..., Any], dict[tuple[Any, ...], Any]]
"""What was made, by what made it and of what."""

_MOST = 50_000
"""How many things of one kind are kept: more would only fill the memory."""


class Memo:
    """What was made for a site, and for the folder that was drawn in last.

    It lives as long as what it belongs to. It is never written out with it: wherever it arrives, things are made again.
    """

    __slots__ = ("_here", "_made")

    def __init__(self) -> None:
        """Begin without anything."""
        self._made: Kept = {}
        self._here: tuple[str, Kept] = ("", {})

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        """Travel empty."""
        return Memo, ()

    def once(self, speaker: Speaker, make: Callable[[Speaker, *Given], Made], *given: *Given) -> Made:
        """Give what is made once for the whole site."""
        return _kept(self._made, speaker, make, given)

    def here(self, folder: str, speaker: Speaker, make: Callable[[Speaker, *Given], Made], *given: *Given) -> Made:
        """Give what is made once for a folder; what was made for another is dropped."""
        here = self._here
        if here[0] != folder:
            here = self._here = (folder, {})
        return _kept(here[1], speaker, make, given)


def _kept(kept: Kept, speaker: Speaker, make: Callable[..., Made], given: tuple[Any, ...]) -> Made:
    made = kept.get(make)
    if made is None or len(made) > _MOST:
        made = kept[make] = {}
    if given not in made:
        made[given] = make(speaker, *given)
    found: Made = made[given]
    return found
