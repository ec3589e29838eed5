"""What the documents say can be done, can be done."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, build

DOCS = sorted(path for path in (ROOT / "docs").rglob("*.md"))
README = ROOT / "README.md"


def examples(text: str) -> dict[str, str]:
    """The files that a document shows: a path alone on a line, and the block below it; the last version counts."""
    shown = re.findall(r"^`(content/[^`]+)`\n\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return dict(shown)


def test_the_files_of_the_guide_make_a_site(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "guide.md").read_text("utf-8")
    shown = examples(text)
    assert len(shown) > 5
    for name, content in shown.items():
        path = tmp_path / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    build(tmp_path / "root", tmp_path / "site", "--as-of", "2026-02-01", "--strict")
    assert (tmp_path / "site" / "objectives" / "2026-Q1" / "wards" / "walk-again.html").is_file()


def test_the_reference_is_what_schema_and_rules_say_now(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "write-reference", tmp_path], check=True)
    for name in ("keys.md", "rules.md", "views.md"):
        kept = (ROOT / "docs" / "reference" / name).read_text("utf-8")
        assert (tmp_path / name).read_text("utf-8") == kept, "make reference writes it anew"


def test_a_change_of_what_templates_get_is_told_in_the_changelog() -> None:
    """The mark of the theme contract is the digest of its reference: who changes one writes the other's line."""
    mark = hashlib.sha256((ROOT / "docs" / "reference" / "views.md").read_bytes()).hexdigest()[:8]
    assert f"theme contract {mark}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_theme_contract_names_every_token_and_no_other() -> None:
    tokens = (ROOT / "themes" / "default" / "assets" / "tokens.css").read_text("utf-8")
    table = (ROOT / "docs" / "reference" / "theme.md").read_text("utf-8").partition("## Tokens")[2]
    assert set(re.findall(r"`(--[\w-]+)`", table)) == set(re.findall(r"(--[\w-]+):", tokens))


def test_every_template_that_makes_a_page_is_in_the_reference() -> None:
    pages = {path.name for path in (ROOT / "themes" / "default" / "templates").glob("*.html")}
    shared = {"base.html", "icons.html", "lists.html", "parts.html", "objective-parts.html"}
    views = (ROOT / "docs" / "reference" / "views.md").read_text("utf-8")
    assert set(re.findall(r"^## (\S+\.html)$", views, re.MULTILINE)) == pages - shared


@pytest.mark.parametrize("path", [README, *DOCS], ids=lambda path: path.name)
def test_links_between_documents_land(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [README, *DOCS], ids=lambda path: path.name)
def test_commands_that_are_named_exist(path: Path) -> None:
    code = re.findall(r"```.*?```|`[^`\n]+`", path.read_text("utf-8"), re.DOTALL)
    named = {name for block in code for name in re.findall(r"(?:^|`|- |run: )okrsite ([a-z]+)", block, re.MULTILINE)}
    known = {module.stem for module in (ROOT / "okrsite" / "cli").glob("*.py")}
    assert named <= known
