from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from okrsite.plan.model import Continues, Kind
from tests.measure import plans as p
from tests.pages.hospital import hospital, line, supports
from tests.pages.whole import hospital_pages, links, many, read, site_of, under

FEBRUARY, LATER = "2026-02-10", "2026-07-01"


@pytest.fixture(scope="module")
def autumn() -> str:
    return hospital_pages()["cycles/2025-autumn.html"]


def test_a_running_cycle_lists_under_each_company_objective_what_stands_under_it(autumn: str) -> None:
    assert under(autumn, "Nobody waits in fear or in pain").startswith(
        "Everyone who walks in knows within the hour what happens next Emergency, Piet Vos Confident 7/10 "
        "Doctors have the answer while the patient is still in the chair Laboratory, Ines Ortega, Tomas Lindqvist"
    )
    assert (
        under(autumn, "Not under the mission yet")
        == "Heat the old wing without oil Estates & Kitchens, Bogdan Ilić Draft"
    )
    assert "today, week 9 of 15" in autumn


def test_how_sure_teams_said_they_were_is_counted_round_by_round_never_averaged(autumn: str) -> None:
    assert "26 Sept: 0 confident, 1 unsure, 0 doubtful, 5 without a check-in" in autumn
    assert "24 Oct: 4 confident, 0 unsure, 0 doubtful, 2 without a check-in" in autumn
    assert "26 Sept 0 1 0 5 10 Oct 1 1 0 4 24 Oct 4 0 0 2" in under(autumn, "How sure we said we were")


def test_check_ins_stand_round_by_round_the_latest_first(autumn: str) -> None:
    rounds = under(autumn, "Check-ins, round by round")
    assert rounds.startswith("24 Oct, two check-ins with words")
    assert rounds.index("10 Oct, one check-in with words") < rounds.index("26 Sept, one check-in with words")


def test_a_round_tells_five_and_counts_the_rest() -> None:
    talking = [
        p.objective(f"2026-Q1/team{n}/x", check_ins=(p.check_in("2026-02-01", learned=line(f"Word {n}")),))
        for n in range(9)
    ]
    page = site_of(p.plan(*talking), FEBRUARY)["cycles/2026-Q1.html"]
    assert "nine check-ins with words" in read(page)
    assert "and four more, on the pages of their objectives" in read(page)
    assert "Word 5" not in page


def test_a_cycle_to_come_says_when_it_begins() -> None:
    page = site_of(p.plan(p.objective(state="proposed")), "2025-12-01")["cycles/2026-Q1.html"]
    assert "It begins on 1 January 2026. What stands here may still change" in read(page)
    assert "today" not in read(page)


def closed(name: str, **more: object) -> object:
    whole = {"type": "committed", "supports": (supports("mission"),), "closed": p.ending("2026-03-31"), **more}
    return p.objective(f"2026-Q1/wards/{name}", title=name, state="closed", **whole)


def ended() -> list[object]:
    return [
        closed("all of it", score=Decimal(1), closed=p.ending("2026-03-31", learned=line("It *works*."))),
        closed("half", score=Decimal("0.5")),
        closed("none", score=Decimal(0)),
        p.objective(
            "2026-Q1/wards/dropped", title="dropped", state="dropped", dropped=p.ending("2026-02-01", why=line("No."))
        ),
        p.objective("2026-Q1/wards/open", title="left open"),
        p.objective(
            "2026-Q2/wards/next",
            title="What came next",
            continues=Continues("2026-Q1/wards/half", line("Half is not enough.")),
        ),
    ]


@pytest.fixture(scope="module")
def looking_back() -> str:
    retrospective = p.prose("## What we learned\n\n**Ask first.**\nSeen by wards.\n\nWritten by all of us.")
    cycles = {
        "2026-Q1": p.cycle(closed=p.day("2026-04-02"), body=retrospective, about=line("It rained.")),
        "2026-Q2": p.cycle("2026-Q2", "2026-04-01", "2026-09-30"),
    }
    return site_of(p.plan(*ended(), cycles=cycles), LATER)["cycles/2026-Q1.html"]  # type: ignore[arg-type]


def test_a_closed_cycle_begins_with_what_was_learned_together(looking_back: str) -> None:
    there = read(looking_back)
    assert there.startswith(
        "Archived This cycle closed on 2 April 2026. It is kept as it was. Go to 2026-Q2 Cycles 2026-Q1, looking back One objective reached, one partly, one not reached, one dropped on purpose, one not closed. "
        "It rained. 1 Jan to 31 Mar"
    )
    assert there.index("What we learned Ask first.") < there.index("Objective by objective")
    assert looking_back.index("Ask first.") < looking_back.index('<figure class="ruler big">')
    assert 'class="lesson"><strong>Ask first.</strong>' in looking_back
    assert "This cycle closed on 2 April 2026. It is kept as it was." in looking_back


def test_each_objective_ends_in_its_teams_words(looking_back: str) -> None:
    assert under(looking_back, "all of it") == "Reached score 1 It works."
    assert under(looking_back, "half").startswith(
        "Partly reached score 0.5 What was learned has not been written down."
    )
    assert under(looking_back, "half").endswith("Became What came next because Half is not enough.")
    assert under(looking_back, "none").startswith("Not reached score 0")
    assert under(looking_back, "dropped").startswith("Dropped on purpose No.")
    assert "Nobody has closed this one yet." in under(looking_back, "left open")


