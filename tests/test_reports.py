import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from jsonschema import Draft202012Validator

from okrsite.checks import rules
from okrsite.diagnostics import Finding, Level, Related, Span, error, in_order
from okrsite.reports import (
    FORMS,
    Known,
    Report,
    as_github,
    as_gitlab,
    as_json,
    as_sarif,
    as_text,
    below,
    columns,
    summary,
    told,
    verdict,
)
from okrsite.rules import LEVELS

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


def test_without_an_error_nothing_is_broken() -> None:
    note = Finding("no-type", Level.NOTE, Span("a.md"), "x")
    assert verdict([note]) == "nothing is broken; 1 note in 1 file says what would help"
    assert verdict([TYPO, note]) == "1 error and 1 note in 2 files"
    assert verdict([]) == ""


def test_findings_come_by_place_each_once() -> None:
    late, early = error("b", Span("a.md", 9), "x"), error("a", Span("a.md", 2), "x")
    assert in_order([late, early, late]) == [early, late]


QUIET = Finding(
    "misplaced",
    Level.WARNING,
    Span("content/a, b: 100%.md", 3, 5, 4, "x:  借阅 y"),
    "Not read.\r\n",
    "Move it,\nor: not.",
)
TWICE = error("id-clash", Span("content/借/b.md", 2, 1, 3), "Twice.", related=(Related(Span("a.md", 7), "the first"),))
ELSEWHERE = error("wrong-type", Span("--as-of"), "--as-of should be a date.")
MANY = [TYPO, QUIET, TWICE, ELSEWHERE, Finding("no-type", Level.NOTE, Span("c.md", 1, 1, 0), "See [x](#kr), {y}.")]


def moved(finding: Finding, lines: int) -> Finding:
    return replace(finding, span=replace(finding.span, line=finding.span.line + lines))


def test_many_findings_end_with_how_many_each_rule_has() -> None:
    typos, quiet = [moved(TYPO, n) for n in range(3)], [moved(QUIET, n) for n in range(12)]
    assert as_text([*quiet, *typos], full=True).partition("\n\n")[2] == (
        "By rule:\n"
        "   3  unknown-key  error    in 1 file\n"
        "  12  misplaced    warning  in 1 file\n"
        "`okrsite explain unknown-key` says what a rule is for, with examples.\n"
    )


def test_few_findings_or_those_of_one_rule_are_not_summed_up() -> None:
    assert "By rule" not in as_text(MANY)
    assert "By rule" not in as_text([moved(TYPO, n) for n in range(30)])


def test_marks_that_take_no_room_are_not_counted() -> None:
    assert columns("e\u0301\u200d\u2068") == 1
    assert columns("借阅 a") == 6


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_every_finding_and_none(form: str) -> None:
    whole = told(Report(MANY, rules()), form)
    assert all(finding.rule in whole for finding in MANY)
    assert whole.endswith("\n")
    assert "misplaced" not in told(Report([], rules()), form)


@pytest.mark.parametrize("form", FORMS)
def test_names_in_another_encoding_can_be_written(form: str) -> None:
    odd = error("bad-id", Span("content/\udcff.md", 1, 1, 1, "\udcff"), "Not UTF-8: \udcff.")
    assert told(Report([odd], rules()), form).encode("utf-8")


def test_github_gets_a_command_a_line_with_everything_escaped_that_would_mean_something() -> None:
    assert as_github(Report(MANY)).splitlines() == [
        (
            "::error file=content/teams/wards.md,line=2,endLine=2,col=1,endColumn=6,title=unknown-key"
            "::“nmae” is not a key of a team.%0ADid you mean “name”?"
        ),
        (
            "::warning file=content/a%2C b%3A 100%25.md,line=3,endLine=3,col=5,endColumn=9,title=misplaced"
            "::Not read.  %0AMove it, or: not."
        ),
        "::error file=content/借/b.md,line=2,endLine=2,col=1,endColumn=4,title=id-clash::Twice.%0Aa.md:7:1: the first",
        "::error title=wrong-type::--as-of should be a date.",
        "::notice file=c.md,line=1,endLine=1,col=1,endColumn=2,title=no-type::See [x](#kr), {y}.",
    ]


def test_gitlab_gets_a_record_a_finding() -> None:
    assert json.loads(as_gitlab(Report([]))) == []
    first, second, *_ = json.loads(as_gitlab(Report(MANY)))
    assert re.fullmatch("[0-9a-f]{32}", first.pop("fingerprint"))
    assert first == {
        "description": "“nmae” is not a key of a team. Did you mean “name”?",
        "check_name": "unknown-key",
        "severity": "blocker",
        "location": {"path": "content/teams/wards.md", "lines": {"begin": 2}},
    }
    assert second["severity"] == "minor"


def fingerprints(*findings: Finding) -> list[str]:
    found = [one["fingerprint"] for one in json.loads(as_gitlab(Report(findings)))]
    assert len(set(found)) == len(findings)
    return found


def test_a_fingerprint_stays_when_lines_move_and_blanks_change() -> None:
    again = moved(replace(QUIET, span=replace(QUIET.span, excerpt="  x: 借阅 y ", column=7), message="Other."), 40)
    assert fingerprints(QUIET) == fingerprints(again)


