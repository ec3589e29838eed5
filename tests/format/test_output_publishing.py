"""FORMAT, “Output”: search engines, other hosts, a new day, the same bytes: what holds for all that is published."""

from __future__ import annotations

import re

import pytest

from tests.format.measured import WALK
from tests.format.sites import AS_OF, Built, Files, built, checked, objective

SITE: Files = {
    "content/org.md": "---\nname: H\nmission: M\nthemes: [{id: home, title: Home again}]\n---\n",
    "content/teams/cooks.md": "---\nname: Cooks\naliases: [kitchen]\n---\n",
    "content/health/falls.md": "---\ntitle: Falls\nat_most: 3\nreadings: {2026-01-20: 2}\n---\n",
    "content/pages/guide.md": "---\ntitle: Start\n---\nSee [there](https://elsewhere.example/x).\n",
    "content/okrs/2025-Q4/wards/sit.md": objective("type: committed\nclosed: {date: 2025-12-30, learned: Much.}"),
    WALK: objective("""
        owner: Ann Lee
        tags: [care]
        supports: ["theme:home"]
        depends_on: [{to: "team:cooks", need: Lunch, by: 2026-03-01, state: asked}]
        key_results: [{title: Up by noon, start: 0, target: 3}, {title: Falls, at_most: 3}]
        check_ins:
          - {date: 2026-01-15, confidence: 7, learned: Much., readings: {up-by-noon: 1}, ask: {what: Help, until: 2026-03-01}}
          - {date: 2026-02-08, confidence: 5, learned: More., readings: {up-by-noon: 2, falls: 2}}
    """),
}


def pages(site: Built) -> dict[str, str]:
    return {name: site.text(name) for name in site.files if name.endswith(".html")}


def changed(one: Built, other: Built) -> set[str]:
    names = {*one.files, *other.files}
    return {name for name in names if one.files.get(name) != other.files.get(name)}


SAYING_SO = {"about.html", "data/build.json", "data/site.json"}
QUIET_DAYS = [("2026-02-10", "2026-02-11"), ("2026-02-13", "2026-02-14"), ("2026-02-08", "2026-02-09")]


@pytest.mark.parametrize("days", QUIET_DAYS)
def test_a_new_day_changes_only_what_says_the_day(days: tuple[str, str]) -> None:
    one, other = (built(SITE, as_of=day) for day in days)
    assert changed(one, other) == SAYING_SO


def test_on_a_day_that_changes_something_the_pages_that_say_it_change() -> None:
    quiet = changed(*(built(SITE, as_of=day) for day in ("2026-03-01", "2026-03-02")))
    assert "objectives/2026-Q1/wards/walk.html" in quiet
    ended = changed(*(built(SITE, as_of=day) for day in ("2026-03-31", "2026-04-01")))
    assert {"index.html", "cycles/2026-Q1.html", "cycles/index.html"} <= ended


def test_the_day_stands_on_the_about_page_and_in_the_data() -> None:
    site = built(SITE)
    assert "10 Feb 2026" in site.text("about.html")
    assert '"as_of": "2026-02-10"' in site.text("data/build.json")
    assert site.data["as_of"] == AS_OF


def test_the_same_files_and_day_give_the_same_bytes_in_whatever_order_they_are_written() -> None:
    backwards = dict(reversed(list(SITE.items())))
    assert built(SITE).files == built(backwards).files


def test_no_search_engine_is_let_in() -> None:
    site = built(SITE)
    assert site.text("robots.txt").split("\n")[:2] == ["User-agent: *", "Disallow: /"]
    for name, page in pages(site).items():
        assert re.search(r'<meta name="robots" content="[^"]*noindex', page), name


def test_search_engines_are_let_in_by_index_true_alone() -> None:
    site = built({**SITE, "okrsite.yaml": "index: true\n"})
    assert "Disallow: /" not in site.text("robots.txt").split("\n")
    indexed = {name for name, page in pages(site).items() if "noindex" not in page}
    assert {"index.html", "objectives/2026-Q1/wards/walk.html", "teams/cooks.html", "pages/guide.html"} <= indexed


def test_the_sitemap_needs_a_base_url() -> None:
    assert "sitemap.xml" not in built(SITE).files
    assert "sitemap.xml" not in built({**SITE, "okrsite.yaml": "index: true\n"}).files
    listed = built({**SITE, "okrsite.yaml": "index: true\nbase_url: https://okrs.example/a\n"}).text("sitemap.xml")
    places = re.findall(r"<loc>([^<]*)</loc>", listed)
    assert "https://okrs.example/a/objectives/2026-Q1/wards/walk.html" in places
    assert places == sorted(places)
    assert not any("404" in place or "kitchen" in place or "/data/" in place for place in places)


def test_pages_ask_no_other_host_for_anything() -> None:
    for name, page in pages(built(SITE)).items():
        loaded = re.findall(
            r'<(?:link|script|img|iframe|source|use|image|object|embed)\b[^>]*?\s(?:href|src|data)="([^"]*)"', page
        )
        assert [url for url in loaded if re.match(r"[a-z]+:|/", url)] == [], name
        assert "Content-Security-Policy" in page


def test_every_link_within_the_site_is_relative_whatever_the_base_url() -> None:
    site = built({**SITE, "okrsite.yaml": "base_url: https://okrs.example/a\n"})
    for name, page in pages(site).items():
        links = re.findall(r'<a\b[^>]*?\shref="([^"]*)"', page)
        absolute = {link for link in links if re.match(r"[a-z]+:|/", link)} - {"https://elsewhere.example/x"}
        assert absolute == set() or name == "404.html"
    assert "https://okrs.example/a/index.html" in site.text("404.html")


def test_assets_ask_no_other_host_either() -> None:
    for name, content in built(SITE).files.items():
        if name.endswith((".css", ".js")):
            assert not re.search(rb"(?:url\(|import |fetch\(|from )\s*['\"]?(?:https?:)?//", content), name


def test_without_scripts_nothing_is_hidden_but_what_needs_them() -> None:
    site = built(SITE)
    page = site.text("objectives/index.html")
    assert "Everyone walks again" in re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)
    for name, text in pages(site).items():
        assert not re.search(r'<a\b[^>]*href="(?:#|javascript:[^"]*)"', text), name


LANGUAGES = {"en": ("en", "ltr"), "de": ("de", "ltr"), "ar": ("ar", "rtl"), "zh": ("zh", "ltr")}


@pytest.mark.parametrize(("language", "expected"), LANGUAGES.items())
def test_pages_say_their_language_and_direction(language: str, expected: tuple[str, str]) -> None:
    site = built({**SITE, "okrsite.yaml": f"language: {language}\n"})
    for page in pages(site).values():
        assert f'<html lang="{expected[0]}" dir="{expected[1]}"' in page


def test_a_site_that_is_checked_has_the_same_findings_and_publishes_nothing() -> None:
    made = checked({WALK: objective("supports: nowhere\nkey_results: [{title: A, start: 3, target: 3}]")})
    assert [each.rule for each in made.findings] == ["ref-broken", "kr-arithmetic"]
    assert made.published is None
