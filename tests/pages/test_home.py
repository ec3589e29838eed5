from __future__ import annotations

from dataclasses import replace

import pytest

from okrsite.plan.model import Origin
from tests.measure import plans as p
from tests.pages.hospital import hospital, line, supports
from tests.pages.whole import hospital_pages, links, many, read, site_of, under

FEBRUARY = "2026-02-10"


@pytest.fixture(scope="module")
def home() -> str:
    return hospital_pages()["index.html"]


def home_of(*objectives: object, as_of: str = FEBRUARY, **more: object) -> str:
    return site_of(p.plan(*objectives, **more), as_of)["index.html"]  # type: ignore[arg-type]


def test_the_mission_is_the_title(home: str) -> None:
    assert read(home).startswith("Our mission Good care, close to home This is what five teams want to change")


def test_the_cycle_is_drawn_to_the_week(home: str) -> None:
    assert 'aria-label="2025-autumn runs from 1 September 2025 to 12 December 2025. This is week 9 of 15."' in home
    another_day_of_this_week = site_of(hospital(), "2025-10-31")["index.html"]
    assert another_day_of_this_week == home


def test_a_company_objective_stands_with_two_levels_below_it_and_the_rest_counted(home: str) -> None:
    bay = under(home, "Nobody waits in fear or in pain")
    assert bay == (
        "Confident 7/10 Marit Solheim "
        "Everyone who walks in knows within the hour what happens next Emergency "
        "Doctors have the answer while the patient is still in the chair Laboratory, and two below"
    )


def test_a_theme_is_a_heading_over_what_carries_it(home: str) -> None:
    themes = home.partition('class="theme"')[2]
    assert themes.index(">recovery</a></h3>") < themes.index("People go home able to do what they could before")
    assert links(home)["recovery"] == "themes/recovery.html"


def test_what_does_not_reach_the_mission_is_named_apart(home: str) -> None:
    assert "Not under the mission yet: Heat the old wing without oil Estates & Kitchens · Draft" in read(home)


def test_a_chain_that_ends_before_the_mission_is_not_under_it_yet() -> None:
    home = home_of(
        p.objective("2026-Q1/a/top", title="Top of nothing"),
        p.objective("2026-Q1/b/low", title="Under it", supports=(supports("2026-Q1/a/top"),)),
    )
    assert "Not under the mission yet: Top of nothing a, and one below" in read(home)


def test_one_private_objective_is_counted_and_not_named() -> None:
    secret = p.objective("2026-Q1/s/hush", title="Hush", private=True, supports=(supports("2026-Q1/a/top"),))
    home = home_of(
        p.objective("2026-Q1/a/top", title="Top", supports=(supports("mission"),)),
        p.objective("2026-Q1/b/under", title="Under the private one", supports=(supports("2026-Q1/s/hush"),)),
        secret,
    )
    assert under(home, "Top").endswith("and one private objective")
    assert "Under a private objective: Under the private one" in read(home)
    assert "Hush" not in home


def test_open_asks_stand_here_the_latest_first_and_all_are_counted() -> None:
    asks = tuple(p.ask(f"2026-02-0{n}", f"Question {n}?") for n in range(1, 7))
    home = home_of(p.objective(asks=asks))
    shown = [f"Question {n}?" for n in (6, 5, 4, 3)]
    places = [read(home).index(one) for one in shown]
    assert places == sorted(places)
    assert "Question 2?" not in home
    assert links(home)["All six open asks"] == "asks.html"


def test_what_moved_is_told_in_peoples_words_the_newest_first(home: str) -> None:
    news = under(home, "What moved lately")
    told = (
        "24 Oct Check-in by Jack Tully, Devices & Desk: A blood sample never waits for a label Remote fault lights",
        "24 Oct Check-in by Ines Ortega, Laboratory: Doctors have the answer",
        "3 Oct Paused by Wards: People go home able to do what they could before The ward is being painted.",
        (
            "2 Oct Target changed by Ines Ortega, Laboratory: Doctors have the answer while the patient is still in the chair "
            "Target for nights from 95% to 90%."
        ),
        "29 Sept Ask answered by Samira Said: Doctors have the answer",
    )
    places = [news.index(one) for one in told]
    assert places == sorted(places)


