"""Which program this is: its own code and the libraries that its results depend on, as one digest."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from okrsite import __version__
from okrsite.cache.digest import digest_of
from okrsite.files import content_of

_LIBRARIES = "babel|jinja2|markdown|markupsafe|nh3|pydantic|pydantic_core|pyyaml"
_INSTALLED = re.compile(rf"({_LIBRARIES})-[^/]*\.(?:dist|egg)-info", re.IGNORECASE)
_NO_CODE = {"__pycache__", "themes"}
"""Folders of the package that hold no code: a theme's files are looked at by themselves."""


@cache
def of_program() -> bytes:
    """Give the digest of this program; whoever works on its code never meets what an earlier state of it has made.

    Raises `OSError` where its code can't be looked at.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    code = (part for name in _code(package, "") for part in (name, content_of(os.path.join(package, name)).digest))
    return digest_of(__version__, sys.version, sys.platform, *_libraries(sys.path), *code)


def _code(package: str, inside: str) -> list[str]:
    """Name the files below a folder of the package, sorted."""
    with os.scandir(os.path.join(package, inside)) as entries:
        found = [(entry.name, entry.is_dir()) for entry in entries if entry.name not in _NO_CODE]
    names: list[str] = []
    for name, is_folder in sorted(found):
        path = f"{inside}/{name}" if inside else name
        names += _code(package, path) if is_folder else [path]
    return names


def _libraries(folders: Iterable[str]) -> Iterator[str]:
    """Name the libraries as they are installed, with their versions: `pydantic-2.8.0.dist-info`."""
    for folder in folders:
        try:
            yield from sorted(name for name in os.listdir(folder or ".") if _INSTALLED.fullmatch(name))
        except OSError:
            continue
