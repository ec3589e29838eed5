"""Publishing file by file, where an output folder cannot change places with another: a mount point, a closed parent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress

from okrsite.publish.ground import Ground, discard, inside
from okrsite.publish.manifest import Manifest, Written, write_list
from okrsite.publish.names import BUILD, folders_of

WORD = (
    "cannot be exchanged as a whole: files were replaced one by one, and for a moment old and new stood side by side."
)


def replace_each(ground: Ground, old: Manifest, new: Manifest) -> None:
    """Bring each file of the new site from where it was made into the output, then take away what is no longer in it.

    The new site is complete on the same disk before the first file is touched. From then on the list in the output
    names all files of both, so that the next build knows its own whatever happens in between.
    """
    ready = ground.new if not ground.beside else _moved_inside(ground)
    both = {file.path: file for file in (*old.files, *new.files)}
    _replace_list(ground.output, ready, Manifest(tuple(sorted(both.values()))))
    stale = sorted(old.digests.keys() - new.digests.keys())
    in_the_way = _in_the_way(stale, new.files)
    take_away(ground.output, in_the_way)
    for file in new.files:
        target = os.path.join(ground.output, file.path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(os.path.join(ready, file.path), target)
    take_away(ground.output, stale)
    _replace_list(ground.output, ready, new)
    if ground.beside:
        discard(os.path.dirname(ready))


def _moved_inside(ground: Ground) -> str:
    """Copy the new site onto the disk of the output: what lies beside a mount point cannot be renamed into it."""
    target = inside(ground)
    os.mkdir(target.work)
    shutil.copyfile(os.path.join(ground.work, "lock"), os.path.join(target.work, "lock"))
    try:
        shutil.copytree(ground.new, target.new)
    except (OSError, shutil.Error):
        discard(target.work)
        raise
    return target.new


def _replace_list(output: str, ready: str, manifest: Manifest) -> None:
    """Put a list of files in the place of the one in the output, at once."""
    target = os.path.join(output, BUILD)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    os.replace(write_list(ready, manifest), target)


def _in_the_way(stale: Iterable[str], new: Iterable[Written]) -> list[str]:
    """Pick the old files that stand where the new site has a folder, or whose folder is a new file."""
    files = {file.path for file in new}
    folders = {way for path in files for way in folders_of(path)}
    return [path for path in stale if path in folders or not files.isdisjoint(folders_of(path))]


def take_away(output: str, paths: Iterable[str]) -> int:
    """Take files out of an output folder, and the folders on the way that are empty then; say how many were there.

    A path that leads through a link, or that has become a folder, is left alone.
    """
    own = [path for path in paths if _is_within(output, path)]
    removed = sum(_unlinked(os.path.join(output, path)) for path in own)
    for folder in sorted({way for path in own for way in folders_of(path)}, reverse=True):
        with suppress(OSError):
            os.rmdir(os.path.join(output, folder))
    return removed


def _is_within(output: str, path: str) -> bool:
    return not any(os.path.islink(os.path.join(output, way)) for way in folders_of(path))


def _unlinked(file: str) -> bool:
    with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
        os.unlink(file)
        return True
    return False
