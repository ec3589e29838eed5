"""What holds for every page, whatever the site: links land, ids are unique, headings step, nothing runs inline."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape
from urllib.parse import unquote

import pytest

from tests.measure import plans as p
from tests.pages.hospital import hospital, line, supports
from tests.pages.whole import hospital_pages, many, site_of

EVIL = '<script>alert(1)</script>{{ 7 * 7 }} "quoted" \' & %s \x7f'


def empty() -> dict[str, str]:
    return site_of(p.plan(), "2026-02-10")


def strange() -> dict[str, str]:
    """Names and texts of every kind, hostile ones too."""
    objectives = [
        p.objective(
            f"2026-Q1/{team}/{name}",
            title=EVIL + "W" * 300,
            why=line(EVIL),
            owners=("x",),
            tags=(("ein-tag", EVIL), ("", "★")),
            check_ins=(p.check_in("2026-02-01", by="x", confidence=3, learned=line(EVIL)),),
            key_results=(p.key_result("kr", title=EVIL, unit="<b>", start="1", target="2"),),
            supports=(supports("mission", EVIL),),
        )
        for team, name in (("借阅", "读者"), ("others", "set"), ("p.main", "letter-a"), ("a", "b"))
    ]
    people = {"x": replace(p.person("x", role=EVIL, helps_with=(EVIL,), contact=EVIL), name=EVIL)}
    return site_of(p.plan(*objectives, people=people, tags={"ein-tag": EVIL}), "2026-02-10")


def large() -> dict[str, str]:
    return site_of(p.plan(*many(400, supports=(supports("mission"),), tags=(("t", "t"),))), "2026-02-10")


def without_people() -> dict[str, str]:
    return site_of(hospital(), people_pages=False)


SITES: tuple[Callable[[], dict[str, str]], ...] = (hospital_pages, empty, strange, large, without_people)


@pytest.fixture(scope="module", params=SITES, ids=lambda site: site.__name__)
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    made: dict[str, str] = request.param()
    return made


def ids(html: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'(?<![-\w])id="([^"]*)"', html)]


def test_every_link_lands_on_a_page_and_at_a_place(pages: dict[str, str]) -> None:
    known = {address: set(ids(html)) for address, html in pages.items()}
    dead = []
    for address, html in pages.items():
        for href in set(re.findall(r'<a[^>]* href="([^"]*)"', html)):
            path, _, fragment = unescape(href).partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path))) if path else address
            place = (
                "" if "=" in fragment else unquote(fragment)
            )  # with an equals sign it is a choice, kept in the address
            if there not in known or (place and place not in known[there]):
                dead.append(f"{address} → {href}")
    assert dead == []


def test_no_id_comes_twice_on_a_page(pages: dict[str, str]) -> None:
    twice = {address: [name for name, n in Counter(ids(html)).items() if n > 1] for address, html in pages.items()}
    assert {address: names for address, names in twice.items() if names} == {}


def test_every_page_has_one_first_heading_and_steps_down_one_level_at_a_time(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert levels.count(1) == 1, address
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), address


def test_lists_hold_only_items(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        wrong = re.findall(r"<(?:ul|ol)[^>]*>\s*<(?!li|/)[^>]*>", html)
        assert wrong == [], address
        assert re.findall(r"<(?:ul|ol)[^>]*>\s*</(?:ul|ol)>", html) == [], address


def test_parts_of_a_list_have_names_of_their_own() -> None:
    nav = large()["objectives/index.html"].partition('class="partnav"')[2].partition("</nav>")[0]
    names = re.findall(r">([^<>]+)</(?:a|span)>", nav)
    assert len(names) == len(set(names)) > 1


def test_landmarks_have_names_of_their_own(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        names = re.findall(r'<nav[^>]* aria-label="([^"]*)"', html)
        assert len(names) == len(set(names)), address


def test_what_a_heading_names_is_there(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        named = {name for names in re.findall(r'aria-labelledby="([^"]*)"', html) for name in unescape(names).split()}
        assert named <= set(ids(html)), address


def test_what_people_wrote_is_shown_as_they_wrote_it() -> None:
    shown = escape("<script>alert(1)</script>{{ 7 * 7 }}", quote=False)
    for address in ("index.html", "map.html", "people/x.html", "teams/others.html", "tags/ein-tag.html"):
        assert shown in unescape_quotes(strange()[address]), address


def unescape_quotes(html: str) -> str:
    return html.replace("&#34;", '"').replace("&quot;", '"')


def test_nothing_runs_inline(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        assert not re.search(r"<script(?![^>]* src=)", html), address
        assert not re.search(r"<[^>]* (?:style|on\w+)=", html), address


def test_pages_of_one_kind_stay_light(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        most = 300_000 if address.startswith("map") else 100_000
        assert len(html.encode()) < most, address
