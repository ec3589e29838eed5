"""Listening at a port and answering, one thread a connection, until told to stop."""

from __future__ import annotations

import errno
import os
import secrets
import socket
import sys
import threading
from dataclasses import replace
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

from okrsite.server.answering import Answering
from okrsite.server.asked import Hosts, hosts_of
from okrsite.server.news import Bell
from okrsite.server.site import Site

_MOST_CONNECTIONS, _MOST_STREAMS = 200, 100
_NEXT_PORTS = 100
_LOOK_UP = 0.05
_TAKEN = (errno.EADDRINUSE, errno.EACCES)


def bound(host: str, port: int, *, only: bool = False) -> socket.socket:
    """Listen at a host and a port, or at the next free one unless it has to be this `only`; port 0 is any that is free.

    Raises `OSError` where that can't be.
    """
    tried = [port] if only or not port else range(port, min(port + _NEXT_PORTS, 1 << 16))
    refused = OSError(f"no port from {port} on is free")
    for number in tried:
        try:
            return _listening(host, number)
        except OSError as trouble:
            refused = trouble
            if trouble.errno not in _TAKEN:
                break
    raise refused


def _listening(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _hosts(host: str, number: str) -> Hosts:
    """Find the names of a server: those of the host that was asked for, and the number that it has."""
    named = hosts_of(host or number, socket.gethostname())
    return replace(named, names=named.names | hosts_of(number, "").names)


class Server(ThreadingHTTPServer):
    """Shows a site at a socket that listens already, to who asks under the name of the host it was bound to."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, listening: socket.socket, site: Site, host: str = "") -> None:
        super().__init__(listening.getsockname()[:2], Answering, bind_and_activate=False)
        self.socket.close()
        self.socket, self.server_address = listening, listening.getsockname()
        self.server_port = self.server_address[1]
        self.site, self.bell = site, Bell()
        self.hosts = _hosts(host, str(self.server_address[0]))
        self.streams = threading.BoundedSemaphore(_MOST_STREAMS)
        self._connections = threading.BoundedSemaphore(_MOST_CONNECTIONS)
        self._run = secrets.token_hex(4)

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site."""
        host, port = str(self.server_address[0]), self.server_address[1]
        name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - read, not listened at
        return f"http://{name}:{port}/"

    @property
    def is_alone(self) -> bool:
        """Whether nobody but this machine can ask it."""
        return ip_address(str(self.server_address[0]).partition("%")[0]).is_loopback

    @property
    def version(self) -> str:
        """The version of the site, as no other run of a server calls it."""
        return f"{self._run}-{self.site.version}"

    def announce(self) -> None:
        """Tell every browser that looks that the site's version or state is another."""
        self.bell.ring()

    def start(self) -> None:
        """Begin to answer, in a thread of its own."""
        threading.Thread(target=self.serve_forever, args=(_LOOK_UP,), name="server", daemon=True).start()

    def stop(self) -> None:
        """Answer no more; who listens for changes is let go."""
        self.bell.end()
        self.shutdown()
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer a connection in a thread of its own, unless there are too many."""
        if self._connections.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer a connection, and make room for another."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless it is only that a browser went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
