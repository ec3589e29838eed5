from __future__ import annotations

import re
from dataclasses import replace

import pytest

from okrsite.plan.model import Origin
from tests.measure import plans as p
from tests.pages.hospital import supports
from tests.pages.whole import hospital_pages, links, many, read, site_of, under

FEBRUARY = "2026-02-10"


@pytest.fixture(scope="module")
def objectives() -> str:
    return hospital_pages()["objectives/index.html"]


def rows(html: str) -> dict[str, dict[str, str]]:
    """What the filter looks at, by the title of each row."""
    found = {}
    for attributes, row in re.findall(r"<li data-row ([^>]*)>(.*?)</li>", html, re.DOTALL):
        title = re.search(r'class="t"><a[^>]*>(.*?)</a>', row)
        assert title
        found[title[1]] = dict(re.findall(r'data-(\w+)="([^"]*)"', attributes))
    return found


def test_objectives_stand_by_team_name_and_say_what_they_support(objectives: str) -> None:
    headings = re.findall(r"<h2[^>]*><a[^>]*>([^<]*)", objectives.partition("data-rows")[2])
    assert headings[:6] == [
        "Devices &amp; Desk",
        "Emergency",
        "Estates &amp; Kitchens",
        "Laboratory",
        "Tarnvale Hospitals",
        "Wards",
    ]
    assert under(objectives, "Devices &amp; Desk") == (
        "A blood sample never waits for a label "
        "Doctors have the answer while the patient is still in the chair Confident 8/10"
    )
    assert "does not say yet what it supports" in under(objectives, "Estates &amp; Kitchens")


def test_within_a_team_they_stand_as_the_team_wrote_them() -> None:
    written = [replace(one, origin=Origin("content/okrs/2026-Q1/wards.yaml", 90 - n)) for n, one in enumerate(many(3))]
    listed = site_of(p.plan(*written), FEBRUARY)["objectives/2026-Q1/wards/index.html"]
    places = [read(listed).index(f"Objective {n}") for n in (2, 1, 0)]
    assert places == sorted(places)


def test_a_row_carries_what_the_filter_looks_at(objectives: str) -> None:
    chair = rows(objectives)["Doctors have the answer while the patient is still in the chair"]
    assert chair["team"] == "laboratory"
    assert chair["tags"] == "waiting"
    assert chair["mark"] == "c3"
    assert chair["origin"] == "negotiated"
    assert chair["ask"] == "1"
    assert "Ines Ortega" in chair["words"]
    assert "Night results within 45 minutes" in chair["words"]


def test_the_filter_offers_only_what_there_is(objectives: str) -> None:
    offered = re.findall(r'data-f="(\w+)">(.*?)</select>', objectives)
    choices = {key: re.findall(r'<option value="([^"]+)"', options) for key, options in offered}
    assert choices["tags"] == ["devices", "waiting"]
    assert choices["mark"] == ["c3", "c0", "draft", "open", "paused"]
    assert choices["origin"] == ["team", "negotiated", "company"]


def test_without_scripts_there_are_ways_to_teams_and_tags(objectives: str) -> None:
    without = objectives.partition('<div class="nojs">')[2].partition("</div>")[0]
    assert 'href="#laboratory"' in without
    assert 'href="../tags/waiting.html"' in without


def test_each_cycle_and_each_team_in_it_has_its_list() -> None:
    spring = hospital_pages()["objectives/2025-spring/index.html"]
    assert "2 objectives of 2025-spring" in read(spring)
    assert "Reached" in under(spring, "Laboratory")
    laboratory = hospital_pages()["objectives/2025-autumn/laboratory/index.html"]
    assert read(laboratory).startswith("All objectives 2025-autumn Laboratory, 2025-autumn One objective.")


def test_a_shared_objective_stands_in_both_teams_lists() -> None:
    devices = hospital_pages()["objectives/2025-autumn/devices/index.html"]
    assert "A blood sample never waits for a label" in read(devices)
    assert "Doctors have the answer" in under(devices, "Laboratory")


