"""A site that is built again: only what changed is another file, and what was killed is finished."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from okrsite.build import build
from okrsite.cache import Store
from okrsite.config import Wishes
from okrsite.publish import journal

WALK = "content/okrs/2026-Q1/wards/walk.md"
WISHES = Wishes(as_of="2026-02-10")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    file = tmp_path / "company" / WALK
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitle: Everyone knows what happens next\n---\n")
    (tmp_path / "company/okrsite.yaml").write_text("title: Hospital\n")
    return tmp_path / "company"


def files(root: Path) -> dict[str, tuple[int, int, bytes]]:
    """Which file each is, its time stamp and its bytes."""
    site = root / "site"
    paths = [path for path in site.rglob("*") if path.is_file()]
    return {
        path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in paths
    }


def test_built_again_with_nothing_changed_all_files_are_the_same(root: Path, tmp_path: Path) -> None:
    store = Store.at(str(tmp_path / "kept"), str(root))
    build(root, WISHES, store=store)
    before = files(root)
    for again in (store, Store()):
        build(root, WISHES, store=again)
        assert files(root) == before


def test_built_again_after_an_edit_what_did_not_change_is_the_same_file(root: Path, tmp_path: Path) -> None:
    store = Store.at(str(tmp_path / "kept"), str(root))
    build(root, WISHES, store=store)
    before = files(root)
    objective = root / WALK
    objective.write_text(objective.read_text().replace("next", "now"))
    build(root, WISHES, store=store)
    after = files(root)
    changed = {address for address in before.keys() & after.keys() if before[address] != after[address]}
    assert "index.html" in changed
    assert not any(address.startswith("assets/") for address in changed)
    assert all(before[address][0] != after[address][0] for address in changed)
    assert all(before[address][2] != after[address][2] for address in changed)


def test_what_a_killed_build_left_is_finished_even_when_the_next_one_finds_an_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    build(root, WISHES)
    objective = root / WALK
    objective.write_text(objective.read_text().replace("next", "now"))
    child = os.fork()
    if child == 0:
        try:
            monkeypatch.setattr(journal, "take_away", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            build(root, WISHES)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert (root / "site/.okrsite/journal").exists()
    objective.write_text("---\ntitle: [\n---\n")
    assert build(root, WISHES).published is None
    assert not (root / "site/.okrsite").exists()
    assert "what happens now" in (root / "site/index.html").read_text()
