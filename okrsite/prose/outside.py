"""Addresses: which lead outside, which belong to the site, which may not stand in a page at all."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"([^/?#:]*):")
_KINDS_OF_REFERENCES = frozenset({"theme", "health", "team", "person", "cycle", "tag", "page"})


def as_browsers_read(address: str) -> str:
    """Take out of an address what browsers pass over, so that nothing hides its scheme."""
    return _CONTROLS.sub("", address).strip()


def outside(address: str) -> str | None:
    """Give an address that leads outside as it may stand in a page, empty if it may not; None for one of the site's own."""
    if address.startswith("//"):
        return "https:" + address
    scheme = _SCHEME.match(address)
    if scheme is None:
        return None
    name = scheme[1].strip().lower()
    if name in ("http", "https"):
        return address if address.startswith("//", scheme.end()) else ""
    return address if name in ("mailto", "tel") else ""


def names_a_thing(address: str) -> bool:
    """Tell whether an address is a reference such as `team:wards`."""
    return address.partition(":")[0] in _KINDS_OF_REFERENCES and ":" in address
