"""What is installed from a wheel holds all it needs: the theme comes along."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a wheel and lay it out as an installation would."""
    folder = tmp_path_factory.mktemp("wheel")
    make = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*make, folder, ROOT], check=True, stdin=subprocess.DEVNULL)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "lib")
    return folder / "lib"


def run(installed: Path, folder: Path, *words: str) -> str:
    """Run the installed command line in a folder."""
    start = (
        "import okrsite, sys; assert okrsite.__file__.startswith(sys.argv.pop(1)); from okrsite.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", start, str(installed), *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "--version").startswith("okrsite, version 0.")


def test_a_site_can_be_started_and_built_with_it(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "x")
    run(installed, tmp_path, "build", "x")
    assert "Kestrel Bicycles" in (tmp_path / "x" / "site" / "index.html").read_text("utf-8")


def test_every_word_list_comes_along(installed: Path) -> None:
    lists = Path("okrsite", "checks", "lists")
    assert {each.name for each in (ROOT / lists).iterdir()} == {each.name for each in (installed / lists).iterdir()}
    assert (installed / "okrsite" / "written" / "refused_keys.toml").is_file()


def test_what_a_preview_shows_comes_along(installed: Path) -> None:
    assets = installed / "okrsite" / "server" / "assets"
    assert {each.name for each in assets.iterdir()} == {"preview.css", "preview.js"}
