"""What belongs to a site, and what editors leave beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrsite.config import Wishes, configure
from okrsite.watch import Folders, folders_of
from okrsite.watch.folders import is_litter

SITE = Folders(("/s/okrsite.yaml",), ("/s/content", "/s/themes/ours"), ("/s/content/out",))


@pytest.mark.parametrize(
    "name",
    [
        "walk.md~",
        ".walk.md.swp",
        ".walk.md.swx",
        "4913",
        ".#walk.md",
        "#walk.md#",
        "walk.md___jb_tmp___",
        "walk.md___jb_old___",
        ".goutputstream-AB12C3",
        ".~lock.walk.md#",
        "~$walk.md",
        ".walk.md.kate-swp",
        ".DS_Store",
        ".git",
        ".nfs000000000123",
    ],
)
def test_litter_is_known(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize("name", ["walk.md", "2026-Q1", "4913.md", "_draft.md", "walk.swap.md", "git", "org.yaml"])
def test_a_file_of_the_site_is_no_litter(name: str) -> None:
    assert not is_litter(name)


@pytest.mark.parametrize(
    "path", ["/s/okrsite.yaml", "/s/content", "/s/content/okrs/x/y/walk.md", "/s/themes/ours/words/de.yaml"]
)
def test_what_a_site_is_made_from_belongs_to_it(path: str) -> None:
    assert path in SITE


@pytest.mark.parametrize(
    "path",
    [
        "/s/README.md",
        "/s/site/index.html",
        "/s/contents/x.md",
        "/s/content/.git/HEAD",
        "/s/content/out/x",
        "/s/themes/default/x",
    ],
)
def test_what_lies_beside_does_not(path: str) -> None:
    assert path not in SITE


def test_configuration_content_mounts_and_theme_make_a_site(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (tmp_path / "laboratory").mkdir()
    (root / "okrs").mkdir(parents=True)
    (root / "okrsite.yaml").write_text(
        "content: okrs\ntheme: ours\nmounts:\n- {from: ../laboratory, to: okrs/2026-Q1/laboratory}\n"
    )
    config, _ = configure(root, Wishes())
    found = folders_of(config)
    assert found.files == (f"{root}/okrsite.yaml", f"{root}/okrsite.yml")
    assert found.whole == (f"{root}/okrs", f"{tmp_path}/laboratory", f"{root}/themes")
    assert found.apart == (f"{root}/site",)


def test_a_folder_to_mount_is_awaited(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/okrsite.yaml").write_text("mounts:\n  - {from: ../wards, to: okrs/2026-Q1/wards}\n", "utf-8")
    assert str(tmp_path / "wards/walk.md") in folders_of(configure(tmp_path / "site")[0])


def test_while_the_configuration_is_broken_a_site_is_also_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "okrsite.yaml").write_text("content: ours\noutput: public\n", "utf-8")
    before = folders_of(configure(tmp_path)[0])
    (tmp_path / "okrsite.yaml").write_text("content: [ours\n", "utf-8")
    broken = folders_of(configure(tmp_path)[0], before)
    assert all(str(tmp_path / path) in broken for path in ("ours/org.md", "content/org.md"))
    assert broken.passes_over(str(tmp_path / "public"))
    (tmp_path / "okrsite.yaml").write_text("content: theirs\n", "utf-8")
    assert str(tmp_path / "ours/org.md") not in folders_of(configure(tmp_path)[0], broken)
