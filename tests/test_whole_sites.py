"""A whole small site beside what it must become, byte for byte.

After a change has been read and is meant, `make accept` writes what the sites become now. Assets are left out (they are
the theme's own files), as are the schemas (which are those of every site), and the digests in names do not count.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from okrsite.build import build
from okrsite.config import Wishes

SITES = Path(__file__).parent / "sites"
EXPECTED = sorted(folder.name for folder in SITES.iterdir() if (folder / "expected").is_dir())
_LEFT_OUT = ("assets/", "data/build.json", "schema/")
_DIGEST = re.compile(rb"(assets/[\w-]+)\.[0-9a-f]{10}\.(css|js|svg)")


def made(name: str, output: Path) -> dict[str, bytes]:
    """Build a site; give its files but for the assets, without digests of anything."""
    assert build(SITES / name, Wishes(output=output)).published is not None
    files = {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }
    return {path: _DIGEST.sub(rb"\1.\2", data) for path, data in files.items() if not path.startswith(_LEFT_OUT)}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_whole_site_is_what_it_was_read_to_be(name: str, tmp_path: Path) -> None:
    now, folder = made(name, tmp_path / "site"), SITES / name / "expected"
    if os.environ.get("ACCEPT") == "1":
        _accept(now, folder)
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert now.keys() == kept.keys()
    assert [path for path in now if now[path] != kept[path]] == []


def _accept(now: dict[str, bytes], folder: Path) -> None:
    shutil.rmtree(folder)
    for path, data in now.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