def test_a_long_list_is_cut_into_pages_under_100_kilobytes_that_lead_to_each_other() -> None:
    company = [one for n in range(60) for one in many(20, team=f"team{n:02}")]
    pages = site_of(p.plan(*company), FEBRUARY)
    parts = sorted(address for address in pages if address.startswith("objectives/2026-Q1/index"))
    assert len(parts) > 3
    lists = [address for address in pages if not address.startswith("map")]
    assert all(len(pages[address].encode()) < 100_000 for address in lists)
    assert sum(pages[address].count("data-row ") for address in parts) == 1200
    first = links(pages["objectives/2026-Q1/index.html"])
    assert any(href == "index~2.html" for href in first.values())


def test_titles_in_other_scripts_keep_a_page_light() -> None:
    company = [
        p.objective(f"2026-Q1/借阅/{'很' * 90}{n:03}", title="读者" * 150, supports=(supports("mission"),))
        for n in range(300)
    ]
    pages = site_of(p.plan(*company), FEBRUARY)
    assert max(len(html.encode()) for address, html in pages.items() if "index" in address) < 100_000
    assert max(len(html.encode()) for address, html in pages.items() if address.startswith("map")) < 300_000


def test_no_objectives_say_how_to_begin() -> None:
    empty = site_of(p.plan(cycles={"2026-Q1": p.cycle()}), FEBRUARY)["objectives/2026-Q1/index.html"]
    assert "No one has written objectives for this cycle yet. Write one: a file content/okrs/" in read(empty)


def test_the_map_nests_what_supports_what() -> None:
    there = hospital_pages()["map.html"]
    waits = there.index("Nobody waits in fear or in pain")
    knows = there.index("Everyone who walks in knows")
    chair = there.index("Doctors have the answer")
    assert waits < knows < chair < there.index("A blood sample never waits")
    assert "also supports People go home able to do what they could before" in under(
        there, "Carrying the mission"
    ).replace("Falls", "People go home able to do what they could before")
    assert "One private objective supports this." in under(there, "Carrying the mission")
    assert under(there, "Not under the mission yet").startswith(
        "Heat the old wing without oil Estates & Kitchens Draft"
    )


def test_the_map_of_a_cycle_shows_what_it_supports_in_longer_cycles_only() -> None:
    year = p.objective("2026/board/year", title="This year", supports=(supports("mission"),))
    other = p.objective("2025-Q4/board/old", title="Last winter", supports=(supports("mission"),))
    quarter = p.objective("2026-Q1/wards/quarter", title="This quarter", supports=(supports("2026/board/year"),))
    follows = p.objective("2026-Q1/wards/follows", title="It follows", supports=(supports("2025-Q4/board/old"),))
    cycles = {
        "2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31"),
        "2026": p.cycle("2026", end="2026-12-31"),
        "2026-Q1": p.cycle(),
    }
    there = site_of(p.plan(year, other, quarter, follows, cycles=cycles), FEBRUARY)["map/2026-Q1.html"]
    assert "This quarter" in under(there, "Carrying the mission")
    assert under(there, "Under an objective of another cycle").startswith(
        "It follows wards No check-in yet supports Last winter"
    )
    assert there.count("data-row ") == 3


def test_a_chain_of_300_is_drawn_flat_below_some_depth_and_whole() -> None:
    chain = [p.objective("2026-Q1/wards/o0000", title="Step 0", supports=(supports("mission"),))]
    chain += [
        p.objective(f"2026-Q1/wards/o{n:04}", title=f"Step {n}", supports=(supports(f"2026-Q1/wards/o{n - 1:04}"),))
        for n in range(1, 300)
    ]
    there = site_of(p.plan(*chain), FEBRUARY)["map.html"]
    assert there.count("data-row") == 300
    depth = most = 0
    for tag in re.findall(r"</?ul", there.partition("data-outline")[2]):
        depth += 1 if tag == "<ul" else -1
        most = max(most, depth)
    assert most < 10
    assert "supports Step 298" in read(there)


