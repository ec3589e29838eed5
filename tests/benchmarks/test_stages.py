from __future__ import annotations

from pathlib import Path

from benchmarks import generate
from benchmarks.stages import Clock
from benchmarks.steps import build as build_by_steps
from okrsite.build import build
from okrsite.config import Wishes


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_steps_make_what_a_build_makes(tmp_path: Path) -> None:
    generate.write(tmp_path / "root", 12)
    build(tmp_path / "root", Wishes(output=tmp_path / "built"))
    clock = Clock()
    count, _ = build_by_steps(tmp_path / "root", tmp_path / "stepped", clock.step)
    assert names(tmp_path / "stepped") == names(tmp_path / "built")
    assert count == len(names(tmp_path / "built")) - 1
    assert {"find", "read", "link", "measure", "checks", "compose", "render", "data", "search", "publish"} <= set(
        clock.spent
    )


def test_steps_that_take_turns_are_added_up() -> None:
    clock = Clock()
    for name in ("compose", "render", "compose"):
        with clock.step(name):
            sum(range(1000))
    assert list(clock.spent) == ["compose", "render"]
    *_, whole = clock.lines()
    assert whole.startswith(f"| all | {sum(clock.spent.values()):.2f} | 100 |")
