"""What makes two names the same, and how a person is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

_ADDRESSED = re.compile(r"(?P<name>.*\S)\s*<(?P<contact>[^<>]+)>", re.DOTALL)


def folded(name: str) -> str:
    """Give what two names share that differ only in case or normalisation."""
    return normalize("NFC", normalize("NFD", name).casefold())


def bare(name: str) -> str:
    """Give what two names share that differ only in case or accents."""
    return "".join(character for character in normalize("NFD", folded(name)) if not combining(character))


@dataclass(frozen=True, slots=True)
class Named:
    """A person as written: a plain name or an id, and the address that may follow it in `<…>`."""

    name: str
    contact: str | None


def named(text: str) -> Named:
    """Part `Name <address>` into its two halves."""
    found = _ADDRESSED.fullmatch(text.strip())
    if found is None:
        return Named(text.strip(), None)
    return Named(found["name"].strip(), found["contact"].strip())
