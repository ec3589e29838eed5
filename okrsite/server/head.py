"""Reading the head of a request from a connection, with an end to patience: so long, so large, and no more."""

from __future__ import annotations

import socket
from time import monotonic

IDLE = 30.0
"""How many seconds a connection may stay open with nothing to say."""

_PATIENCE = 10.0
_MOST_BYTES = 1 << 15
_ENDS = (b"\r\n\r\n", b"\n\n")


class TooLongError(ValueError):
    """A head that is longer than any browser's."""


class Heads:
    """The heads of the requests on one connection, one after the other."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._read = b""

    def next(self) -> bytes:
        """Wait for the next head and give it whole; nothing where the other side has ended.

        Raises `TimeoutError` where it takes too long, from the first byte to the last too, and `TooLongError`.
        """
        self._read = self._read.lstrip(b"\r\n")
        if not self._read and not self._more(IDLE):
            return b""
        until = monotonic() + _PATIENCE
        while (end := self._end()) < 0 and len(self._read) <= _MOST_BYTES:
            if not self._more(until - monotonic()):
                return b""
        if end < 0 or end > _MOST_BYTES:
            raise TooLongError
        head, self._read = self._read[:end], self._read[end:]
        return head

    def _more(self, seconds: float) -> bool:
        if seconds <= 0:
            raise TimeoutError
        self._connection.settimeout(seconds)
        piece = self._connection.recv(1 << 14)
        self._read += piece
        return bool(piece)

    def _end(self) -> int:
        ends = [at + len(mark) for mark in _ENDS if (at := self._read.find(mark)) >= 0]
        return min(ends, default=-1)
