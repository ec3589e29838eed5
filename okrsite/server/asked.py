"""What a request asks for, and whether it may: pure functions from the text of a request to an address or a refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

OWN = ".okrsite/"
"""The folder of what is the server's own: no page of a site has an address that begins with a dot."""

_CONTROL = re.compile("[\0-\x1f\x7f\\\\]")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/@\[\]]+)(?::[0-9]{1,5})?", re.IGNORECASE)
_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not listened at
_NAVIGATED = frozenset({"document", "iframe"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names under which this server may be asked, in small letters; `numbers`: under any address in digits too.

    A page elsewhere that makes its own name lead here (DNS rebinding) can't do so with an address in digits.
    """

    names: frozenset[str]
    numbers: bool = False

    def admit(self, host: str | None) -> bool:
        """Tell whether a `Host` header names this server; whatever the port, which a tunnel may change."""
        found = _HOST.fullmatch(host or "")
        if not found:
            return False
        name = found[1].lower().removesuffix(".")
        return name in self.names or (self.numbers and _in_digits(name))


def hosts_of(listening: str, machine: str) -> Hosts:
    """Find the names of a server that listens at a host; where it listens everywhere, also the machine's own."""
    bare = listening.strip("[]").lower()
    if bare in _ANYWHERE:
        named = machine.lower()
        return Hosts(_LOCAL | ({named, f"{named.partition('.')[0]}.local"} if named else set()), numbers=True)
    return Hosts(_LOCAL | {f"[{bare}]" if ":" in bare else bare})


def _in_digits(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def refusal(hosts: Hosts, headers: Message) -> HTTPStatus | None:
    """Tell why a request may not be answered: it names another host, or a page of another site has made it.

    A link followed from elsewhere is welcome, and so is a frame around the page, which cannot look into it.
    """
    host, origin = headers.get("Host"), headers.get("Origin")
    if not hosts.admit(host):
        return HTTPStatus.MISDIRECTED_REQUEST
    if origin is not None and origin.partition("://")[2].lower() != (host or "").lower():
        return HTTPStatus.FORBIDDEN
    if headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none"):
        return None
    led = headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") in _NAVIGATED
    return None if led else HTTPStatus.FORBIDDEN


def address_of(target: str) -> str | None:
    """Read what a request asks for as an address from the root; None where no site could have it.

    Nothing leads out: `..`, however it is written, backslashes, control characters, empty names, what is no UTF-8.

    >>> address_of("/teams/%C3%A4rzte.html?x=1")
    'teams/ärzte.html'
    >>> address_of("/%2e%2e/secret") is None
    True
    """
    path = re.sub(r"^https?://[^/?#]*", "", target, flags=re.IGNORECASE).partition("#")[0].partition("?")[0]
    try:
        address = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return None
    if not address.startswith("/") or _CONTROL.search(address):
        return None
    names = address[1:].split("/")
    if any(name in (".", "..") for name in names) or "" in names[:-1]:
        return None
    return address[1:]
