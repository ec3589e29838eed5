"""What somebody at a terminal, or a script, gets from each command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import running

WALK = "---\ntitle: Everyone walks again before going home\n---\n"


def run(*words: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return running.run(*words, at=at, environment=running.PLAIN | environment)


def run_by_itself(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    program = [sys.executable, "-m", "okrsite", *words]
    environment = running.PLAIN | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(program, cwd=at, env=environment, capture_output=True, text=True, check=False)


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_new_site_builds_without_a_finding(tmp_path: Path) -> None:
    begun = run("init", "ours", at=tmp_path)
    assert begun.returncode == 0
    assert begun.stdout.count("wrote ours/") == 5
    assert "okrsite build ours" in begun.stdout
    built = run("build", "ours", "--strict", at=tmp_path)
    assert (built.returncode, built.stdout) == (0, "")
    assert "Kestrel Bicycles" in (tmp_path / "ours/site/index.html").read_text("utf-8")


def test_the_program_says_the_same_as_a_process_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": "---\ntitel: x\n---\n"})
    for words in (("check", "--format", "json"), ("biuld",)):
        alone, within = run_by_itself(*words, at=tmp_path), run(*words, at=tmp_path)
        assert (alone.returncode, alone.stdout, alone.stderr) == (within.returncode, within.stdout, within.stderr)


def test_init_never_overwrites(tmp_path: Path) -> None:
    write(tmp_path, {"content/org.md": "mine"})
    refused = run("init", at=tmp_path)
    assert refused.returncode == 2
    assert "is there already; nothing was written" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_the_site_is_found_upward_from_where_one_stands(tmp_path: Path) -> None:
    write(tmp_path, {"okrsite.yaml": "", "content/okrs/2026-Q1/wards/walk.md": WALK})
    assert run("check", at=tmp_path / "content/okrs/2026-Q1/wards").returncode == 0


def test_without_a_site_one_is_told_how_to_begin(tmp_path: Path) -> None:
    refused = run("build", at=tmp_path)
    assert refused.returncode == 2
    assert "`okrsite init` starts a site" in refused.stderr


def test_an_error_is_said_and_the_published_site_is_untouched(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK})
    assert run("build", at=tmp_path).returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK.replace("title", "titel")})
    built = run("build", at=tmp_path)
    assert built.returncode == 1
    assert "walk.md:2:1: error[unknown-key]:" in built.stdout
    assert "Nothing was published" in built.stderr
    assert before == {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}


def test_a_faulty_configuration_exits_with_2_and_all_findings_are_listed(tmp_path: Path) -> None:
    write(tmp_path, {"okrsite.yaml": "langauge: de\n", "content/okrs/2026-Q1/wards/walk.md": "---\ntitel: x\n---\n"})
    checked = run("check", at=tmp_path)
    assert checked.returncode == 2
    assert "okrsite.yaml:1:1: error[unknown-key]" in checked.stdout
    assert "walk.md:2:1: error[unknown-key]" in checked.stdout


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK, "content/notes.md": "x"})
    assert run("check", at=tmp_path).returncode == 0
    assert run("check", "--strict", at=tmp_path).returncode == 1
    strict = run("build", "--strict", at=tmp_path)
    assert strict.returncode == 1
    assert not (tmp_path / "site").exists()


def test_a_rule_can_be_turned_off_or_made_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK, "content/notes.md": "x"})
    write(tmp_path, {"okrsite.yaml": "checks: {misplaced: off}\n"})
    assert "misplaced" not in run("check", at=tmp_path).stdout
    write(tmp_path, {"okrsite.yaml": "checks: {misplaced: error}\n"})
    assert run("check", at=tmp_path).returncode == 1


def test_findings_can_be_had_as_json(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": "---\ntitel: x\n---\n"})
    whole = json.loads(run("check", "--format", "json", at=tmp_path).stdout)
    errors = [found for found in whole["findings"] if found["level"] == "error"]
    assert [(f["rule"], f["path"], f["line"], f["column"]) for f in errors] == [
        ("unknown-key", "content/okrs/2026-Q1/wards/walk.md", 2, 1)
    ]


def test_an_output_that_holds_other_files_is_refused_unless_told(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK, "public/mine.txt": "mine"})
    refused = run("build", "--output", "public", at=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert run("build", "--output", "public", "--force", at=tmp_path).returncode == 0
    assert (tmp_path / "public/mine.txt").read_text() == "mine"
    cleaned = run("clean", "--output", "public", at=tmp_path)
    assert cleaned.returncode == 0
    assert [path.name for path in (tmp_path / "public").iterdir()] == ["mine.txt"]


def test_an_output_that_holds_a_source_folder_is_wrong_use(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": WALK})
    assert run("build", "--output", ".", at=tmp_path).returncode == 2
    assert run("build", "--output", "content/site", at=tmp_path).returncode == 2
    assert not (tmp_path / "content/site").exists()


@pytest.mark.parametrize(
    "words", [("biuld",), ("build", "--colour"), ("check", "no-such-folder"), ("explain", "ref-brokn")]
)
def test_wrong_use_exits_with_2(words: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*words, at=tmp_path).returncode == 2


def test_a_rule_that_is_misspelled_is_offered_by_its_right_name(tmp_path: Path) -> None:
    assert "Did you mean ref-broken?" in run("explain", "ref-brokn", at=tmp_path).stderr


def test_colour_is_only_for_terminals(tmp_path: Path) -> None:
    write(tmp_path, {"content/okrs/2026-Q1/wards/walk.md": "---\ntitel: x\n---\n"})
    assert "\x1b" not in run("check", at=tmp_path).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str, tmp_path: Path) -> None:
    assert "_OKRSITE_COMPLETE" in run("completion", shell, at=tmp_path).stdout


def test_the_date_of_the_build_comes_from_option_environment_or_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"okrsite.yaml": "as_of: 2026-02-01\n", "content/okrs/2026-Q1/wards/walk.md": WALK})

    def day(*words: str, **environment: str) -> str:
        assert run("build", *words, at=tmp_path, **environment).returncode == 0
        return str(json.loads((tmp_path / "site/data/site.json").read_text("utf-8"))["as_of"])

    assert day() == "2026-02-01"
    assert day(SOURCE_DATE_EPOCH="1772323200") == "2026-03-01"
    assert day("--as-of", "2026-04-01", SOURCE_DATE_EPOCH="1772323200") == "2026-04-01"


def test_version_and_help_answer(tmp_path: Path) -> None:
    assert run("--version", at=tmp_path).stdout.startswith("okrsite, version ")
    for command in ("init", "new", "build", "check", "show", "explain", "schema", "clean", "completion"):
        assert "For example" in run(command, "--help", at=tmp_path).stdout
