"""The same files and date give the same bytes, whatever the order, the machine's language, its clock, or its luck."""

import hashlib
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DIFFERENT = [
    {"PYTHONHASHSEED": "1", "LANG": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "de_DE.UTF-8", "TZ": "America/Los_Angeles"},
    {"PYTHONHASHSEED": "7", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "TZ": "UTC"},
]


def shuffled_copy(source: Path, target: Path, seed: int) -> Path:
    """Copy a site file by file in an order of chance, so that the disk lists it otherwise."""
    files = [path for path in _sources(source) if path.is_file()]
    random.Random(seed).shuffle(files)
    for path in files:
        there = target / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(path.read_bytes())
    return target


def _sources(source: Path) -> Iterator[Path]:
    yield from (source / "content").rglob("*")
    if (source / "okrsite.yaml").exists():
        yield source / "okrsite.yaml"


def built(root: Path, environment: dict[str, str]) -> dict[str, str]:
    """Build a site in a process of its own; give the digest of each file."""
    command = [sys.executable, "-c", "from okrsite.cli import main; main()", "build", "--as-of", "2025-11-10"]
    run = subprocess.run(
        command,
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    files = sorted(path for path in (root / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("site", ["", "tests/sites/zh", "tests/sites/ar"], ids=["example", "chinese", "arabic"])
def test_the_same_files_give_the_same_bytes(site: str, tmp_path: Path) -> None:
    results = [
        built(shuffled_copy(ROOT / site, tmp_path / str(seed), seed), environment)
        for seed, environment in enumerate(DIFFERENT)
    ]
    assert len(results[0]) > 50
    assert results[0] == results[1] == results[2]


def test_a_new_day_changes_only_what_says_something_new(tmp_path: Path) -> None:
    root = shuffled_copy(ROOT, tmp_path / "site", 1)
    (root / "okrsite.yaml").write_text(
        (ROOT / "okrsite.yaml").read_text("utf-8").replace("as_of:", "# as_of:"), "utf-8"
    )
    one, other = (_on(root, epoch) for epoch in ("1761696000", "1761782400"))
    changed = {path for path in one if one[path] != other[path]}
    assert "site/about.html" in changed
    assert not {path for path in changed if path.startswith(("site/teams/", "site/people/", "site/objectives/"))}


def _on(root: Path, epoch: str) -> dict[str, str]:
    command = [sys.executable, "-c", "from okrsite.cli import main; main()", "build"]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": epoch}
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    files = sorted(path for path in (root / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
