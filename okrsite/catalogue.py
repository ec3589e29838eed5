"""A catalogue of interface words: YAML of key → text, or key → plural form → text."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

import yaml

from okrsite.diagnostics import Finding, Span, error
from okrsite.speech import Words


def read_catalogue(path: str, data: bytes, known: Words | None) -> tuple[Words, list[Finding]]:
    """Read one."""
    return yaml.safe_load(data) or {}, []
