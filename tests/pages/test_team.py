from __future__ import annotations

from dataclasses import replace

import pytest

from okrsite.plan.model import Need
from okrsite.targets import Target
from tests.measure import plans as p
from tests.measure.plans import HERE
from tests.pages.hospital import hospital, line, supports
from tests.pages.whole import hospital_pages, links, many, read, site_of, under

FEBRUARY = "2026-02-10"


@pytest.fixture(scope="module")
def laboratory() -> str:
    return hospital_pages()["teams/laboratory.html"]


def test_a_team_says_whom_it_supports_who_supports_it_and_who_stands_beside_it(laboratory: str) -> None:
    assert (
        "We support Emergency one objective Supported by Devices & Desk one objective Emergency one objective "
        "Side by side with Devices & Desk Wards"
    ) in read(laboratory)


def test_its_objective_hangs_on_the_line_with_key_results_and_supporters(laboratory: str) -> None:
    there = read(laboratory)
    told = (
        "Good care, close to home Nobody waits in fear or in pain Tarnvale Hospitals",
        "because Half of the waiting in the emergency department is waiting for blood results.",
        (
            "Doctors have the answer while the patient is still in the chair Confident 7/10 Ines Ortega, Tomas Lindqvist "
            "with Devices & Desk, Wards"
        ),
        "Median time from arm to answer, urgent troponin (min) 51",
        "Night results within 45 minutes worse than at the start",
        "Repeated samples not held",
        "Every ward has a sample round 2 of 3 steps done",
        "and three more",
        "Supported by A blood sample never waits for a label Devices & Desk",
        "One private objective supports this. Its text is not part of this site.",
    )
    places = [there.index(one) for one in told]
    assert places == sorted(places)


def test_who_needs_whom_is_told_from_both_sides(laboratory: str) -> None:
    sides = under(laboratory, "Who needs whom")
    assert (
        "Whom we need A blood sample never waits for a label Devices & Desk Printers where the arms are Agreed, by 15 Nov"
    ) in sides
    assert (
        "Who needs us People go home able to do what they could before Wards Results before the round Declined" in sides
    )


def test_asks_check_ins_and_what_was_before(laboratory: str) -> None:
    assert "Has anyone made a night rota fair for a team of nine?" in under(laboratory, "Asks for help")
    there = read(laboratory)
    assert there.index("a night rota fair") < there.index("Who decides where a label printer stands?")
    assert under(laboratory, "Latest check-ins").startswith(
        "24 Oct Confident 7/10 Ines Ortega on Doctors have the answer"
    )
    assert under(laboratory, "Earlier, and what we learned").startswith(
        "Our own part of the wait is under twenty minutes 2025-spring Reached"
    )


def test_what_a_team_learned_stands_with_what_it_ended() -> None:
    ended = p.ending("2025-12-20", learned=line("Ask *first*."))
    long = p.ending("2025-12-20", learned=line("Much to say. " * 60))
    before = [
        p.objective("2025-Q4/wards/short", title="Short", state="closed", closed=ended),
        p.objective("2025-Q4/wards/long", title="Long", state="closed", closed=long),
    ]
    cycles = {"2026-Q1": p.cycle(), "2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31")}
    team = site_of(p.plan(p.objective(), *before, cycles=cycles), FEBRUARY)["teams/wards.html"]
    earlier = under(team, "Earlier, and what we learned")
    assert "Short 2025-Q4 Closed Ask first." in earlier
    assert "Long 2025-Q4 Closed" in earlier
    assert "Much to say" not in earlier


def test_what_others_ask_of_a_team_stands_on_its_page() -> None:
    wards = hospital_pages()["teams/wards.html"]
    assert "Has anyone made a night rota fair for a team of nine?" in under(wards, "Asked of us")
    assert "Ten minutes with every new nurse" in under(wards, "Who needs whom")


def test_where_a_team_stands_among_teams_and_who_is_in_it() -> None:
    teams = {
        "all": p.team("all"),
        "wards": p.team("wards", parent="all", lead="b", members=("a",), contact="Room 12", until=p.day("2026-01-31")),
        "nights": p.team("nights", parent="wards"),
    }
    people = {"a": p.person("a", role="Nurse"), "b": p.person("b"), "c": p.person("c", teams=("wards",))}
    team = site_of(p.plan(p.objective(), teams=teams, people=people), FEBRUARY)["teams/wards.html"]
    assert read(team).startswith("Teams all wards Until 31 Jan 2026")
    assert "Part of all Teams in it nights People b leads a Nurse c To reach us Room 12" in under(
        team, "About the team"
    )


