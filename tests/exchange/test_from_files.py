"""From the files that people write to `data/site.json`."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from okrsite.build import read_and_link
from okrsite.config import Wishes
from okrsite.exchange import data_files
from okrsite.measure import measure
from okrsite.measure.model import Site

ORG = """\
---
name: Tarnvale
mission: Good care, close to home
themes: [{id: home, title: Strong at home, why: It is where they want to be.}]
---
"""

WALK = """\
---
title: Everyone walks
why: Bed is not safe, see [[first-stand]].
owner: Esther Mbeki
type: aspirational
supports:
  - {to: theme:home, because: Strength is lost.}
  - first-stand#trained
depends_on: [{to: "team:transport", need: A porter, state: asked}]
tags: [Recovery]
key_results:
  - {title: Up by noon, start: 34%, target: 70%, weight: 2}
  - {title: Falls, at_most: 6.40, unit: a day}
  - title: A plan for each ward
    milestones: [{title: Surgical, done: 2026-01-20}, {title: Medical, weight: 3}]
  - {title: One number to call, done: false}
  - {title: Why they fall, find_out: true}
check_ins:
  - date: 2026-01-10
    confidence: 5
    readings: {up-by-noon: 46, falls: {value: "6.5", confidence: 3}, a-plan-for-each-ward: Medical}
    learned: Lunch at the table.
    ask: {what: "Who lends a porter?", of: transport}
---
"""

STAND = """\
---
title: First stand
key_results: [{title: Trained, start: 0, target: 10, current: 5}]
---
"""

LATER = """\
---
objective: walk
date: 2026-01-24
by: Esther Mbeki
confidence: 8
readings: {one-number-to-call: true, up-by-noon: 52}
---
They ring it.
"""

SITE = {
    "content/org.md": ORG,
    "content/okrs/2026-Q1/wards/walk.md": WALK,
    "content/okrs/2026-Q1/theatres/first-stand.md": STAND,
    "content/teams/transport.md": "---\nname: Transport\n---\n",
    "content/check-ins/walk.md": LATER,
}


def files_of(root: Path, files: dict[str, str], as_of: str = "2026-02-01") -> dict[str, bytes]:
    """Write a site, and make its data."""
    site = site_of(root, files, as_of)
    config = read_and_link(root, Wishes(as_of=as_of)).config
    return dict(data_files(site, config, ()))


def site_of(root: Path, files: dict[str, str], as_of: str = "2026-02-01") -> Site:
    """Write a site, and measure it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    linked = read_and_link(root, Wishes(as_of=as_of))
    assert [finding for finding in linked.findings if finding.level == "error"] == []
    return measure(linked.plan, linked.config.as_of, check_in_every=linked.config.check_in_every)


def data_of(root: Path, files: dict[str, str], as_of: str = "2026-02-01") -> dict[str, Any]:
    """Give the objectives of a site by their names, and the rest of its data under `site`."""
    data = json.loads(files_of(root, files, as_of)["data/site.json"])
    return {"site": data, **{objective["ref"]: objective for objective in data["objectives"]}}


def test_an_objective_as_written_is_measured(tmp_path: Path) -> None:
    walk = data_of(tmp_path, SITE)["2026-Q1/wards/walk"]
    shown = [(k["id"], k["kind"], k["value"], k["progress"], k["confidence"], k["held"]) for k in walk["key_results"]]
    assert shown == [
        ("up-by-noon", "number", 52, 0.5, 8, None),
        ("falls", "guard-rail", 6.5, None, 3, False),
        ("a-plan-for-each-ward", "milestones", None, 1, 5, None),
        ("one-number-to-call", "yes-no", None, 1, 8, None),
        ("why-they-fall", "find-out", None, None, None, None),
    ]
    assert (walk["progress"], walk["measured"], walk["of"]) == (0.75, 3, 4)
    assert (walk["weakest"], walk["confidence"]) == ("2026-Q1/wards/walk#up-by-noon", 8)
    assert walk["why_chain"] == ["theme:home", "mission"]
    assert walk["why"] == "Bed is not safe, see [[first-stand]]."
    assert (walk["owners"], walk["key_results"][0]["owner"]) == (["esther-mbeki"], "esther-mbeki")
    assert [check_in["learned"] for check_in in walk["check_ins"]] == ["Lunch at the table.", "They ring it."]
    assert walk["check_ins"][0]["readings"] == {
        "up-by-noon": 46,
        "falls": 6.5,
        "a-plan-for-each-ward": ["medical"],
    }
    assert [ask["what"] for ask in walk["asks"]] == ["Who lends a porter?"]
    assert walk["asks"][0]["of"] == "transport"


def test_on_an_earlier_day_less_has_happened(tmp_path: Path) -> None:
    walk = data_of(tmp_path, SITE, "2026-01-15")["2026-Q1/wards/walk"]
    assert [k["progress"] for k in walk["key_results"]] == [0.333333, None, 0.75, 0, None]
    assert (len(walk["check_ins"]), walk["confidence"]) == (1, 5)


