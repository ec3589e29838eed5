"""What a preview does with browsers that are slow, loud, many, or gone."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from okrsite.server import Server, bound, head, serving
from tests.server.asking import InMemory, Listening, asked, body, connected, page, said, shown


@pytest.fixture
def server() -> Iterator[Server]:
    with shown(InMemory({"index.html": page("Home")})) as server:
        yield server


def test_requests_one_after_the_other_share_a_connection(server: Server) -> None:
    asked_thrice = b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 3
    assert said(server, asked_thrice).count(b"HTTP/1.1 200 OK\r\n") == 3


def test_an_older_browser_gets_its_answer_and_the_end(server: Server) -> None:
    assert said(server, b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").startswith(b"HTTP/1.1 200 OK\r\n")


def test_what_comes_with_a_request_is_never_taken_for_the_next(server: Server) -> None:
    smuggled = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 36\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    )
    assert said(server, smuggled).count(b"HTTP/1.1 ") == 1
    inside = b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"
    assert said(server, inside).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "words",
    [b"GET /" + b"x" * 40_000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 10_000, b"x" * 100_000],
)
def test_endless_heads_are_refused(words: bytes, server: Server) -> None:
    answer = heard(server, words)
    assert answer.startswith((b"HTTP/1.1 431 ", b"HTTP/1.1 400 ")) or answer == b""


def heard(server: Server, words: bytes) -> bytes:
    """Send, and read what comes; a connection that was cut off gives nothing."""
    try:
        return said(server, words)
    except OSError:
        return b""


@pytest.mark.parametrize(
    "words",
    [
        b"\x16\x03\x01\x02\x00\x01",
        b"GET\r\n\r\n",
        b"GET / HTTP/9\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\r\n",
        b"\r\n\r\n\r\n",
    ],
)
def test_what_is_no_request_does_no_harm(words: bytes, server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    heard(server, words)
    assert asked(server, "/").status == 200
    assert capfd.readouterr().err == ""


def test_who_dawdles_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head, "_PATIENCE", 0.05)
    with connected(server) as connection:
        connection.sendall(b"GET / HT")
        assert connection.recv(1) == b""


def test_who_says_nothing_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head, "IDLE", 0.05)
    with connected(server) as connection:
        assert connection.recv(1) == b""


def test_who_goes_away_leaves_no_word_behind(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(5):
        with connected(server) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert asked(server, "/").status == 200
    assert capfd.readouterr().err == ""


def test_a_defect_costs_one_answer_and_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    site = InMemory({"index.html": page("Home")})
    with shown(site) as server:
        site.fault = ZeroDivisionError("a defect")
        answer = asked(server, "/")
        assert answer.status == 500
        site.fault = None
        assert asked(server, "/").status == 200
    assert "a defect" in capfd.readouterr().err


def test_more_listeners_than_there_is_room_for_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_MOST_STREAMS", 2)
    with shown(InMemory()) as server:
        listening = [Listening(server), Listening(server)]
        assert all(one.next() for one in listening)
        assert asked(server, "/.okrsite/events").status == 503
        for one in listening:
            one.close()


def test_more_connections_than_there_is_room_for_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_MOST_CONNECTIONS", 1)
    with shown(InMemory({"index.html": page("Home")})) as server:
        listening = Listening(server)
        assert listening.next()
        with connected(server) as connection:
            assert connection.recv(1) == b""
        listening.close()


def test_a_port_that_is_taken_gives_the_next_one_unless_it_has_to_be_that_one() -> None:
    with bound("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with bound("127.0.0.1", port) as other:
            assert other.getsockname()[1] > port
        with pytest.raises(OSError, match="in use"):
            bound("127.0.0.1", port, only=True)


def test_a_host_that_is_not_this_machine_is_refused() -> None:
    with pytest.raises(OSError, match=r"."):
        bound("192.0.2.1", 8000)


def test_after_the_end_nobody_answers() -> None:
    with shown(InMemory({"index.html": page("Home")})) as server:
        listening = Listening(server)
        assert listening.next()
        assert body(asked(server, "/"))
    assert listening.next() == ""
    listening.close()
    with pytest.raises(ConnectionError):
        asked(server, "/")
