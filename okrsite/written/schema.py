"""The JSON Schema of a kind of record, as accurate as JSON Schema can be about what is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from okrsite.written.checking import Prepared
from okrsite.written.choice import OneOf
from okrsite.written.quantity import QUANTITY_SCHEMA, Quantity
from okrsite.written.record import EACH, Described, Record, keys_of

T = TypeVar("T")

_DIALECT = "http://json-schema.org/draft-07/schema#"
_PARTS = "definitions"
_REF = f"#/{_PARTS}/"
_BLANK = {"type": "null"}


def json_schema(kind: type[Record]) -> dict[str, Any]:
    """Describe what a file or a part of it may say, for editors and other programs.

    It speaks of YAML as JSON sees it: dates are strings. What it can't say (units, dates that don't exist, references)
    is left to `okrsite check`. It is of draft 7, which every editor reads.
    """
    named = _kinds_in(kind)
    parts = {name: _of_part(named[name]) for name in sorted(named) if name != kind.__name__}
    made = {"$schema": _DIALECT, **_of_record(kind)}
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


def _of_part(kind: Any) -> dict[str, Any]:
    """Describe a record within a file; where a plain value may stand for it, that too."""
    record = _of_record(kind)
    if kind.shorthand is None:
        return record
    plain = {key: each for key, each in record["properties"][kind.shorthand].items() if key != "description"}
    return {"title": kind.__name__, "description": record["description"], "anyOf": [record, plain]}


def _of_record(kind: Any) -> dict[str, Any]:
    fields = kind.__pydantic_fields__
    keys = keys_of(kind)
    record = {
        "title": kind.__name__,
        "description": cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": {key: _of_key(fields[own.name], own) for key, own in keys.items()},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        **kind.also_holds,
    }
    required = [key for key, own in keys.items() if own.required]
    return record | {"required": required} if required else record


def _of_key(field: Any, own: Described) -> dict[str, Any]:
    """Describe a key; one that is not required may stand without a value."""
    described = _of_type(Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation)
    each = (field.json_schema_extra or {}).get(EACH, {})
    for choice in (described, *described.get("anyOf", ())) if each else ():
        if "enum" in choice:
            choice["enumDescriptions"] = [each[word] for word in choice["enum"]]
    if not own.required:
        others = [one for one in described.get("anyOf", [described]) if one != _BLANK]
        described = {"anyOf": [*others, _BLANK]}
    says = {"description": field.description} if field.description else {}
    default = {"default": own.default} if own.default not in (None, (), {}) else {}
    return {**says, **described, **default}


def _of_type(kind: Any) -> dict[str, Any]:
    """Describe what may stand for a type: by what is said beside it, by its parts, a record by its name."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _said_by(*parts)
    if origin is tuple:
        return {"items": _of_type(parts[0]), "type": "array"}
    if origin in {dict, Mapping}:
        return _of_map(_of_type(parts[0]), _of_type(parts[1]))
    if origin in {Union, UnionType}:
        each = map(_of_type, parts)
        return {"anyOf": [one for made in each for one in (made["anyOf"] if made.keys() == {"anyOf"} else [made])]}
    if kind is NoneType:
        return dict(_BLANK)
    return _in_order(QUANTITY_SCHEMA) if kind is Quantity else {"$ref": f"{_REF}{kind.__name__}"}


def _of_map(key: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    if "pattern" in key:
        return {"patternProperties": {key["pattern"]: value}, "type": "object"}
    return {"additionalProperties": value, "type": "object"}


def _said_by(kind: Any, mark: Any) -> dict[str, Any]:
    """Describe a type by one mark beside it: what it accepts, or what it makes ready for the type."""
    if isinstance(mark, OneOf):
        return {"enum": list(get_args(kind)), "type": "string"}
    if not isinstance(mark, Prepared):
        return _in_order(dict(mark.schema))
    if mark.instead:
        return _in_order(dict(mark.instead))
    made = _of_type(kind)
    return {"anyOf": [made, _in_order(mark.also)]} if mark.also else made


def _in_order(value: T, *, sort: bool = True) -> T:
    """Sort the words of a description, so that all stand alike; keys of a file stay in their order."""
    made: Any = value
    if isinstance(value, Mapping):
        names = sorted(value) if sort else value
        made = {name: _in_order(value[name], sort=name not in {"properties", "default"}) for name in names}
    elif isinstance(value, (list, tuple)):
        made = [_in_order(each) for each in value]
    return cast("T", made)
