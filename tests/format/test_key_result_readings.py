"""FORMAT, “Key results” and “Check-ins”: readings, wherever they are written, and which of them counts."""

from __future__ import annotations

import pytest

from tests.format.measured import NO_FILES, WALK, WARDS, key_result, measured, parts, refused
from tests.format.sites import Files, built, expect_marked, objective

FOUND = {
    "at the key result, as a list": ("start: 0, target: 100, readings: [{date: 2026-01-09, value: 36}]", "", NO_FILES),
    "at the key result, as a map": ("start: 0, target: 100, readings: {2026-01-09: 36}", "", NO_FILES),
    "as a map with quoted days": ("start: 0, target: 100, readings: {'2026-01-09': 36}", "", NO_FILES),
    "as a map with more": ("start: 0, target: 100, readings: {2026-01-09: {value: 36, note: Slow.}}", "", NO_FILES),
    "in a check-in": ("start: 0, target: 100", "{date: 2026-01-09, readings: {up: 36}}", NO_FILES),
    "in a check-in, with more": ("start: 0, target: 100", "{date: 2026-01-09, readings: {up: {value: 36}}}", NO_FILES),
    "in a file of its own": (
        "start: 0, target: 100",
        "",
        {"content/check-ins/a/b.md": "---\nobjective: walk\ndate: 2026-01-09\nreadings: {up: 36}\n---\n"},
    ),
    "in a list of check-ins": (
        "start: 0, target: 100",
        "",
        {"content/check-ins/jan.yaml": "- {objective: walk, date: 2026-01-09, readings: {up: 36}}\n"},
    ),
}


@pytest.mark.parametrize(("written", "check_ins", "files"), FOUND.values(), ids=FOUND)
def test_a_reading_counts_wherever_it_is_written(written: str, check_ins: str, files: Files) -> None:
    found = key_result(written, check_ins, files)
    assert parts(found, "value value_date progress") == [36, "2026-01-09", 0.36]


def test_the_last_reading_on_or_before_the_day_counts_in_whatever_order_they_stand() -> None:
    files = {
        "content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-01-20\nreadings: {up: 20}\n---\n",
        "content/check-ins/b.yml": "- {objective: walk, date: 2026-01-05, readings: {up: 5}}\n",
    }
    written = (
        "start: 0, target: 100, current: 99, readings: [{date: 2026-01-25, value: 25}, {date: 2026-01-10, value: 10}]"
    )
    talk = "{date: 2026-01-15, readings: {up: 15}}, {date: 2026-01-02, readings: {up: 2}}"
    days = {"25": 25, "24": 20, "20": 20, "19": 15, "14": 10, "09": 5, "04": 2, "02": 2}
    for day, value in days.items():
        found = key_result(written, talk, files, as_of=f"2026-01-{day}")
        assert parts(found, "value value_date") == [value, f"2026-01-{value:02}"]
    assert parts(key_result(written, talk, files, as_of="2026-01-01"), "value value_date") == [99, None]


def test_a_dated_reading_wins_over_one_without_a_day() -> None:
    assert parts(key_result("start: 0, target: 100, current: 57"), "value value_date") == [57, None]
    found = key_result("start: 0, target: 100, current: 57, readings: {2020-01-01: 3}")
    assert parts(found, "value value_date") == [3, "2020-01-01"]


TWICE = {
    "in a list": {WALK: "readings: [{date: 2026-01-09, value: 1}, {date: ⟦kr-arithmetic⟧2026-01-09, value: 1}]"},
    "at the key result and in a check-in": {
        WALK: "readings: {2026-01-09: 1}\ncheck_ins: [{date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧1}}]"
    },
    "in two check-ins of one file": {
        WALK: "unit: h\ncheck_ins: [{date: 2026-01-09, readings: {up: 1}}, {date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧1}}]"
    },
    "in two files": {
        "content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-01-09\nreadings: {up: 1}\n---\n",
        "content/check-ins/b.md": "---\nobjective: walk\ndate: 2026-01-09\nreadings: {up: ⟦kr-arithmetic⟧1}\n---\n",
    },
    "in a list of check-ins": {
        "content/check-ins/a.yaml": """
            - {objective: walk, date: 2026-01-09, readings: {up: 1}}
            - {objective: walk, date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧1}}
        """
    },
    "three times": {
        "content/check-ins/a.yaml": """
            - {objective: walk, date: 2026-01-09, readings: {up: 1}}
            - {objective: walk, date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧1}}
            - {objective: walk, date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧1}}
        """
    },
}