def test_a_large_map_is_cut_into_pages_and_goes_on_under_what_it_stood_under() -> None:
    top = p.objective("2026-Q1/board/top", title="Top", supports=(supports("mission"),))
    children = [
        p.objective(f"2026-Q1/wards/o{n:04}", title=f"Child {n}", supports=(supports("2026-Q1/board/top"),))
        for n in range(1500)
    ]
    pages = site_of(p.plan(top, *children), FEBRUARY)
    parts = [html for address, html in pages.items() if re.fullmatch(r"map(~\d+)?\.html", address)]
    assert len(parts) > 1
    assert sum(html.count("data-row ") for html in parts) == 1501
    assert all(html.count("<ul") == html.count("</ul>") for html in parts)
    assert all(len(re.findall("<li[ >]", html)) == html.count("</li>") for html in parts)
    assert parts[1].index("Top") < parts[1].index("data-row")
    assert all(len(html.encode()) < 300_000 for html in parts)


def test_teams_stand_in_their_tree_with_what_they_aim_for() -> None:
    teams = {
        "b": p.team("b"),
        "a": p.team("a", parent="b", body=p.prose("Who carries things. And more.")),
        "c": p.team("c", until=p.day("2026-01-31")),
    }
    listed = site_of(p.plan(*many(9, team="a"), teams=teams), FEBRUARY)["teams/index.html"]
    assert re.findall(r'class="teamrow (l\d)"', listed) == ["l0", "l1", "l0"]
    row = under(listed, "a")
    assert row.startswith("Who carries things. And more. Objective 0")
    assert row.endswith("and three more")
    assert under(listed, "c").startswith("Until 31 Jan 2026")


def test_people_stand_by_last_name_with_what_they_help_with() -> None:
    people = {
        "z": replace(p.person("z", role="Nurse", teams=("wards",)), name="Anna Zorn"),
        "a": replace(p.person("a", helps_with=("cake", "numbers")), name="Zoe Álvarez"),
        "k": replace(p.person("k"), name="王芳"),
    }
    listed = site_of(p.plan(p.objective(), people=people), FEBRUARY)["people/index.html"]
    assert re.findall(r'<h2 id="letter-\w+">([^<]*)', listed) == ["A", "Z", "Further names"]
    assert under(listed, "Z") == "Anna Zorn Nurse, wards"
    assert under(listed, "Happy to help with") == "Zoe Álvarez cake, numbers"


def test_a_tag_shows_its_objectives_the_newest_cycle_first() -> None:
    tag = hospital_pages()["tags/waiting.html"]
    assert read(tag).startswith("Tags #waiting Two objectives from two teams. 2025-autumn A blood sample never waits")
    listed = hospital_pages()["tags/index.html"]
    assert re.findall(r'<h2><a href="([^"]*)"', listed) == ["devices.html", "waiting.html"]


def test_a_theme_shows_why_it_serves_the_mission_and_what_carries_it() -> None:
    theme = hospital_pages()["themes/recovery.html"]
    assert read(theme).startswith(
        "Themes recovery It serves the mission: Good care, close to home 2025-autumn People go home"
    )
    nobody = site_of(p.plan(p.objective(), organisation=p.organisation(p.theme("calm"))), FEBRUARY)["themes/calm.html"]
    assert "No objective carries this yet." in read(nobody)


def test_a_site_without_themes_tags_or_health_metrics_says_how_to_begin() -> None:
    pages = site_of(p.plan(p.objective()), FEBRUARY)
    assert "There are no themes." in read(pages["themes/index.html"])
    assert "There are no tags yet." in read(pages["tags/index.html"])
    assert "Nothing is watched yet." in read(pages["health/index.html"])
    assert "Nobody is named yet." in read(pages["people/index.html"])
