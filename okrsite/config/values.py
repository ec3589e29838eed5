"""What single values of the configuration accept: addresses, folders, tags of a language, whole numbers in a range."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlsplit

from okrsite.written import Checked, refused, text
from okrsite.written.numbers import whole

MOST_DAYS = 3650

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NO_ADDRESS = re.compile(r"[\s\0-\x1f\"<>\\^`|]")
_TEXT = {"type": "string", "pattern": r"\S"}


def address(value: object) -> str:
    """Take an absolute address of the web, without a query or a fragment; give it with `/` at its end."""
    written = text(value)
    if not is_address(written) or {"?", "#", "{", "}"} & set(written):
        raise refused(
            "wrong-type",
            f"{{key}} should be an absolute address, not “{written[:80]}”.",
            "Write it whole: https://okr.example.org/",
        )
    return written.rstrip("/") + "/"


def is_address(written: str) -> bool:
    """Tell whether a text is an absolute address: http or https, a host, and nobody's password."""
    try:
        parts = urlsplit(written)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"} and bool(host) and "@" not in parts.netloc and not _NO_ADDRESS.search(written)
    )


def pattern(value: object) -> str:
    """Take an address with `{path}` in it, and `{branch}` if need be."""
    written = text(value)
    unknown = [name for name in _PLACEHOLDER.findall(written) if name not in {"path", "branch"}]
    bare = _PLACEHOLDER.sub("x", written)
    if "{path}" not in written or unknown or {"{", "}"} & set(bare) or not is_address(bare):
        raise refused(
            "wrong-type",
            f"{{key}} should be a whole address with {{{{path}}}} in it, not “{written[:80]}”.".replace(
                "{{path}}", "{path}"
            ),
            "Such as https://git.example.org/okr/edit/{branch}/{path}",
        )
    return written


def folder(value: object) -> str:
    """Take a folder below the root, with `/`; refuse the root itself and what leads out of it."""
    written = text(value)
    path = posixpath.normpath(written)
    if leads_out(path):
        raise refused(
            "unsafe-path",
            f"{{key}} leads out of the site’s root: {written[:80]}.",
            "Name a folder below the one that okrsite.yaml lies in.",
        )
    if path == ".":
        raise refused(
            "wrong-type",
            "{key} can’t be the root itself.",
            "Name a folder below the one that okrsite.yaml lies in.",
        )
    return path


def leads_out(path: str) -> bool:
    """Tell whether a normal path begins at the top of the disk, or climbs."""
    return path.startswith(("/", "../")) or path == ".." or re.match(r"[A-Za-z]:|\\", path) is not None


def place(value: object) -> str:
    """Take a folder below the content folder, with `/`, or the content folder itself (`.`)."""
    written = text(value)
    path = posixpath.normpath(written)
    if leads_out(path):
        raise refused(
            "unsafe-path",
            f"{{key}} leads out of the content folder: {written[:80]}.",
            "Name a folder below it, such as okrs/2026-Q1/laboratory.",
        )
    return path


def theme(value: object) -> str:
    """Take the name of a theme: that of a folder in `themes/`."""
    written = text(value)
    if "/" in written or "\\" in written or written in {".", ".."} or written.startswith("."):
        raise refused(
            "unsafe-path",
            f"{{key}} is the name of a folder in themes/, not a path: {written[:80]}.",
            "Write the folder’s name alone.",
        )
    return written


def language(value: object) -> str:
    """Take the tag of a language, such as `de`, `pt-BR` or `zh-Hans`."""
    written = text(value)
    if not _LANGUAGE.fullmatch(written):
        better = written.replace("_", "-").partition(".")[0]
        raise refused(
            "wrong-type",
            f"{{key}} should be the tag of a language, not “{written[:40]}”.",
            f"Did you mean {better}?" if _LANGUAGE.fullmatch(better) else "Such as en, de, pt-BR or zh-Hans.",
        )
    return written


def within(least: int, most: int, expected: str) -> Callable[[object], int]:
    """Make the check of a whole number within a range."""

    def check(value: object) -> int:
        number = whole(value, expected)
        if least <= number <= most:
            return number
        raise refused(
            "wrong-type", f"{{key}} should be {expected}; {number} is not.", f"Write {expected}, or take it away."
        )

    return check


def _whole(least: int, most: int) -> dict[str, object]:
    return {"type": "integer", "minimum": least, "maximum": most}


Address = Annotated[str, Checked(address, {"type": "string", "format": "uri", "pattern": "^https?://"})]
Pattern = Annotated[str, Checked(pattern, {"type": "string", "pattern": r"^https?://.*\{path\}"})]
Folder = Annotated[str, Checked(folder, _TEXT)]
Place = Annotated[str, Checked(place, _TEXT)]
ThemeName = Annotated[str, Checked(theme, {"type": "string", "pattern": r"^[^/\\.][^/\\]*$"})]
Language = Annotated[str, Checked(language, {"type": "string", "pattern": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"})]
Month = Annotated[int, Checked(within(1, 12, "the number of a month, 1 to 12"), _whole(1, 12))]
Days = Annotated[int, Checked(within(1, MOST_DAYS, f"a number of days, 1 to {MOST_DAYS}"), _whole(1, MOST_DAYS))]
