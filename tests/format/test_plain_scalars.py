"""FORMAT, “Plain scalars of YAML, by what is expected”; the same for every key that expects it."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, checked, expect_marked, objective

Q1 = "content/okrs/2026-Q1"

TEXTS = {
    "Walk again": "Walk again",
    "1984": "1984",
    "3.50": "3.50",
    "0123": "0123",
    "1e3": "1e3",
    "0x1F": "0x1F",
    "1_000": "1_000",
    "'no'": "no",
    '"2026-01-01"': "2026-01-01",
    "'12:30'": "12:30",
    "'~'": "~",
    "=": "=",
    "y": "y",
    "n": "n",
    "NaN": "NaN",
    ".inf": ".inf",
    "2026-Q1": "2026-Q1",
    "no way": "no way",
    "Null and void": "Null and void",
    "1.2.3": "1.2.3",
    "٣": "٣",
}


@pytest.mark.parametrize("written", TEXTS)
def test_a_text_is_a_text_or_a_plain_number_as_written(written: str) -> None:
    site = built({f"{Q1}/a/x.md": f"---\ntitle: {written}\nfor: {written}\ntags: [{written}]\nwhy: {written}\n---\n"})
    one = site.objectives["2026-Q1/a/x"]
    assert (one["title"], one["for"], one["tags"], one["why"]) == (TEXTS[written],) * 2 + (
        [TEXTS[written]],
        TEXTS[written],
    )


NO_TEXTS = (
    "no", "yes", "on", "off", "true", "false", "null", "~", "No", "YES", "On", "OFF", "True", "FALSE", "Null", "NULL",
    "2026-01-01", "2026-1-1", "2026-01-01 10:00:00", "2026-01-01T10:00:00Z", "12:30", "1:02:03", "12:30:45.5", "2026-13-45",
)  # fmt: skip


@pytest.mark.parametrize("written", NO_TEXTS)
def test_what_yaml_takes_for_something_else_is_no_text_and_the_hint_is_to_quote(written: str) -> None:
    files = {
        f"{Q1}/a/x.md": f"---\ntitle: ⟦wrong-type⟧{written}\nwhy: ⟦wrong-type⟧{written}\ntags: [⟦wrong-type⟧{written}]\n---\n"
    }
    made = expect_marked(files)
    assert all("quotes" in each.message + each.help for each in made.findings)


IDS: dict[str, Files] = {
    "a date": {f"{Q1}/a/x.md": objective("id: ⟦wrong-type⟧2024-01-01")},
    "no": {f"{Q1}/a/x.md": objective("id: ⟦wrong-type⟧no")},
    "a time": {f"{Q1}/a/x.md": objective("id: ⟦wrong-type⟧12:30")},
    "an alias": {f"{Q1}/a/x.md": objective("aliases: [⟦wrong-type⟧off]")},
    "an owner": {f"{Q1}/a/x.md": objective("owner: ⟦wrong-type⟧no")},
    "a target": {f"{Q1}/a/x.md": objective("supports: ⟦wrong-type⟧on")},
    "a unit": {f"{Q1}/a/x.md": objective("key_results: [{title: A, unit: ⟦wrong-type⟧yes}]")},
    "a unit that is a time": {f"{Q1}/a/x.md": objective("key_results: [{title: A, unit: ⟦wrong-type⟧12:30}]")},
    "a milestone": {f"{Q1}/a/x.md": objective("key_results: [{title: A, milestones: [{title: ⟦wrong-type⟧null}]}]")},
    "a member": {"content/teams/a.md": "---\nname: A\nmembers: [⟦wrong-type⟧~]\n---\n"},
    "a type": {f"{Q1}/a/x.md": objective("type: ⟦wrong-type⟧no")},
}


@pytest.mark.parametrize("files", IDS.values(), ids=IDS)
def test_the_same_holds_wherever_a_text_is_expected(files: Files) -> None:
    expect_marked(files)


def test_ids_and_numbers_as_texts() -> None:
    site = built({
        f"{Q1}/a/x.md": objective("id: 2026\naliases: [1984]\nkey_results: [{title: 7, target: 3, unit: 100}]"),
        f"{Q1}/a/y.md": objective("supports: [2026, 1984, 2026#7]"),
    })  # fmt: skip
    assert site.objectives["2026-Q1/a/2026"]["key_results"][0]["unit"] == "100"
    assert [each["to"] for each in site.objectives["2026-Q1/a/y"]["supports"]] == ["2026-Q1/a/2026"] * 2 + [
        "2026-Q1/a/2026#7"
    ]


@pytest.mark.parametrize("written", ["2026-01-05", "'2026-01-05'", '"2026-01-05"'])
def test_a_date_is_plain_or_quoted(written: str) -> None:
    site = built({f"{Q1}/a/x.md": objective(f"since: {written}")})
    assert site.objectives["2026-Q1/a/x"]["since"] == "2026-01-05"


NO_DATES = (
    "2026-1-5", "2026-01-05 10:00", "2026-01-05T10:00:00", "'2026-01-05 10:00'", "05.01.2026", "2026/01/05", "20260105", "5 Jan 2026",
    "tomorrow", "2026-01", "2026", "no", "true", "12:30", "26-01-05", "[2026-01-05]", "{a: b}", "٢٠٢٦-٠١-٠٥", "12026-01-05",
)  # fmt: skip


@pytest.mark.parametrize("written", NO_DATES)
def test_anything_else_is_no_date(written: str) -> None:
    expect_marked({f"{Q1}/a/x.md": objective(f"since: ⟦wrong-type⟧{written}")})


@pytest.mark.parametrize(
    "written", ["2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "'2026-02-30'", "0000-01-01"]
)
def test_a_day_that_does_not_exist_is_a_bad_date(written: str) -> None:
    expect_marked({f"{Q1}/a/x.md": objective(f"since: ⟦bad-date⟧{written}")})


@pytest.mark.parametrize(("written", "is_true"), [("true", True), ("false", False), ("yes", True), ("no", False)])
def test_yes_or_no(written: str, *, is_true: bool) -> None:
    site = built({f"{Q1}/a/x.md": objective(f"key_results: [{{title: A, done: {written}}}]")})
    assert site.objectives["2026-Q1/a/x"]["progress"] == int(is_true)


NO_TRUTHS = (
    "on",
    "off",
    "True",
    "FALSE",
    "Yes",
    "NO",
    "y",
    "n",
    "1",
    "0",
    "'true'",
    '"no"',
    "maybe",
    "null",
    "~",
    "[true]",
    "2026-01-01",
)


@pytest.mark.parametrize("written", NO_TRUTHS)
def test_all_else_is_neither_yes_nor_no(written: str) -> None:
    expect_marked({f"{Q1}/a/x.md": objective(f"private: ⟦wrong-type⟧{written}")})


def test_a_yes_or_no_key_result_may_have_a_day() -> None:
    keys = "key_results: [{title: A, done: 2026-02-01}, {title: B, done: ⟦wrong-type⟧on}, {title: C, done: ⟦bad-date⟧2026-02-30}]"
    expect_marked({f"{Q1}/a/x.md": objective(keys)})


NUMBERS = {
    "34": 34,
    "+34": 34,
    "-3.5": -3.5,
    "0": 0,
    "-0": 0,
    "0.5": 0.5,
    ".5": 0.5,
    "5.": 5,
    "1e3": 1000,
    "1.5E-2": 0.015,
    "1e+3": 1000,
    "'1,204'": 1204,
    "3 h": 3,
    "€ 12": 12,
    "1.2k": 1200,
    "3M": 3000000,
    "2bn": 2000000000,
    "1" * 30: int("1" * 30),
    "1e30": 10**30,
}


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_is_kept_exactly(written: str) -> None:
    site = built({f"{Q1}/a/x.md": objective(f"key_results: [{{title: A, target: {written}}}]")})
    assert site.objectives["2026-Q1/a/x"]["key_results"][0]["target"] == NUMBERS[written]


NO_NUMBERS = {
    "12:30": "wrong-type",
    "0123": "wrong-type",
    "0x1F": "wrong-type",
    "0o17": "wrong-type",
    "1_000": "wrong-type",
    "many": "wrong-type",
    "true": "wrong-type",
    "~x": "wrong-type",
    "null": "wrong-type",
    "2026-01-01": "wrong-type",
    "[3]": "wrong-type",
    "{a: 3}": "wrong-type",
    "1.2.3": "wrong-type",
    "--3": "wrong-type",
    "٣": "wrong-type",
    "1/2": "wrong-type",
    ".nan": "kr-arithmetic",
    "NaN": "kr-arithmetic",
    ".inf": "kr-arithmetic",
    "-.Inf": "kr-arithmetic",
    "infinity": "kr-arithmetic",
    "1" * 31: "kr-arithmetic",
    "1e31": "kr-arithmetic",
    "1e-31": "kr-arithmetic",
    "1e999999": "kr-arithmetic",
}


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_no_number_or_out_of_its_range(written: str) -> None:
    expect_marked(
        {f"{Q1}/a/x.md": objective(f"key_results:\n- title: A\n  target: ⟦{NO_NUMBERS[written]}⟧{written}\n")}
    )


CONFIDENCE = {"7": "", "0": "", "10": "", "11": "kr-arithmetic", "-1": "kr-arithmetic", "7.5": "wrong-type", "'7'": "wrong-type", "high": "wrong-type", "7/10": "wrong-type", ".nan": "kr-arithmetic", "07": "wrong-type"}  # fmt: skip


@pytest.mark.parametrize("written", CONFIDENCE)
def test_confidence_is_a_whole_number_from_0_to_10(written: str) -> None:
    mark = f"⟦{CONFIDENCE[written]}⟧" if CONFIDENCE[written] else ""
    expect_marked({f"{Q1}/a/x.md": objective(f"check_ins: [{{date: 2026-01-05, confidence: {mark}{written}}}]")})


def test_numbers_are_written_as_the_language_does() -> None:
    def target(language: str, written: str) -> object:
        made = checked(
            {
                "okrsite.yaml": f"language: {language}",
                f"{Q1}/a/x.md": objective(f"key_results: [{{title: A, target: {written}}}]"),
            }
        )
        return (
            str(made.site.objectives["2026-Q1/a/x"].key_results[0].plan.target)
            if not made.findings
            else made.findings[0].rule
        )

    assert target("en", "'1,204.5'") == "1204.5"
    assert target("de", "'1.204,5'") == "1204.5"
    assert target("de", "'1,204'") == "1.204"
    assert target("en", "'1.204,5'") == "wrong-type"
    assert target("de", "1.5") == "1.5"
    assert target("en", "1.5") == "1.5"
