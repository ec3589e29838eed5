"""FORMAT, “Cycles” and “Output”: what home, the maps, the lists and the smaller pages show, and when."""

from __future__ import annotations

import re

import pytest

from tests.format.measured import WALK, WARDS
from tests.format.sites import Built, Files, built, objective

ORG: Files = {
    "content/org.md": "---\nname: H\nmission: Good care for all.\nthemes: [{id: home, title: Home again}]\n---\n"
}


def of(cycle: str, title: str, keys: str = "") -> Files:
    """Write an objective of the wards in a cycle, called by its title."""
    return {f"content/okrs/{cycle}/wards/{title.lower()}.md": objective(keys, title=f"Goal {title}")}


def shown(site: Built, address: str) -> list[str]:
    """Name the objectives that are named on a page, in their order."""
    return list(dict.fromkeys(re.findall(r"Goal (\w+)", site.text(address).partition("<main")[2])))


YEARS: Files = {
    **ORG,
    **of("2026", "Year", "supports: mission"),
    **of("2026-H1", "Half", "supports: [year, mission]"),
    **of("2026-Q1", "First", "supports: half"),
    **of("2026-Q1", "Alone"),
    **of("2026-Q2", "Second", "supports: year"),
    **of("2026", "Other", "supports: mission"),
    **of("2025-Q4", "Before"),
}  # fmt: skip

MAPS = {
    "2026-Q1": {"Year", "Half", "First", "Alone"},
    "2026-Q2": {"Year", "Second"},
    "2026-H1": {"Year", "Half"},
    "2026": {"Year", "Other"},
    "2025-Q4": {"Before"},
}


@pytest.mark.parametrize(("cycle", "expected"), MAPS.items())
def test_the_map_of_a_cycle_shows_it_with_what_it_supports_in_the_cycles_that_contain_it(
    cycle: str, expected: set[str]
) -> None:
    assert set(shown(built(YEARS), f"map/{cycle}.html")) == expected


NOW = {
    "2026-02-10": {"Year", "Other", "Half", "First", "Alone"},
    "2026-05-10": {"Year", "Other", "Half", "Second"},
    "2026-10-10": {"Year", "Other"},
    "2025-11-10": {"Before"},
    "2025-01-10": {"Before"},
    "2027-01-10": {"Year", "Other"},
}


@pytest.mark.parametrize(("day", "expected"), NOW.items())
def test_home_and_map_show_all_current_cycles_else_the_next_else_the_last(day: str, expected: set[str]) -> None:
    site = built(YEARS, as_of=day)
    assert set(shown(site, "map.html")) == expected
    assert set(shown(site, "index.html")) == expected
    assert set(shown(site, "objectives/index.html")) == expected


def test_home_begins_with_the_mission_what_carries_it_and_what_is_not_under_it_yet() -> None:
    site = built({**YEARS, WALK: objective("asks: [{date: 2026-01-09, what: Who lends a porter}]", title="Goal Walk")})
    home = site.text("index.html")
    assert "Good care for all." in home
    assert "Who lends a porter" in home
    order = shown(site, "index.html")
    assert order.index("Year") < order.index("Alone")


def test_the_list_of_a_cycle_and_of_a_team_in_it_hold_theirs_and_no_others() -> None:
    site = built({**YEARS, "content/okrs/2026-Q1/cooks.yaml": "objectives: [{title: Goal Lunch}]\n"})
    above = {"Half"}
    assert set(shown(site, "objectives/2026-Q1/index.html")) - above == {"First", "Alone", "Lunch"}
    assert set(shown(site, "objectives/2026-Q1/wards/index.html")) - above == {"First", "Alone"}
    assert set(shown(site, "objectives/2026-Q1/cooks/index.html")) == {"Lunch"}


