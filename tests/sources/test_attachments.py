"""Files that prose links to: there, and fit to be published, or why not."""

from __future__ import annotations

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from okrsite.config import Config, Mount
from okrsite.sources import Beside, NotBeside, look_from


def look(root: Path, path: str, *mounts: Mount) -> Beside | NotBeside:
    config = Config(root, date(2025, 10, 30), root / "site", mounts=mounts)
    return look_from(config)(path)


def put(file: Path, content: bytes = b"x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def test_a_file_beside_a_source_is_found_with_its_digest(tmp_path: Path) -> None:
    put(tmp_path / "content/pages/50 % 'quoted' 🌊.png", b"picture")
    found = look(tmp_path, "content/pages/50 % 'quoted' 🌊.png")
    assert isinstance(found, Beside)
    assert (found.digest, found.content) == (sha256(b"picture").hexdigest(), b"picture")
    assert Path(found.file).read_bytes() == b"picture"


def test_documents_of_static_are_files_like_others(tmp_path: Path) -> None:
    put(tmp_path / "content/static/x.yaml")
    assert isinstance(look(tmp_path, "content/static/x.yaml"), Beside)


def test_of_a_large_file_only_the_beginning_is_held(tmp_path: Path) -> None:
    put(tmp_path / "content/film.webm", b"x" * (3 << 20))
    found = look(tmp_path, "content/film.webm")
    assert isinstance(found, Beside)
    assert (len(found.content), found.digest) == ((1 << 20) + 1, sha256(b"x" * (3 << 20)).hexdigest())


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("content/missing.png", "ref-broken"),
        ("content", "ref-broken"),
        ("content/a\0b", "ref-broken"),
        ("content/\udcff", "ref-broken"),
        ("content/" + "x" * 5000, "ref-broken"),
        ("README.md", "ref-broken"),
        ("okrsite.yaml", "ref-broken"),
        ("site/index.png", "ref-broken"),
        (".git/config", "unsafe-path"),
        ("content/out.png", "unsafe-path"),
        ("content/history", "unsafe-path"),
        ("../outside.png", "unsafe-path"),
        ("/etc/hostname", "unsafe-path"),
        ("content/pipe.png", "unreadable"),
    ],
)
def test_what_cannot_be_had_is_said_with_its_rule(tmp_path: Path, path: str, rule: str) -> None:
    root = tmp_path / "root"
    for name in ("root/README.md", "root/okrsite.yaml", "root/site/index.png", "root/.git/config", "outside.png"):
        put(tmp_path / name)
    (root / "content").mkdir()
    (root / "content/out.png").symlink_to("../../outside.png")
    (root / "content/history").symlink_to("../.git/config")
    os.mkfifo(root / "content/pipe.png")
    found = look(root, path)
    assert isinstance(found, NotBeside)
    assert found.rule == rule
    found.message.encode()


def test_a_mount_outside_is_a_root_of_its_own(tmp_path: Path) -> None:
    put(tmp_path / "lab/plan.png")
    put(tmp_path / "root/content/x.png")
    put(tmp_path / "beside.png")
    (tmp_path / "lab/out.png").symlink_to("../beside.png")
    mount = Mount("../lab", ("teams",))
    assert isinstance(look(tmp_path / "root", "../lab/plan.png", mount), Beside)
    assert isinstance(look(tmp_path / "root", "../lab/plan.png"), NotBeside)
    assert look(tmp_path / "root", "../lab/out.png", mount) == NotBeside(
        "unsafe-path", "../lab/out.png leads out of the site’s root."
    )