def test_a_guard_rail_that_was_not_held_is_said_beside_the_outcome() -> None:
    rail = p.key_result("r", Kind.GUARD_RAIL, title="Falls", at_most="2", readings=(p.reading("2026-03-01", "3"),))
    page = site_of(p.plan(closed("x", key_results=(rail,), score=Decimal(1))), LATER)["cycles/2026-Q1.html"]  # type: ignore[arg-type]
    assert under(page, "x").startswith("Reached score 1 not held: Falls")


def test_a_past_cycle_that_nobody_closed_says_so() -> None:
    page = site_of(p.plan(p.objective()), LATER)["cycles/2026-Q1.html"]
    assert "This cycle ended on 31 March 2026. Nobody has looked back on it yet" in read(page)
    assert "looking back" not in read(page)


def test_looking_back_at_many_objectives_takes_several_pages_and_keeps_all() -> None:
    kr = p.key_result("kr", start="1", target="9", readings=(p.reading("2026-03-01", "4"),))
    pages = site_of(p.plan(*many(300, key_results=(kr, kr, kr))), LATER)
    parts = [html for address, html in pages.items() if address.startswith("cycles/2026-Q1")]
    assert len(parts) > 1
    assert sum(html.count('<article class="retro"') for html in parts) == 300
    assert all(len(html.encode()) < 100_000 for html in parts)


def test_a_running_cycle_of_thousands_stays_under_100_kilobytes() -> None:
    top = [
        p.objective(f"2026-Q1/board/top{n:03}", title=f"Top {n}", supports=(supports("mission"),)) for n in range(200)
    ]
    below = many(2000, supports=(supports("2026-Q1/board/top000"),), title="An objective of ordinary length, number")
    pages = site_of(p.plan(*top, *below), FEBRUARY)
    assert len(pages["cycles/2026-Q1.html"].encode()) < 100_000
    assert "../map/2026-Q1.html" in links(pages["cycles/2026-Q1.html"]).values()


def test_the_list_of_cycles_runs_from_the_newest_and_says_what_came_of_each() -> None:
    listed = hospital_pages()["cycles/index.html"]
    assert read(listed).endswith(
        "2025-autumn 1 Sept to 12 Dec 2025, open Two of the company, six from teams. "
        "2025-spring 3 Feb to 27 Jun 2025, ended One objective reached, one partly."
    )


def test_an_earlier_name_of_a_cycle_leads_on() -> None:
    plan = hospital()
    cycles = {**plan.cycles, "2025-autumn": replace(plan.cycles["2025-autumn"], aliases=("autumn",))}
    pages = site_of(replace(plan, cycles=cycles))
    for old in (
        "cycles/autumn.html",
        "map/autumn.html",
        "objectives/autumn/index.html",
        "objectives/autumn/devices/index.html",
        "objectives/autumn/devices/label.html",
    ):
        assert 'http-equiv="refresh"' in pages[old]
        assert "<script" not in pages[old]


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        ("2025-12-01", "Set"),
        ("2026-01-07", "Set"),
        ("2026-01-08", "Support"),
        ("2026-03-25", "Support"),
        ("2026-03-26", "Learn"),
        (LATER, "Learn"),
    ],
)
def test_a_cycle_says_what_people_do_in_it_now(today: str, phase: str) -> None:
    page = site_of(p.plan(p.objective()), today)["cycles/2026-Q1.html"]
    assert re.findall(r'aria-current="step"><b>(\w+)</b>', page) == [phase]


def test_in_a_closed_cycle_nothing_is_left_to_do(looking_back: str) -> None:
    assert 'class="phases"' not in looking_back


def test_before_and_after_a_cycle_lie_those_of_its_kind() -> None:
    spans = {
        "2025": ("2025-01-01", "2025-12-31"),
        "2025-Q4": ("2025-10-01", "2025-12-31"),
        "2026-Q1": ("2026-01-01", "2026-03-31"),
        "2026-04": ("2026-04-01", "2026-04-30"),
        "2026-Q2": ("2026-04-01", "2026-06-30"),
    }
    cycles = {name: p.cycle(name, *days) for name, days in spans.items()}
    pages = site_of(p.plan(p.objective(), cycles=cycles), FEBRUARY)
    assert "1 Jan to 31 Mar 2026 Before it: 2025-Q4 After it: 2026-Q2" in read(pages["cycles/2026-Q1.html"])
    assert "After it: 2026-Q1" in read(pages["cycles/2025.html"])


def test_home_leads_to_what_was_learned_last() -> None:
    cycles = {
        "2026-Q1": p.cycle(),
        "2025-H2": p.cycle("2025-H2", "2025-07-01", "2025-12-31", closed=p.day("2025-12-31")),
        "2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31", closed=p.day("2025-12-31")),
    }
    home = site_of(p.plan(p.objective(), cycles=cycles), FEBRUARY)["index.html"]
    assert links(home)["What we learned in 2025-Q4"] == "cycles/2025-Q4.html"
