"""The icons of a page: those that it uses, out of all that there are."""

from __future__ import annotations

import re
from functools import lru_cache

_USE = re.compile(rb'<use href="#(i:[\w-]+)"')
_SYMBOL = re.compile(rb'<symbol id="(i:[\w-]+)".*?</symbol>\n?', re.DOTALL)
_END = b"</symbol>"


def with_icons(page: bytes) -> bytes:
    """Leave of a page's icons only those that it uses."""
    start, end = page.find(b"<symbol "), page.rfind(_END) + len(_END) + 1
    if start < 0:
        return page
    return page[:start] + _kept(page[start:end], frozenset(_USE.findall(page))) + page[end:]


@lru_cache(maxsize=256)
def _kept(icons: bytes, used: frozenset[bytes]) -> bytes:
    """Leave of the icons only those used; most pages use the same few."""
    return _SYMBOL.sub(lambda symbol: symbol[0] if symbol[1] in used else b"", icons)
