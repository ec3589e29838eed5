"""A site that is kept in memory, a server that shows it, and a browser of few words."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from okrsite.diagnostics import Finding
from okrsite.server import Answer, Server, State, bound
from okrsite.speech import Speech
from okrsite.theme import find_theme

PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src 'self'; "
    'img-src data:">\n<title>{title}</title>\n<link rel="icon" href="data:,">\n</head>\n<body>\n{body}\n</body>\n</html>\n'
)


def page(title: str, body: str = "") -> bytes:
    """Write a page with the same policy as a site's own."""
    return PAGE.format(title=title, body=body or f"<main><h1>{title}</h1></main>").encode()


@dataclass
class InMemory:
    """A site of a few pages, each given by its address."""

    pages: dict[str, bytes | Path] = field(default_factory=dict)
    version: int = 1
    language: str = "en"
    findings: tuple[Finding, ...] = ()
    working: str = ""
    asked: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def get(self, address: str) -> Answer | None:
        """Give a page, or None."""
        self.asked.append(address)
        if self.fault:
            raise self.fault
        whole = address + "index.html" if address.endswith("/") or not address else address
        return Answer(self.pages[whole]) if whole in self.pages else None

    def state(self) -> State:
        """Say how it is doing; without a language nothing is known yet."""
        if not self.language:
            return State(Speech("en", {}))
        theme, _ = find_theme(Path(__file__).parent, "default")
        return State(theme.speech(self.language), self.findings, self.working)


@contextmanager
def shown(site: InMemory, port: int = 0, host: str = "") -> Iterator[Server]:
    """Show a site at a port of its own."""
    server = Server(bound("127.0.0.1", port), site, host)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def asked(server: Server, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    """Ask for a path, exactly as it is written; give the answer, read. `Sec_Fetch_Site` stands for the header's name."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.read_now = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def body(answer: HTTPResponse) -> bytes:
    """Give what an answer held."""
    held: bytes = answer.read_now  # type: ignore[attr-defined]
    return held


def connected(server: Server) -> socket.socket:
    """Connect, and say nothing yet."""
    return socket.create_connection(("127.0.0.1", server.server_port), timeout=20)


def said(server: Server, words: bytes) -> bytes:
    """Send bytes as they are, and give all that comes until the server ends the connection."""
    with connected(server) as connection:
        connection.sendall(words)
        connection.shutdown(socket.SHUT_WR)
        heard = b""
        while piece := connection.recv(1 << 16):
            heard += piece
        return heard


class Listening:
    """A browser that listens for news: each event is waited for."""

    def __init__(self, server: Server) -> None:
        self.connection = connected(server)
        self.connection.sendall(b"GET /.okrsite/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self._lines = self.connection.makefile("rb")

    def next(self) -> str:
        """Wait for the next event and give its data; empty when the server has ended."""
        for line in self._lines:
            if line.startswith(b"data: "):
                return line.removeprefix(b"data: ").decode()
        return ""

    def close(self) -> None:
        """Go away."""
        self._lines.close()
        self.connection.close()
