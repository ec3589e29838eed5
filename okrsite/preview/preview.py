"""What the server shows: the moment that is, and the work that follows each edit."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event, Lock, Thread

from okrsite.cache import Store
from okrsite.config import Wishes
from okrsite.diagnostics import Finding
from okrsite.output import File
from okrsite.preview.making import Memory, moments
from okrsite.preview.moment import Moment
from okrsite.preview.quick import edited
from okrsite.server import Answer, State
from okrsite.speech import Speech

_QUIET = 0.3
"""After an edit that could be shown at once the rest waits so long for the next one: seconds."""

_MOST_GOOD = 200
"""How many pages are remembered as they last were, for when their template fails."""


class Preview:
    """A site that is shown while its files are written.

    One thread goes the whole way from the files to a moment, again and again while there is something new; whoever brings
    news shows at once what can be. Both put a whole `Moment` into one place, which requests take from there: no request
    sees half of one. What was edited while the whole way was gone is laid over its result, and the way is gone again.
    """

    def __init__(
        self, root: Path, wishes: Callable[[], Wishes], store: Store, changed: Callable[[], None] = lambda: None
    ) -> None:
        """Show the site in a folder; `changed` is called after each time that there is something new to see."""
        self._root, self._wishes, self._changed = root, wishes, changed
        self._memory = Memory(store)
        self._moment: Moment | None = None
        self._good: dict[str, File] = {}
        self._version = 0
        self._there = Event()
        self._placing = Lock()
        self._news = Condition()
        self._files: set[str] = set()
        self._anything = True
        self._ended = False
        self._working = False

    def start(self) -> None:
        """Begin with the work, in a thread of its own."""
        Thread(target=self._run, name="preview", daemon=True).start()

    def stop(self) -> None:
        """Begin nothing new."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def settled(self, seconds: float | None = None) -> bool:
        """Wait until all that is known of has been looked at; False where that took longer than some seconds."""
        with self._news:
            return self._news.wait_for(lambda: not (self._working or self._anything or self._files), seconds)

    def change(self, files: frozenset[str] | None) -> None:
        """Hear that some files, by their paths on this machine, are others than before; None: anything may be."""
        with self._placing:
            moment = edited(self._moment, sorted(files)) if self._moment and files else None
            if moment is not None:
                self._place(moment)
        with self._news:
            self._files |= files or set()
            self._anything |= moment is None
            self._news.notify_all()

    @property
    def version(self) -> int:
        """A number that rises whenever something that pages are made from has changed."""
        return self._version

    def state(self) -> State:
        """Tell how the site is doing; never waits."""
        moment = self._moment
        if moment is None:
            return State(Speech("en", {}))
        theme, config = moment.basis.whole.theme, moment.basis.whole.config
        return State(theme.speech(config.language), moment.findings())

    def get(self, address: str) -> Answer | None:
        """Give what lies at an address; waits where the site is not there yet."""
        self._there.wait()
        moment = self._moment
        if moment is None:
            return None
        file = self._shown(moment, f"{address}index.html" if not address or address.endswith("/") else address)
        if file is None:
            return None
        return Answer(Path(file.copied) if file.data is None else file.data)

    def _shown(self, moment: Moment, address: str) -> File | None:
        """Make what lies at an address; a page whose template fails stays as it last was, and that is told."""
        told = len(moment.heaps.failed)
        file = moment.file(address)
        with self._placing:
            good = self._good.pop(address, None) if isinstance(file, Finding) else file
            if good and good.data is not None:
                self._good[address] = good
            if len(self._good) > _MOST_GOOD:
                del self._good[next(iter(self._good))]
            if len(moment.heaps.failed) > told and moment is self._moment:
                self._changed()
        return good

    def _run(self) -> None:
        while self._awaited():
            try:
                self._go()
            except Exception:  # noqa: BLE001 - a defect is told, and the preview goes on with what it has
                traceback.print_exc()
            with self._news:
                self._working = False
                self._news.notify_all()

    def _awaited(self) -> bool:
        """Wait for news, and for a pause after edits that are shown already; False at the end."""
        with self._news:
            self._news.wait_for(lambda: self._ended or self._anything or self._files)
            while not (self._ended or self._anything) and self._news.wait(_QUIET):
                pass
            self._files, self._anything, self._working = set(), False, True
            return not self._ended

    def _go(self) -> None:
        for moment in moments(self._root, self._wishes(), self._memory):
            moment.heaps.pages  # noqa: B018 - laid out before anybody asks
            with self._placing, self._news:
                files = sorted(self._files)
            with self._placing:
                before = self._moment
                self._place((edited(moment, files) if files else None) or moment)
            if before:
                self._try(moment, before)

    def _try(self, moment: Moment, before: Moment) -> None:
        """Draw what may fail, before anybody asks for it: what did the last time, and of another theme each kind of page."""
        another = moment.basis.whole.theme != before.basis.whole.theme
        for address in (*before.heaps.failed, *(moment.of_each_kind() if another else ())):
            self._shown(moment, address)

    def _place(self, moment: Moment) -> None:
        if moment is not self._moment:
            self._moment = moment
            self._version += 1
            self._there.set()
            self._changed()
