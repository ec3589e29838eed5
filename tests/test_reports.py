import json

from okrsite.diagnostics import Finding, Level, Related, Span, error, in_order
from okrsite.reports import Report, as_json, as_text, summary

TYPO = error(
    "unknown-key",
    Span("content/teams/wards.md", 2, 1, 5, "nmae: Wards"),
    "“nmae” is not a key of a team.",
    "Did you mean “name”?",
)


def test_a_finding_is_a_sentence_with_its_place_an_underline_and_a_way_out() -> None:
    assert as_text([TYPO]) == (
        "content/teams/wards.md:2:1: error[unknown-key]: “nmae” is not a key of a team.\n"
        "  2 | nmae: Wards\n"
        "    | ^^^^^\n"
        "  help: Did you mean “name”?\n"
    )


def test_a_place_without_a_line_to_show_has_no_excerpt() -> None:
    assert as_text([error("unreadable", Span("content/x.md"), "This file can’t be read.")]) == (
        "content/x.md:1:1: error[unreadable]: This file can’t be read.\n"
    )


def test_the_underline_stands_under_wide_characters() -> None:
    found = as_text([error("ref-broken", Span("a.md", 1, 5, 2, "借阅: 眼睛"), "x")])
    assert found.splitlines()[2] == "    |       ^^^^"


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    shown = as_text([error("syntax", Span("a.md", 1, 301, 4, line), "x")]).splitlines()
    assert len(shown[1]) < 110
    assert shown[1][shown[2].index("^") : shown[2].index("^") + 4] == "HERE"


def test_control_characters_never_reach_the_terminal() -> None:
    found = as_text([error("syntax", Span("a\x1b[2J.md", 1, 1, 1, "\x1b[31mred\ttab"), "bad \x07\n bell \u202e")])
    assert "\x1b" not in found
    assert "\x07" not in found
    assert "\u202e" not in found
    assert found.count("\n") == 3


def test_other_places_of_a_finding_are_named() -> None:
    twice = error("id-clash", Span("b.md"), "Twice.", related=(Related(Span("a.md"), "the first is here"),))
    assert "  a.md:1:1: the first is here\n" in as_text([twice])


def test_json_holds_the_same() -> None:
    whole = json.loads(as_json(Report([TYPO])))
    assert whole["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert whole["findings"][0]["path"] == "content/teams/wards.md"
    assert (whole["findings"][0]["line"], whole["findings"][0]["column"]) == (2, 1)


def test_a_summary_counts_by_level_and_files() -> None:
    note = Finding("no-type", Level.NOTE, Span("a.md"), "x")
    assert summary([TYPO, TYPO, note]) == "2 errors and 1 note in 2 files"
    assert summary([]) == ""


def test_findings_come_by_place_each_once() -> None:
    late, early = error("b", Span("a.md", 9), "x"), error("a", Span("a.md", 2), "x")
    assert in_order([late, early, late]) == [early, late]