def test_a_team_without_objectives_says_how_to_begin() -> None:
    team = site_of(p.plan(teams={"wards": p.team("wards")}, cycles={"2026-Q1": p.cycle()}), FEBRUARY)[
        "teams/wards.html"
    ]
    assert (
        "No objective for this cycle yet. Write one: a file content/okrs/2026-Q1/wards/<name>.md with a title"
        in read(team)
    )


def test_a_team_that_is_no_more_is_not_asked_to_begin() -> None:
    teams = {"wards": p.team("wards", until=p.day("2025-12-31"))}
    team = site_of(p.plan(teams=teams, cycles={"2026-Q1": p.cycle()}), FEBRUARY)["teams/wards.html"]
    assert "Write one" not in read(team)


def test_what_comes_next_is_marked_as_a_draft() -> None:
    later = p.objective("2026-Q2/wards/next", title="Next", state="draft")
    cycles = {"2026-Q1": p.cycle(), "2026-Q2": p.cycle("2026-Q2", "2026-04-01", "2026-06-30")}
    team = site_of(p.plan(p.objective(), later, cycles=cycles), FEBRUARY)["teams/wards.html"]
    assert under(team, "What comes next") == "Next does not say yet what it supports Draft"


def test_an_objective_shared_with_a_team_stands_on_its_page() -> None:
    assert "Doctors have the answer" in read(hospital_pages()["teams/devices.html"])


def test_forty_objectives_of_a_team_stay_under_40_kilobytes_with_the_way_to_all_of_them() -> None:
    key_results = tuple(
        p.key_result(
            f"kr{n}",
            title=f"How we know {n}",
            start="1",
            target="9",
            unit="days",
            readings=(p.reading("2026-02-01", "4"),),
        )
        for n in range(5)
    )
    check_ins = tuple(p.check_in(f"2026-02-0{n}", confidence=7, learned=line("Something.")) for n in range(1, 8))
    objectives = [
        replace(
            one, key_results=key_results, check_ins=check_ins, supports=(supports("2026-Q1/board/top", "A reason."),)
        )
        for one in many(40, title="An objective with a title of an ordinary length, number")
    ]
    top = p.objective("2026-Q1/board/top", title="Top", supports=(supports("mission"),))
    team = site_of(p.plan(top, *objectives), FEBRUARY)["teams/wards.html"]
    assert len(team.encode()) < 40_000
    assert links(team)["and 23 more"] == "../objectives/2026-Q1/wards/index.html"


def test_a_long_chain_above_is_folded_between_its_ends() -> None:
    chain = [p.objective("2026-Q1/wards/o0", title="Step 0", supports=(supports("mission"),))]
    chain += [
        p.objective(f"2026-Q1/wards/o{n}", title=f"Step {n}", supports=(supports(f"2026-Q1/wards/o{n - 1}"),))
        for n in range(1, 12)
    ]
    last = replace(chain[-1], ref="2026-Q1/nights/o11", team="nights", id="o11")
    team = site_of(p.plan(*chain[:-1], last), FEBRUARY)["teams/nights.html"]
    assert "Good care, close to home and seven steps between Step 7 wards" in read(team)


def test_a_need_of_a_private_objective_does_not_name_it() -> None:
    secret = p.objective("2026-Q1/s/hush", title="Hush", private=True)
    needy = p.objective(needs=(Need(Target("objective", "2026-Q1/s/hush"), "Quiet", None, "asked", HERE),))
    team = site_of(p.plan(needy, secret), FEBRUARY)["teams/wards.html"]
    assert "one private objective Quiet Asked for" in under(team, "Who needs whom")
    assert "Hush" not in team


def test_an_earlier_name_leads_on() -> None:
    plan = hospital()
    teams = {**plan.teams, "laboratory": replace(plan.teams["laboratory"], aliases=("lab",))}
    pages = site_of(replace(plan, teams=teams))
    assert 'content="0; url=laboratory.html"' in pages["teams/lab.html"]
    assert 'content="0; url=../laboratory/chair.html"' in pages["objectives/2025-autumn/lab/chair.html"]
    assert 'content="0; url=../laboratory/index.html"' in pages["objectives/2025-autumn/lab/index.html"]


def test_what_is_accepted_of_a_team_stands_on_its_page_with_the_reason() -> None:
    wards = p.team("wards", allow={"all-assigned": "The board asked, and we wanted to."})
    page = site_of(p.plan(p.objective(), teams={"wards": wards}), FEBRUARY)["teams/wards.html"]
    assert under(page, "Accepted here, and why").startswith(
        "All objectives of a team were asked of it all-assigned The board asked, and we wanted to."
    )
    assert "Accepted here" not in site_of(p.plan(p.objective()), FEBRUARY)["teams/wards.html"]
