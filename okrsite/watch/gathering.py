"""Gathering what is heard of files until a person has saved, and a file is whole: pure but for a look at the disk."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from enum import Enum, auto

QUIET = 0.05
"""How many seconds nothing may be heard before a batch is given."""

_LONGEST = 0.5
_GONE, _STEADY, _WHOLE = 0.1, 0.15, 0.3
_MANY, _STORM = 500, 2000

Looks = tuple[int, int, int]
_FOLDER: Looks = (0, -1, 0)


class Sign(Enum):
    """What was heard of a path: it has come to be, somebody writes to it, has ended, has moved it away, or nobody knows."""

    CREATED = auto()
    WRITING = auto()
    ENDED = auto()
    MOVED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Changes:
    """What may have changed: files and folders by their absolute paths, a folder with all that lies or lay in it.

    None is anything: look at everything.
    """

    paths: frozenset[str] | None


@dataclass(slots=True)
class _Touched:
    """A path that was heard of: when last, what, whether it was new, and how it looked then."""

    last: float
    sign: Sign
    new: bool
    looks: Looks | None = None


@dataclass(slots=True)
class Gathering:
    """All that was heard since the last batch. Times are seconds of a clock that never goes back, told from outside."""

    _touched: dict[str, _Touched] = field(default_factory=dict)
    _everything: bool = False
    _first: float = 0.0
    _last: float = 0.0
    _heard: int = 0

    def touch(self, path: str, sign: Sign, now: float) -> None:
        """Hear of a path."""
        self._hear(now)
        known = self._touched.setdefault(path, _Touched(now, sign, sign is Sign.CREATED))
        known.last, known.sign = now, sign

    def touch_all(self, now: float) -> None:
        """Hear that anything may have changed."""
        self._hear(now)
        self._everything = True

    def _hear(self, now: float) -> None:
        if not self._waiting():
            self._first = now
        self._last = now
        self._heard += 1

    def _waiting(self) -> bool:
        return bool(self._touched) or self._everything or self._heard > _STORM

    def due(self, now: float) -> float | None:
        """Say in how many seconds to ask for a batch; None where nothing was heard."""
        if not self._waiting():
            return None
        return max(QUIET / 2, min(self._last + QUIET, self._first + _LONGEST) - now)

    def take(self, now: float) -> Changes | None:
        """Give all that was heard of; None where nothing was, or a person is still at it.

        A batch waits until it has been quiet for a moment and every file is whole, but not for long: what is not ready
        then comes with the next. What has come and gone within it is left out. After a storm, of which some may not have been heard, and where very much has changed,
        it is anything.
        """
        quiet, patient = now - self._last >= QUIET, now - self._first < _LONGEST
        if not self._waiting() or (patient and not quiet):
            return None
        ready = [path for path, touched in self._touched.items() if _is_ready(path, touched, now)]
        if patient and len(ready) < len(self._touched):
            return None
        return self._given(ready, now, quiet=quiet)

    def _given(self, ready: list[str], now: float, *, quiet: bool) -> Changes | None:
        taken = {path: self._touched.pop(path) for path in ready}
        paths = frozenset(path for path, touched in taken.items() if touched.looks or not touched.new)
        everything = self._everything or len(paths) > _MANY or (quiet and self._heard > _STORM)
        self._first, self._everything = now, False
        self._heard = 0 if quiet else self._heard
        if everything:
            return Changes(None)
        return Changes(paths) if paths else None


def _is_ready(path: str, touched: _Touched, now: float) -> bool:
    """Tell whether a file is as it will stay: whoever wrote it has ended, or it has looked the same for a moment.

    An empty one is about to be written, one that was deleted about to come again, as some editors do.
    """
    before, looks = touched.looks, _looks(path)
    touched.looks = looks
    if looks == _FOLDER:
        return True
    unsure = touched.sign in (Sign.UNKNOWN, Sign.CREATED)
    if unsure and looks != before:
        touched.last = now
    age = now - touched.last
    if looks is None:
        return touched.sign is Sign.MOVED or age >= _GONE
    if touched.sign is Sign.WRITING or not looks[1]:
        return age >= _WHOLE
    return not unsure or age >= _STEADY


def _looks(path: str) -> Looks | None:
    """Say how a file looks: when it was changed, how large it is, which it is; None where it is not there."""
    try:
        known = os.stat(path)
    except OSError:
        return None
    if stat.S_ISDIR(known.st_mode):
        return _FOLDER
    return known.st_ino, known.st_size, known.st_mtime_ns
