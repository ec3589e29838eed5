"""What many tests look at: the built example, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_kept_beyond_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["OKRSITE_CACHE"] = str(tmp_path_factory.mktemp("kept"))


def build(root: Path, output: Path, *more: str) -> str:
    """Build a site with the command line; give what it printed."""
    okrsite = Path(sys.executable).with_name("okrsite")
    run = subprocess.run(
        [okrsite, "build", root, "--output", output, *more], capture_output=True, check=False, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of the example."""
    output = tmp_path_factory.mktemp("example") / "site"
    build(ROOT, output)
    return output


@pytest.fixture(scope="session")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a library in Chinese."""
    output = tmp_path_factory.mktemp("zh") / "site"
    build(ROOT / "tests" / "sites" / "zh", output, "--as-of", "2025-11-10")
    return output


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a water cooperative in Arabic."""
    output = tmp_path_factory.mktemp("ar") / "site"
    build(ROOT / "tests" / "sites" / "ar", output, "--as-of", "2025-11-10")
    return output


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a ferry company in which everything can be found that can be the case."""
    output = tmp_path_factory.mktemp("states") / "site"
    build(ROOT / "tests" / "sites" / "states", output)
    return output


@pytest.fixture(scope="session")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same with an interface in Arabic, from right to left."""
    root = tmp_path_factory.mktemp("mirrored")
    shutil.copytree(ROOT / "tests" / "sites" / "states", root / "root")
    with (root / "root" / "okrsite.yaml").open("a", encoding="utf-8") as configuration:
        configuration.write("language: ar\n")
    build(root / "root", root / "site")
    return root / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Debian's chromium. Where there is none, CI fails and others go on without."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None and os.environ.get("CI") == "true":
        pytest.fail("No chromium: scripts/install-test-tools installs it where that is allowed.")
    if chromium is None:
        pytest.skip("No chromium here: apt install chromium. In CI this fails.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()
