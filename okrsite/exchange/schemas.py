"""The JSON Schema of every kind of file as editors read it: each key with a title, what it says, and what may stand there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okrsite import addresses
from okrsite.checks import rules
from okrsite.documents.schema import KINDS, json_schema, kinds_in_words

FOLDER = "schema"
"""Where the schemas lie in a published site."""

WRITTEN = "Written by `okrsite schema`."
"""What every file of a schema says of itself: by it one is known again."""

Schema = dict[str, Any]

_LINK = re.compile(r"\[(\w+)\]\(#\w+\)")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TITLES = {
    "ConfigFile": "Configuration of the site",
    "OrgFile": "Organisation",
    "CheckIn": "Check-in",
    "CheckInFile": "Check-in",
    "CheckInsFile": "Check-ins",
    "CheckInReading": "Reading in a check-in",
    "check_ins": "Check-ins",
    "check_in_every": "Days between check-ins",
    "base_url": "Address of the site",
    "helps_with": "Happy to help with",
}
_RULES = frozenset({"allow", "checks"})


def file_name(kind: str) -> str:
    """Name the file of a kind's schema."""
    return f"{kind}.schema.json"


def editor_schema(kind: str, base_url: str | None = None) -> Schema:
    """Give the JSON Schema of a kind of file for editors; with the site's address it has its own there."""
    made = json_schema(kind)
    dialect, parts = made.pop("$schema"), made.pop("definitions", {})
    place = {"$id": addresses.absolute(base_url, f"{FOLDER}/{file_name(kind)}")} if base_url else {}
    whole = {"$schema": dialect, **place, "$comment": WRITTEN, **_titled(made)}
    return whole | {"definitions": {name: _titled(part) for name, part in parts.items()}} if parts else whole


@lru_cache(maxsize=64)
def schema_text(kind: str, base_url: str | None = None) -> str:
    """Write the JSON Schema of a kind of file, its keys in the order of the reference."""
    return _written(editor_schema(kind, base_url))


def all_schemas_text() -> str:
    """Write the JSON Schema of every kind as one object."""
    return _written({kind: editor_schema(kind) for kind in sorted(KINDS)})


def schema_files(base_url: str | None = None) -> Iterator[tuple[str, str]]:
    """Give the schema of every kind: the name of its file, and its text."""
    return ((file_name(kind), schema_text(kind, base_url)) for kind in sorted(KINDS))


def _written(value: Schema) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _titled(part: Schema) -> Schema:
    """Give a record, or what may stand for one, with titles in words for it and for its keys."""
    made = part | {"title": _spoken(part["title"])} if "title" in part else dict(part)
    if "properties" in made:
        made["properties"] = {key: _key(key, value) for key, value in made["properties"].items()}
    if isinstance(made.get("items"), dict) and "properties" in made["items"]:
        made["items"] = _titled(made["items"])
    if "anyOf" in made:
        made["anyOf"] = [_titled(each) if "properties" in each else each for each in made["anyOf"]]
    return made


def _key(key: str, value: Schema) -> Schema:
    """Describe a key: its title, what it says, and in words what may stand there."""
    kind = _as_one({name: each for name, each in value.items() if name not in {"title", "description"}})
    if key in _RULES:
        kind = _by_rule(kind)
    if "$ref" in kind:
        kind = {"allOf": [{"$ref": kind.pop("$ref")}], **kind}
    return _described(_spoken(key), f"{value['description']}{_kinds(value)}") | kind


def _described(title: str, says: str) -> Schema:
    """Give title and description; where it has marks of Markdown, once more as such, else editors would show the marks."""
    return {"title": title, "description": says} | ({"markdownDescription": says} if "`" in says else {})


def _as_one(kind: Schema) -> Schema:
    """Describe a choice between values of different types as one: editors show each alternative of a choice by itself.

    What JSON Schema says of a text, a number or a list holds for these only, so the sense stays. The titles of plain
    values go: the description names them, and editors would show them for the key's own.
    """
    kinds = [{name: each for name, each in one.items() if name != "title"} for one in kind.get("anyOf", ())]
    if not kinds:
        return kind
    said = [name for one in kinds for name in one if name != "type"]
    types = [each for one in kinds for each in _types(one)]
    if not all(_types(one) for one in kinds) or len(set(said)) < len(said) or len(set(types)) < len(types):
        return kind | {"anyOf": kinds}
    made = {name: each for name, each in kind.items() if name != "anyOf"}
    for one in kinds:
        made |= one
    return made | {"type": types} | (_or_nothing(made) if "enum" in made else {})


def _types(kind: Schema) -> list[str]:
    """List the types that a description is of; none where it does not say them itself."""
    given = kind.get("type", [])
    return [given] if isinstance(given, str) else list(given)


def _or_nothing(kind: Schema) -> Schema:
    """Say of a few words that a key may also stand without one."""
    words: list[Any] = kind["enum"]
    says: list[str] = kind.get("enumDescriptions", words)
    return {"enum": [*words, None], "enumDescriptions": [*says, "nothing is said"]}


def _kinds(value: Schema) -> str:
    """Say in parentheses what may stand behind a key; where it is one of a few words, editors list them."""
    kinds = [kind for kind in kinds_in_words(value) if not kind.startswith("`") and kind != "id"]
    said = _LINK.sub(lambda link: _spoken(link[1]).lower(), " or ".join(kinds))
    return f" ({said})" if said else ""


def _by_rule(value: Schema) -> Schema:
    """Say of each rule what it finds, where rules are set to a level or accepted."""
    known = rules()
    said = {
        rule: each | _described(rule, f"finds {known[rule].finds}" if rule in known else "not looked for yet")
        for rule, each in value["properties"].items()
    }
    return value | {"properties": said}


def _spoken(name: str) -> str:
    """Put the name of a key or record into words."""
    if name in _TITLES:
        return _TITLES[name]
    words = _CAPITAL.sub(" ", name.removesuffix("File").removesuffix("Keys")).replace("_", " ").lower()
    return words[:1].upper() + words[1:]
