"""Assets under names that bear the digest of their bytes, so that browsers may keep them for good."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

from okrsite.theme.model import Asset

_DIGITS = 10
_LICENCES = (".txt", ".md")
_URL = re.compile(r"""url\(\s*(["']?)([^"')?#]+)([^"')]*)\1\s*\)""")


def assets_of(raw: Mapping[str, bytes]) -> dict[str, Asset]:
    """Name each asset for its bytes, by its plain name. In style sheets `url(…)` follows; licences keep their names.

    A style sheet that names another (`@import`) keeps that name as it was written.
    """
    assets: dict[str, Asset] = {}
    for name in sorted(raw, key=lambda name: (name.endswith(".css"), name)):
        data = _with_links(name, raw[name], assets) if name.endswith(".css") else raw[name]
        assets[name] = Asset(_published(name, data), data)
    return dict(sorted(assets.items()))


def _published(name: str, data: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    return name if suffix in _LICENCES else f"{stem}.{hashlib.sha256(data).hexdigest()[:_DIGITS]}{suffix}"


def _with_links(name: str, data: bytes, assets: Mapping[str, Asset]) -> bytes:
    """Write the published names into a style sheet; what is no asset of the theme stays as it is."""

    def follow(match: re.Match[str]) -> str:
        there = assets.get(posixpath.normpath(posixpath.join(posixpath.dirname(name), match[2])))
        if there is None:
            return match[0]
        return (
            f"url({match[1]}{posixpath.relpath(there.published, posixpath.dirname(name) or '.')}{match[3]}{match[1]})"
        )

    return _URL.sub(follow, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
