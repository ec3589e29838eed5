from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from okrsite import addresses
from okrsite.pages import objectives as objectives_pages
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.split import part_links, split
from okrsite.pages.register import register
from okrsite.plan.model import Origin
from tests.measure import plans as p
from tests.pages.hospital import ground, supports
from tests.pages.reading import html_of
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
    company = [one for n in range(50) for one in many(20, team=f"team{n:02}", title="Many words about an objective")]
    pages = site_of(p.plan(*company), FEBRUARY)
    parts = sorted(address for address in pages if address.startswith("objectives/2026-Q1/index"))
    assert len(parts) > 3
    lists = [address for address in pages if not address.startswith("map")]
    assert all(len(pages[address].encode()) < 100_000 for address in lists)
    assert sum(pages[address].count("data-row ") for address in parts) == 1000
    first = links(pages["objectives/2026-Q1/index.html"])
    assert any(href == "index~2.html" for href in first.values())


def lists_of(*company: object, **more: object) -> tuple[dict[str, str], dict[str, int]]:
    """The pages of the list of now, and of each team's list how many objectives it holds."""
    here = ground(p.plan(*company, **more), as_of=FEBRUARY)  # type: ignore[arg-type]
    pages = [blank.draw() for blank in objectives_pages.compose(here, register(here.site))]
    now = {page.address: html_of(here, page) for page in pages if page.address.startswith("objectives/index")}
    lists = [(page.address, page.view) for page in pages if page.address.count("/") > 2]
    return now, {at: view.sieve.count for at, view in lists if isinstance(view, objectives_pages.ObjectivesView)}


def test_past_a_thousand_a_list_leads_to_the_lists_of_the_teams_and_nothing_is_lost() -> None:
    company = [one for n in range(300) for one in many(4, team=f"{'abc'[n % 3]}-team{n:03}")]
    shared = p.objective("2026-Q1/émile/alone", title="Alone", teams=("a-team000",))
    pages, lists = lists_of(*company, shared)
    whole = pages["objectives/index.html"]
    assert "1,201 objectives of 2026-Q1. Each team has its own list of them, with those it shares." in read(whole)
    assert [letter for letter, _ in re.findall(r'<h2 id="letter-(\w)">(\w)', whole)] == ["A", "B", "C", "E"]
    assert links(whole)["a-team000"] == "2026-Q1/a-team000/index.html"
    assert re.search(r'a-team000</a> <span class="team-tag">5</span>', whole)
    hrefs = re.findall(r'href="(2026-Q1/[^"]*)"', whole)
    assert sum(lists[f"objectives/{unquote(href)}"] for href in hrefs) == 1_202
    assert all(len(html.encode()) < 100_000 for html in pages.values())


def test_of_several_cycles_shown_together_each_has_its_way_to_a_team() -> None:
    year = [p.objective(f"2026/wards/y{n:04}", title=f"Year {n}") for n in range(600)]
    pages, _ = lists_of(*many(600), *year, cycles={"2026": p.cycle("2026", end="2026-12-31"), "2026-Q1": p.cycle()})
    assert under(pages["objectives/index.html"], "W") == "wards 2026 600 2026-Q1 600"


def test_many_teams_go_on_on_further_pages_that_the_letters_lead_to() -> None:
    company = [one for n in range(1_200) for one in many(1, team=f"{'az'[n // 600]}-team-with-a-long-name-{n:04}")]
    pages, _ = lists_of(*company)
    assert len(pages) > 1
    assert sum(html.count("<li data-row") for html in pages.values()) == 1_200
    assert links(pages["objectives/index.html"])["Z"].startswith("index~")
    assert max(len(html.encode()) for html in pages.values()) < 100_000


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


def test_of_very_many_parts_each_leads_to_some_and_all_are_reached() -> None:
    here = ground(p.plan(), as_of=FEBRUARY)
    parts = split(addresses.TEAMS, [str(n) for n in range(200)], lambda _: 60_000, str)
    seen, waiting = {parts[0].address}, [parts[0].address]
    while waiting:
        shown = part_links(Sheet(here, waiting.pop()), parts)
        assert len(shown) < 40
        assert [link.text for link in shown if link.href is None] != []
        there = {f"teams/{link.href}" for link in shown if link.href} - seen
        seen |= there
        waiting += sorted(there)
    assert seen == {part.address for part in parts}
