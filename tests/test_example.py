"""The example says what its source says, and every way in it leads somewhere."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from okrsite.build import check
from okrsite.config import Wishes
from tests.conftest import ROOT


class Markup(HTMLParser):
    """The links, ids and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := given.get(name))]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.wrong += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.wrong.append(f"<{tag}>")


def pages(site: Path) -> dict[str, Markup]:
    """Every page by its path."""
    return {str(path.relative_to(site)): Markup(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def data(site: Path) -> dict[str, Any]:
    """What the site says as data."""
    read: dict[str, Any] = json.loads((site / "data" / "site.json").read_text("utf-8"))
    return read


def objectives(site: Path, cycle: str) -> list[dict[str, Any]]:
    """The objectives of a cycle."""
    return [one for one in data(site)["objectives"] if one["cycle"] == cycle]


@pytest.mark.parametrize("name", ["example", "chinese", "arabic"])
def test_every_link_lands(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = pages(site)
    dead = [
        f"{page} → {link}"
        for page, markup in found.items()
        for link in markup.links
        if not lands(site, found, page, link)
    ]
    assert dead == []


def lands(site: Path, found: dict[str, Markup], page: str, link: str) -> bool:
    """Whether a link leads to a file of the site and to an id in it, or out on purpose."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme in {"https", "mailto"}
    path = (site / page).parent / unquote(parts.path) if parts.path else site / page
    target = str(path.resolve().relative_to(site.resolve()))
    return path.is_file() and (not parts.fragment or unquote(parts.fragment) in found[target].ids)


@pytest.mark.parametrize("name", ["example", "chinese", "arabic"])
def test_no_page_holds_a_style_or_script_of_its_own_or_an_id_twice(name: str, request: pytest.FixtureRequest) -> None:
    for page, markup in pages(request.getfixturevalue(name)).items():
        assert markup.wrong == [], page
        assert [one for one, times in Counter(markup.ids).items() if times > 1] == [], page


SAID = {
    "ask-unanswered": {"a-scan-in-the-village"},
    "kr-no-start": {"the-waiting-room-can-see", "sleep-eat-get-up"},
    "no-counter": {
        "a-picture-on-the-day",
        "infusions-at-the-kitchen-table",
        "knows-what-happens-next",
        "nobody-waits-in-fear",
        "results-while-in-the-chair",
    },
    "orphan": {"half-as-much-plastic"},
    "quiet": {"a-scan-in-the-village", "ready-at-seven", "swap-without-begging"},
}


def test_the_checks_say_of_the_example_what_its_story_tells_and_nothing_is_wrong() -> None:
    said: dict[str, set[str]] = {}
    for finding in check(ROOT, Wishes()).findings:
        said.setdefault(finding.rule, set()).add((finding.objective or finding.span.path).rpartition("/")[2])
    assert said == SAID


@pytest.mark.parametrize(("name", "rules"), [("zh", ["quiet", "kr-unmeasured"]), ("ar", ["watermelon"])])
def test_of_the_small_sites_in_other_scripts_the_checks_say_only_what_is_so(name: str, rules: list[str]) -> None:
    made = check(ROOT / "tests" / "sites" / name, Wishes(as_of="2025-11-10"))
    assert [finding.rule for finding in made.findings] == rules


def test_autumn_has_four_company_objectives_and_thirty_one_of_teams(example: Path) -> None:
    agreed = [one for one in objectives(example, "2025-autumn") if one["state"] == "active"]
    assert Counter(one["team"] == "tarnvale" for one in agreed) == {True: 4, False: 31}


def test_the_objectives_of_autumn_come_from_where_their_teams_say(example: Path) -> None:
    origins = Counter(one["origin"] for one in objectives(example, "2025-autumn") if one["state"] == "active")
    assert origins == {"team": 21, "negotiated": 6, "assigned": 4, None: 4}


def test_two_objectives_do_not_say_what_they_support(example: Path) -> None:
    free = {one["id"] for one in objectives(example, "2025-autumn") if not one["supports"]}
    assert free == {"heat-without-oil", "half-as-much-plastic"}


def test_three_objectives_are_quiet(example: Path) -> None:
    quiet = {one["id"] for one in objectives(example, "2025-autumn") if one["quiet"]}
    assert quiet == {"a-scan-in-the-village", "ready-at-seven", "swap-without-begging"}


def test_three_of_nine_asks_are_answered(example: Path) -> None:
    asks = Counter(one["answered"] for one in data(example)["asks"])
    assert asks == {True: 3, False: 6}


def test_the_words_of_each_round_are_there(example: Path) -> None:
    rounds = Counter(said["date"] for one in objectives(example, "2025-autumn") for said in one["check_ins"])
    assert rounds == {"2025-09-12": 5, "2025-09-26": 8, "2025-10-10": 9, "2025-10-24": 32}


def test_spring_ended_as_its_teams_wrote(example: Path) -> None:
    ended = {one["id"]: (one["outcome"], one["score"]) for one in objectives(example, "2025-spring")}
    assert ended == {
        "bed-rest-alarms": ("dropped", None),
        "every-nurse-a-tablet": ("partly-reached", 0.3),
        "knows-her-midwife": ("partly-reached", 0.6),
        "lunch-is-warm": ("reached", 1),
        "no-more-than-four-hours": ("not-reached", 0.2),
        "nobody-waits-in-fear": ("partly-reached", 0.5),
        "our-own-part-of-the-wait": ("reached", 0.9),
        "rosters-four-weeks-ahead": ("partly-reached", 0.5),
        "ten-on-a-home-ward": ("reached", 0.8),
    }


def test_a_label_leads_up_to_the_mission(example: Path) -> None:
    label = next(one for one in objectives(example, "2025-autumn") if one["id"] == "never-waits-for-a-label")
    assert label["why_chain"] == [
        "2025-autumn/laboratory/results-while-in-the-chair",
        "2025-autumn/emergency/knows-what-happens-next",
        "2025-autumn/tarnvale/nobody-waits-in-fear",
        "mission",
    ]


def test_nothing_of_a_private_objective_is_in_any_file(example: Path) -> None:
    secret = ("hard shift", "hard-shift", "somebody-to-sit-with", "how to go home after a bad day")
    leaks = [
        str(path.relative_to(example))
        for path in example.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in secret)
    ]
    assert leaks == []
    carried = next(one for one in objectives(example, "2025-autumn") if one["id"] == "learning-people-choose")
    assert carried["private_supporters"] == 1
    assert carried["supported_by"] == []


def test_pages_are_in_the_language_of_the_site(chinese: Path, arabic: Path) -> None:
    assert '<html lang="zh-Hans" dir="ltr"' in (chinese / "index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl"' in (arabic / "index.html").read_text("utf-8")


def test_addresses_keep_their_script(chinese: Path, arabic: Path) -> None:
    assert (chinese / "objectives" / "2025-H2" / "借阅" / "想读的书一周内到手.html").is_file()
    assert (arabic / "objectives" / "2025-Q4" / "الشبكة" / "ماء-كل-يوم.html").is_file()
