"""The JSON Schema of a kind of record, as accurate as JSON Schema can be about what is accepted."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any, get_args

from pydantic import TypeAdapter

from okrsite.written.record import EACH, Record, keys_of

_DIALECT = "http://json-schema.org/draft-07/schema#"
_PARTS = "definitions"
_REF = f"#/{_PARTS}/"
_BLANK = {"type": "null"}


def json_schema(kind: type[Record]) -> dict[str, Any]:
    """Describe what a file or a part of it may say, for editors and other programs.

    It speaks of YAML as JSON sees it: dates are strings. What it can't say (units, dates that don't exist, references)
    is left to `okrsite check`. It is of draft 7, which every editor reads.
    """
    as_any: Any = kind
    whole: dict[str, Any] = TypeAdapter(as_any).json_schema(ref_template=f"{_REF}{{model}}")
    named = _kinds_in(kind)
    parts = {name: _of_part(part, named[name]) for name, part in sorted(whole.pop("$defs", {}).items())}
    if "$ref" in whole:
        return {"$schema": _DIALECT, **parts.pop(str(whole["$ref"]).removeprefix(_REF)), _PARTS: parts}
    made = {"$schema": _DIALECT, **_of_record(whole, kind)}
    return made | {_PARTS: parts} if parts else made


def _kinds_in(kind: Any) -> dict[str, Any]:
    """Give the kinds of records that stand within a kind, by name, itself among them."""
    found: dict[str, Any] = {}
    todo = [kind]
    while todo:
        each = todo.pop()
        if isinstance(each, type) and issubclass(each, Record):
            if each.__name__ not in found:
                found[each.__name__] = each
                todo += [field.annotation for field in each.__pydantic_fields__.values()]  # type: ignore[attr-defined]
        else:
            todo += get_args(each)
    return found


def _of_part(part: dict[str, Any], kind: Any) -> dict[str, Any]:
    """Describe a record within a file; where a plain value may stand for it, that too."""
    record = _of_record(part, kind)
    if kind.shorthand is None:
        return record
    plain = {key: each for key, each in record["properties"][kind.shorthand].items() if key != "description"}
    return {"title": kind.__name__, "description": record["description"], "anyOf": [record, plain]}


def _of_record(part: dict[str, Any], kind: Any) -> dict[str, Any]:
    keys = keys_of(kind)
    written = {key: value for key, value in part["properties"].items() if key in keys}
    record = {
        "title": kind.__name__,
        "description": cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": {key: _of_key(key, value, required=keys[key].required) for key, value in written.items()},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        **kind.also_holds,
    }
    required = [key for key in written if keys[key].required]
    return record | {"required": required} if required else record


def _of_key(key: str, value: dict[str, Any], *, required: bool) -> dict[str, Any]:
    """Describe a key; one that is not required may stand without a value."""
    described = {key: each for key, each in value.items() if key not in {"default", "description", EACH}}
    if described.get("title") == key.replace("_", " ").title():
        del described["title"]
    for choice in (described, *described.get("anyOf", ())) if EACH in value else ():
        if "enum" in choice:
            choice["enumDescriptions"] = [value[EACH][word] for word in choice["enum"]]
    if not required:
        others = [each for each in described.get("anyOf", [described]) if each != _BLANK]
        described = {"anyOf": [*others, _BLANK]}
    says = {"description": value["description"]} if "description" in value else {}
    default = {"default": value["default"]} if value.get("default") not in (None, [], {}) else {}
    return {**says, **described, **default}
