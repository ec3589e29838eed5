"""What is let go: results that the last builds did not use, the oldest first, once they outweigh what is in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager

_BUILDS = 8
"""How many builds are remembered; what none of them used is the first to go."""

_AT_LEAST = 64 << 20
"""Bytes that may lie there unused, however small the site."""

_PREFIX = 8
"""Bytes of a key that tell which is meant, where nothing worse than a lost result can come of a mistake."""


class DamagedError(Exception):
    """Something stands in the file that was not written there."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all that is done in a block, or none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def remember_and_prune(connection: sqlite3.Connection, used: Collection[bytes], *, grown: bool) -> None:
    """Remember which keys a build used; where the store has `grown`, let go what is unused beyond the bound."""
    now = b"".join(sorted(key[:_PREFIX] for key in used))
    last = connection.execute("SELECT keys FROM used ORDER BY build DESC LIMIT 1").fetchone()
    if not used or (last and last[0] == now):
        return
    with transaction(connection):
        connection.execute("INSERT INTO used (keys) VALUES (?)", (now,))
        connection.execute("DELETE FROM used WHERE build <= (SELECT max(build) FROM used) - ?", (_BUILDS,))
        if grown:
            _prune(connection)
    if grown:
        connection.execute("PRAGMA incremental_vacuum").fetchall()


def _prune(connection: sqlite3.Connection) -> None:
    """Go through what is kept from the results used last to those never used, and let go from where it is too much."""
    weights: dict[bytes, int] = dict(connection.execute("SELECT key, length(value) FROM kept").fetchall())
    by_prefix = {key[:_PREFIX]: key for key in weights}
    in_use: dict[bytes, None] = {}
    bound = 0
    for (keys,) in connection.execute("SELECT keys FROM used ORDER BY build DESC"):
        in_use |= dict.fromkeys(by_prefix[each] for each in _parted(keys) if each in by_prefix)
        bound = bound or 2 * sum(weights[key] for key in in_use)
    bound = max(bound, _AT_LEAST)
    gone = []
    for key in [*in_use, *weights.keys() - in_use.keys()]:
        bound -= weights[key]
        if bound < 0:
            gone.append((key,))
    connection.executemany("DELETE FROM kept WHERE key = ?", gone)


def _parted(keys: bytes) -> Iterator[bytes]:
    return (keys[first : first + _PREFIX] for first in range(0, len(keys), _PREFIX))
