"""What is due, as somebody sees it on a Monday morning: a list to work from, by team or of one person."""

import json
from pathlib import Path

import pytest

from okrsite.reports import columns
from tests.cli.test_commands import run, write

FILES = {
    "content/org.md": "---\nname: Tarnvale\n---\n",
    "content/teams/porters.md": "---\nname: The Porters\nlead: samira-said\n---\n",
    "content/people/samira-said.md": "---\nname: Samira Said\n---\n",
    "content/okrs/2026-Q1/porters/round.md": "---\ntitle: A round every hour\nowner: samira-said\n---\n",
    "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
owners: [Rosa Bianchi, Tomas Weir]
depends_on:
  - {to: "team:porters", need: A walking frame by each bed, by: 2026-02-20, state: asked}
  - {to: porters/round, need: A porter at noon, by: 2026-02-01, state: agreed}
check_ins:
  - date: 2026-01-16
    by: Rosa Bianchi
    learned: They walk when somebody asks where to.
    ask: {what: "Who can lend us two frames?", of: "team:porters", until: 2026-02-14}
asks:
  - {date: 2026-01-20, what: "Who knows a good shoemaker?"}
  - {date: 2026-01-21, by: Tomas Weir, what: "May we see your rota?", of: "person:samira-said"}
---
""",
}
QUIET = {"content/okrs/2026-Q1/wards/walk.md": "---\ntitle: Everyone walks again before going home\n---\n"}
ALL = """\
The Porters
  Check-ins to write
    - A round every hour
      due since 15 Jan · No check-in yet · Samira Said
      content/okrs/2026-Q1/porters/round.md:1
  Asks to answer
    - Who can lend us two frames?
      Rosa Bianchi · wards · open since 16 Jan, for 25 days · needed by 14 Feb
      content/okrs/2026-Q1/wards/walk.md:11
  Needs to answer
    - A walking frame by each bed
      wards · by 20 Feb · Everyone walks again before going home
      content/okrs/2026-Q1/wards/walk.md:1
  Agreed for a day that has passed
    - A porter at noon
      wards · by 1 Feb · Everyone walks again before going home ·
      A round every hour
      content/okrs/2026-Q1/wards/walk.md:1

wards
  Check-ins to write
    - Everyone walks again before going home
      due since 30 Jan · last word 16 Jan · Rosa Bianchi · Tomas Weir
      content/okrs/2026-Q1/wards/walk.md:1

Samira Said
  Asks to answer
    - May we see your rota?
      Tomas Weir · wards · open since 21 Jan, for 20 days
      content/okrs/2026-Q1/wards/walk.md:14

Everyone
  Asks to answer
    - Who knows a good shoemaker?
      wards · open since 20 Jan, for 21 days
      content/okrs/2026-Q1/wards/walk.md:13
"""
DAY = ("--as-of", "2026-02-10")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def test_all_that_is_due_by_team_in_the_order_of_the_alphabet(site: Path) -> None:
    shown = run("owe", *DAY, at=site)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == ALL


@pytest.mark.parametrize("name", ["porters", "team:porters", "The Porters", "the porters"])
def test_a_team_by_its_id_or_name(site: Path, name: str) -> None:
    assert run("owe", "--team", name, *DAY, at=site).stdout == ALL.partition("\n\n")[0] + "\n"


def test_a_person_owes_what_they_look_after_what_they_are_asked_and_what_their_team_is(site: Path) -> None:
    shown = run("owe", "--person", "Samira Said", *DAY, at=site).stdout
    assert shown.startswith("Samira Said\n  Check-ins to write\n    - A round every hour\n")
    for said in (
        "The Porters\n",
        "May we see your rota?",
        "Who can lend us two frames?",
        "A walking frame",
        "A porter at",
    ):
        assert said in shown
    assert "shoemaker" not in shown


def test_who_has_no_file_is_a_person_too(site: Path) -> None:
    assert "Everyone walks again" in run("owe", "--person", "rosa-bianchi", *DAY, at=site).stdout


def test_where_nothing_is_due_it_says_so(site: Path) -> None:
    assert run("owe", "--as-of", "2026-04-02", at=write(site, QUIET)).stdout == "Nothing is due.\n"
    assert run("owe", "--team", "wards", "--as-of", "2026-01-02", at=site).stdout == "Nothing is due from wards.\n"


def test_for_programs_there_are_the_same_things_as_lists(site: Path) -> None:
    shown = json.loads(run("owe", "--team", "porters", *DAY, "--format", "json", at=site).stdout)
    assert (shown["as_of"], sorted(shown)) == ("2026-02-10", ["as_of", "asks", "check_ins", "needs", "promised"])
    assert shown["check_ins"] == [
        {"objective": "2026-Q1/porters/round", "team": "porters", "owners": ["samira-said"], "since": "2026-01-15"}
        | {"last": None, "quiet": True}
    ]
    assert [ask["what"] for ask in shown["asks"]] == ["Who can lend us two frames?"]
    assert shown["needs"] == [
        {"from": "2026-Q1/wards/walk", "to": "team:porters", "team": "porters", "need": "A walking frame by each bed"}
        | {"by": "2026-02-20", "state": "asked"}
    ]
    assert [need["to"] for need in shown["promised"]] == ["2026-Q1/porters/round"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--team", "portres"), "There is no team “portres”. Did you mean “porters”?"),
        (("--team", "zzz"), "There is no team “zzz”. A team is called by its folder under okrs/, or by its name."),
        (("--person", "samira"), "There is no person “samira”. Did you mean “samira-said”?"),
        (("--person", ""), "There is no person “”. A person is called by their file in people/, or by their name."),
        (("--team", "wards", "--person", "x"), "Name a team or a person, not both."),
        (("--as-of", "soon"), "--as-of should be a date like 2026-10-24, not “soon”."),
    ],
)
def test_what_nobody_can_mean_is_wrong_use(site: Path, asked: tuple[str, ...], said: str) -> None:
    refused = run("owe", *asked, at=site)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr


def test_what_is_private_is_in_no_list(site: Path) -> None:
    private = FILES["content/okrs/2026-Q1/wards/walk.md"].replace("owners", "private: true\nowners")
    write(site, {"content/okrs/2026-Q1/wards/walk.md": private})
    shown = run("owe", *DAY, at=site).stdout
    assert "A round every hour" in shown
    for said in ("walk", "frame", "shoemaker", "Rosa", "rota"):
        assert said not in shown
    assert "There is no person" in run("owe", "--person", "rosa-bianchi", *DAY, at=site).stderr


@pytest.mark.parametrize("name", ["zh", "ar", "states", "mill"])
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    shown = run("owe", "--as-of", "2025-11-10", at=Path(__file__).parents[1] / "sites" / name)
    assert shown.returncode == 0, shown.stderr
    assert [line for line in shown.stdout.splitlines() if columns(line) > 80] == []
