"""The two readers of YAML: PyYAML's own, and the faster one in C where there is one. Both give the same events."""

from __future__ import annotations

from typing import Any, Protocol

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class Events(Protocol):
    """What a reader gives: one event after the other."""

    def get_event(self) -> Any:
        """Give the next event; after the last one None."""


class _InPython(Reader, Scanner, Parser):
    """PyYAML's reader in Python, without what it would build of the events."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def in_python(text: str) -> Events:
    """Read with the reader in Python."""
    return _InPython(text)


def in_c(text: str) -> Events:
    """Read with the reader in C; only where `HAS_C`."""
    reader: Events = yaml.cyaml.CParser(text)  # type: ignore[attr-defined]
    return reader


HAS_C = yaml.__with_libyaml__
