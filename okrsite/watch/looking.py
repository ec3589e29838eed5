"""Hearing of changes without the system's help: by looking at every file again and again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256

from okrsite.files import bytes_of, lies_in
from okrsite.watch.folders import Folders
from okrsite.watch.names import entries, is_folder

Looks = tuple[int, int, int, str]

_LATELY = 5.0


class Looking:
    """What every file looked like the last time.

    A clock of a file system may count whole seconds: of files that have changed lately the content is looked at too.
    """

    def __init__(self, folders: Folders) -> None:
        self._lately: dict[str, float] = {}
        self._known = self._look(folders)

    def changed(self, folders: Folders, now: float) -> set[str]:
        """Give the files that look another than the last time, have come or have gone."""
        self._lately = {path: when for path, when in self._lately.items() if now - when < _LATELY}
        known, self._known = self._known, self._look(folders)
        both = known.keys() & self._known.keys()
        found = (known.keys() ^ self._known.keys()) | {path for path in both if _differ(known[path], self._known[path])}
        self._lately |= dict.fromkeys(found, now)
        self._known |= {path: looks for path in found if (looks := self._looks(path))}
        return found

    def _look(self, folders: Folders) -> dict[str, Looks]:
        files = (file for folder in folders.whole for file in _files(folders, folder, (os.path.realpath(folder),)))
        looks = ((file, self._looks(file)) for file in (*folders.files, *files))
        return {file: found for file, found in looks if found}

    def _looks(self, file: str) -> Looks | None:
        try:
            known = os.stat(file)
            content = sha256(bytes_of(file)).hexdigest() if file in self._lately else ""
        except OSError:
            return None
        return known.st_ino, known.st_size, known.st_mtime_ns, content


def _differ(before: Looks, now: Looks) -> bool:
    """Tell whether a file looks another; content counts where it was looked at both times."""
    return before[:3] != now[:3] or bool(before[3] and now[3] and before[3] != now[3])


def _files(folders: Folders, folder: str, entered: tuple[str, ...]) -> Iterator[str]:
    """Give each file below a folder, also behind links, but never round in a ring."""
    for entry in entries(folder):
        if folders.passes_over(entry.path):
            continue
        if not is_folder(entry):
            yield entry.path
            continue
        real = os.path.realpath(entry.path) if entry.is_symlink() else ""
        if not (real and any(lies_in(before, real) for before in entered)):
            yield from _files(folders, entry.path, (*entered, real) if real else entered)
