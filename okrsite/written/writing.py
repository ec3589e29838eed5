"""The other way round: a text as YAML that reads back as that text."""

from __future__ import annotations

import yaml

_NEVER_WRAPPED = 1 << 30


def as_yaml(text: str) -> str:
    """Write a text as a scalar on one line: plain where YAML leaves it a text, else in quotation marks."""
    one_line = " ".join(text.split())
    dumped: str = yaml.safe_dump(one_line, allow_unicode=True, width=_NEVER_WRAPPED, default_style=None)
    return dumped.removesuffix("...\n").strip()
