"""What two organisations published becomes a site that says what they said. The numbers are counted in the sources."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from benchmarks import opinions
from tests.real import sourcegraph, srcd

HERE = Path(__file__).parent
SITES = {"srcd": HERE / "srcd-okrs" / "site", "sourcegraph": HERE / "sourcegraph-goals" / "site"}


@cache
def built(name: str) -> dict[str, Any]:
    """Build one of the sites and read its data."""
    with TemporaryDirectory() as folder:
        okrsite = Path(sys.executable).with_name("okrsite")
        run = subprocess.run(
            [okrsite, "build", SITES[name], "--output", Path(folder) / "site"],
            capture_output=True,
            check=False,
            text=True,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        data: dict[str, Any] = json.loads((Path(folder) / "site" / "data" / "site.json").read_text("utf-8"))
        return data


def objectives(name: str, cycle: str) -> dict[str, dict[str, Any]]:
    """Give the objectives of a cycle by title."""
    return {f"{one['team']}: {one['title']}": one for one in built(name)["objectives"] if one["cycle"] == cycle}


def key_results(name: str, cycle: str) -> list[dict[str, Any]]:
    """Give all key results of a cycle."""
    return [one for objective in objectives(name, cycle).values() for one in objective["key_results"]]


def under(name: str, cycle: str, title: str) -> list[dict[str, Any]]:
    """Give a company objective and all that stands under it."""
    return [
        one
        for one in objectives(name, cycle).values()
        if one["title"] == title or any(slug_of(title) in step for step in one["why_chain"])
    ]


def slug_of(title: str) -> str:
    """Give the id of a title of plain letters and marks."""
    return "-".join("".join(c if c.isalnum() else " " for c in title).lower().split())


@pytest.mark.parametrize("name", sorted(SITES))
def test_the_content_is_what_the_sources_give(name: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", f"tests.real.{name}", tmp_path], cwd=HERE.parents[1], check=True)
    kept = {path.relative_to(SITES[name]): path.read_bytes() for path in SITES[name].rglob("*") if path.is_file()}
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert made == kept


@pytest.mark.parametrize(
    ("name", "cycle", "count", "measures"),
    [
        ("srcd", "2018-Q4", 48, 139),
        ("srcd", "2019-Q1", 27, 59),
        ("sourcegraph", "FY21-Q1", 29, 73),
        ("sourcegraph", "FY22-Q1", 25, 64),
    ],
)
def test_a_quarter_has_as_many_objectives_and_key_results_as_its_source(
    name: str, cycle: str, count: int, measures: int
) -> None:
    assert (len(objectives(name, cycle)), len(key_results(name, cycle))) == (count, measures)


@pytest.mark.parametrize(
    ("title", "below", "measures", "ticked"),
    [
        ("Bring 'Code as Data' to market with enterprises", 13, 28, 2),
        ("Improve the 'Code as Data' individual user experience", 5, 20, 1),
        ("Improve quality across all products", 0, 4, 0),
        ("Release a new version of PGA", 0, 3, 0),
        ("Bring 'Assisted Code Review' to developers in the open-source community", 5, 23, 4),
        ("Store the world's source code", 3, 7, 0),
        ("Improve local-gpu cluster usability", 0, 1, 0),
        ("Being a better company to work at", 4, 12, 0),
        ("Define DevRel Strategy/Tools", 4, 23, 0),
        ("Advance MLonCode awareness", 4, 18, 0),
    ],
)
def test_what_stands_under_a_company_objective_of_2018_q4(title: str, below: int, measures: int, ticked: int) -> None:
    found = under("srcd", "2018-Q4", title)
    results = [one for objective in found for one in objective["key_results"]]
    done = [one for one in results if one["kind"] == "yes-no" and one["progress"] == 1]
    assert (len(found) - 1, len(results), len(done)) == (below, measures, ticked)


def test_progress_is_the_share_of_what_was_ticked() -> None:
    found = objectives("srcd", "2018-Q4")
    drivers = found["la: Release necessary language support for enterprise"]
    assert (drivers["progress"], drivers["outcome"]) == (0.5, "partly-reached")
    ready = found["apps: Get lookout production ready"]
    assert (ready["progress"], ready["measured"], ready["outcome"]) == (1, 4, "reached")
    wide = found["la: Get bblfsh ready for wide language support of our use cases"]
    assert [one["progress"] for one in wide["key_results"]] == [0.333333, 0, 0]
    assert (wide["progress"], wide["outcome"]) == (0.111111, "not-reached")


def test_what_was_struck_through_is_dropped_on_purpose() -> None:
    outcomes = Counter(one["outcome"] for one in objectives("srcd", "2018-Q4").values())
    assert outcomes["dropped"] == 1
    assert outcomes["reached"] == 3


def test_nothing_was_ticked_in_2019_q1() -> None:
    kinds = Counter(one["kind"] for one in key_results("srcd", "2019-Q1"))
    assert kinds == {"yes-no": 50, "number": 9}
    assert {one["progress"] for one in key_results("srcd", "2019-Q1")} == {0, None}


def test_key_results_are_carried_by_the_teams_that_the_source_tags() -> None:
    teams = Counter(team for one in key_results("srcd", "2019-Q1") for team in one["teams"])
    counted = {"dp": 16, "infra": 11, "apps": 8, "la": 8, "product": 7, "talent": 7, "dr": 6, "ml": 6, "eng": 1}
    assert teams == counted


def test_an_objective_with_the_same_heading_continues_the_one_before() -> None:
    again = objectives("srcd", "2019-Q1")["company: Store the world's source code"]
    assert again["continues"]["to"] == "2018-Q4/company/store-the-world-s-source-code"


def test_fiscal_quarters_have_the_dates_of_the_handbook() -> None:
    dates = {one["id"]: (one["start"], one["end"]) for one in built("sourcegraph")["cycles"]}
    assert dates == {"FY21-Q1": ("2020-02-01", "2020-04-30"), "FY22-Q1": ("2021-02-01", "2021-04-30")}


def test_scores_are_those_that_were_published() -> None:
    scored = {
        one["title"][:40]: one["score"] for one in key_results("sourcegraph", "FY21-Q1") if one["score"] is not None
    }
    assert scored == {
        "Automate away release captain role and a": 0.2,
        "Ensure that no technical issue blocks a ": 1,
        "Make at least one improvement that decre": 1,
        "Track time to important admin setup mile": 0,
    }


@pytest.mark.parametrize(
    ("cycle", "counted"),
    [
        (
            "FY21-Q1",
            {
                "campaigns": (1, 4),
                "ceo": (2, 6),
                "code-intelligence": (2, 6),
                "core-services": (2, 9),
                "distribution": (3, 4),
                "operations": (1, 2),
                "people-ops": (3, 8),
                "product": (2, 5),
                "sales-and-marketing": (7, 15),
                "vp-eng": (3, 7),
                "web": (3, 7),
            },
        ),
        (
            "FY22-Q1",
            {
                "company": (4, 8),
                "customer-engineering": (3, 9),
                "marketing": (3, 10),
                "operations-finance-legal-bizops-people-ops-tech-ops": (3, 13),
                "product-engineering": (4, 7),
                "sales": (4, 9),
                "talent": (4, 8),
            },
        ),
    ],
)
def test_each_team_has_as_many_objectives_and_key_results_as_its_source(
    cycle: str, counted: dict[str, tuple[int, int]]
) -> None:
    found = list(objectives("sourcegraph", cycle).values())
    teams = {
        team: (
            sum(one["team"] == team for one in found),
            sum(len(one["key_results"]) for one in found if one["team"] == team),
        )
        for team in sorted({one["team"] for one in found})
    }
    assert teams == counted


@pytest.mark.parametrize(
    ("name", "count", "measures", "reasons"),
    [("2022_q2", 24, 77, 0), ("2022_q3", 22, 61, 13), ("2023_Q1", 17, 60, 0), ("2022_annual", 28, 88, 0)],
)
def test_what_opinions_are_tried_on_is_what_was_published(name: str, count: int, measures: int, reasons: int) -> None:
    _, goals = sourcegraph.read((sourcegraph.SOURCE / f"{name}.md").read_text("utf-8"))
    read = (len(goals), sum(len(one.key_results) for one in goals), sum(bool(one.why) for one in goals))
    assert read == (count, measures, reasons)


def test_the_third_quarter_of_2018_is_what_was_published() -> None:
    found = srcd.headings((srcd.SOURCE / "2018-Q3.md").read_text("utf-8"))
    steps = [one.get("milestones", []) for heading in found for one in heading.key_results]
    assert (len(found), len(steps), sum(len(one) for one in steps if isinstance(one, list))) == (50, 138, 14)


def test_a_finding_is_told_once_with_its_place_and_days() -> None:
    finding = {"rule": "no-why", "path": "a.md", "line": 2, "excerpt": "title: A", "message": "Why?"}
    found = [opinions.Found("srcd/2018-Q3", finding, [date(2018, 7, 31)])] * 3
    told = [json.loads(line) for line in opinions.lines(found, every=2)]
    assert told == [{**finding, "source": "srcd/2018-Q3", "days": ["2018-07-31"]}] * 2
