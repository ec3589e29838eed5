"""An objective in the terminal, as somebody in a hurry reads it."""

import json
from pathlib import Path

import pytest

from okrsite.reports import columns
from tests.cli.test_commands import run, write

WALK = """\
---
title: Everyone walks again before going home
why: Ten days in bed cost an old person ten years of strength.
owners: [Rosa Bianchi]
supports:
  - {to: care, because: Who walks can go home.}
depends_on:
  - {to: "team:porters", need: A walking frame by each bed, by: 2026-02-20}
key_results:
  - title: Patients out of bed by noon
    start: 34%
    target: 70%
  - title: A frame stands by every bed
    milestones: [{title: Ordered, done: 2026-01-20}, {title: Delivered, due: 2026-02-20}]
check_ins:
  - date: 2026-01-16
    by: Rosa Bianchi
    learned: Nothing yet.
  - date: 2026-01-30
    by: Rosa Bianchi
    confidence: 6
    readings: {patients-out-of-bed-by-noon: 52%}
    learned: They walk when somebody asks where to.
    ask: {what: "Who can lend us two frames?", of: "team:porters"}
---
"""
FILES = {
    "content/org.md": "---\nname: Tarnvale\nmission: Good care, close to home.\n---\n",
    "content/okrs/2026-Q1/board/care.md": "---\ntitle: Care comes to the house\nsupports: mission\n---\n",
    "content/okrs/2026-Q1/wards/walk.md": WALK,
    "content/teams/porters.md": "---\nname: Porters\n---\n",
    "content/teams/wards.md": "---\nname: Wards\n---\n",
}
SHOWN = """\
Everyone walks again before going home
Wards · 2026-Q1 · 1 Jan to 31 Mar 2026

Looked after by  Rosa Bianchi
Now              Unsure 6/10 on 30 Jan
How far          50% of the way, 2 of 2 measured

Why this matters
  Ten days in bed cost an old person ten years of strength.
  ↑ board: Care comes to the house
    because: Who walks can go home.
  ↑ Mission: Good care, close to home.

How we will know
  1. Patients out of bed by noon
     Now 52%, from 34%, aiming for 70% · 50% of the way · Unsure 6/10
  2. A frame stands by every bed
     1 of 2 steps done
     [x] Ordered (done on 20 Jan)
     [ ] Delivered (due 20 Feb)

Check-ins
  30 Jan · Rosa Bianchi · Unsure 6/10
  They walk when somebody asks where to.

Asks for help
  - Who can lend us two frames?
    to Porters · open since 30 Jan

Needs
  - Porters
    A walking frame by each bed · by 20 Feb

content/okrs/2026-Q1/wards/walk.md:1
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def test_all_that_matters_of_an_objective_on_one_screen(site: Path) -> None:
    shown = run("show", "walk", "--as-of", "2026-02-10", at=site)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == SHOWN


def test_it_can_be_seen_as_it_stood(site: Path) -> None:
    shown = run("show", "walk", "--as-of", "2026-01-17", at=site).stdout
    assert "Nothing yet." in shown
    assert "Who can lend" not in shown
    assert "52%" not in shown


def test_the_one_above_names_who_supports_it(site: Path) -> None:
    shown = run("show", "care", "--as-of", "2026-02-10", at=site).stdout
    assert "Supported by\n  - Everyone walks again before going home (Wards)\n" in shown
    assert "No key results yet." in shown


def test_in_json_it_is_the_record_of_the_data(site: Path) -> None:
    assert run("build", "--as-of", "2026-02-10", at=site).returncode == 0
    whole = json.loads((site / "site/data/site.json").read_text("utf-8"))
    shown = run("show", "walk", "--as-of", "2026-02-10", "--format", "json", at=site).stdout
    assert json.loads(shown) in whole["objectives"]
    assert json.loads(shown)["ref"] == "2026-Q1/wards/walk"


def test_a_name_that_nothing_has_is_wrong_use_and_near_ones_are_offered(site: Path) -> None:
    refused = run("show", "wlak", at=site)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "There is no objective “wlak”. Did you mean “walk”?" in refused.stderr


def test_with_errors_in_other_files_it_is_shown_and_the_errors_are_mentioned(site: Path) -> None:
    write(site, {"content/okrs/2026-Q1/board/more.md": "---\ntitel: x\n---\n"})
    shown = run("show", "walk", "--as-of", "2026-02-10", at=site)
    assert (shown.returncode, shown.stdout) == (0, SHOWN)
    assert shown.stderr == "1 error in the files: something may be missing here. `okrsite check` lists what is wrong.\n"


def test_a_day_that_is_none_is_wrong_use(site: Path) -> None:
    refused = run("show", "walk", "--as-of", "soon", at=site)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--as-of should be a date like 2026-10-24, not “soon”." in refused.stderr


@pytest.mark.parametrize("name", ["zh", "ar", "states"])
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    root = Path(__file__).parents[1] / "sites" / name
    first = next(path for path in sorted(root.rglob("content/okrs/*/*/*.md")) if "check-ins" not in str(path))
    shown = run("show", str(first.relative_to(root)), "--as-of", "2025-11-10", at=root)
    assert shown.returncode == 0, shown.stderr
    assert [line for line in shown.stdout.splitlines() if columns(line) > 80] == []
