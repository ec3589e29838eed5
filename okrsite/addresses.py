"""Where each thing lies in the published folder: the one place where addresses are made.

An *address* is a path from the root of the site, in Unicode, with `/` and without a leading one. It becomes
percent-encoded and relative only in `href`, for the page it stands on.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote, urljoin

from okrsite.targets import Target

HOME = "index.html"
MAP = "map.html"
OBJECTIVES = "objectives/index.html"
TEAMS = "teams/index.html"
PEOPLE = "people/index.html"
CYCLES = "cycles/index.html"
THEMES = "themes/index.html"
TAGS = "tags/index.html"
HEALTH = "health/index.html"
ASKS = "asks.html"
OPEN_GOALS = "open-goals.html"
CHANGES = "changes.html"
PRACTICE = "practice.html"
SCREEN = "screen.html"
POLICY = "policy.html"
PULSE = "pulse.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
FIND = "find/index.js"

_MOST_BYTES = 220
_FOLDERS = {
    "objective": "objectives",
    "theme": "themes",
    "team": "teams",
    "person": "people",
    "cycle": "cycles",
    "tag": "tags",
    "health": "health",
    "page": "pages",
}


def address_of(target: Target) -> str:
    """Give the address of what a reference leads to; for a key result with its `#id`, for the mission the home page.

    A file's address carries the digest of its bytes and is known only to the plan: `Target("file", …)` is refused
    with a `KeyError`.
    """
    if target.kind == "mission":
        return HOME
    page = ABOUT if target.kind == "about" else f"{_FOLDERS[target.kind]}/{_fitting(target.id)}.html"
    return f"{page}#{target.key_result}" if target.key_result else page


def _fitting(path: str) -> str:
    """Shorten names that a disk would refuse, which count bytes (255 on most): 100 Chinese characters are 300 of them.

    What is left of such a name ends with 8 hex digits of the SHA-256 of the whole, so that no two become one.
    """
    if len(path.encode()) <= _MOST_BYTES:
        return path
    return "/".join(_short(name) if len(name.encode()) > _MOST_BYTES else name for name in path.split("/"))


def _short(name: str) -> str:
    kept = name.encode()[: _MOST_BYTES - 9].decode(errors="ignore")
    return f"{kept}-{sha256(name.encode()).hexdigest()[:8]}"


def objectives_of(cycle: str, team: str | None = None) -> str:
    """Give the address of the list of a cycle's objectives, or of one team's in it."""
    return f"objectives/{_fitting(f'{cycle}/{team}' if team else cycle)}/index.html"


def map_of(cycle: str) -> str:
    """Give the address of a cycle's own map."""
    return f"map/{_fitting(cycle)}.html"


def map_of_team(cycle: str, team: str) -> str:
    """Give the address of what is folded on a cycle's map: one team's part of it."""
    return f"map/{_fitting(f'{cycle}/{team}')}.html"


def changes_of(month: str) -> str:
    """Give the address of what moved in one month (`2025-10`), where the whole does not fit on one page."""
    return f"changes~{month}.html"


def part(address: str, number: int) -> str:
    """Give the address of a long list's further part; no id holds a `~`, so it meets no other page.

    >>> part("teams/index.html", 2)
    'teams/index~2.html'
    """
    return address if number == 1 else f"{address.removesuffix('.html')}~{number}.html"


def asset(name: str) -> str:
    """Give the address of a theme's asset, by its name with digest."""
    return f"assets/{name}"


def attachment(stem: str, suffix: str, digest: str) -> str:
    """Give the address of a file published beside prose: its name with the first 12 hex digits of its SHA-256."""
    return f"files/{_fitting(stem)}.{digest[:12]}{suffix}"


def href(from_page: str, to: str) -> str:
    """Write the link from one address to another: relative, percent-encoded, with the fragment of `to` kept.

    >>> href("teams/wards.html", "objectives/2025-Q4/wards/x.html#falls")
    '../objectives/2025-Q4/wards/x.html#falls'
    """
    if "#" in to and to.startswith(f"{from_page}#"):
        return place(to[len(from_page) + 1 :])
    there = _quoted(to)
    for folder, up in _ways(folder_of(from_page)):
        if there.startswith(folder):
            return up + there[len(folder) :]
    return to_root(from_page) + there


def folder_of(page: str) -> str:
    """Give the folder that a page lies in, with the `/` at its end; empty at the root."""
    return page[: page.rfind("/") + 1]


@lru_cache(maxsize=8192)
def place(name: str) -> str:
    """Write the link to a place on the page at hand by its name, the same that follows the address of another page."""
    return f"#{quote(name)}"


@lru_cache(maxsize=16384)
def _quoted(address: str) -> str:
    """Percent-encode an address; the same few are linked to from page after page."""
    page, mark, fragment = address.partition("#")
    return f"{quote(page)}{mark}{quote(fragment)}"


@lru_cache(maxsize=1024)
def _ways(folder: str) -> tuple[tuple[str, str], ...]:
    """Give a folder and those above it but for the root, percent-encoded, the nearest first, each with the way up to it."""
    names = quote(folder).split("/")[:-1]
    return tuple(("/".join(names[: len(names) - up]) + "/", "../" * up) for up in range(len(names)))


def to_root(from_page: str) -> str:
    """Write the way from a page to the root of the site: `""` at the root, else `../` as often as it is deep."""
    return "../" * from_page.count("/")


def beside_all(page: str) -> str:
    """Give an address as deep as a page's, in folders that nothing lies in: links from there hold at that depth anywhere.

    >>> href(beside_all("pages/guide/start.html"), "objectives/index.html")
    '../../objectives/index.html'
    """
    return f"{'~/' * page.count('/')}~.html"


def absolute(base_url: str, to: str) -> str:
    """Write an address as an absolute one below `base_url`, percent-encoded."""
    page, mark, fragment = to.partition("#")
    whole = urljoin(base_url.rstrip("/") + "/", quote(page))
    return f"{whole}#{quote(fragment)}" if mark else whole
