"""Ids, and the slugs that ids are made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated
from unicodedata import category, normalize

from okrsite.files import belongs_to_windows
from okrsite.written.checking import Checked
from okrsite.written.refusing import refused, shown
from okrsite.written.texts import text

LONGEST = 100
_USUAL = re.compile(rf"[a-z0-9_-]{{1,{LONGEST}}}")
RESERVED = frozenset({"index"})


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Make a slug of a text: its letters, marks and digits, in NFC and lower case, all else one `-` between them.

    Cut at the last `-` among its first 100 characters, else after the 100th. A name that Windows keeps for itself
    gets a `-` at its end. Empty where the text has no letter, mark or digit.
    """
    lower = normalize("NFC", normalize("NFC", text).lower())
    whole = "-".join("".join(character if in_a_name(character) else " " for character in lower).split())
    short = _cut(whole)
    return f"{short}-" if belongs_to_windows(short) else short


def _cut(whole: str) -> str:
    if len(whole) <= LONGEST:
        return whole
    end = whole.rfind("-", 0, LONGEST)
    return whole[:end] if end > 0 else whole[:LONGEST]


def in_a_name(character: str) -> bool:
    """Tell whether a character is a letter, a mark or a digit of any script."""
    kind = category(character)
    return kind[0] in "LM" or kind == "Nd"


def wrong_with_id(name: str) -> str | None:
    """Say what keeps a text from being an id, as the end of a sentence about it; None when it is one."""
    if _USUAL.fullmatch(name) and name not in RESERVED and not belongs_to_windows(name):
        return None
    other = next((character for character in name if character not in "-_." and not in_a_name(character)), None)
    wrong = {
        "is empty": not name,
        "is kept for lists": name.casefold() in RESERVED,
        f"has {len(name)} characters; {LONGEST} is the most": len(name) > LONGEST,
        "begins with a dot": name.startswith("."),
        "ends with a dot, which is lost on Windows": name.endswith("."),
        "is a name that Windows keeps for itself": belongs_to_windows(name),
        f"holds {_named(other)}": other is not None,
    }
    return next((words for words, true in wrong.items() if true), None)


def _named(character: str | None) -> str:
    if character is None:
        return ""
    spoken = {
        " ": "a space",
        "/": "a slash",
        "\\": "a backslash",
        "\t": "a tab",
        "\n": "a line break",
        "\u00a0": "a hard space",
    }
    return spoken.get(character) or (f"“{character}”" if character.isprintable() else f"U+{ord(character):04X}")


def identifier(value: object) -> str:
    """Take an id, in NFC; refuse what the format does not allow as one (`bad-id`)."""
    written = text(value)
    name = written if written.isascii() else normalize("NFC", written)
    wrong = wrong_with_id(name)
    if wrong is None:
        return name
    better = slug(name)
    way_out = (
        f"An id has letters, digits, - _ and . alone: {better}"
        if better and not wrong_with_id(better)
        else "Choose another one."
    )
    raise refused("bad-id", f"{shown(name)} can’t be an id: it {wrong}.", way_out)


ID_SCHEMA = {"title": "id", "type": ["string", "number"], "pattern": r"^[^\s/\\.][^\s/\\]*$", "maxLength": LONGEST}

Id = Annotated[str, Checked(identifier, ID_SCHEMA)]
