"""The JSON Schema of each kind of file, and the tables of its keys for the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from okrsite import written
from okrsite.config import ConfigFile
from okrsite.documents.reading import KINDS as READ_AS
from okrsite.sources import Kind
from okrsite.written import Record

KINDS: Mapping[str, type[Record]] = {"config": ConfigFile, **{kind.value: record for kind, record in READ_AS.items()}}
"""What there is a schema of, by the name it is asked for."""

_PARTS = "definitions"
_REF = f"#/{_PARTS}/"
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "yes or no"}


def json_schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file: of its YAML, or of its front matter."""
    made = written.json_schema(KINDS[kind])
    if kind != Kind.CHECK_INS:
        return made
    listed = next(each for each in made["properties"]["check_ins"]["anyOf"] if each.get("type") == "array")
    return {
        "$schema": made["$schema"],
        "title": made["title"],
        "description": made["description"],
        **listed,
        _PARTS: made[_PARTS],
    }


def reference() -> str:
    """Write the tables of all keys in Markdown: a section a kind of file, then one for each kind of record in them."""
    schemas = [written.json_schema(kind) for name, kind in KINDS.items() if name != Kind.CHECK_INS]
    parts: dict[str, dict[str, Any]] = {}
    for schema in schemas:
        parts |= schema.get(_PARTS, {})
    files = [_section(schema, level=3) for schema in schemas]
    records = [_section(parts[name], level=3) for name in sorted(parts)]
    return "\n".join(["## Files\n", *files, "## What stands in them\n", *records])


def _section(schema: dict[str, Any], *, level: int) -> str:
    record = schema if "properties" in schema else schema["anyOf"][0]
    head = f"{'#' * level} {schema['title']}\n\n{schema['description']}\n"
    return "\n".join([head, "| key | value | what it says |", "|---|---|---|", *_rows(record), ""])


def _rows(record: dict[str, Any]) -> Iterator[str]:
    required = record.get("required", ())
    for key, value in record["properties"].items():
        name = f"`{key}` (required)" if key in required else f"`{key}`"
        default = f"; without it {_as_written(value['default'])}" if "default" in value else ""
        yield f"| {name} | {_cell(' or '.join(kinds_in_words(value)))} | {_cell(value.get('description', ''))}{default} |"


def _as_written(default: object) -> str:
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def kinds_in_words(value: dict[str, Any]) -> list[str]:
    """Say in words what may stand behind a key; a record is linked to by its name, as in the reference."""
    if "title" in value and "$ref" not in value:
        return [value["title"]]
    if "$ref" in value:
        name = value["$ref"].removeprefix(_REF)
        return [f"[{name}](#{name.lower()})"]
    if "enum" in value:
        return [" · ".join(f"`{each}`" for each in value["enum"])]
    if value.get("type") == "array":
        return [f"list of {' or '.join(kinds_in_words(value['items']))}"]
    if "anyOf" in value:
        kinds = [kind for each in value["anyOf"] if each.get("type") != "null" for kind in kinds_in_words(each)]
        one_of_many = len(kinds) > 1 and kinds[0] == f"list of {kinds[1]}"
        return [f"{kinds[1]}, or a list of them"] if one_of_many else kinds
    inner = value.get("patternProperties") or {"": value.get("additionalProperties")}
    return [_TYPES.get(value["type"]) or f"map from name to {' or '.join(kinds_in_words(next(iter(inner.values()))))}"]
