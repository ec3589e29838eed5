"""What lies in an output folder that okrsite did not write: found, and carried over untouched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from okrsite.files import printable
from okrsite.publish.ground import INSIDE
from okrsite.publish.names import BUILD, folded, folders_of, ways_of
from okrsite.publish.refusal import PublishError

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file or folder of other people, by its path below the output. A link is a file, wherever it leads."""

    path: str
    folder: bool


def foreign_in(output: str, own: Collection[str]) -> list[Foreign]:
    """List all in an output folder but the files `own` and the folders on the way to them, sorted by path."""
    known = {*own, BUILD}
    return sorted(_below(output, "", known, ways_of(known)), key=lambda found: found.path)


def _below(output: str, folder: str, known: set[str], ways: set[str]) -> Iterator[Foreign]:
    waiting = [folder]
    while waiting:
        way = waiting.pop()
        with os.scandir(os.path.join(output, way)) as entries:
            for entry in entries:
                path = f"{way}/{entry.name}" if way else entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder and path != INSIDE:
                    waiting.append(path)
                if path != INSIDE and path not in (ways if is_folder else known):
                    yield Foreign(path, is_folder)


def insist_on_none(output: str, foreign: Sequence[Foreign]) -> None:
    """Refuse an output folder with files of other people in it. Empty folders are nobody's loss: they are carried over."""
    files = [found.path for found in foreign if not found.folder]
    if not files:
        return
    tops = list(dict.fromkeys(_top(path, foreign) for path in files))
    more = f" and {len(tops) - _NAMED} more" if len(tops) > _NAMED else ""
    raise PublishError(
        f"{output} holds what okrsite did not write: {printable(', '.join(tops[:_NAMED]))}{more}.",
        "Choose another place with --output, or keep these files beside the pages with --force.",
    )


def _top(path: str, foreign: Sequence[Foreign]) -> str:
    folders = {found.path for found in foreign if found.folder}
    own = [way for way in folders_of(path) if way in folders]
    return f"{own[-1]}/" if own else path


def insist_on_room(foreign: Iterable[Foreign], addresses: Collection[str]) -> None:
    """Refuse where something of other people lies in the place of a page, or of a folder of pages."""
    pages = {folded(address) for address in addresses} | {BUILD}
    exact = ways_of((*addresses, BUILD))
    folders = {folded(way) for way in exact}
    for found in foreign:
        key = folded(found.path)
        in_a_folder = key in folders and not (found.folder and found.path in exact)
        if key in pages or in_a_folder or any(way in pages for way in folders_of(key)):
            raise PublishError(
                f"{printable(found.path)} lies where a page belongs, and okrsite did not write it.",
                "Move it elsewhere and build again.",
            )


def carry_over(foreign: Sequence[Foreign], output: str, new: str) -> None:
    """Lay what other people put into `output` into `new` too: the same files by a second name, where the disk can."""
    for found in foreign:
        source, target = os.path.join(output, found.path), os.path.join(new, found.path)
        os.makedirs(target if found.folder else os.path.dirname(target), exist_ok=True)
        if not found.folder:
            _second_name(source, target)
    for found in reversed(foreign):
        if found.folder:
            _same_rights(os.path.join(output, found.path), os.path.join(new, found.path))


def _second_name(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _same_rights(source: str, target: str) -> None:
    before = os.stat(source)
    with suppress(OSError, AttributeError):
        os.chown(target, before.st_uid, before.st_gid)
    shutil.copystat(source, target)
