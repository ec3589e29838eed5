"""Publishing file by file, where an output folder cannot change places with another: a mount point, a closed parent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping

from okrsite.publish.ground import Ground, held, inside
from okrsite.publish.journal import LIST, Journal, finish
from okrsite.publish.manifest import Manifest, in_order, manifest_of
from okrsite.publish.names import BUILD, folders_of, ways_of
from okrsite.publish.refusal import told
from okrsite.publish.signatures import Mark, mark_of, same_but_for_names
from okrsite.publish.writing import put

WORD = (
    "cannot be exchanged as a whole: files were replaced one by one, and for a moment old and new stood side by side."
)
_HALF_DONE = "files were being replaced one by one, and the next build goes on where this one stopped"


def replace_each(ground: Ground, old: Collection[str], new: Manifest, kept: Mapping[str, Mark]) -> None:
    """Bring each file of the new site that differs into the output, then take away what is no longer in it.

    The new site lies in `ground.new`, complete with its list, but that `kept` files may stay in the output as long as
    they lie there as they are marked. What is to be done is written down before the first file is touched; killed
    half-way, the next run finishes it. From the first file to the last the list in the output names all files of
    both, so that whoever takes the journal away does not lose track either.
    """
    journal = _journal(ground.output, old, new, kept)
    if not journal.bring and not journal.stale and _still(ground.output, BUILD, kept.get(BUILD)):
        return
    if not ground.beside:
        _follow(ground, journal, new)
        return
    there = inside(ground)
    with held(there):
        _copy(ground.new, there.new, (*journal.bring, BUILD))
        _follow(there, journal, new)


def _journal(output: str, old: Collection[str], new: Manifest, kept: Mapping[str, Mark]) -> Journal:
    paths = {file.path for file in new.files}
    before = set(old)
    stale = sorted(before - paths)
    bring = tuple(path for path in sorted(paths) if not _still(output, path, kept.get(path)))
    return Journal(
        tuple(_in_the_way(stale, paths)),
        bring,
        tuple(path for path in bring if path not in before),
        tuple(stale),
    )


def _still(output: str, path: str, mark: Mark | None) -> bool:
    """Tell whether a file lies where it lay; that it got a second name since then is no matter."""
    try:
        return mark is not None and same_but_for_names(mark_of(os.lstat(f"{output}/{path}")), mark)
    except OSError:
        return False


def _in_the_way(stale: Iterable[str], files: set[str]) -> list[str]:
    """Pick the old files that stand where the new site has a folder, or whose folder is a new file."""
    folders = ways_of(files)
    return [path for path in stale if path in folders or not files.isdisjoint(folders_of(path))]


def _copy(source: str, target: str, paths: Iterable[str]) -> None:
    """Copy new files onto the disk of the output: what lies beside a mount point cannot be renamed into it."""
    for path in paths:
        os.makedirs(os.path.dirname(f"{target}/{path}"), exist_ok=True)
        shutil.copy2(f"{source}/{path}", f"{target}/{path}", follow_symlinks=False)


def _follow(ground: Ground, journal: Journal, new: Manifest) -> None:
    old = manifest_of(ground.output) or Manifest()
    both = {file.path: file for file in (*old.files, *new.files)}
    named, target = os.path.join(ground.work, LIST), os.path.join(ground.output, BUILD)
    put(named, Manifest(in_order(both.values())).to_json())
    journal.write(ground.work)
    with told(_HALF_DONE):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(named, target)
        finish(ground.work, ground.output)
