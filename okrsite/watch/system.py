"""Hearing of changes from the system: inotify on Linux, FSEvents on a Mac, ReadDirectoryChanges on Windows."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from okrsite.files import lies_in
from okrsite.watch.folders import Folders
from okrsite.watch.gathering import Sign
from okrsite.watch.names import Names

Hear = Callable[[str, Sign, bool], None]
"""Told of a real path, what happened, and whether it is a folder."""

_EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_TELLS_ENDS = sys.platform == "linux"
_LIMITS = (errno.ENOSPC, errno.EMFILE, errno.ENOMEM)


class _Hearing(FileSystemEventHandler):
    """Passes on each path of what the system tells."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on where something happened, and where it went."""
        sign = Sign.ENDED if _TELLS_ENDS else Sign.UNKNOWN
        if isinstance(event, FileCreatedEvent):
            sign = Sign.CREATED
        elif _TELLS_ENDS and isinstance(event, FileModifiedEvent):
            sign = Sign.WRITING
        self._hear(os.fsdecode(event.src_path), Sign.MOVED if event.dest_path else sign, event.is_directory)
        if event.dest_path:
            self._hear(os.fsdecode(event.dest_path), sign, event.is_directory)


class Listening:
    """Listens to the system for all that a site is made from, until it ends.

    Raises `OSError` where the system can't watch so much.
    """

    def __init__(self, folders: Folders, names: Names, hear: Hear) -> None:
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        logging.getLogger("watchdog").propagate = False
        self._folders, self._names = folders, names
        self._places = _places(folders, names)
        self._were = {place: _which(place) for place in self._places}
        self._observer = Observer()
        self._observer.daemon = True
        self._begin(_Hearing(hear))

    def _begin(self, hearing: _Hearing) -> None:
        try:
            self._observer.start()
            for place, deep in self._places.items():
                with suppress(FileNotFoundError, NotADirectoryError):
                    self._observer.schedule(hearing, place, recursive=deep, event_filter=_EVENTS)
            self._insist_on_room()
        except OSError:
            self.end()
            raise

    def _insist_on_room(self) -> None:
        """Watch one more folder for a moment: where the limit is reached, some below were left out without a word."""
        spare = os.path.abspath(os.sep)
        if _TELLS_ENDS and spare not in self._places:
            self._observer.unschedule(self._observer.schedule(_Hearing(_unheard), spare, event_filter=_EVENTS))

    def has_room(self) -> bool:
        """Tell whether the system can watch still more; else some of what came to be may be left out."""
        try:
            self._insist_on_room()
        except OSError as refusal:
            return refusal.errno not in _LIMITS
        return True

    def is_as_it_was(self) -> bool:
        """Tell whether each place is the folder that it was when listening began; what stands in its place is not heard."""
        same = all(_which(place) == which for place, which in self._were.items())
        return same and _places(self._folders, self._names) == self._places

    def end(self) -> None:
        """Listen no more."""
        with suppress(RuntimeError):
            self._observer.stop()
            self._observer.join()


def _unheard(_path: str, _sign: Sign, _folder: bool) -> None: ...  # noqa: FBT001 - as the system tells it


def _places(folders: Folders, names: Names) -> dict[str, bool]:
    """List the real folders to watch, and whether with all below: those of the site and that links lead to, the ways there."""
    real = [there for there, _ in names.pairs]
    deep = {there for there in real if os.path.isdir(there)}
    flat = {_above(there) for there in (*real, *folders.files)}
    outermost = {there for there in deep if not any(lies_in(there, other) and there != other for other in deep)}
    beside = {there for there in flat if not any(lies_in(there, other) for other in outermost)}
    return dict.fromkeys(sorted(outermost), True) | dict.fromkeys(sorted(beside), False)


def _above(path: str) -> str:
    """Find the folder that a path lies in; where that is missing, the nearest above it, where it may come to be."""
    above = os.path.realpath(os.path.dirname(path))
    while not os.path.isdir(above):
        above = os.path.dirname(above)
    return above


def _which(place: str) -> tuple[int, int] | None:
    try:
        known = os.stat(place)
    except OSError:
        return None
    return known.st_dev, known.st_ino
