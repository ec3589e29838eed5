"""FORMAT, “A site”: links, what can't be read, and folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrsite.build import check
from okrsite.config import Wishes
from tests.format.sites import (
    AS_OF,
    Files,
    expect_marked,
    found,
    marked,
    messages,
    objective,
    without_opinions,
    written,
)

WALK = "content/okrs/2026-Q1/wards/walk.md"
WARDS = "content/okrs/2026-Q1/wards"


def looked_at(folder: Path, files: Files, arrange: Callable[[Path], object]) -> list[str]:
    root = written(folder, files)
    arrange(root)
    made = without_opinions(check(root, Wishes(as_of=AS_OF)))
    return [*found(made)]


def test_a_link_within_the_root_is_followed(tmp_path: Path) -> None:
    files = {
        "content/okrs/2026-Q1/a/walk.md": objective(),
        "content/org.md": "---\nname: A\n---\n",
        "drafts/b/x.md": objective(),
    }
    root = written(tmp_path, files)
    (root / "content/okrs/2026-Q1/b").symlink_to("../../../drafts/b")
    (root / "content/okrs/2026-Q1/a/again.md").symlink_to("walk.md")
    made = without_opinions(check(root, Wishes(as_of=AS_OF)))
    assert found(made) == [], messages(made)
    assert sorted(made.site.objectives) == ["2026-Q1/a/again", "2026-Q1/a/walk", "2026-Q1/b/x"]


LINKS = {
    "out": "../../../../../outside.md",
    "nowhere": "nothing.md",
    "to itself": "link.md",
    "to a device": "/dev/null",
    "absolutely out": "/etc/hostname",
}


@pytest.mark.parametrize("target", LINKS.values(), ids=LINKS)
def test_a_link_that_leads_out_or_nowhere_is_unsafe(tmp_path: Path, target: str) -> None:
    files = {WALK: objective(), "../outside.md": objective()}
    said = looked_at(tmp_path, files, lambda root: (root / WARDS / "link.md").symlink_to(target))
    assert said == [f"{WARDS}/link.md:1:1 unsafe-path"]


def test_a_folder_that_leads_out_is_said_once(tmp_path: Path) -> None:
    files = {WALK: objective(), "../outside/a.md": objective(), "../outside/b.md": objective()}
    said = looked_at(
        tmp_path, files, lambda root: (root / "content/okrs/2026-Q1/out").symlink_to("../../../../outside")
    )
    assert said == ["content/okrs/2026-Q1/out:1:1 unsafe-path"]


def test_a_pipe_is_unreadable_and_references_to_it_are_not_said_too(tmp_path: Path) -> None:
    files = {WALK: objective("supports: [still, 2026-Q1/wards/still, still#falls]", below="[[still]] [x](still.md)\n")}
    said = looked_at(tmp_path, files, lambda root: os.mkfifo(root / WARDS / "still.md"))
    assert said == [f"{WARDS}/still.md:1:1 unreadable"]


def test_references_to_files_with_errors_are_not_said_too() -> None:
    expect_marked({
        WALK: objective(
            """
            supports: [still, 2026-Q1/wards/still, still#falls]
            depends_on: [{to: team:kitchen}]
            health: [sleep]
            tags: [x]
            """,
            below="[[still]] [[team:kitchen]] [[health:sleep]] [[page:how]] [[cycle:spring]] [a](still.md) [b](../../../pages/how.md)\n",
        ),
        f"{WARDS}/still.md": "---\ntitle: ⟦syntax⟧*a\n---\n",
        "content/teams/kitchen.md": "---\nname: ⟦syntax⟧*a\n---\n",
        "content/health/sleep.md": "---\ntitle: ⟦syntax⟧&a b\n---\n",
        "content/pages/how.md": "---\ntitle: ⟦syntax⟧!a b\n---\n",
        "content/cycles/spring.md": "---\ntitle: ⟦syntax⟧!a b\n---\n",
        "content/check-ins/x.md": "---\nobjective: still\ndate: 2026-01-10\nreadings: {falls: 3}\n---\n",
    })  # fmt: skip


def test_objectives_of_a_list_that_cant_be_read_are_not_missed() -> None:
    expect_marked({
        WALK: objective("supports: [soup, kitchen/soup, 2026-Q1/kitchen/soup]", below="[x](../kitchen.yaml#soup)\n"),
        "content/okrs/2026-Q1/kitchen.yaml": "objectives:\n- title: Soup\n  why: ⟦syntax⟧*a\n",
    })  # fmt: skip


FOLDERS: dict[str, Files] = {
    "a cycle without dates": {
        "content/okrs/someday/b.yaml": "objectives: [{title: Soup}]\n",
        "content/okrs/someday/a/walk.md": "⟦bad-cycle⟧" + objective(),
        "content/okrs/someday/a/zest.md": objective(),
    },
    "a cycle whose name is no id": {
        "content/okrs/2026 Q1/a/walk.md": "⟦bad-id⟧" + objective(),
        "content/okrs/2026 Q1/a/zest.md": objective(),
    },
    "a team whose name is no id": {
        "content/okrs/2026-Q1/the wards/walk.md": "⟦bad-id⟧" + objective(),
        "content/okrs/2026-Q1/the wards/zest.md": objective(),
        "content/okrs/2026-Q2/the wards/zest.md": objective(),
    },
    "two teams but for case": {
        "content/okrs/2026-Q1/Wards/a.md": objective(),
        "content/okrs/2026-Q1/wards/b.md": "⟦id-clash⟧" + objective(),
        "content/okrs/2026-Q1/wards/c.md": objective(),
    },
    "a team and its file but for case": {
        "content/teams/Wards.md": "---\nname: W\n---\n",
        "content/okrs/2026-Q1/wards/b.md": "⟦id-clash⟧" + objective(),
    },
}


@pytest.mark.parametrize("files", FOLDERS.values(), ids=FOLDERS)
def test_a_finding_about_a_folder_stands_at_its_first_file(files: Files) -> None:
    expect_marked(files)


def test_no_content_folder_is_said(tmp_path: Path) -> None:
    made = check(written(tmp_path, {"okrsite.yaml": ""}), Wishes(as_of=AS_OF))
    assert found(made) == ["content:1:1 unreadable"]
    assert marked({}) == []
