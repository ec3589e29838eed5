"""The store: bytes under digests, in one file a site, that may be lost at any time and is never believed unseen.

Each value stands with a checksum of its key and itself. Nothing that goes wrong here stops a build: the store keeps
nothing from then on, and has a word to say. One process uses it, with any of its threads; none that it forks.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from threading import RLock
from typing import TypeVar

from okrsite.cache.digest import Part, digest_of
from okrsite.cache.place import Refused, made_ready
from okrsite.cache.program import of_program
from okrsite.cache.pruning import DamagedError, remember_and_prune, transaction

T = TypeVar("T")

NAME = "kept-1.sqlite"
"""The file. Another form of it has another number, so that no version of okrsite meets another's."""

_FORM = 1
_SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, checksum BLOB NOT NULL, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS noted (key BLOB PRIMARY KEY, checksum BLOB NOT NULL, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS used (build INTEGER PRIMARY KEY, keys BLOB NOT NULL);
PRAGMA user_version = 1;
COMMIT;
"""
_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA auto_vacuum = INCREMENTAL",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -8000",
)
"""A rollback journal keeps the file whole where a build is killed; where the power fails, checksums tell."""

_INTO_KEPT = "INSERT OR IGNORE INTO kept VALUES (?, ?, ?)"
_INTO_NOTED = "INSERT OR REPLACE INTO noted VALUES (?, ?, ?)"
_AT_ONCE = 500
_MOST_WAITING = 16 << 20
_PATIENCE = 10.0
"""Seconds to wait for another build that is just writing."""

_IN_THE_WAY = {
    sqlite3.SQLITE_BUSY: "another build was writing there all the time",
    sqlite3.SQLITE_CANTOPEN: "it can’t be opened",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk gave an error",
    sqlite3.SQLITE_LOCKED: "another build was writing there all the time",
    sqlite3.SQLITE_NOMEM: "there was not enough memory",
    sqlite3.SQLITE_PERM: "writing there is not permitted",
    sqlite3.SQLITE_READONLY: "writing there is not permitted",
}
"""What keeps a sound store from being used, by what SQLite calls it; all else is damage."""


class Store:
    """Keeps bytes under digests. A store that can't be used gives nothing, takes everything, and has a `word` on why."""

    def __init__(self, file: str = "", program: bytes = b"") -> None:
        """Open the store in a file, for results of a `program`; without a file it keeps nothing."""
        self.word = ""
        self._file = file
        self._program = program
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._weight = 0
        self._used: set[bytes] = set()
        self._one = RLock()
        if file:
            self._connection = self._tried(lambda: _opened(file), None)

    @classmethod
    def at(cls, folder: str, root: str) -> Store:
        """Open the store of a site in a folder, which is made where there is none. Nothing is raised."""
        try:
            made_ready(folder, root)
            return cls(os.path.join(folder, NAME), of_program())
        except (Refused, OSError) as refusal:
            store = cls()
            store.word = str(refusal) if isinstance(refusal, Refused) else ""
            return store

    @property
    def keeps(self) -> bool:
        """Whether there is any use in asking it."""
        return self._connection is not None

    def key(self, kind: str, *parts: Part) -> bytes:
        """Give the key of a result of a kind: a digest of the program and of all that the result is made from."""
        return digest_of(self._program, kind, *parts)

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key, None where nothing is."""
        return self.many((key,)).get(key)

    def many(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Give what is kept under some of many keys."""
        with self._one:
            found = {key: self._waiting[key] for key in keys if key in self._waiting}
            found |= self._in("kept", [key for key in keys if key not in found])
            self._used.update(found)
            return found

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep a value under its key; it is written with many others, at the latest by `settle`."""
        with self._one:
            if self._connection is None:
                return
            self._waiting[key] = value
            self._weight += len(value)
            self._used.add(key)
            if self._weight > _MOST_WAITING:
                self._write()

    def noted(self, key: bytes) -> bytes | None:
        """Give what was last noted under a key."""
        with self._one:
            return self._in("noted", [key]).get(key)

    def note(self, key: bytes, value: bytes) -> None:
        """Note a value at once, in the place of what was noted under the key before."""
        with self._one:
            self._write_into(_INTO_NOTED, {key: value})

    def settle(self) -> None:
        """Write what waits, remember what this build used, and let go what the last builds did not use."""
        with self._one:
            grown = bool(self._waiting)
            self._write()
            if (connection := self._connection) is not None:
                self._tried(lambda: remember_and_prune(connection, self._used, grown=grown), None)
            self._used.clear()

    def close(self) -> None:
        """Settle, and let the file go."""
        with self._one:
            self.settle()
            self._let_go()

    def lose(self) -> None:
        """Throw all away that is kept, because something in it can't be believed."""
        with self._one:
            self._let_go()
            self.word = "What was kept of earlier builds was damaged and has been thrown away; all was made anew."
            for file in (self._file, f"{self._file}-journal"):
                with suppress(OSError):
                    os.unlink(file)

    def _in(self, table: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        connection = self._connection
        if connection is None:
            return {}
        return self._tried(lambda: dict(_found(connection, table, keys)), {})

    def _write(self) -> None:
        if self._waiting:
            self._write_into(_INTO_KEPT, self._waiting)
            self._waiting, self._weight = {}, 0

    def _write_into(self, statement: str, values: Mapping[bytes, bytes]) -> None:
        connection = self._connection
        if connection is not None:
            rows = ((key, _checksum(key, value), value) for key, value in values.items())
            self._tried(lambda: _written(connection, statement, rows), None)

    def _tried(self, step: Callable[[], T], otherwise: T) -> T:
        """Take a step into the file; where it fails the store is of no use any more, and what it gives is `otherwise`."""
        try:
            return step()
        except sqlite3.Error as trouble:
            if words := _IN_THE_WAY.get(getattr(trouble, "sqlite_errorcode", 0) & 0xFF):
                self._let_go()
                self.word = f"Nothing more is kept in {os.path.dirname(self._file)}: {words}."
            else:
                self.lose()
        except DamagedError:
            self.lose()
        return otherwise

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._waiting, self._weight = {}, 0


def _opened(file: str) -> sqlite3.Connection:
    """Open the file, and make its tables where it is new. Raises what SQLite says, or `DamagedError` for a strange one."""
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.text_factory = bytes
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        _insist_on_form(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _insist_on_form(connection: sqlite3.Connection) -> None:
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form not in {0, _FORM}:
        raise DamagedError
    if form == 0:
        connection.executescript(_SCHEMA)


def _found(connection: sqlite3.Connection, table: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Give the values that stand under keys. Raises `DamagedError` where one is not what was written there."""
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        places = ",".join("?" * len(some))
        asked = f"SELECT key, checksum, value FROM {table} WHERE key IN ({places})"  # noqa: S608 - our own names
        for key, checksum, value in connection.execute(asked, some):
            if not isinstance(value, bytes) or checksum != _checksum(key, value):
                raise DamagedError
            yield key, value


def _written(connection: sqlite3.Connection, statement: str, rows: Iterable[tuple[bytes, bytes, bytes]]) -> None:
    with transaction(connection):
        connection.executemany(statement, rows)


def _checksum(key: bytes, value: bytes) -> bytes:
    return sha256(key + value).digest()
