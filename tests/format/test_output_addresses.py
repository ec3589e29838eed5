"""FORMAT, “Output”: which page lies at which address, and the old addresses that lead on to the new ones."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from tests.format.measured import WALK
from tests.format.sites import Built, Files, built, objective


def _words(text: str) -> list[str]:
    return text.split()


SITE: Files = {
    "content/org.md": "---\nname: H\nmission: M\nthemes: [{id: home, title: Home again}]\n---\n",
    "content/teams/cooks.md": "---\nname: Cooks\naliases: [kitchen]\n---\n",
    "content/teams/wards.md": "---\nname: Wards\naliases: [beds]\n---\n",
    "content/people/ann-lee.md": "---\nname: Ann Lee\naliases: [ann]\n---\n",
    "content/cycles/2026-Q1.md": "---\ntitle: Spring\naliases: [spring]\n---\n",
    "content/cycles/2027.md": "---\ntitle: Empty\n---\n",
    "content/health/falls.md": "---\ntitle: Falls\naliases: [tumbles]\n---\n",
    "content/pages/guide/start.md": "---\ntitle: Start\nnav: true\n---\nText.\n",
    "content/okrs/2025-Q4/wards/sit.md": objective(title="Sit"),
    WALK: objective("""
        aliases: [walked]
        owners: [ann-lee, Bo Ek]
        teams: [cooks]
        tags: [Home care]
        key_results: [{title: Up by noon, target: 3}, {title: Falls, id: Falls_x, at_most: 3}]
    """),
    "content/static/.well-known/x.txt": "x",
}

ALWAYS = _words("""
    index.html map.html objectives/index.html teams/index.html people/index.html cycles/index.html themes/index.html tags/index.html
    health/index.html asks.html open-goals.html changes.html pulse.html practice.html screen.html policy.html about.html 404.html
    data/site.json data/build.json data/objectives.csv data/key-results.csv data/check-ins.csv robots.txt
""")
HERE = _words("""
    map/2026-Q1.html map/2025-Q4.html map/2027.html
    objectives/2026-Q1/index.html objectives/2025-Q4/index.html objectives/2027/index.html
    objectives/2026-Q1/wards/index.html objectives/2025-Q4/wards/index.html objectives/2026-Q1/cooks/index.html
    objectives/2026-Q1/wards/walk.html objectives/2025-Q4/wards/sit.html
    teams/cooks.html teams/wards.html people/ann-lee.html people/bo-ek.html
    cycles/2026-Q1.html cycles/2025-Q4.html cycles/2027.html themes/home.html tags/home-care.html health/falls.html
    pages/guide/start.html .well-known/x.txt