@pytest.mark.parametrize("files", TWICE.values(), ids=TWICE)
def test_two_readings_on_one_day_are_an_error(files: dict[str, str]) -> None:
    at_it, _, below = files.get(WALK, "").partition("\n")
    walk = objective(f"key_results:\n  - title: Up\n    {at_it}\n{below}")
    expect_marked({**files, WALK: walk})


def test_two_days_in_a_map_are_a_key_that_stands_twice() -> None:
    refused("key_results: [{title: Up, readings: {2026-01-09: 1, ⟦syntax⟧2026-01-09: 2}}]")


def test_two_readings_on_one_day_are_an_error_of_every_kind_of_key_result() -> None:
    refused("""
        key_results:
          - {title: M, milestones: [{title: A}, {title: B}]}
          - {title: Y, done: false}
          - {title: G, at_most: 3}
          - {title: F, find_out: true}
        check_ins:
          - {date: 2026-01-09, readings: {m: A, y: true, g: 1, f: 1}}
          - {date: 2026-01-09, readings: {m: ⟦kr-arithmetic⟧B, y: ⟦kr-arithmetic⟧true, g: ⟦kr-arithmetic⟧1, f: ⟦kr-arithmetic⟧1}}
    """)


def test_two_key_results_may_be_read_on_one_day_and_two_objectives_with_equal_ids() -> None:
    site = built({
        WALK: objective("key_results: [{title: Up}, {title: Down}]"),
        f"{WARDS}/sit.md": objective("key_results: [{title: Up}]"),
        "content/check-ins/a.yaml": """
            - {objective: walk, date: 2026-01-09, readings: {up: 1}}
            - {objective: walk, date: 2026-01-09, readings: {down: 2}}
            - {objective: sit, date: 2026-01-09, readings: {up: 3}}
        """,
    })  # fmt: skip
    values = [each["value"] for objective in site.data["objectives"] for each in objective["key_results"]]
    assert values == [3, 1, 2]


UNKNOWN = {
    "a key result": "{⟦kr-arithmetic⟧upp: 3}",
    "a key result by its title": "{⟦kr-arithmetic⟧Up: 3}",
    "a key result, with more": "{⟦kr-arithmetic⟧upp: {value: 3}}",
    "a milestone": "{m: ⟦kr-arithmetic⟧C}",
    "a milestone in another case": "{m: ⟦kr-arithmetic⟧WARDS ONE}",
    "a milestone of a list": "{m: [Wards one, ⟦kr-arithmetic⟧C]}",
    "no milestone at all": "{m: ⟦missing-key⟧[]}",
    "yes for milestones": "{m: ⟦wrong-type⟧true}",
    "yes for a number": "{up: ⟦wrong-type⟧true}",
    "yes for a guard rail": "{g: ⟦wrong-type⟧true}",
    "a word for a number": "{up: ⟦wrong-type⟧much}",
    "a list for a number": "{up: ⟦wrong-type⟧[3, 4]}",
    "no for yes or no": "{y: ⟦wrong-type⟧false}",
    "a number for yes or no": "{y: ⟦wrong-type⟧1}",
    "no for something to find out": "{f: ⟦wrong-type⟧false}",
    "a number without end": "{up: ⟦kr-arithmetic⟧.inf}",
    "a number of too many digits": "{up: ⟦kr-arithmetic⟧1234567890123456789012345678901}",
    "a time": "{up: ⟦wrong-type⟧12:30}",
    "nothing": "{up: ⟦wrong-type⟧null}",
    "an unknown key": "{up: {value: 3, ⟦unknown-key⟧vaule: 4}}",
    "no value": "{up: ⟦missing-key⟧{note: Slow.}}",
    "a confidence beyond 10": "{up: {value: 3, confidence: ⟦kr-arithmetic⟧11}}",
}


@pytest.mark.parametrize("readings", UNKNOWN.values(), ids=UNKNOWN)
def test_what_a_reading_in_a_check_in_may_not_be(readings: str) -> None:
    refused(f"""
        key_results:
          - {{title: Up, target: 9}}
          - {{title: M, milestones: [{{title: Wards one}}, {{title: B}}]}}
          - {{title: Y, done: false}}
          - {{title: G, at_most: 3}}
          - {{title: F, find_out: true}}
        check_ins: [{{date: 2026-01-09, readings: {readings}}}]
    """)


