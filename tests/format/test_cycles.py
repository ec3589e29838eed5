"""FORMAT, “Cycles”: dates from names and the fiscal year, else from their files; states; what the pages show."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, expect_marked, objective

NAMES = {
    "2026": ("2026-01-01", "2026-12-31"),
    "2026-H1": ("2026-01-01", "2026-06-30"),
    "2026-H2": ("2026-07-01", "2026-12-31"),
    "2026-T1": ("2026-01-01", "2026-04-30"),
    "2026-T2": ("2026-05-01", "2026-08-31"),
    "2026-T3": ("2026-09-01", "2026-12-31"),
    "2026-Q1": ("2026-01-01", "2026-03-31"),
    "2026-Q2": ("2026-04-01", "2026-06-30"),
    "2026-Q3": ("2026-07-01", "2026-09-30"),
    "2026-Q4": ("2026-10-01", "2026-12-31"),
    "2026-01": ("2026-01-01", "2026-01-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2026-12": ("2026-12-01", "2026-12-31"),
    "FY2026": ("2026-01-01", "2026-12-31"),
    "FY26": ("2026-01-01", "2026-12-31"),
    "FY26-H1": ("2026-01-01", "2026-06-30"),
    "FY2026-T3": ("2026-09-01", "2026-12-31"),
    "FY26-Q4": ("2026-10-01", "2026-12-31"),
}
FROM_APRIL = {
    "2026": ("2026-04-01", "2027-03-31"),
    "2026-H2": ("2026-10-01", "2027-03-31"),
    "2026-T3": ("2026-12-01", "2027-03-31"),
    "2026-Q1": ("2026-04-01", "2026-06-30"),
    "2026-Q4": ("2027-01-01", "2027-03-31"),
    "FY26-Q4": ("2027-01-01", "2027-03-31"),
    "2026-04": ("2026-04-01", "2026-04-30"),
}
NAMED_AFTER_THE_END = {
    "2026": ("2025-10-01", "2026-09-30"),
    "FY26-Q1": ("2025-10-01", "2025-12-31"),
    "2026-Q2": ("2026-01-01", "2026-03-31"),
    "2026-H2": ("2026-04-01", "2026-09-30"),
    "2026-T1": ("2025-10-01", "2026-01-31"),
    "2026-10": ("2026-10-01", "2026-10-31"),
}


def dated(names: dict[str, tuple[str, str]], settings: str) -> dict[str, tuple[str, str]]:
    files: Files = {f"content/okrs/{name}/wards.yaml": "objectives: [{title: Walk}]" for name in names}
    cycles = built({"okrsite.yaml": settings, **files}).data["cycles"]
    return {each["id"]: (each["start"], each["end"]) for each in cycles}


def test_dates_follow_from_the_name() -> None:
    assert dated(NAMES, "") == NAMES


def test_dates_follow_from_the_fiscal_year() -> None:
    assert dated(FROM_APRIL, "fiscal_year_start: 4") == FROM_APRIL
    assert dated(NAMED_AFTER_THE_END, "fiscal_year_start: 10\nfiscal_year_named: end") == NAMED_AFTER_THE_END


UNKNOWN = ("spring", "2026-Q5", "2026-H3", "2026-T4", "2026-13", "2026-1", "26-Q1", "fy26", "2026-q1", "2026Q1", "Q1-2026", "FY6", "FY226", "26", "2026-00", "FY26-01", "2026-Q", "2026.Q1")  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_anything_else_needs_a_file_with_its_dates(name: str) -> None:
    files = {f"content/okrs/{name}/wards.yaml": "⟦bad-cycle⟧objectives: [{title: Walk}]"}
    expect_marked(files)
    there = {f"content/okrs/{name}/wards.yaml": "objectives: [{title: Walk}]"}
    given = built({**there, f"content/cycles/{name}.md": "---\nstart: 2026-02-01\nend: 2026-02-28\n---\n"})
    assert given.by_id("cycles")[name]["start"] == "2026-02-01"


WRONG: dict[str, Files] = {
    "start alone": {"content/cycles/spring.md": "---\n⟦missing-key⟧start: 2026-02-01\n---\n"},
    "end alone": {"content/cycles/spring.md": "---\n⟦missing-key⟧end: 2026-02-01\n---\n"},
    "start alone for a name that has dates": {"content/cycles/2026-Q1.md": "---\n⟦missing-key⟧start: 2026-02-01\n---\n"},
    "neither": {"content/cycles/spring.md": "⟦bad-cycle⟧---\ntitle: Spring\n---\n"},
    "it ends before it starts": {"content/cycles/spring.md": "---\nstart: 2026-02-02\nend: ⟦bad-cycle⟧2026-02-01\n---\n"},
    "it ends before it starts, with a name that has dates": {
        "content/cycles/2026-Q1.md": "---\nstart: 2026-02-02\nend: ⟦bad-cycle⟧2026-02-01\n---\n"
    },
    "a day that does not exist": {"content/cycles/spring.md": "---\nstart: ⟦bad-date⟧2026-02-30\nend: 2026-03-01\n---\n"},
    "a time": {"content/cycles/spring.md": "---\nstart: ⟦wrong-type⟧2026-02-20T10:00:00\nend: 2026-03-01\n---\n"},
    "a bad name and no dates": {"content/cycles/the spring.md": "⟦bad-id⟧---\ntitle: Spring\n---\n"},
    "a name without a file": {
        "content/okrs/spring/wards.yaml": "⟦bad-cycle⟧objectives: [{title: A}]",
        "content/okrs/spring/zoo.yaml": "objectives: [{title: A, depends_on: [{to: wards/a}]}]",
    },
    "an unknown key": {"content/cycles/2026-Q1.md": "---\n⟦unknown-key⟧begin: 2026-01-01\n---\n"},
    "closed on a day that does not exist": {"content/cycles/2025-Q4.md": "---\nclosed: ⟦bad-date⟧2025-13-01\n---\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_cycle_is_said_once(files: Files) -> None:
    expect_marked({**files, "content/okrs/2026/a/x.md": objective()})


def test_a_cycle_of_one_day_is_a_cycle() -> None:
    site = built({"content/cycles/day.md": "---\nstart: 2026-02-10\nend: 2026-02-10\n---\n"})
    assert site.by_id("cycles")["day"]["state"] == "current"


def test_dates_that_are_given_hold_against_the_name() -> None:
    site = built({"content/cycles/2026-Q1.md": "---\nstart: 2026-01-15\nend: 2026-04-15\ntitle: First\n---\n"})
    assert site.data["cycles"] == [
        {
            "id": "2026-Q1",
            "title": "First",
            "url": "cycles/2026-Q1.html",
            "start": "2026-01-15",
            "end": "2026-04-15",
            "state": "current",
            "closed": None,
        }
    ]


def test_a_file_of_a_known_name_may_give_no_dates() -> None:
    site = built(
        {"content/cycles/2026-Q1.md": "---\ntitle: First\nabout: One *line*.\nclosed: 2026-02-01\n---\nWe *saw*.\n"}
    )
    assert site.by_id("cycles")["2026-Q1"]["end"] == "2026-03-31"
    assert site.by_id("cycles")["2026-Q1"]["closed"] == "2026-02-01"
    assert "<em>line</em>" in site.text("cycles/2026-Q1.html")
    assert "<em>saw</em>" in site.text("cycles/2026-Q1.html")


STATES = (("2026-01-01", "current"), ("2026-03-31", "current"), ("2025-12-31", "upcoming"), ("2026-04-01", "past"))


@pytest.mark.parametrize(("day", "state"), STATES)
def test_both_days_are_included(day: str, state: str) -> None:
    site = built({"content/okrs/2026-Q1/a/x.md": objective()}, as_of=day)
    assert site.by_id("cycles")["2026-Q1"]["state"] == state


def test_closed_on_a_later_day_has_not_happened_yet() -> None:
    files = {"content/cycles/2026-Q1.md": "---\nclosed: 2026-04-10\n---\n"}
    assert built(files, as_of="2026-04-09").data["cycles"][0]["closed"] is None
    assert built(files, as_of="2026-04-10").data["cycles"][0]["closed"] == "2026-04-10"


SHOWN = (
    ("2026-02-10", {"Year", "First"}),
    ("2026-05-10", {"Year", "Second"}),
    ("2024-01-10", {"Before"}),
    ("2028-01-10", {"Year"}),
    ("2025-11-10", {"First"}),
)


@pytest.mark.parametrize(("day", "titles"), SHOWN)
def test_home_and_map_show_all_current_cycles_else_the_next_else_the_last(day: str, titles: set[str]) -> None:
    there = {"2026": "Year", "2026-Q1": "First", "2026-Q2": "Second", "2025-Q1": "Before"}
    files = {
        f"content/okrs/{cycle}/a/{title.lower()}.md": objective("supports: mission", title=f"T-{title}")
        for cycle, title in there.items()
    }
    site = built(files, as_of=day)
    for page in ("map.html", "objectives/index.html"):
        shown = {title for title in there.values() if f">T-{title}<" in site.text(page)}
        assert shown == titles, page
    assert {f"map/{cycle}.html" for cycle in there} <= set(site.files)


def test_the_map_of_a_cycle_shows_what_it_supports_in_those_that_contain_it() -> None:
    site = built({
        "content/okrs/2026/a/year.md": objective("supports: mission", title="T-Year"),
        "content/okrs/2026/b/alone.md": objective("supports: mission", title="T-Alone"),
        "content/okrs/2026-Q1/a/x.md": objective("supports: year", title="T-First"),
    })  # fmt: skip
    page = site.text("map/2026-Q1.html")
    assert "T-Year" in page
    assert "T-First" in page
    assert "T-Alone" not in page