def test_a_theme_and_a_tag_list_what_bears_them() -> None:
    files = {**ORG, **of("2026-Q1", "Home", "supports: ['theme:home']"), **of("2026-Q1", "Tagged", "tags: [Care]")}
    site = built(files)
    assert shown(site, "themes/home.html") == ["Home"]
    assert shown(site, "tags/care.html") == ["Tagged"]
    assert "Home again" in site.text("themes/index.html")


def test_both_ends_of_every_edge_lead_to_each_other() -> None:
    site = built({
        **ORG,
        **of("2026-Q1", "Low", "supports: [high]\ndepends_on: [{to: beside, need: Help}, {to: 'team:cooks'}]\ncontinues: 2025-Q4/wards/old"),
        **of("2026-Q1", "High", "supports: mission"),
        **of("2026-Q1", "Beside"),
        **of("2025-Q4", "Old"),
        "content/teams/cooks.md": "---\nname: Cooks\n---\n",
    })  # fmt: skip
    assert {"High", "Beside", "Old"} <= set(shown(site, "objectives/2026-Q1/wards/low.html"))
    for name in ("2026-Q1/wards/high", "2026-Q1/wards/beside", "2025-Q4/wards/old"):
        assert "Low" in shown(site, f"objectives/{name}.html")
    assert "Low" in shown(site, "teams/cooks.html")


def test_a_person_and_a_team_have_what_they_look_after() -> None:
    site = built({
        WALK: objective("owner: Ann Lee\nkey_results: [{title: Up, owner: Bo Ek}]", title="Goal Walk"),
        f"{WARDS}/sit.md": objective(title="Goal Sit"),
    })  # fmt: skip
    assert shown(site, "people/ann-lee.html") == ["Walk"]
    assert "Up" in site.text("people/bo-ek.html")
    assert set(shown(site, "teams/wards.html")) == {"Walk", "Sit"}


METRICS: dict[str, tuple[str, list[object]]] = {
    "nothing read": ("at_most: 3", [None, 3, None, None, None]),
    "held": ("at_most: 3%\nreadings: {2026-01-09: 9, 2026-01-20: 3}", ["%", 3, 3, "2026-01-20", True]),
    "not held": ("at_least: 4\nat_most: 9\nreadings: [{date: 2026-01-20, value: 3}]", [None, 9, 3, "2026-01-20", False]),
    "without bounds": ("unit: h\nreadings: {2026-01-20: {value: 3 h, note: So.}}", ["h", None, 3, "2026-01-20", None]),
    "of a day to come": ("at_most: 3\nreadings: {2026-01-20: 3, 2026-02-11: 9}", [None, 3, 3, "2026-01-20", True]),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "expected"), METRICS.values(), ids=METRICS)
def test_a_health_metric_is_held_or_not_at_its_last_reading(keys: str, expected: list[object]) -> None:
    site = built({"content/health/falls.md": f"---\ntitle: Falls\n{keys}\n---\nText.\n"})
    (found,) = site.data["health"]
    assert [found[key] for key in ("unit", "at_most", "value", "value_date", "held")] == expected
    assert "Falls" in site.text("health/index.html")
    assert ("ot held" in site.text("health/falls.html")) is (expected[-1] is False)
    assert "Text." in site.text("health/falls.html")


def test_the_policy_page_says_what_scores_are_for() -> None:
    org = "---\nname: H\npolicy: {statement: Scores *never* touch pay., surveys_min_group: 12}\n---\nWho we **are**.\n"
    site = built({"content/org.md": org})
    assert "<em>never</em>" in site.text("policy.html")
    assert site.data["organisation"]["policy"]["surveys_min_group"] == 12
    assert "<strong>are</strong>" in site.text("about.html")


def test_what_moved_lately_stands_on_the_home_page() -> None:
    talk = "- {objective: walk, date: 2026-02-08, by: Ann Lee, learned: Lunch at the table helped.}\n"
    site = built({WALK: objective("supports: mission"), "content/check-ins/a.yaml": talk})
    assert "Lunch at the table helped." in site.text("index.html")
