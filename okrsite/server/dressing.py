"""What a page gets in the preview alone: the script that watches for changes, its style sheet, and leave to ask for them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from pathlib import Path

from okrsite.server.asked import OWN
from okrsite.server.kinds import HTML
from okrsite.server.site import Answer
from okrsite.speech import Speech

_POLICY = re.compile(
    rb"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=["'])([^"']*)""", re.IGNORECASE
)
_PLACES = (re.compile(rb"</head\s*>", re.IGNORECASE), re.compile(rb"</body\s*>", re.IGNORECASE))
ASSETS = ("preview.js", "preview.css")
_LEAVE = b"connect-src 'self'; "
_BARE = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=len(ASSETS))
def asset(name: str) -> bytes:
    """Read a file of the preview's own."""
    return (Path(__file__).parent / "assets" / name).read_bytes()


def dressed(page: bytes, tag: str, version: str) -> bytes:
    """Put the preview's script and style sheet before a page's `</head>`, else `</body>`, else at its end.

    `tag` is the page's own mark among its versions, `version` that of the whole site: the script tells by them whether
    the page it stands on is still the last.
    """
    page = _POLICY.sub(_with_leave, page, count=1)
    ours = (
        f'<link rel="stylesheet" href="/{OWN}preview.css">'
        f'<script src="/{OWN}preview.js" data-tag="{escape(tag)}" data-version="{escape(version)}" defer></script>\n'
    ).encode()
    found = next((found for place in _PLACES if (found := place.search(page))), None)
    at = found.start() if found else len(page)
    return page[:at] + ours + page[at:]


def _with_leave(policy: re.Match[bytes]) -> bytes:
    """Let a page ask the preview for changes, unless its policy says already whom it may ask."""
    return policy[0] if b"connect-src" in policy[2] else policy[1] + _LEAVE + policy[2]


def bare_page(speech: Speech) -> Answer:
    """Make the page that stands where a site has none to show, not even for that; the panel on it tells why."""
    said = escape(speech.plain("preview.nothing"))
    page = (
        f'<!doctype html>\n<html lang="{escape(speech.language)}" dir="{speech.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_BARE}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{said}</title>\n'
        f'<link rel="icon" href="data:,">\n</head>\n<body>\n<main><h1>{said}</h1></main>\n</body>\n</html>\n'
    )
    return Answer(page.encode(), HTML)
