"""Whatever single thing somebody gets wrong, they are told that one thing, at its line."""

import re
from datetime import date
from pathlib import Path

import pytest

from okrsite.build import check
from okrsite.config import Wishes
from okrsite.rules import ERRORS

RICH = {
    "content/org.md": """\
---
name: A small hospital
mission: Good care, close to home.
vision: Nobody travels for what can come to them.
themes:
  - id: close
    title: Care comes to the house
    why: Travelling is the hardest part of being ill.
    until: 2027-12-31
policy:
  scores_affect_pay: false
  surveys_min_group: 10
  statement: A score is a team’s own note.
contact: objectives@hospital.example
---
See [[walk]].
""",
    "content/teams/wards.md": """\
---
name: Wards
short: W
parent: hospital
lead: esther
members: [callum]
contact: wards@hospital.example
since: 2024-01-01
---
""",
    "content/teams/hospital.md": "---\nname: The hospital\n---\n",
    "content/people/esther.md": "---\nname: Esther Mbeki\nrole: Sister\nteams: [wards]\npronouns: she\nhelps_with: [measuring]\n---\n",
    "content/people/callum.md": "---\nname: Callum Reid\n---\n",
    "content/cycles/2026-Q1.md": "---\ntitle: Winter\nabout: Twelve weeks.\n---\n",
    "content/health/falls.md": """\
---
title: Falls
unit: a month
at_most: 7
team: wards
source: Ward book
readings:
  - {date: 2026-01-31, value: 6}
---
""",
    "content/pages/how.md": "---\ntitle: How we work\nnav: true\norder: 1\n---\nSee [[strong]] and [falls](../health/falls.md).\n",
    "content/okrs/2026-Q1/hospital/strong.md": "---\ntitle: Every stay leaves people stronger\nsupports: theme:close\n---\n",
    "content/okrs/2026-Q1/wards/walk.md": """\
---
title: People go home able to do what they could before
why: Bed is not safe, as [[strong]] says.
owner: esther
type: aspirational
origin: team
for: People on the wards
teams: [hospital]
supports:
  - to: strong
    because: Strength lost in bed is harm.
depends_on:
  - to: team:hospital
    need: A porter
    by: 2026-03-01
    state: agreed
tags: [recovery]
health: [falls]
continues:
  to: beds
  because: Get people moving.
since: 2025-12-20
asks:
  - date: 2026-01-10
    by: callum
    what: Who has a porter?
    until: 2026-02-01
    replies:
      - by: esther
        date: 2026-01-12
        text: We do.
        answers: true
changed:
  - date: 2026-01-15
    by: esther
    what: Target from 60 to 70.
    why: It was easy.
key_results:
  - title: Out of bed by noon
    id: up
    start: 34%
    target: 70%
    owner: callum
    weight: 2
    due: 2026-03-20
    source: Ward book
    note: Counted daily.
    pairs_with: falls
    readings:
      - date: 2026-01-20
        value: 40%
        confidence: 7
        note: First week.
  - title: Falls
    id: falls
    at_most: 6.4
  - title: A plan on each ward
    id: plan
    milestones:
      - title: Surgical
        due: 2026-02-01
check_ins:
  - date: 2026-02-06
    by: esther
    confidence: 7
    status: on-track
    readings:
      up: 52%
    learned: Lunch at the table helps.
    blocked: Chairs.
    next: More chairs.
---
What [the wards](../../../teams/wards.md) do, and [[#up]].
""",
    "content/okrs/2025-Q4/wards.yaml": "objectives:\n  - title: Fewer falls\n    id: beds\n    state: dropped\n",
    "content/check-ins/late.md": "---\nobjective: walk\ndate: 2026-02-13\nby: callum\n---\nSlippers.\n",
}
KEY = re.compile(r"^( *)(- )?([a-z_]+):(?= |$)")
REFERENCES = [
    ("content/okrs/2026-Q1/wards/walk.md", "to: strong"),
    ("content/okrs/2026-Q1/wards/walk.md", "to: team:hospital"),
    ("content/okrs/2026-Q1/wards/walk.md", "to: beds"),
    ("content/okrs/2026-Q1/wards/walk.md", "teams: [hospital]"),
    ("content/okrs/2026-Q1/wards/walk.md", "health: [falls]"),
    ("content/okrs/2026-Q1/wards/walk.md", "pairs_with: falls"),
    ("content/okrs/2026-Q1/wards/walk.md", "as [[strong]]"),
    ("content/okrs/2026-Q1/wards/walk.md", "teams/wards.md"),
    ("content/okrs/2026-Q1/wards/walk.md", "[[#up]]"),
    ("content/okrs/2026-Q1/hospital/strong.md", "supports: theme:close"),
    ("content/teams/wards.md", "parent: hospital"),
    ("content/people/esther.md", "teams: [wards]"),
    ("content/health/falls.md", "team: wards"),
    ("content/org.md", "See [[walk]]"),
    ("content/pages/how.md", "See [[strong]]"),
    ("content/pages/how.md", "../health/falls.md"),
    ("content/check-ins/late.md", "objective: walk"),
]
FACTS = ERRORS | {"misplaced", "future-reading"}
REQUIRED = [
    ("content/org.md", "name: A small hospital\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "title: People go home able to do what they could before\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "        due: 2026-02-01\n"),
    ("content/okrs/2025-Q4/wards.yaml", "title: Fewer falls\n    "),
    ("content/check-ins/late.md", "objective: walk\n"),
    ("content/check-ins/late.md", "date: 2026-02-13\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "        text: We do.\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "    what: Target from 60 to 70.\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "    what: Who has a porter?\n"),
    ("content/okrs/2026-Q1/wards/walk.md", "        value: 40%\n"),
]


def findings(root: Path, changed: dict[str, str]) -> list[tuple[str, str, int]]:
    """Check the site with some files changed; give rule, path and line of each finding that is no opinion."""
    for path, text in (RICH | changed).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    made = check(root, Wishes(today=date(2026, 2, 20)))
    return [(found.rule, found.span.path, found.span.line) for found in made.findings if found.rule in FACTS]


def keys() -> list[tuple[str, int, str]]:
    """List every key in the site: its file, its line, its name."""
    found = []
    for path, text in RICH.items():
        for number, line in enumerate(text.split("\n"), 1):
            match = KEY.match(line)
            if match and match[3] != "up":
                found.append((path, number, match[3]))
    return found


def test_the_site_is_in_order(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == []


@pytest.mark.parametrize(("path", "number", "key"), keys(), ids=lambda value: str(value).rpartition("/")[2])
def test_a_misspelt_key_is_one_finding_at_its_line(path: str, number: int, key: str, tmp_path: Path) -> None:
    lines = RICH[path].split("\n")
    lines[number - 1] = lines[number - 1].replace(f"{key}:", f"{key}qq:", 1)
    assert findings(tmp_path, {path: "\n".join(lines)}) == [("unknown-key", path, number)]


@pytest.mark.parametrize(("path", "written"), REFERENCES, ids=lambda value: value.rpartition("/")[2])
def test_a_reference_to_nothing_is_one_finding_at_its_line(path: str, written: str, tmp_path: Path) -> None:
    assert RICH[path].count(written) == 1
    broken = re.sub(r"(\w+)(\W*)$", r"\1qq\2", written.removesuffix(".md")) + (".md" if written.endswith(".md") else "")
    number = RICH[path][: RICH[path].index(written)].count("\n") + 1
    assert findings(tmp_path, {path: RICH[path].replace(written, broken)}) == [("ref-broken", path, number)]


@pytest.mark.parametrize(("path", "line"), REQUIRED, ids=lambda value: value.strip().rpartition("/")[2])
def test_a_required_key_that_is_gone_is_one_finding(path: str, line: str, tmp_path: Path) -> None:
    if "due:" in line:
        line = "title: Surgical\n        "
    assert RICH[path].count(line) == 1
    found = findings(tmp_path, {path: RICH[path].replace(line, "")})
    assert [(rule, where) for rule, where, _ in found] == [("missing-key", path)]
