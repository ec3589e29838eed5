"""The schemas of all kinds of files: published with the site, written into a folder, named by the first line of a file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from okrsite.documents.schema import KINDS
from okrsite.exchange.schemas import editor_schema, file_name, schema_text
from tests.cli.test_commands import run, write
from tests.documents.test_schema import as_json

WALK = {"content/okrs/2026-Q1/wards/walk.md": "---\ntitle: Everyone walks again before going home\n---\n"}
FIRST_LINE = "# yaml-language-server: $schema="


def test_every_site_has_them_and_they_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path, WALK | {"okrsite.yaml": "base_url: https://okr.example.org/ours/\n"})
    assert run("build", at=tmp_path).returncode == 0
    folder = tmp_path / "site/schema"
    assert sorted(path.name for path in folder.iterdir()) == sorted(map(file_name, KINDS))
    made = json.loads((folder / "objective.schema.json").read_text("utf-8"))
    assert made["$id"] == "https://okr.example.org/ours/schema/objective.schema.json"
    assert made == editor_schema("objective", "https://okr.example.org/ours/")
    assert "ours/schema/" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_a_file_of_ones_own_may_not_lie_where_one_is_published(tmp_path: Path) -> None:
    write(
        tmp_path, WALK | {"content/static/schema/objective.schema.json": "{}", "content/static/schema/ours.json": "{}"}
    )
    built = run("build", at=tmp_path)
    assert built.returncode == 1
    assert built.stdout.count("error[page-clash]") == 1
    assert "schema/objective.schema.json" in built.stdout


def test_without_the_sites_address_they_have_none_of_their_own() -> None:
    assert "$id" not in editor_schema("objective")


def test_out_writes_a_file_for_each_kind_and_writes_them_anew(tmp_path: Path) -> None:
    for _ in range(2):
        written = run("schema", "--out", "ours/schema", at=tmp_path)
        assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout.splitlines() == [f"wrote ours/schema/{file_name(kind)}" for kind in sorted(KINDS)]
    assert (tmp_path / "ours/schema/team.schema.json").read_text("utf-8") == schema_text("team")


def test_out_writes_the_one_kind_that_is_asked_for(tmp_path: Path) -> None:
    assert run("schema", "survey", "--out", ".", at=tmp_path).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["survey.schema.json"]


def test_a_file_that_is_none_of_okrsites_stays(tmp_path: Path) -> None:
    write(tmp_path, {"config.schema.json": "mine"})
    refused = run("schema", "config", "--out", ".", at=tmp_path)
    assert refused.returncode == 2
    assert "config.schema.json is no schema that okrsite wrote; it stays as it is." in refused.stderr
    assert (tmp_path / "config.schema.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize("kind", ["objective", "config"])
def test_printed_it_is_the_same(kind: str, tmp_path: Path) -> None:
    assert run("schema", kind, at=tmp_path).stdout == schema_text(kind)
    assert json.loads(run("schema", at=tmp_path).stdout)[kind] == editor_schema(kind)


def test_a_new_site_tells_editors_what_its_files_may_say(tmp_path: Path) -> None:
    assert run("init", "--quiet", "ours", at=tmp_path).returncode == 0
    files = list((tmp_path / "ours").rglob("*.yaml"))
    assert [path.name for path in files] == ["okrsite.yaml"]
    for path in files:
        text = path.read_text("utf-8")
        first = text.splitlines()[0]
        assert first.startswith(FIRST_LINE)
        schema = json.loads((path.parent / first.removeprefix(FIRST_LINE)).read_text("utf-8"))
        jsonschema.Draft7Validator(schema).validate(as_json(text) or {})
        assert not jsonschema.Draft7Validator(schema).is_valid(as_json("langauge: de"))
