"""Answering one browser's requests over one connection: who asks is looked at first, then what for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from okrsite.server.asked import OWN, address_of, refusal
from okrsite.server.body import Body, body_of, is_known, plain
from okrsite.server.dressing import ASSETS, asset, bare_page
from okrsite.server.head import IDLE, Heads, TooLongError
from okrsite.server.kinds import kind_of
from okrsite.server.news import event_of
from okrsite.server.ranges import part_of

if TYPE_CHECKING:
    from okrsite.server.serving import Server

_EVENTS = "events"
_HEARTBEAT = 15.0
_AGAIN, _STILL = b"retry: 400\n\n", b":\n\n"
_SAFE = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LASTING = {"Cache-Control": "max-age=31536000, immutable"}


class Answering(BaseHTTPRequestHandler):
    """One connection and its requests, one after the other."""

    protocol_version = "HTTP/1.1"
    server_version = "okrsite"
    sys_version = ""
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        """Make ready to read heads from the connection."""
        super().setup()
        self._heads = Heads(self.connection)

    def handle_one_request(self) -> None:
        """Read the next request and answer it; a browser that went away, or dawdles, is let go."""
        self.close_connection = True
        try:
            head = self._heads.next()
            self.connection.settimeout(IDLE)
            if head:
                self._understand(head)
        except TooLongError:
            self.requestline = self.command = ""
            self.request_version = self.protocol_version
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _understand(self, head: bytes) -> None:
        self.rfile = BytesIO(head)
        self.raw_requestline = self.rfile.readline()
        if not self.parse_request():
            return
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True
        if len(self.headers.get_all("Host", [])) > 1:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif refused := refusal(self.server.hosts, self.headers):
            self.send_error(refused)
        elif self.command not in ("GET", "HEAD"):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        else:
            self._try(address_of(self.path))

    def _try(self, address: str | None) -> None:
        """Answer; a defect on the way is told where the server was started, and costs this answer alone."""
        try:
            self._answer(address)
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the next page may be well
            self.server.handle_error(self.request, self.client_address)
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _answer(self, address: str | None) -> None:
        if address is None:
            self._missing()
        elif address.startswith(OWN):
            self._own(address.removeprefix(OWN))
        elif body := self._found(address):
            self._send(body)
        elif address and not address.endswith("/") and self.server.site.get(f"{address}/"):
            query = self.path.partition("?")[1:]
            self._headers(HTTPStatus.FOUND, {"Location": f"/{quote(address)}/{''.join(query)}", "Content-Length": "0"})
        else:
            self._missing()

    def _found(self, address: str) -> Body | None:
        version = self.server.version
        answer = self.server.site.get(address)
        try:
            return body_of(answer, address, version) if answer else None
        except OSError:
            return None

    def _missing(self) -> None:
        """Say that there is nothing, with the site's own page for it where there is one.

        It is shown at any depth: where the site takes this server for its address, its links lead from the root instead.
        """
        version, address = self.server.version, self.server.address.encode()
        answer = self.server.site.get("404.html") or bare_page(self.server.site.state().speech)
        if isinstance(answer.data, bytes):
            answer = replace(answer, data=answer.data.replace(b'="' + address, b'="/'))
        self._send(body_of(answer, "404.html", version), HTTPStatus.NOT_FOUND)

    def _own(self, name: str) -> None:
        if name == _EVENTS:
            self._tell()
        elif name in ASSETS:
            self._send(plain(asset(name), kind_of(name)))
        else:
            self._missing()

    def _send(self, body: Body, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a body, or the part of it that was asked for, or that the browser has it already."""
        with body.stream:
            headers = {"ETag": body.etag, "Accept-Ranges": "bytes"} | (_LASTING if body.lasting else {})
            if status is HTTPStatus.OK and is_known(body.etag, self.headers.get("If-None-Match")):
                self._headers(HTTPStatus.NOT_MODIFIED, headers)
                return
            part = self._part(body) if status is HTTPStatus.OK else None
            if part is not None:
                status = HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
                shown = f"{part.start}-{part.stop - 1}" if part else "*"
                headers["Content-Range"] = f"bytes {shown}/{body.size}"
            sent = range(body.size) if part is None else part
            self._headers(status, headers | {"Content-Type": body.type, "Content-Length": str(len(sent))})
            self._write(body, sent)

    def _part(self, body: Body) -> range | None:
        """Give the part that was asked for, unless it was of another version."""
        if self.headers.get("If-Range", body.etag) != body.etag:
            return None
        return part_of(self.headers.get("Range"), body.size)

    def _write(self, body: Body, part: range) -> None:
        if self.command == "HEAD":
            return
        written = 0
        for piece in body.pieces(part):
            self.wfile.write(piece)
            written += len(piece)
        if written < len(part):
            self.close_connection = True

    def _headers(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in (_SAFE | dict(headers)).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request in one line of text, and end the connection."""
        del message, explain
        status = HTTPStatus(code)
        self.close_connection = True
        said = f"{status.value} {status.phrase}: {status.description or 'not here'}\n".encode()
        allow = {"Allow": "GET, HEAD"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._headers(status, allow | {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(said))})
        if self.command != "HEAD":
            self.wfile.write(said)

    def _tell(self) -> None:
        """Tell of each change for as long as the browser listens; of how the site is doing at once."""
        self.close_connection = True
        if not self.server.streams.acquire(blocking=False):
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        try:
            self._headers(
                HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"}
            )
            if self.command != "HEAD":
                self._stream(self.wfile.write)
        finally:
            self.server.streams.release()

    def _stream(self, write: Callable[[bytes], Any]) -> None:
        bell, heard = self.server.bell, -1
        write(_AGAIN)
        while (rung := bell.wait(heard, _HEARTBEAT)) is not None:
            version, state = self.server.version, self.server.site.state()
            write(event_of(version, state) if rung > heard and state.speech.words else _STILL)
            heard = rung

    def log_message(self, *_: object) -> None:
        """Write nothing: who looks at a page is nobody's business."""