NEEDS = {
    "a date": "[⟦missing-key⟧{value: 3}]",
    "a value": "[⟦missing-key⟧{date: 2026-01-09}]",
    "a value that is not blank": "[{date: 2026-01-09, ⟦missing-key⟧value: ''}]",
    "a value in a map": "{2026-01-09: ⟦missing-key⟧{note: Slow.}}",
    "a date that exists": "[{date: ⟦bad-date⟧2026-02-30, value: 3}]",
    "a date that exists in a map": "{⟦bad-date⟧2026-02-30: 3}",
    "a date and no words": "[{date: ⟦wrong-type⟧yesterday, value: 3}]",
    "a date in a map": "{⟦wrong-type⟧yesterday: 3}",
    "a date without a time": "[{date: ⟦wrong-type⟧2026-01-09 12:00:00, value: 3}]",
    "a confidence of 0 to 10": "[{date: 2026-01-09, value: 3, confidence: ⟦kr-arithmetic⟧-1}]",
    "a whole confidence": "[{date: 2026-01-09, value: 3, confidence: ⟦wrong-type⟧6.5}]",
    "known keys": "[{date: 2026-01-09, value: 3, ⟦unknown-key⟧learned: Much.}]",
    "a number, not yes": "[{date: 2026-01-09, value: ⟦wrong-type⟧true}]",
}  # fmt: skip


@pytest.mark.parametrize("readings", NEEDS.values(), ids=NEEDS)
def test_what_a_reading_at_a_key_result_needs(readings: str) -> None:
    refused(f"key_results: [{{title: Up, target: 9, readings: {readings}}}]")


def test_a_reading_of_a_day_to_come_is_not_used_and_is_a_warning() -> None:
    expect_marked(
        {
            WALK: objective("""
                key_results: [{title: Up, target: 9, readings: {2026-01-09: 3, ⟦warning:future-reading⟧2026-02-11: 4}}]
                check_ins:
                  - {date: ⟦warning:future-reading⟧2026-02-12, readings: {up: 5}}
                  - {date: 2026-02-13, learned: Nothing read.}
            """),
            "content/health/falls.md": "---\ntitle: F\nreadings: [{date: ⟦warning:future-reading⟧2026-03-01, value: 3}]\n---\n",
            "okrsite.yaml": "as_of: 2026-02-10\n",
        },
        as_of=None,
    )


def test_with_a_date_in_the_past_it_is_simply_not_yet_there() -> None:
    keys = "key_results: [{title: Up, start: 0, target: 9, readings: {2026-01-09: 3, 2026-02-11: 9}}]"
    assert measured(keys, as_of="2026-02-10")["progress"] == 0.333333
    assert measured(keys, as_of="2026-02-11")["progress"] == 1
    assert measured(keys, as_of="2026-01-08")["progress"] is None


def test_a_reading_has_the_confidence_of_its_check_in_without_one_of_its_own() -> None:
    def confidence(check_ins: str, readings: str = "[]") -> object:
        return key_result(f"target: 9, readings: {readings}", check_ins)["confidence"]

    assert confidence("{date: 2026-01-09, confidence: 7, readings: {up: 3}}") == 7
    assert confidence("{date: 2026-01-09, confidence: 7, readings: {up: {value: 3, confidence: 0}}}") == 0
    assert confidence("{date: 2026-01-09, readings: {up: 3}}") is None
    assert confidence("{date: 2026-01-09, confidence: 7}") is None
    assert confidence("{date: 2026-01-09, confidence: 7, readings: {up: 3}}", "{2026-01-10: 4}") is None
    assert confidence("", "{2026-01-08: {value: 3, confidence: 5}, 2026-01-07: {value: 3, confidence: 9}}") == 5


def test_a_check_in_shows_what_was_read_as_it_was_meant() -> None:
    found = measured("""
        key_results:
          - {title: Up, unit: "%"}
          - {title: M, milestones: [{title: Wards one}, {title: B, id: two}, {title: "3"}]}
          - {title: Y, done: false}
          - {title: F, find_out: true}
        check_ins:
          - {date: 2026-01-09, readings: {up: 1.20k%, m: [Wards one, two], y: true, f: 12}}
          - {date: 2026-01-10, readings: {m: 3, f: true}}
    """)
    assert [each["readings"] for each in found["check_ins"]] == [
        {"up": 1200, "m": ["wards-one", "two"], "y": True, "f": 12},
        {"m": ["3"], "f": True},
    ]


def test_a_milestone_is_found_by_its_title_however_its_accents_are_made() -> None:
    keys = """
        key_results: [{title: M, milestones: [{title: Cafe\u0301}, {title: Gar\u00e7on}]}]
        check_ins: [{date: 2026-01-09, readings: {m: [Caf\u00e9, Garc\u0327on]}}]
    """
    assert measured(keys)["check_ins"][0]["readings"] == {"m": ["caf\u00e9", "gar\u00e7on"]}
