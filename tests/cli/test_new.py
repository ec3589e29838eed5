"""What `okrsite new` writes is what a person would be glad to edit, and reads back without an error; what is left open is said."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import running


def run(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    return running.run(*words, at=at, environment=running.PLAIN | {"SOURCE_DATE_EPOCH": "1771545600"})


def said(site: Path) -> set[str]:
    """Which rules speak about a site."""
    return {found["rule"] for found in json.loads(run("check", "--format", "json", at=site).stdout)["findings"]}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/okrs/2026-Q1/wards").mkdir(parents=True)
    (tmp_path / "okrsite.yaml").write_text("")
    (tmp_path / "content/org.md").write_text("---\nname: A small hospital\nmission: Good care, close to home.\n---\n")
    return tmp_path


def test_an_objective_is_written_as_a_colleague_would(site: Path) -> None:
    made = run(
        "new", "objective", "--team", "wards", "--cycle", "2026-Q1", "--title", "Nights: for sleeping",
        "--why", "People who sleep need less of everything else, and half of them are woken for a reading that nobody looks at.",
        "--supports", "mission", "--because", "no", "--tag", "quiet", "--key-result", "Nights patients call “I slept”; 38%; 60%", at=site,
    )  # fmt: skip
    assert made.stderr == ""
    path = site / "content/okrs/2026-Q1/wards/nights-for-sleeping.md"
    assert made.stdout == f"{path}\n"
    assert path.read_text("utf-8") == (
        "---\n"
        "title: 'Nights: for sleeping'\n"
        "why: >\n"
        "  People who sleep need less of everything else, and half of them are woken for a reading\n"
        "  that nobody looks at.\n"
        "# owner: who looks after it, a name or an id in people/\n"
        "# type: committed, aspirational or learning\n"
        "origin: team\n"
        "supports:\n"
        "  - to: mission\n"
        "    because: 'no'\n"
        "tags: [quiet]\n"
        "key_results:\n"
        "  - title: Nights patients call “I slept”\n"
        "    id: nights-patients-call-i-slept\n"
        "    start: 38%\n"
        "    target: 60%\n"
        "---\n"
    )
    assert said(site) == {"no-owner", "no-type", "quiet", "kr-unmeasured"}


def test_a_check_in_lists_the_key_results_that_could_be_read(site: Path) -> None:
    run("new", "objective", "--team", "wards", "--cycle", "2026-Q1", "--title", "Sleep", "--key-result", "Slept; 38%; 60%",
        "--key-result", "Woken; 55%; 15%", at=site)  # fmt: skip
    made = run("new", "check-in", "sleep", "--date", "2026-02-06", "--confidence", "6", "--reading", "slept=41%",
               "--learned", "Doors matter more than voices.", at=site)  # fmt: skip
    assert made.stderr == ""
    assert (site / "content/check-ins/wards/2026-02-06-sleep.md").read_text("utf-8") == (
        "---\nobjective: sleep\ndate: 2026-02-06\nconfidence: 6\nreadings:\n  slept: 41%\n#   woken:  # Woken\n---\n"
        "Doors matter more than voices.\n"
    )
    assert said(site) == {"no-owner", "no-type", "no-why", "orphan", "kr-unmeasured"}


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("team", "--name", "Night Shift", "--member", "Ada Okafor"), "teams/night-shift.md"),
        (("person", "--name", "Ada Okafor", "--role", "Nurse", "--helps-with", "rosters"), "people/ada-okafor.md"),
        (("cycle", "--id", "2026-spring", "--start", "2026-03-02", "--end", "2026-06-26", "--about", "no"), "cycles/2026-spring.md"),
        (("page", "--title", "How we work", "--nav", "--order", "1"), "pages/how-we-work.md"),
    ],
)  # fmt: skip
def test_other_files_read_back_without_a_finding(words: tuple[str, ...], path: str, site: Path) -> None:
    made = run("new", *words, at=site)
    assert (made.returncode, made.stderr) == (0, "")
    assert (site / "content" / path).is_file()
    assert run("check", at=site).stdout == ""


def test_what_is_missing_is_named_when_nobody_can_be_asked(site: Path) -> None:
    refused = run("new", "objective", "--team", "wards", at=site)
    assert refused.returncode == 2
    assert "--title is missing" in refused.stderr


def test_nothing_is_ever_overwritten(site: Path) -> None:
    assert run("new", "team", "--name", "Wards", at=site).returncode == 0
    refused = run("new", "team", "--name", "Wards", at=site)
    assert refused.returncode == 2
    assert "is there already" in refused.stderr


def test_a_name_cannot_lead_out_of_the_site(site: Path) -> None:
    refused = run("new", "team", "--name", "x", "--id", "../../../escape", at=site)
    assert refused.returncode == 2
    assert not list(site.parent.glob("escape*"))


def test_an_objective_that_is_not_there_is_named_with_a_near_one(site: Path) -> None:
    run("new", "objective", "--team", "wards", "--cycle", "2026-Q1", "--title", "Sleep", at=site)
    refused = run("new", "check-in", "slepe", at=site)
    assert refused.returncode == 2
    assert "Did you mean sleep?" in refused.stderr
