"""FORMAT, “Output”: the tables for spreadsheets say what the records say, and nothing in them runs."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS, site_of
from tests.format.sites import Built, built, objective

TABLES = ("objectives", "key-results", "check-ins")


def table(site: Built, name: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    return list(csv.DictReader(StringIO(site.text(f"data/{name}.csv"), newline="")))


def records(site: Built, name: str) -> list[Mapping[str, Any]]:
    """Give the records that a table is made of, in the order of the data."""
    objectives = site.data["objectives"]
    if name == "objectives":
        return list(objectives)
    key = name.replace("-", "_")
    return [each for objective in objectives for each in objective[key]]


RICH = {
    WALK: objective("""
        why: "One, two\\nand \\"three\\""
        owners: [Zoe, Ann]
        tags: [care, home]
        supports: [mission, {to: sit#up, because: So.}]
        depends_on: [{to: sit}, {to: "team:wards"}]
        continues: sit
        asks: [{date: 2026-01-09, what: Help}]
        key_results: [{title: Up, start: 0, target: 3.50, current: 1}, {title: M, milestones: [{title: A}, {title: B}]}]
        check_ins: [{date: 2026-01-09, confidence: 0, readings: {m: [A, B]}, replies: [{date: 2026-01-10, text: Hm}]}]
    """),
    f"{WARDS}/sit.md": objective("key_results: [{title: Up, at_most: 3, current: 2}]"),
}


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_the_keys_of_the_records(name: str) -> None:
    site = built(RICH)
    (header, *_) = csv.reader(StringIO(site.text(f"data/{name}.csv"), newline=""))
    own = [column for column in header if column != "objective"]
    assert sorted(own) == sorted(records(site, name)[0])
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("name", TABLES)
def test_rows_say_what_the_records_say(name: str) -> None:
    site = built(RICH)
    rows, there = table(site, name), records(site, name)
    assert len(rows) == len(there)
    for row, record in zip(rows, there, strict=True):
        for key, value in record.items():
            if value is None or isinstance(value, (str, int, float)):
                assert row[key] == _plain(value)
            if isinstance(value, list) and all(isinstance(each, str) for each in value):
                assert row[key] == "; ".join(value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_rows_of_key_results_and_check_ins_say_whose_they_are() -> None:
    site = built(RICH)
    assert [row["objective"] for row in table(site, "key-results")] == ["2026-Q1/wards/sit", REF, REF]
    assert [row["objective"] for row in table(site, "check-ins")] == [REF]


def test_edges_and_readings_can_be_read() -> None:
    site = built(RICH)
    walk = next(row for row in table(site, "objectives") if row["id"] == "walk")
    assert walk["supports"] == "mission; 2026-Q1/wards/sit#up"
    assert walk["depends_on"] == "2026-Q1/wards/sit; team:wards"
    assert walk["continues"] == "2026-Q1/wards/sit"
    assert walk["key_results"] == "up; m"
    assert table(site, "check-ins")[0]["readings"] == "m: a, b"


@pytest.mark.parametrize("name", TABLES)
def test_without_rows_there_is_a_header_all_the_same(name: str) -> None:
    site = built({"content/static/x.txt": "x"})
    assert table(site, name) == []
    assert site.text(f"data/{name}.csv").count("\n") == 1


FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("https://x.example")', "-", "+", "=", "@", "-x", "  =1+1", "\u00a0=1",
    "＝1+1", "＋1", "－1", "＠x", "-1,5", "+1 000", "-3 apples", "=3",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(text: str) -> None:
    quoted = text.replace("'", "''")
    site = built({
        f"{WARDS}/walk.md": f"---\ntitle: '{quoted}'\nid: walk\nfor: '{quoted}'\ntags: ['{quoted}x']\n"
        f"key_results: [{{title: Up, id: up, source: '{quoted}'}}]\ncheck_ins: [{{date: 2026-01-09, learned: '{quoted}'}}]\n---\n",
    })  # fmt: skip
    shown = f"'{text.strip()}"
    (row,), (key_result,), (check_in,) = (table(site, name) for name in TABLES)
    assert [row["title"], row["for"], row["tags"]] == [shown, shown, f"{shown}x"]
    assert key_result["source"] == shown
    assert check_in["learned"].replace("'", "").strip() == text.strip()
    assert site.data["objectives"][0]["title"] == text.strip()


NUMBERS = ["-1", "+1", "-1.5", "-.5", "+3e5", "-1E-5"]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_gets_none(text: str) -> None:
    (row,) = table(built({WALK: objective(f"id: walk\nfor: '{text}'")}), "objectives")
    assert row["for"] == text


def test_numbers_below_0_stay_numbers() -> None:
    keys = "key_results: [{title: Up, start: -1, target: -3.50, current: 1, weight: 2}]"
    (row,) = table(built(site_of(keys)), "key-results")
    assert [row[key] for key in ("start", "target", "value", "raw_progress", "progress", "weight")] == [
        "-1", "-3.5", "1", "-0.8", "0", "2",
    ]  # fmt: skip


def test_a_text_of_several_lines_stays_one_cell() -> None:
    (row,) = table(built({WALK: objective('why: "One,\\ntwo; \\"three\\""')}), "objectives")
    assert row["why"] == 'One,\ntwo; "three"'


def test_a_line_that_begins_within_a_cell_is_no_formula_of_its_own() -> None:
    site = built({WALK: objective('why: "One\\n=1+1"')})
    assert table(site, "objectives")[0]["why"] == "One\n=1+1"
