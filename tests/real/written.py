"""Values → the YAML and front matter that a person would write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

Value = str | int | float | bool | date | Mapping[str, "Value"] | list["Value"]

_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`])(?!\d+(?:[-:]\d+)+$)(?:(?!: | #|:$).)+")
_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "~", "y", "n"}


def slug(text: str) -> str:
    """The id that a title gives: letters, marks and digits in lower case, one `-` between them, at most 100."""
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in unicodedata.normalize("NFC", text))
    whole = "-".join(kept.lower().split())
    return whole if len(whole) <= 100 else whole[:100].rpartition("-")[0] or whole[:100]


def yaml(value: Mapping[str, Value], indent: int = 0) -> str:
    """A mapping, block by block; nothing is written for what is empty."""
    return "".join(_entry(key, item, indent) for key, item in value.items() if item not in ("", [], {}))


def _entry(key: str, item: Value, indent: int) -> str:
    lead = " " * indent
    if isinstance(item, list):
        return f"{lead}{key}:\n" + "".join(_element(one, indent + 2) for one in item)
    if isinstance(item, Mapping):
        return f"{lead}{key}:\n{yaml(item, indent + 2)}"
    return f"{lead}{key}: {_scalar(item)}\n"


def _element(item: Value, indent: int) -> str:
    lead = " " * indent
    if isinstance(item, Mapping):
        return f"{lead}- " + yaml(item, indent + 2).removeprefix(lead + "  ")
    assert not isinstance(item, list)
    return f"{lead}- {_scalar(item)}\n"


def _scalar(item: str | float | date) -> str:
    if isinstance(item, date):
        return item.isoformat()
    if isinstance(item, str) and _PLAIN.fullmatch(item) and item.lower() not in _WORDS:
        return item
    return json.dumps(item, ensure_ascii=False)


def page(front: Mapping[str, Value], text: str = "") -> str:
    """A Markdown file: front matter, and the text below."""
    return f"---\n{yaml(front)}---\n" + (f"{text.strip()}\n" if text else "")


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write files by their path below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def unique(ids: Iterable[str]) -> list[str]:
    """The ids, refused where one comes twice."""
    listed = list(ids)
    assert len(listed) == len(set(listed)), sorted(one for one in listed if listed.count(one) > 1)
    return listed


def numbered(ids: Iterable[str]) -> list[str]:
    """The ids, with a number where one comes again: `win-fast`, `win-fast-2`."""
    seen: Counter[str] = Counter()
    return [_numbered(one, seen) for one in ids]


def _numbered(one: str, seen: Counter[str]) -> str:
    seen[one] += 1
    return one if seen[one] == 1 else f"{one}-{seen[one]}"