def test_a_fingerprint_tells_rules_files_texts_and_findings_that_are_alike_apart() -> None:
    others = [
        replace(QUIET, rule="no-why"),
        replace(QUIET, span=replace(QUIET.span, path="b.md")),
        replace(QUIET, span=replace(QUIET.span, excerpt="y")),
        moved(QUIET, 1),
        moved(QUIET, 2),
        replace(QUIET, span=replace(QUIET.span, excerpt="y" * 500)),
        replace(QUIET, span=replace(QUIET.span, excerpt="y" * 501)),
    ]
    assert fingerprints(QUIET, *others)[0] == fingerprints(QUIET)[0]


@cache
def sarif_schema() -> Draft202012Validator:
    path = Path(__file__).parent / "schemas" / "sarif.yaml"
    return Draft202012Validator(yaml.safe_load(path.read_text("utf-8")))


def sarif(report: Report) -> Any:
    whole = json.loads(as_sarif(report))
    assert [error.message for error in sarif_schema().iter_errors(whole)] == []
    (run,) = whole["runs"]
    return run


def test_sarif_holds_to_its_schema() -> None:
    assert sarif(Report([]))["results"] == []
    assert sarif(Report(MANY, rules(), Known(3, 1)))["properties"] == {"baseline": {"accepted": 3, "gone": 1}}
    every = [Finding(rule.id, rule.level, Span("a.md"), "x") for rule in rules().values()]
    assert len(sarif(Report(every, rules()))["tool"]["driver"]["rules"]) == len(rules())


def test_in_sarif_each_result_leads_to_its_rule_which_says_why() -> None:
    run = sarif(Report(MANY, rules()))
    described = run["tool"]["driver"]["rules"]
    assert [described[result["ruleIndex"]]["id"] for result in run["results"]] == [one.rule for one in MANY]
    misplaced = next(rule for rule in described if rule["id"] == "misplaced")
    assert misplaced["defaultConfiguration"] == {"level": "warning"}
    assert "okrsite explain misplaced" in misplaced["help"]["text"]
    assert rules()["misplaced"].why in misplaced["help"]["text"]


def test_in_sarif_places_are_percent_encoded_paths_with_columns_in_code_points() -> None:
    run = sarif(Report(MANY))
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/a%2C%20b%3A%20100%25.md"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    clash = run["results"][2]
    assert unquote(clash["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "content/借/b.md"
    assert [(other["id"], other["message"]["text"]) for other in clash["relatedLocations"]] == [(1, "the first")]


def test_in_sarif_what_is_wrong_on_the_command_line_has_no_place() -> None:
    assert "locations" not in sarif(Report([ELSEWHERE]))["results"][0]


def test_in_sarif_brackets_in_a_sentence_are_no_link() -> None:
    assert "](" not in sarif(Report(MANY))["results"][4]["message"]["text"]


def test_paths_can_be_seen_from_above() -> None:
    first, _, clash, elsewhere, _ = below("okr/", MANY)
    assert first.span.path == "okr/content/teams/wards.md"
    assert clash.related[0].span.path == "okr/a.md"
    assert elsewhere.span.path == "--as-of"


def test_json_says_what_a_baseline_knew() -> None:
    assert json.loads(as_json(Report([TYPO], known=Known(4, 1))))["baseline"] == {"accepted": 4, "gone": 1}
    assert "baseline" not in json.loads(as_json(Report([TYPO])))


def unsaid(path: str, line: int) -> Finding:
    return Finding(
        "no-why", Level.WARNING, Span(path, line, 5, 1, "x"), f"“{path[0]}{line}” is without why.", "Say why."
    )


def test_of_more_than_two_opinions_each_rule_speaks_once_with_all_places() -> None:
    found = [*(unsaid("a.md", line) for line in (2, 7, 9)), unsaid("b.md", 2), TYPO]
    assert as_text(found) == (
        "a.md:2:5: warning[no-why]: “a2” is without why. The same on lines 7 and 9, and in 1 more file. Say why.\n"
        + as_text([TYPO])
    )


def test_of_many_lines_some_are_named() -> None:
    assert "The same on lines 2, 3, 4, 5 and 4 more." in as_text([unsaid("a.md", line) for line in range(1, 10)])


def test_two_opinions_are_told_like_errors_and_all_are_when_asked() -> None:
    few = [unsaid("a.md", 2), unsaid("b.md", 7)]
    assert as_text(few) == as_text(few, full=True)
    assert as_text(few).count("help: Say why.") == 2
    assert as_text([*few, unsaid("c.md", 1)], full=True).count("help: Say why.") == 3


def test_what_matters_first_is_told_now_and_the_rest_is_named() -> None:
    kinds = ["quiet", "no-type", "no-owner", "no-why", "orphan", "kr-no-start", "kr-unmeasured", "too-many"]
    found = [Finding(rule, LEVELS[rule], Span("a.md", line), "x.") for line, rule in enumerate(kinds, 1)]
    lines = as_text(found).splitlines()
    assert [line.partition("[")[2].partition("]")[0] for line in lines[:-1]] == [
        *("no-owner", "no-why", "orphan", "kr-no-start", "kr-unmeasured", "too-many")
    ]
    assert lines[-1] == "Later: warning[quiet] 1, note[no-type] 1. `okrsite check -v` shows each place."
