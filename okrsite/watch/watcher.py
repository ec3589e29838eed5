"""Watching the files of a site: batches of what may have changed, one after the other, until told to stop."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from time import monotonic

from okrsite.watch.folders import Folders
from okrsite.watch.gathering import Changes, Gathering, Sign
from okrsite.watch.looking import Looking
from okrsite.watch.names import Names, names_of
from okrsite.watch.system import Listening

_ROUND = 1.0
_SHORTEST, _SHARE = 0.3, 10

Heard = tuple[str, Sign, bool]


def _silently(_words: str) -> None: ...


class Watcher:
    """Hears of changes from the moment it is started, and gives them in batches, in the thread that asks for them.

    `poll`: look again and again instead of listening to the system. `tell` is told, in one sentence, where the system
    can't be listened to.
    """

    def __init__(self, folders: Folders, *, poll: bool = False, tell: Callable[[str], None] = _silently) -> None:
        self._folders, self._poll, self._tell = folders, poll, tell
        self._heard: SimpleQueue[Heard | None] = SimpleQueue()
        self._gathering = Gathering()
        self._names = Names(())
        self._listening: Listening | None = None
        self._looking: Looking | None = None
        self._next_look = 0.0
        self._astray = False
        self._stopped = False

    @property
    def polls(self) -> bool:
        """Whether it looks again and again."""
        return self._looking is not None

    def start(self) -> None:
        """Begin to hear, in threads of its own. What is to be forked has to be forked before."""
        self._names = names_of(self._folders)
        if not self._poll:
            self._listen()
        if self._listening is None:
            self._looking = Looking(self._folders)

    def look_at(self, folders: Folders) -> None:
        """Watch these folders from now on, since the configuration says so; in the thread that asks for batches."""
        if folders != self._folders:
            self._folders = folders
            self._begin_anew()

    def stop(self) -> None:
        """Give no more batches; from any thread."""
        self._stopped = True
        self._heard.put(None)
        if self._listening:
            self._listening.end()

    def __iter__(self) -> Iterator[Changes]:
        """Give batch after batch, waiting for each, until it is stopped."""
        while not self._stopped:
            self._wait()
            if self._stopped:
                return
            self._look()
            changes = self._gathering.take(monotonic())
            if self._astray and (changes or self._gathering.due(monotonic()) is None):
                self._follow()
            if changes:
                yield changes

    def _wait(self) -> None:
        """Wait until something was heard, or is due, or a round is over; take in all that was heard."""
        due = self._gathering.due(monotonic())
        until = _ROUND if due is None else due
        if self.polls:
            until = min(until, max(0.0, self._next_look - monotonic()))
        try:
            self._take_in(self._heard.get(timeout=until) if until else self._heard.get_nowait())
            while True:
                self._take_in(self._heard.get_nowait())
        except Empty:
            if due is None and self._listening and not self._listening.is_as_it_was():
                self._begin_anew()

    def _take_in(self, heard: Heard | None) -> None:
        if heard is None or self._stopped:
            return
        path, sign, folder = heard
        if self._folders.passes_over(path):
            return
        now = monotonic()
        for name in self._names.known_as(path):
            if name in self._folders:
                self._gathering.touch(name, sign, now)
        self._astray |= folder or os.path.islink(path) or self._names.leads_to(path)

    def _follow(self) -> None:
        """See where links and folders lead now, and listen there where that is elsewhere."""
        self._astray = False
        as_before = names_of(self._folders) == self._names
        if not as_before or (self._listening and not (self._listening.is_as_it_was() and self._listening.has_room())):
            self._begin_anew()

    def _begin_anew(self) -> None:
        if self._listening:
            self._listening.end()
            self._listening = None
        self.start()
        self._gathering.touch_all(monotonic())

    def _listen(self) -> None:
        try:
            self._listening = Listening(self._folders, self._names, self._hear)
        except OSError as refusal:
            self._poll = True
            self._tell(
                f"The system can’t watch so many folders ({refusal.strerror or refusal}): looking at the files again and "
                "again instead, as with --poll. On Linux a larger fs.inotify.max_user_watches helps."
            )

    def _hear(self, path: str, sign: Sign, folder: bool) -> None:  # noqa: FBT001 - as the system tells it
        self._heard.put((path, sign, folder))

    def _look(self) -> None:
        """Where nobody tells of changes: look, and not again before ten times as long as that took."""
        begun = monotonic()
        if self._looking is None or begun < self._next_look:
            return
        for path in self._looking.changed(self._folders, begun):
            self._gathering.touch(path, Sign.UNKNOWN, begun)
        ended = monotonic()
        self._next_look = ended + max(_SHORTEST, _SHARE * (ended - begun))
