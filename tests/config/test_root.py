"""Which site somebody stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrsite.config import find_root


def test_the_root_is_found_upward(tmp_path: Path) -> None:
    deep = tmp_path / "site/content/okrs/2026-Q1"
    deep.mkdir(parents=True)
    (tmp_path / "site/okrsite.yaml").touch()
    assert find_root(deep) == tmp_path / "site"
    assert find_root(tmp_path / "site") == tmp_path / "site"


def test_without_a_configuration_a_content_folder_is_enough(tmp_path: Path) -> None:
    deep = tmp_path / "site/content/teams"
    deep.mkdir(parents=True)
    assert find_root(deep) == tmp_path / "site"


def test_the_nearest_site_counts(tmp_path: Path) -> None:
    (tmp_path / "okrsite.yaml").touch()
    (tmp_path / "tests/sites/small/content").mkdir(parents=True)
    assert find_root(tmp_path / "tests/sites/small") == tmp_path / "tests/sites/small"
    assert find_root(tmp_path / "tests/sites") == tmp_path


def test_a_link_to_a_folder_is_looked_through(tmp_path: Path) -> None:
    (tmp_path / "site/content/teams").mkdir(parents=True)
    (tmp_path / "teams").symlink_to("site/content/teams")
    assert find_root(tmp_path / "teams") == tmp_path / "site"


@pytest.mark.parametrize("name", ["okrsite.yaml", "content"])
def test_something_else_of_the_name_is_no_site(tmp_path: Path, name: str) -> None:
    if name == "content":
        (tmp_path / name).touch()
    else:
        (tmp_path / name).mkdir()
    assert find_root(tmp_path) is None
