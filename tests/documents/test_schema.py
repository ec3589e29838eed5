"""The JSON Schema of each kind of file says what is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from okrsite.documents import schema
from okrsite.documents.front_matter import parts_of
from okrsite.exchange.schemas import editor_schema
from okrsite.sources import Kind
from okrsite.sources.places import place_of

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in (ROOT / "content", *(ROOT / "tests/sites").glob("*/content"))
    for path in folder.rglob("*")
    if path.is_file()
)


class _AsJson(yaml.SafeLoader):
    """YAML as JSON sees it: dates stay strings."""


_AsJson.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_json(text: str) -> Any:
    return yaml.load(text, _AsJson)  # noqa: S506 - a safe loader with fewer types


def validator(kind: str) -> jsonschema.Draft7Validator:
    made = editor_schema(kind)
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


def front(text: str) -> str:
    parts = parts_of(text)
    return text[parts.start : parts.stop]


def sources() -> list[tuple[str, Path]]:
    found = []
    for path in FILES:
        below = path.parts[len(path.parts) - path.parts[::-1].index("content") :]
        place = place_of(below)
        if place is not None and place.kind is not Kind.STATIC:
            found.append((place.kind.value, path))
    return found


@pytest.mark.parametrize("kind", sorted(schema.KINDS))
def test_every_kind_has_a_schema_that_is_one(kind: str) -> None:
    assert validator(kind)


def test_the_files_of_the_examples_are_valid() -> None:
    validators = {kind: validator(kind) for kind in schema.KINDS}
    looked_at = set()
    for kind, path in sources():
        text = path.read_text("utf-8")
        value = as_json(front(text) if path.suffix == ".md" else text)
        errors = [each.message for each in validators[kind].iter_errors({} if value is None else value)]
        assert errors == [], path
        looked_at.add(kind)
    assert len(looked_at) >= 9


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("objective", "titel: a"),
        ("objective", "title: a\nsupprts: b"),
        ("objective", "title: a\nkey_results: [{title: b, traget: 3}]"),
        ("objective", "title: a\nkey_results: [{start: 3}]"),
        ("objective", "title: a\nowner: b\nowners: [c]"),
        ("objective", "title: a\ncheck_ins: [{learned: b}]"),
        ("objective", "title: a\ncheck_ins: [{date: 2026-01-01, readings: {a: {vlaue: 3}}}]"),
        ("objective", "title: a\ntype: comitted"),
        ("objective", "title: a\nallow: {syntax: b}"),
        ("objective", "title: no"),
        ("objective", "title: a\nline: 3"),
        ("objective", "title: a\nkey_results: [{title: b, readings: {soon: 3}}]"),
        ("org", "mission: a"),
        ("check-ins", "objective: a\ndate: 2026-01-01"),
        ("check-ins", "[{objective: a}]"),
        ("team-objectives", "objectives: [{text: a}]"),
        ("survey", "date: 2026-01-01"),
        ("config", "langauge: de"),
        ("config", "checks: {quite: off}"),
    ],
)
def test_what_is_refused_is_not_valid(kind: str, text: str) -> None:
    assert not validator(kind).is_valid(as_json(text))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("objective", "title: 1984\nwhy:\ntags: recovery\nsupports: mission\nx-own: {a: 1}"),
        (
            "objective",
            "title: a\nkey_results: [{same_as: b#c}, {title: d, readings: {2026-01-01: 3, 2026-01-02: {value: 4 h, x-z: 1}}}]",
        ),
        ("objective", "title: a\nclosed: {date: 2026-01-01}\nallow: {orphan: we know, x-a: b}"),
        ("check-ins", "[{objective: a, date: 2026-01-01, readings: {b: true, c: [d], e: 34%, f: {value: 3}}}]"),
        ("config", "checks: {quiet: off, orphan: note}\nmounts: [{from: ../a, to: okrs/b}]"),
    ],
)
def test_what_is_accepted_is_valid(kind: str, text: str) -> None:
    assert [each.message for each in validator(kind).iter_errors(as_json(text))] == []


def keys_in(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes, at any depth."""
    if isinstance(value, dict):
        yield from (value.get("properties") or {}).items()
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys_in(each)


@pytest.mark.parametrize("kind", sorted(schema.KINDS))
def test_every_key_has_a_title_and_says_what_it_is(kind: str) -> None:
    made = editor_schema(kind)
    assert made["title"]
    assert made["description"]
    for name, key in keys_in(made):
        assert key.get("title"), name
        assert key.get("description"), name
        assert len(key.get("enumDescriptions", ())) == len(key.get("enum", ())), name


def test_an_editor_shows_words_not_names_of_classes() -> None:
    made = editor_schema("team-objectives")
    (objective,) = [value for name, value in keys_in(made) if name == "objectives"]
    assert (objective["title"], objective["description"]) == ("Objectives", "the objectives (list of listed objective)")
    state = made["definitions"]["ListedObjective"]["properties"]["state"]
    assert dict(zip(state["enum"], state["enumDescriptions"], strict=True))["open"] == "looking for a team"
    assert "anyOf" not in made["definitions"]["ListedObjective"]["properties"]["supports"]


def test_what_a_rule_finds_is_said_where_it_is_set_to_a_level() -> None:
    (quiet,) = [value for name, value in keys_in(editor_schema("config")) if name == "quiet"]
    assert quiet["description"].startswith("finds ")


def test_the_reference_has_a_row_for_every_key() -> None:
    tables = schema.reference()
    assert "| `title` (required) | text | what will be true |" in tables
    assert "| `for` | text | whom it serves |" in tables
    assert "| `nav` | yes or no | show it in the menu; without it `false` |" in tables
    assert "### KeyResult" in tables
