from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from okrsite.config import Config
from okrsite.exchange import data_files, robots, sitemap
from okrsite.measure import measure
from tests.measure.plans import plan


def test_search_engines_stay_out_unless_let_in() -> None:
    assert robots(index=False, base_url="https://okr.example/") == b"User-agent: *\nDisallow: /\n"
    assert robots(index=True, base_url=None) == b"User-agent: *\nDisallow:\n"
    assert b"\nSitemap: https://okr.example/okr/sitemap.xml\n" in robots(index=True, base_url="https://okr.example/okr")


def test_the_sitemap_names_every_page_by_its_whole_address() -> None:
    written = sitemap("https://okr.example/a&b/", ["teams/ward 7.html", "objectives/2026-Q1/检验/x.html", "index.html"])
    places = [place.text for place in ET.fromstring(written).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]  # noqa: S314 - our own
    assert places == [
        "https://okr.example/a&b/index.html",
        "https://okr.example/a&b/objectives/2026-Q1/%E6%A3%80%E9%AA%8C/x.html",
        "https://okr.example/a&b/teams/ward%207.html",
    ]


def test_an_empty_site_has_an_empty_sitemap() -> None:
    assert b"<url>" not in sitemap("https://okr.example/", [])


def test_the_sitemap_needs_the_address_of_the_site() -> None:
    day = date(2026, 2, 1)
    site = measure(plan(), day, check_in_every=14)
    here = Config(Path("/site"), day, Path("/site/site"))
    there = Config(Path("/site"), day, Path("/site/site"), base_url="https://okr.example/")
    without, found = dict(data_files(site, here, ())), dict(data_files(site, there, ["index.html", "404.html"]))
    assert sorted(without) == [
        "data/check-ins.csv",
        "data/key-results.csv",
        "data/objectives.csv",
        "data/site.json",
        "robots.txt",
    ]
    assert set(found) - set(without) == {"sitemap.xml"}
    assert found["sitemap.xml"].count(b"<loc>") == 1
