"""Links: under which paths a site knows a file that the system reports by the one path it really has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from okrsite.files import lies_in
from okrsite.watch.folders import Folders

_MOST_LINKS = 1000


@dataclass(frozen=True, slots=True)
class Names:
    """Pairs of a real path and one by which the site knows it, for each folder, file and link that leads somewhere."""

    pairs: tuple[tuple[str, str], ...]

    def known_as(self, real: str) -> Iterator[str]:
        """Give every path of the site that a real one stands behind."""
        for there, name in self.pairs:
            if lies_in(real, there):
                yield name + real[len(there) :]

    def leads_to(self, real: str) -> bool:
        """Tell whether a real path is one of the pairs', or above one: then what leads there has to be looked at anew."""
        return any(lies_in(there, real) for there, _ in self.pairs)


def names_of(folders: Folders) -> Names:
    """Find every path of a site that is, or lies behind, a link; folders and files of the site are among them."""
    pairs = [(os.path.realpath(name), name) for name in (*folders.whole, *folders.files)]
    for folder in folders.whole:
        for link in _links(folders, folder, (os.path.realpath(folder),)):
            if len(pairs) > _MOST_LINKS:
                break
            pairs.append((os.path.realpath(link), link))
    return Names(tuple(dict.fromkeys(pairs)))


def _links(folders: Folders, folder: str, entered: tuple[str, ...]) -> Iterator[str]:
    """Give each link below a folder, also behind links to folders, but never round in a ring."""
    for entry in entries(folder):
        if folders.passes_over(entry.path):
            continue
        real = os.path.realpath(entry.path) if entry.is_symlink() else ""
        if real:
            yield entry.path
        if is_folder(entry) and not (real and any(lies_in(before, real) for before in entered)):
            yield from _links(folders, entry.path, (*entered, real) if real else entered)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder or leads to one; what can't be told is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def entries(folder: str) -> list[os.DirEntry[str]]:
    """List a folder; one that can't be listed is empty."""
    try:
        with os.scandir(folder) as listed:
            return list(listed)
    except OSError:
        return []
