from __future__ import annotations

from datetime import date

from okrsite.measure import measure
from okrsite.pages.titles import page_titles, short_names
from tests.measure import plans as p


def titles(*named: tuple[str, str]) -> list[str]:
    plan = p.plan(*(p.objective(ref, title=title) for ref, title in named))
    return list(page_titles(measure(plan, date(2026, 2, 1), check_in_every=14)).values())


def test_a_title_used_once_stands_alone() -> None:
    assert titles(("2026-Q1/wards/a", "Walk")) == ["Walk"]


def test_the_same_title_in_two_cycles_carries_its_cycle() -> None:
    assert titles(("2025-Q4/wards/a", "Walk"), ("2026-Q1/wards/a", "Walk")) == ["Walk (2025-Q4)", "Walk (2026-Q1)"]


def test_the_same_title_in_two_teams_carries_its_team() -> None:
    assert titles(("2026-Q1/lab/a", "Walk"), ("2026-Q1/wards/a", "Walk")) == ["Walk (lab)", "Walk (wards)"]


def test_cycle_and_team_are_both_there_where_one_is_not_enough() -> None:
    both = titles(("2025-Q4/lab/a", "Walk"), ("2025-Q4/wards/a", "Walk"), ("2026-Q1/lab/a", "Walk"))
    assert both == ["Walk (lab, 2025-Q4)", "Walk (wards, 2025-Q4)", "Walk (lab, 2026-Q1)"]


def test_twice_in_one_team_and_cycle_it_carries_its_full_name() -> None:
    assert titles(("2026-Q1/lab/a", "Walk"), ("2026-Q1/lab/b", "Walk")) == [
        "Walk (2026-Q1/lab/a)",
        "Walk (2026-Q1/lab/b)",
    ]


def test_others_refer_to_an_objective_by_the_shortest_name_that_is_its_own() -> None:
    refs = ("2025-Q4/lab/walk", "2026-Q1/lab/walk", "2026-Q1/wards/walk", "2026-Q1/lab/mission")
    site = measure(p.plan(*(p.objective(ref) for ref in refs)), date(2026, 2, 1), check_in_every=14)
    assert list(short_names(site).values()) == ["walk", "lab/mission", "lab/walk", "wards/walk"]
