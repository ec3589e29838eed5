"""Taking away what is okrsite's, and nothing else: files by name, and whole folders in which a site was made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress

from okrsite.publish.names import folders_of, ways_of


def take_away(output: str, paths: Iterable[str]) -> int:
    """Take files out of an output folder, and the folders on the way that are empty then; say how many were there.

    A path that leads through a link, or that has become a folder, is left alone.
    """
    own = [path for path in paths if _is_within(output, path)]
    removed = sum(_unlinked(os.path.join(output, path)) for path in own)
    for folder in sorted(ways_of(own), reverse=True):
        with suppress(OSError):
            os.rmdir(os.path.join(output, folder))
    return removed


def _is_within(output: str, path: str) -> bool:
    return not any(is_link(output, way) for way in folders_of(path))


def is_link(folder: str, way: str) -> bool:
    """Tell whether a link stands where a folder below another is expected."""
    return os.path.islink(os.path.join(folder, way))


def _unlinked(file: str) -> bool:
    with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
        os.unlink(file)
        return True
    return False


def discard(folder: str) -> None:
    """Take a folder of ours away with all that is in it, closed folders too; files are not touched but unlinked.

    A link in its place is taken away, and where it leads stays.
    """
    if not os.path.isdir(folder) or os.path.islink(folder):
        with suppress(FileNotFoundError):
            os.unlink(folder)
        return
    try:
        _emptied(folder)
    except PermissionError:
        os.chmod(folder, 0o700)
        for base, folders, _ in os.walk(folder):
            for path in (os.path.join(base, name) for name in folders):
                if not os.path.islink(path):
                    os.chmod(path, 0o700)
        shutil.rmtree(folder)


def _emptied(folder: str) -> None:
    waiting, found = [folder], list[str]()
    while waiting:
        found.append(waiting.pop())
        with os.scandir(found[-1]) as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    os.unlink(entry.path)
    for way in reversed(found):
        os.rmdir(way)
