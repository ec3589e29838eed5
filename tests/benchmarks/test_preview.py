from __future__ import annotations

from pathlib import Path

from benchmarks.preview import edits, lines, made_up


def everything(root: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(root.rglob("*")) if path.is_file())


def test_every_edit_leaves_what_it_says_in_the_files(tmp_path: Path) -> None:
    kinds = edits(tmp_path, *made_up(tmp_path, 80))
    for _ in range(2):
        for edit in kinds:
            mark = f"Said by {edit.name}"
            edit.write(mark)
            assert (mark in everything(tmp_path)) is edit.there
        assert "Said by a new file" not in everything(tmp_path)


def test_the_objective_that_is_looked_at_supports_one_that_has_a_page(tmp_path: Path) -> None:
    ref, above = made_up(tmp_path, 80)
    assert f"to: {above}" in (tmp_path / f"content/okrs/{ref}.md").read_text("utf-8")
    assert "private: true" not in (tmp_path / f"content/okrs/{above}.md").read_text("utf-8")


def test_the_table_gives_median_and_worst_of_each_kind_and_of_all() -> None:
    assert list(lines({"the title": [80, 120, 90], "a new file": [200]}))[2:] == [
        "| the title | 3 | 90 | 120 |",
        "| a new file | 1 | 200 | 200 |",
        "| all | 4 | 105 | 200 |",
    ]
