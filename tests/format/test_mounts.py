"""FORMAT, “A site”: `mounts`, content of other checkouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrsite.build import check
from okrsite.config import Wishes
from tests.format.sites import (
    AS_OF,
    Files,
    built,
    checked,
    expect_marked,
    found,
    messages,
    objective,
    without_opinions,
    written,
)

Q1 = "content/okrs/2026-Q1"


def mount(to: str, prefix: str = "", of: str = "../lab") -> str:
    return f"mounts: [{{from: {of}, to: {to}{f', prefix: {prefix}' if prefix else ''}}}]"


def test_a_folder_beside_the_root_is_laid_into_content() -> None:
    site = built({
        "okrsite.yaml": mount("okrs/2026-Q1/lab"),
        "../lab/fast.md": objective(),
        "../lab/README.md": "x",
        f"{Q1}/a/x.md": objective("supports: lab/fast"),
    })  # fmt: skip
    assert sorted(site.objectives) == ["2026-Q1/a/x", "2026-Q1/lab/fast"]
    assert site.objectives["2026-Q1/lab/fast"]["source"]["path"] == "../lab/fast.md"


def test_a_whole_content_folder_may_be_laid_in() -> None:
    site = built({
        "okrsite.yaml": mount("."),
        "../lab/teams/lab.md": "---\nname: The lab\n---\n",
        "../lab/okrs/2026-Q1/lab/fast.md": objective(),
        "../lab/check-ins/a.md": "---\nobjective: fast\ndate: 2026-01-05\n---\nx\n",
        "../lab/pages/p.md": "P\n",
        "../lab/static/no.txt": "x",
    })  # fmt: skip
    assert len(site.objectives["2026-Q1/lab/fast"]["check_ins"]) == 1
    assert site.by_id("teams")["lab"]["name"] == "The lab"
    assert "pages/p.html" in site.files
    assert "no.txt" not in site.files


def test_a_mount_never_feeds_static() -> None:
    made = checked({"okrsite.yaml": mount("."), "../lab/static/page.md": "x", "../lab/static/a.txt": "x"})
    assert found(made) == ["../lab/static/page.md:1:1 warning:misplaced"]


PREFIXED: Files = {
    "okrsite.yaml": mount("okrs/2026-Q1/a", "lab-"),
    "../lab/fast.md": objective("aliases: [quick]\nkey_results: [{title: Falls, target: 3}]"),
    "../lab/sure.md": objective(
        "supports: fast\ncontinues: quick", below="[[fast#falls]] [it](fast.md#falls) [[a/fast]] [[2026-Q1/a/fast]]\n"
    ),
    f"{Q1}/a/fast.md": objective(),
    f"{Q1}/a/x.md": objective("supports: [fast, lab-fast, a/lab-quick]"),
}


def test_the_prefix_goes_before_the_ids_found_there() -> None:
    site = built(PREFIXED)
    assert sorted(site.objectives) == ["2026-Q1/a/fast", "2026-Q1/a/lab-fast", "2026-Q1/a/lab-sure", "2026-Q1/a/x"]
    assert site.objectives["2026-Q1/a/lab-fast"]["id"] == "lab-fast"
    assert "objectives/2026-Q1/a/lab-fast.html" in site.files
    assert "lab-fast.html" in site.text("objectives/2026-Q1/a/lab-quick.html")


def test_references_there_are_looked_up_first_among_themselves_without_it() -> None:
    site = built(PREFIXED)
    sure = site.objectives["2026-Q1/a/lab-sure"]
    assert [each["to"] for each in sure["supports"]] == ["2026-Q1/a/lab-fast"]
    assert sure["continues"]["to"] == "2026-Q1/a/lab-fast"
    assert site.text("objectives/2026-Q1/a/lab-sure.html").count('href="lab-fast.html#falls"') == 2
    others = [each["to"] for each in site.objectives["2026-Q1/a/x"]["supports"]]
    assert others == ["2026-Q1/a/fast", "2026-Q1/a/lab-fast", "2026-Q1/a/lab-fast"]


def test_then_they_are_looked_up_everywhere() -> None:
    site = built({
        "okrsite.yaml": mount("okrs/2026-Q1/lab", "lab-"),
        "../lab/fast.md": objective("supports: walk"),
        f"{Q1}/a/walk.md": objective(),
    })  # fmt: skip
    assert [each["to"] for each in site.objectives["2026-Q1/lab/lab-fast"]["supports"]] == ["2026-Q1/a/walk"]


def test_without_the_prefix_nothing_is_found_from_outside() -> None:
    expect_marked({
        "okrsite.yaml": mount("okrs/2026-Q1/lab", "lab-"),
        "../lab/fast.md": objective(),
        f"{Q1}/a/x.md": objective("supports: ⟦ref-broken⟧fast"),
    })  # fmt: skip


FAULTS: dict[str, Files] = {
    "a finding begins with the mount's from": {"okrsite.yaml": mount("okrs/2026-Q1/lab"), "../lab/fast.md": objective("⟦unknown-key⟧wy: x")},
    "within the root too": {"okrsite.yaml": mount("okrs/2026-Q1/lab", of="lab"), "lab/fast.md": objective("⟦unknown-key⟧wy: x")},
    "the same objective twice": {
        "okrsite.yaml": mount("okrs/2026-Q1/a"),
        "../lab/x.md": objective(),
        f"{Q1}/a/x.md": "⟦id-clash⟧" + objective(),
    },
    "a link out of the mount": {
        "okrsite.yaml": mount("okrs/2026-Q1/lab"),
        "../lab/fast.md": objective(below="[x](⟦unsafe-path⟧../other.md) [y](⟦unsafe-path⟧../root/content/okrs/2026-Q1/a/x.md)\n"),
        "../other.md": "x",
        f"{Q1}/a/x.md": objective(),
    },
    "a prefix that makes ids too long": {
        "okrsite.yaml": mount("okrs/2026-Q1/lab", "lab-"),
        f"../lab/{'a' * 97}.md": "⟦bad-id⟧" + objective(),
    },
    "a prefix and a name that Windows keeps": {
        "okrsite.yaml": mount("okrs/2026-Q1/lab", "c"),
        "../lab/on.md": "⟦bad-id⟧" + objective(),
    },
    "two mounts of one folder": {
        "okrsite.yaml": "mounts: [{from: ../lab, to: okrs/2026-Q1/a}, {from: ../lab, to: okrs/2026-Q1/b}]",
        "../lab/fast.md": objective(),
    },
}  # fmt: skip


@pytest.mark.parametrize("files", FAULTS.values(), ids=FAULTS)
def test_faults_in_mounts(files: Files) -> None:
    expect_marked(files)


def test_a_mount_is_a_root_of_its_own_for_paths(tmp_path: Path) -> None:
    root = written(tmp_path, {
        "okrsite.yaml": mount("okrs/2026-Q1/lab", of="../other/lab"),
        "../other/lab/fast.md": objective(),
        "../other/real/sure.md": objective(),
        "../other/lab/deep/good.md": objective(),
        "content/pages/p.md": "x\n",
    })  # fmt: skip
    (tmp_path / "other/lab/sure.md").symlink_to("../real/sure.md")
    (tmp_path / "other/lab/good.md").symlink_to("deep/good.md")
    made = without_opinions(check(root, Wishes(as_of=AS_OF)))
    assert found(made) == ["../other/lab/deep/good.md:1:1 warning:misplaced", "../other/lab/sure.md:1:1 unsafe-path"], (
        messages(made)
    )
    assert list(made.site.objectives) == ["2026-Q1/lab/fast", "2026-Q1/lab/good"]