def test_on_one_day_every_team_comes_to_word_before_one_comes_twice() -> None:
    def talking(team: str, count: int) -> list[object]:
        words = [p.check_in("2026-02-01", learned=line(f"{team} {n}")) for n in range(count)]
        return [p.objective(f"2026-Q1/{team}/x", title=team, check_ins=tuple(words))]

    home = home_of(*talking("alpha", 9), *talking("beta", 1), *talking("gamma", 1))
    news = under(home, "What moved lately")
    assert max(news.index("beta 0"), news.index("gamma 0")) < news.index("alpha 1")


def test_a_later_draft_has_not_been_written_yet() -> None:
    later = p.objective(state="draft", since=p.day("2026-03-01"), title="Tomorrow")
    assert "New draft" not in home_of(later)
    assert "New draft" in home_of(later, as_of="2026-03-02")


def test_a_site_without_a_mission_says_how_to_write_one() -> None:
    home = home_of(p.objective(), organisation=p.organisation(mission=None))
    assert read(home).startswith("Our objectives Tarnvale The mission is not written yet. One sentence says")
    assert "content/org.md" in home


def test_how_to_begin_names_the_content_folder_as_it_is_called() -> None:
    bare = p.plan(cycles={}, organisation=p.organisation(mission=None))
    pages = site_of(bare, FEBRUARY, content="okr/texts")
    assert "okr/texts/org.md" in pages["index.html"]
    ways_to_begin = (
        "index.html",
        "objectives/index.html",
        "teams/index.html",
        "cycles/index.html",
        "health/index.html",
    )
    for address in ways_to_begin:
        assert "okr/texts/" in pages[address], address
        assert "content/" not in read(pages[address]), address


def test_a_site_without_objectives_says_how_to_begin() -> None:
    home = home_of()
    assert "No one has written objectives for this cycle yet. Begin with one that matters to you" in read(home)
    assert "Nobody asks for help at the moment." in read(home)
    assert "Nothing has moved yet." in read(home)


def test_only_drafts_are_no_plan_yet() -> None:
    home = home_of(p.objective(state="draft"), p.objective("2026-Q1/wards/y", state="proposed"))
    assert "For 2026-Q1 there are two drafts and proposals so far. Nothing is agreed yet" in read(home)


def test_only_a_past_cycle_is_said_to_be_over() -> None:
    home = home_of(p.objective(), as_of="2026-07-01")
    assert "This is what one team wanted to change in 2026-Q1, which is over." in read(home)


def test_several_current_cycles_stand_together_each_with_its_line() -> None:
    year = p.objective("2026/board/year", title="This year", supports=(supports("mission"),))
    quarter = p.objective("2026-Q1/wards/quarter", title="This quarter", supports=(supports("2026/board/year"),))
    cycles = {"2026": p.cycle("2026", end="2026-12-31"), "2026-Q1": p.cycle()}
    home = home_of(year, quarter, cycles=cycles)
    assert home.count('class="ruler"') == 2
    assert "This quarter wards" in under(home, "This year")
    assert "two teams want to change in 2026 and 2026-Q1" in read(home)


def test_a_cycle_that_nobody_wrote_for_is_not_spoken_of() -> None:
    cycles = {"2026": p.cycle("2026", end="2026-12-31"), "2026-Q1": p.cycle()}
    home = home_of(p.objective(), cycles=cycles)
    assert home.count('class="ruler"') == 1
    assert "to change in 2026-Q1, why" in read(home)


def test_home_weighs_no_more_for_a_large_company() -> None:
    def company(size: int) -> str:
        top = [
            p.objective(f"2026-Q1/board/top{n}", title=f"Company {n}", supports=(supports("mission"),))
            for n in range(size // 10)
        ]
        rest = [
            replace(one, supports=(supports(f"2026-Q1/board/top{n % (size // 10)}"),), team=f"team{n % (size // 4):04}")
            for n, one in enumerate(many(size))
        ]
        named = [replace(one, ref=f"2026-Q1/{one.team}/{one.id}", origin=Origin(one.id)) for one in rest]
        return home_of(*top, *named)

    assert len(company(1000)) <= len(company(60)) * 1.02


def test_many_people_are_reached_by_their_letters() -> None:
    people = {f"p{n:03}": p.person(f"p{n:03}") for n in range(60)}
    home = home_of(people=people)
    assert links(home)["P"] == "people/index.html#letter-P"
    assert links(home)["All 60 people"] == "people/index.html"


def test_without_pages_for_people_there_is_no_way_to_them() -> None:
    home = site_of(hospital(), people_pages=False)["index.html"]
    assert "people/" not in home
    assert "Marit Solheim" in home
