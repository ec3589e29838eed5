"""FORMAT, “A site”: `okrsite.yaml`, key by key: what each does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from okrsite.build import build
from okrsite.config import Wishes
from tests.format.sites import AS_OF, Files, built, checked, expect_marked, found, objective, without_opinions, written

WALK = "content/okrs/2026-Q1/wards/walk.md"
ORG = {"content/org.md": "---\nname: Hospital\n---\n"}


def configured(settings: str, more: Files | None = None) -> Files:
    return {"okrsite.yaml": settings, WALK: objective(), **(more or {})}


def test_title_is_the_name_of_the_site_and_else_the_organisations() -> None:
    assert built(configured("title: Our aims", ORG)).made.title == "Our aims"
    assert built(configured("", ORG)).made.title == "Hospital"
    assert built(configured("")).made.title == "Our objectives"
    assert built(configured("title: Our aims")).data["organisation"]["name"] == "Our aims"
    assert built(configured("title: Our aims", ORG)).data["organisation"]["name"] == "Hospital"
    assert "Our aims" in built(configured("title: Our aims", ORG)).text("index.html")


DAYS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("", {"today": "2026-02-05"}, "2026-02-05"),
    ("as_of: 2026-03-04", {}, "2026-03-04"),
    ("as_of: '2026-03-04'", {}, "2026-03-04"),
    ("as_of: 2026-03-04", {"epoch": "1767225600"}, "2026-01-01"),
    ("as_of: 2026-03-04", {"epoch": "1767225600", "as_of": "2026-05-06"}, "2026-05-06"),
)


@pytest.mark.parametrize(("settings", "wished", "day"), DAYS)
def test_the_date_of_the_build(settings: str, wished: dict[str, str], day: str) -> None:
    today = date.fromisoformat(wished.pop("today", "2026-02-05"))
    site = built(configured(settings), **{"as_of": None, "today": today, **wished})
    assert site.data["as_of"] == day


def test_base_url_is_for_the_sitemap_and_every_link_in_pages_is_relative() -> None:
    site = built(configured("base_url: https://okr.example.org/x"))
    assert "https://okr.example.org/x/objectives/2026-Q1/wards/walk.html" in site.text("sitemap.xml")
    pages = [site.text(name) for name in site.files if name.endswith(".html") and name != "404.html"]
    assert not [page for page in pages if re.search(r'(?:href|src)="(?:https://okr\.example|/)', page)]
    assert "sitemap.xml" not in built(configured("")).files


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl"), ("pt-BR", "ltr")])
def test_language_is_that_of_the_pages(language: str, direction: str) -> None:
    pages = built(configured(f"language: {language}"))
    for name in ("index.html", "404.html", "objectives/2026-Q1/wards/walk.html"):
        assert f'lang="{language}"' in pages.text(name)
        assert re.search(rf'<html[^>]* dir="{direction}"', pages.text(name))


def test_content_output_and_theme_are_folders(tmp_path: Path) -> None:
    root = written(tmp_path, {
        "okrsite.yaml": "content: texts/all\noutput: out/public\ntheme: mine\n",
        "texts/all/okrs/2026-Q1/wards/walk.md": objective(),
        "themes/mine/assets/tokens.css": ":root { --mine: 1 }\n",
    })  # fmt: skip
    made = without_opinions(build(root, Wishes(as_of=AS_OF)))
    assert made.findings == []
    assert (root / "out/public/objectives/2026-Q1/wards/walk.html").is_file()
    assert any("--mine" in path.read_text() for path in (root / "out/public/assets").glob("tokens*.css"))
    assert not (root / "site").exists()


QUARTERS = (
    ("", "2026-01-01", "2026-03-31"),
    ("fiscal_year_start: 4", "2026-04-01", "2026-06-30"),
    ("fiscal_year_start: 4\nfiscal_year_named: start", "2026-04-01", "2026-06-30"),
    ("fiscal_year_start: 4\nfiscal_year_named: end", "2025-04-01", "2025-06-30"),
    ("fiscal_year_start: 1\nfiscal_year_named: end", "2026-01-01", "2026-03-31"),
    ("fiscal_year_start: 12", "2026-12-01", "2027-02-28"),
)


@pytest.mark.parametrize(("settings", "start", "end"), QUARTERS)
def test_the_fiscal_year(settings: str, start: str, end: str) -> None:
    (cycle,) = built(configured(settings)).data["cycles"]
    assert (cycle["start"], cycle["end"]) == (start, end)


@pytest.mark.parametrize(
    ("every", "day", "quiet"),
    [
        (14, "2026-02-01", False),
        (14, "2026-02-22", False),
        (14, "2026-02-23", True),
        (7, "2026-02-12", True),
        (7, "2026-02-11", False),
        (30, "2026-02-23", False),
    ],
)
def test_quiet_is_one_and_a_half_times_the_interval(every: int, day: str, *, quiet: bool) -> None:
    walk = objective("check_ins: [{date: 2026-02-01, learned: It helps.}]")
    site = built({"okrsite.yaml": f"check_in_every: {every}", WALK: walk}, as_of=day)
    assert site.objectives["2026-Q1/wards/walk"]["quiet"] is quiet


def test_without_people_pages_people_are_named_but_have_none() -> None:
    files = {WALK: objective("owner: Esther Mbeki"), "content/people/samira.md": "---\nname: Samira\n---\n"}
    site = built({**files, "okrsite.yaml": "people_pages: false"})
    assert not [name for name in site.files if name.startswith("people/")]
    assert {each["id"]: each["url"] for each in site.data["people"]} == {"esther-mbeki": None, "samira": None}
    assert "Esther Mbeki" in site.text("objectives/2026-Q1/wards/walk.html")
    assert "people/esther-mbeki.html" not in site.text("objectives/2026-Q1/wards/walk.html")
    assert built(files).by_id("people")["samira"]["url"] == "people/samira.html"


HOSTS = {
    "github": ("edit/trunk/content", "commits/trunk/content"),
    "gitlab": ("-/edit/trunk/content", "-/commits/trunk/content"),
    "gitea": ("_edit/trunk/content", "commits/branch/trunk/content"),
    "forgejo": ("_edit/trunk/content", "commits/branch/trunk/content"),
    "bitbucket": ("src/trunk/content", "history-node/trunk/content"),
}


@pytest.mark.parametrize("kind", HOSTS)
def test_a_known_host_is_linked_to(kind: str) -> None:
    settings = f"repository: {{url: https://git.example.org/a/b, kind: {kind}, branch: trunk}}"
    page = built(configured(settings)).text("objectives/2026-Q1/wards/walk.html")
    for place in HOSTS[kind]:
        assert f'href="https://git.example.org/a/b/{place}/okrs/2026-Q1/wards/walk.md' in page


def test_other_hosts_are_linked_to_by_patterns() -> None:
    settings = "repository: {edit: 'https://x.example/e?b={branch}&p={path}', history: 'https://x.example/h/{path}'}"
    page = built(configured(settings)).text("objectives/2026-Q1/wards/walk.html")
    assert 'href="https://x.example/e?b=main&amp;p=content/okrs/2026-Q1/wards/walk.md"' in page
    assert 'href="https://x.example/h/content/okrs/2026-Q1/wards/walk.md"' in page


def test_without_a_repository_nothing_is_linked_to() -> None:
    assert "https://" not in built(configured("")).text("objectives/2026-Q1/wards/walk.html")


LEVELS = {
    "off": [],
    "'off'": [],
    "false": [],
    "note": ["content/notes.md:1:1 note:misplaced"],
    "warning": ["content/notes.md:1:1 warning:misplaced"],
    "error": ["content/notes.md:1:1 misplaced"],
}


@pytest.mark.parametrize("level", LEVELS)
def test_checks_set_the_level_of_a_rule(level: str) -> None:
    files = {"okrsite.yaml": f"checks: {{misplaced: {level}}}", WALK: objective(), "content/notes.md": "x"}
    assert found(checked(files)) == LEVELS[level]


def test_a_rule_set_to_error_keeps_the_site_from_being_published(tmp_path: Path) -> None:
    files = {"okrsite.yaml": "checks: {misplaced: error}", WALK: objective(), "content/notes.md": "x"}
    made = build(written(tmp_path, files), Wishes(as_of=AS_OF))
    assert made.published is None
    assert not (tmp_path / "root/site").exists()


@pytest.mark.parametrize("how", ["auto", "git", "none"])
def test_history_is_auto_git_or_none(how: str) -> None:
    expect_marked(configured(f"history: {how}"))


def test_search_engines_come_in_by_index_alone() -> None:
    closed, open_ = built(configured("")), built(configured("index: true\nbase_url: https://x.example/"))
    assert "Disallow: /\n" in closed.text("robots.txt")
    assert "Disallow: /\n" not in open_.text("robots.txt")
    pages = [name for name in closed.files if name.endswith(".html")]
    assert [name for name in pages if "noindex" not in closed.text(name)] == []
    assert [name for name in pages if "noindex" in open_.text(name) and name != "404.html"] == []