""")
MOVED = {
    "teams/kitchen.html": "teams/cooks.html",
    "teams/beds.html": "teams/wards.html",
    "people/ann.html": "people/ann-lee.html",
    "cycles/spring.html": "cycles/2026-Q1.html",
    "map/spring.html": "map/2026-Q1.html",
    "objectives/spring/index.html": "objectives/2026-Q1/index.html",
    "health/tumbles.html": "health/falls.html",
    "objectives/2026-Q1/wards/walked.html": "objectives/2026-Q1/wards/walk.html",
    "objectives/2026-Q1/beds/walk.html": "objectives/2026-Q1/wards/walk.html",
    "objectives/spring/wards/walk.html": "objectives/2026-Q1/wards/walk.html",
    "objectives/spring/beds/walked.html": "objectives/2026-Q1/wards/walk.html",
    "objectives/2026-Q1/beds/index.html": "objectives/2026-Q1/wards/index.html",
    "objectives/spring/wards/index.html": "objectives/2026-Q1/wards/index.html",
}


@pytest.fixture(scope="module")
def site() -> Built:
    return built(SITE)


def test_every_page_of_the_table_is_at_its_address(site: Built) -> None:
    assert [address for address in (*ALWAYS, *HERE, *MOVED) if address not in site.files] == []


def test_there_is_no_page_of_anything_else(site: Built) -> None:
    there = {name for name in site.files if not name.startswith(("assets/", "find/", "schema/"))} - moved(site)
    assert there == {*ALWAYS, *HERE}


def moved(site: Built) -> set[str]:
    """Name the pages that lead from an old address to the new one."""
    return {name for name in site.files if name.endswith(".html") and 'http-equiv="refresh"' in site.text(name)}


def test_an_empty_site_has_the_pages_that_are_always_there() -> None:
    empty = built({"content/static/x.txt": "x"})
    assert {name for name in empty.files if not name.startswith(("assets/", "find/", "schema/"))} == {*ALWAYS, "x.txt"}


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_old_address_leads_to_the_new_one(site: Built, old: str, new: str) -> None:
    page = site.text(old)
    (refresh,) = re.findall(r'http-equiv="refresh" content="0; ?url=([^"]*)"', page, re.IGNORECASE)
    assert normpath(join(dirname(old), unquote(refresh))) == new
    assert f'<a href="{refresh}"' in page
    assert "noindex" in page


def test_key_results_are_anchored_by_their_ids(site: Built) -> None:
    page = site.text("objectives/2026-Q1/wards/walk.html")
    assert 'id="up-by-noon"' in page
    assert 'id="Falls_x"' in page


def test_the_data_says_where_each_page_lies(site: Built) -> None:
    things = [
        *site.data["cycles"],
        *site.data["teams"],
        *site.data["people"],
        *site.data["objectives"],
        *site.data["organisation"]["themes"],
    ]
    assert {each["url"] for each in things} <= set(site.files)
    assert site.by_id("people")["bo-ek"]["url"] == "people/bo-ek.html"


def test_without_pages_of_people_there_are_none_and_they_are_named_all_the_same() -> None:
    site = built({**SITE, "okrsite.yaml": "people_pages: false\n"})
    assert not any(name.startswith("people/") and name != "people/index.html" for name in site.files)
    assert {each["url"] for each in site.data["people"]} == {None}
    page = site.text("objectives/2026-Q1/wards/walk.html")
    assert "Ann Lee" in page
    assert "people/ann-lee.html" not in page


LINK = re.compile(r'<(?:a|link|script|img|use|image)\b[^>]*?\s(?:href|src)="([^"]*)"')


def test_every_link_of_every_page_lands(site: Built) -> None:
    links = [(name, link) for name in site.files if name.endswith(".html") for link in LINK.findall(site.text(name))]
    assert [(name, link) for name, link in links if not _lands(site, name, link.replace("&amp;", "&"))] == []


def _lands(site: Built, name: str, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = normpath(join(dirname(name), unquote(path))) if path else name
    return target in site.files and (not anchor or _holds(site, target, unquote(anchor)))


def _holds(site: Built, target: str, anchor: str) -> bool:
    return not target.endswith(".html") or f'id="{anchor}"' in site.text(target)


def test_from_home_every_page_can_be_reached_by_links_alone(site: Built) -> None:
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        name = ahead.pop()
        for link in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', site.text(name)):
            path = link.partition("#")[0]
            target = normpath(join(dirname(name), unquote(path))) if path else name
            if target in site.files and target.endswith(".html") and target not in reached:
                reached.add(target)
                ahead.append(target)
    pages = {name for name in site.files if name.endswith(".html")}
    assert pages - reached - moved(site) == {"404.html"}


DEPTHS = [
    "teams/wards.html",
    "pages/guide/start.html",
    "pages/a/b/c.html",
    "cycles/index.html",
    "objectives/index.html",
]


@pytest.mark.parametrize("address", DEPTHS)
def test_the_menu_leads_to_the_same_pages_from_everywhere(address: str) -> None:
    site = built(
        {
            "content/teams/wards.md": "---\nname: W\n---\n",
            "content/pages/guide/start.md": "x",
            "content/pages/a/b/c.md": "x",
        }
    )
    menu = site.text(address).partition("<header")[2].partition("</header>")[0]
    there = {
        normpath(join(dirname(address), unquote(link))) for link in re.findall(r'<a\b[^>]*?\shref="([^"#]+)"', menu)
    }
    assert there == {
        "index.html", "map.html", "teams/index.html", "objectives/index.html", "people/index.html", "cycles/index.html",
        "practice.html",
    }  # fmt: skip
