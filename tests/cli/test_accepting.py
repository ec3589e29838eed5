"""A house with old files turns the checks on: what there is gets accepted, what is new fails."""

import json
from pathlib import Path

import pytest

from okrsite.reports import FORMS
from tests.cli.test_commands import WALK, run, write

OLD = {
    "content/okrs/2026-Q1/wards/walk.md": WALK,
    "content/notes.md": "x",
    "okrsite.yaml": "checks: {misplaced: warning}",
}


@pytest.fixture
def accepted(tmp_path: Path) -> Path:
    """Give a site whose findings are accepted in `b.json`."""
    begun = run("check", "--strict", "--write-baseline", "b.json", at=write(tmp_path, OLD))
    assert (begun.returncode, begun.stdout) == (0, "")
    assert "accepted by b.json." in begun.stderr
    return tmp_path


@pytest.mark.parametrize("form", FORMS)
def test_only_what_is_new_is_told_and_fails(accepted: Path, form: str) -> None:
    words = ("check", "--strict", "--baseline", "b.json", "--format", form)
    quiet = run(*words, at=accepted)
    assert quiet.returncode == 0
    assert "misplaced" not in quiet.stdout
    assert "no new findings. " in quiet.stderr
    write(accepted, {"content/more.md": "y"})
    new = run(*words, at=accepted)
    assert new.returncode == 1
    assert "more.md" in new.stdout
    assert "notes.md" not in new.stdout


def test_what_is_mended_is_told_so_that_the_baseline_shrinks(accepted: Path) -> None:
    (accepted / "content/notes.md").unlink()
    mended = run("check", "--baseline", "b.json", at=accepted)
    assert mended.returncode == 0
    assert "1 finding that it accepts is gone: write it anew with --write-baseline b.json." in mended.stderr
    assert run("check", "--write-baseline", "b.json", at=accepted).returncode == 0
    assert "notes.md" not in (accepted / "b.json").read_text("utf-8")


def test_errors_fail_with_any_baseline_and_are_in_none(accepted: Path) -> None:
    write(accepted, {"content/okrs/2026-Q1/wards/walk.md": WALK.replace("title", "titel")})
    assert run("check", "--baseline", "b.json", at=accepted).returncode == 1
    begun = run("check", "--write-baseline", "new.json", at=accepted)
    assert begun.returncode == 1
    assert "error[unknown-key]" in begun.stdout
    assert {one["rule"] for one in json.loads((accepted / "new.json").read_text())["accepted"]} >= {"misplaced"}
    assert "unknown-key" not in (accepted / "new.json").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--baseline", "content/notes.md"), "can’t be used as a baseline: it is not JSON."),
        (("--baseline", "none.json"), "there is no none.json. `okrsite check --write-baseline none.json` writes it."),
        (("--write-baseline", "content/notes.md"), "can’t be used as a baseline: it is not JSON."),
        (("--baseline", "b.json", "--write-baseline", "b.json"), "give one of the two."),
        (("--baseline", "."), "can’t be used as a baseline: it is a folder."),
    ],
)
def test_a_file_that_is_no_baseline_is_wrong_use_and_stays_as_it_is(
    accepted: Path, words: tuple[str, ...], said: str
) -> None:
    refused = run("check", *words, at=accepted)
    assert refused.returncode == 2
    assert said in refused.stderr
    assert (accepted / "content/notes.md").read_text() == "x"


def test_with_a_faulty_configuration_no_baseline_is_written(tmp_path: Path) -> None:
    write(tmp_path, OLD | {"okrsite.yaml": "langauge: de"})
    assert run("check", "--write-baseline", "b.json", at=tmp_path).returncode == 2
    assert not (tmp_path / "b.json").exists()


def test_a_site_in_a_folder_of_its_repository_has_paths_as_the_forge_knows_them(tmp_path: Path) -> None:
    write(tmp_path / "okr", OLD)
    told = run("check", "okr", "--format", "gitlab", "--path-prefix", "okr", at=tmp_path)
    assert "okr/content/notes.md" in {one["location"]["path"] for one in json.loads(told.stdout)}