def test_both_ends_of_an_edge_know_of_it(tmp_path: Path) -> None:
    stand = data_of(tmp_path, SITE)["2026-Q1/theatres/first-stand"]
    assert stand["supported_by"] == ["2026-Q1/wards/walk"]
    assert (stand["progress"], stand["key_results"][0]["value_date"], stand["why_chain"]) == (0.5, None, [])


def test_the_order_in_which_files_were_made_never_matters(tmp_path: Path) -> None:
    made = []
    for seed in range(3):
        paths = sorted(SITE)
        random.Random(seed).shuffle(paths)
        made.append(files_of(tmp_path / str(seed), {path: SITE[path] for path in paths}))
    assert made[0] == made[1] == made[2]


SHARED = """\
---
title: Read in two places
key_results:
  - {same_as: "walk#up-by-noon", title: Up early, weight: 3}
---
"""


def test_a_measure_in_two_places_is_read_in_one(tmp_path: Path) -> None:
    shared = data_of(tmp_path, {**SITE, "content/okrs/2026-Q1/board/shared.md": SHARED})["2026-Q1/board/shared"]
    key = shared["key_results"][0]
    assert (key["id"], key["title"], key["unit"], key["start"], key["value"], key["weight"]) == (
        *("up-early", "Up early", "%", 34, 52),
        3,
    )
    assert key["same_as"] == "2026-Q1/wards/walk#up-by-noon"
    assert (key["progress"], shared["quiet"]) == (0.5, True)


VEILED = """\
---
title: Hushed merger
private: true
owner: Sly Fox <sly@covert.example>
tags: [recovery, Cloak]
supports: [walk, {to: first-stand, because: covert}]
depends_on: [{to: walk, need: covert}, {to: "team:transport", need: covert}]
continues: first-stand
key_results: [{title: Dagger, start: 1, target: 2, readings: {2026-01-05: 2}}]
check_ins: [{date: 2026-01-05, by: Mole, learned: covert, ask: {what: "covert?"}}]
---
![covert](plan.png)
"""

OPEN = """\
---
title: Open work
owner: Ana
supports: [{to: "spies/veiled", because: "We help [[spies/veiled]]."}, mission]
depends_on: [{to: "veiled#dagger", need: Time}]
continues: {to: veiled, because: Go on.}
tags: [Recovery]
key_results:
  - {same_as: "veiled#dagger", title: Ours, weight: 2}
check_ins: [{date: 2026-01-12, learned: "Ask [[veiled|them]] or [us](../../2026-Q2/spies/veiled.md)."}]
---
See [[veiled]].
"""


@pytest.mark.parametrize("people", ["", "people_pages: false\n"])
def test_a_private_objective_leaves_no_trace(tmp_path: Path, people: str) -> None:
    secret = {
        "okrsite.yaml": people,
        "content/okrs/2026-Q2/spies/veiled.md": VEILED,
        "content/okrs/2026-Q1/board/open.md": OPEN,
        "content/check-ins/hidden.md": "---\nobjective: veiled\ndate: 2026-01-06\nby: Rat\n---\ncovert\n",
    }
    (tmp_path / "content/okrs/2026-Q2/spies").mkdir(parents=True)
    (tmp_path / "content/okrs/2026-Q2/spies/plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    files = files_of(tmp_path, {**SITE, **secret})
    words = (
        "veiled",
        "spies",
        "hushed",
        "sly",
        "fox",
        "covert",
        "cloak",
        "mole",
        'rat"',
        "dagger",
        "2026-q2",
    )
    written = b"".join(files.values()).decode().lower()
    assert [word for word in words if word in written] == []
    data = json.loads(files["data/site.json"])
    found = {objective["ref"]: objective for objective in data["objectives"]}
    ours = found["2026-Q1/board/open"]
    assert [edge["to"] for edge in ours["supports"]] == ["mission"]
    assert (ours["why_chain"], ours["depends_on"], ours["continues"]) == ([], [], None)
    assert [(k["title"], k["value"], k["same_as"]) for k in ours["key_results"]] == [("Ours", None, None)]
    assert ours["check_ins"][0]["learned"] == "Ask them or us."
    assert found["2026-Q1/wards/walk"]["private_supporters"] == 1
    assert found["2026-Q1/wards/walk"]["supported_by"] == []
    assert [cycle["id"] for cycle in data["cycles"]] == ["2026-Q1"]
    assert [team["id"] for team in data["teams"]] == ["board", "theatres", "transport", "wards"]
    assert {tuple(objective["tags"]) for objective in found.values()} == {("Recovery",), ()}


def test_a_private_objective_says_nothing_of_people_who_are_named_elsewhere(tmp_path: Path) -> None:
    private = "---\ntitle: Hushed\nprivate: true\nowner: Ana Covert Name <ana@covert.example>\n---\n"
    public = "---\ntitle: Open\nowner: ana-covert-name\n---\n"
    content = {"content/okrs/2026-Q1/a/hushed.md": private, "content/okrs/2026-Q1/b/open.md": public}
    (person,) = site_of(tmp_path, content).people.values()
    assert (person.id, person.name, person.contact) == ("ana-covert-name", "ana-covert-name", None)
