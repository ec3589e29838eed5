"""CHECKS, preamble: how findings are written, their order, exit codes, levels and what is accepted."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from okrsite.reports import as_text
from okrsite.rules import ERRORS, LEVELS
from tests import running
from tests.format.sites import Files, built, checked, expect_marked, found, objective, written

Q1 = "content/okrs/2026-Q1"
FINE: Files = {f"{Q1}/a/x.md": objective()}
WARNED: Files = {**FINE, "content/notes.md": "x"}
MISPLACED: Files = {"content/org.md": "---\nname: A small hospital\n---\n", "content/notes.md": "x"}
WRONG: Files = {f"{Q1}/a/x.md": objective("wy: x")}
FAULTY: Files = {**WRONG, "okrsite.yaml": "check_in_every: often"}


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return running.run(*words, at=root, environment=running.PLAIN | environment)


CODES: dict[str, tuple[Files, tuple[str, ...], int]] = {
    "fine": (FINE, (), 0),
    "a warning": (WARNED, (), 0),
    "a warning, strictly": (WARNED, ("--strict",), 1),
    "a note, strictly": ({**MISPLACED, "okrsite.yaml": "checks: {misplaced: note}"}, ("--strict",), 0),
    "a warning that is off, strictly": ({**MISPLACED, "okrsite.yaml": "checks: {misplaced: off}"}, ("--strict",), 0),
    "an opinion set to error": ({**WARNED, "okrsite.yaml": "checks: {misplaced: error}"}, (), 1),
    "an error": (WRONG, (), 1),
    "an error in the configuration": (FAULTY, (), 2),
    "a configuration that can't be read": ({**FINE, "okrsite.yaml": "title: ["}, (), 2),
    "a fact set lower": ({**FINE, "okrsite.yaml": "checks: {ref-broken: off}"}, (), 2),
    "no day": (FINE, ("--as-of", "tomorrow"), 2),
    "a day that does not exist": (FINE, ("--as-of", "2026-02-30"), 2),
    "an option nobody knows": (FINE, ("--fast",), 2),
    "a form nobody knows": (FINE, ("--format", "xml"), 2),
    "an output in the content": (FINE, ("--output", "content/site"), 2),
    "an output that is the root": (FINE, ("--output", "."), 2),
    "no address": (FINE, ("--base-url", "okr"), 2),
}


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(("files", "words", "code"), CODES.values(), ids=CODES)
def test_exit_codes(tmp_path: Path, files: Files, words: tuple[str, ...], code: int, command: str) -> None:
    root = written(tmp_path, files)
    ended = run(root, command, *words)
    assert ended.returncode == code, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
    published = (root / "site/index.html").exists()
    assert published == (command == "build" and code == 0)


def test_a_fault_in_the_configuration_does_not_hide_the_rest(tmp_path: Path) -> None:
    ended = run(written(tmp_path, FAULTY), "check")
    assert "content/okrs/2026-Q1/a/x.md:3:1: error[unknown-key]: " in ended.stdout
    assert "okrsite.yaml:1:17: error[wrong-type]: " in ended.stdout


def test_there_is_no_site_here(tmp_path: Path) -> None:
    assert run(tmp_path, "check", "nowhere").returncode == 2
    assert run(tmp_path, "check").returncode == 2
    assert run(tmp_path, "chekc").returncode == 2
    assert run(tmp_path, "explain", "no-such-rule").returncode == 2
    assert run(tmp_path, "explain", "ref-broken").returncode == 0


def test_the_site_is_looked_for_upward(tmp_path: Path) -> None:
    root = written(tmp_path, WRONG)
    ended = run(root / Q1, "check")
    assert ended.returncode == 1
    assert f"\n{Q1}/a/x.md:3:1: error[unknown-key]: " in f"\n{ended.stdout}"


def test_the_last_good_site_stays(tmp_path: Path) -> None:
    root = written(tmp_path, FINE)
    assert run(root, "build").returncode == 0
    good = (root / "site/data/site.json").read_bytes()
    (root / Q1 / "a/x.md").write_text("---\ntitle: Other\nwy: x\n---\n")
    assert run(root, "build").returncode == 1
    assert (root / "site/data/site.json").read_bytes() == good


def test_check_publishes_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, FINE)
    assert run(root, "check").returncode == 0
    assert sorted(path.name for path in root.iterdir()) == ["content"]


def test_a_finding_is_a_line_an_excerpt_with_the_place_underlined_and_help() -> None:
    text = as_text(
        checked({f"{Q1}/a/x.md": objective("why: See [[nothign]].")} | {f"{Q1}/b/nothing.md": objective()}).findings
    )
    lines = text.splitlines()
    assert re.fullmatch(rf"{Q1}/a/x\.md:3:\d+: error\[ref-broken\]: .*nothign.*\.", lines[0])
    assert lines[1] == "  3 | why: See [[nothign]]."
    assert re.fullmatch(r"    \| +\^+", lines[2])
    assert lines[3].startswith("  help: ")
    assert "nothing" in lines[3]
    assert len(lines) == 4


COLONS = {
    "why: a: b: c": '"',
    "why: he said: this": ">",
}


@pytest.mark.parametrize("keys", COLONS)
def test_for_a_colon_in_a_plain_text_the_help_is_quotes_or_a_longer_text(keys: str) -> None:
    (finding,) = checked({f"{Q1}/a/x.md": objective(keys)}).findings
    assert finding.rule == "syntax"
    assert '"' in finding.help
    assert ">" in finding.help


def test_findings_are_sorted_by_path_and_line() -> None:
    made = checked({
        f"{Q1}/b/x.md": objective("wy: x\nsupports: nothing\ntags: no"),
        f"{Q1}/a/x.md": objective("supports: nothing\nwy: x"),
        "content/notes.md": "x",
        "okrsite.yaml": "titel: x",
        "content/pages/p.md": "[[a]]\n\n[[b]] [[c]]\n",
    })  # fmt: skip
    places = [(each.span.path, each.span.line, each.span.column) for each in made.findings]
    assert places == sorted(places)
    assert len(places) == 10


def test_as_json_each_has_its_parts(tmp_path: Path) -> None:
    ended = run(written(tmp_path, {**WRONG, "content/notes.md": "x"}), "check", "--format", "json")
    whole = json.loads(ended.stdout)
    assert ended.returncode == 1
    assert [
        (each["rule"], each["level"], each["path"], each["line"], each["column"])
        for each in whole["findings"]
        if each["rule"] in {"misplaced", "unknown-key"}
    ] == [
        ("misplaced", "warning", "content/notes.md", 1, 1),
        ("unknown-key", "error", f"{Q1}/a/x.md", 3, 1),
    ]


def test_the_date_comes_from_the_command_line_the_environment_the_configuration(tmp_path: Path) -> None:
    root = written(tmp_path, {**FINE, "okrsite.yaml": "as_of: 2026-03-04"})

    def day(*words: str, **environment: str) -> str:
        assert run(root, "build", *words, **environment).returncode == 0
        return str(json.loads((root / "site/data/site.json").read_text())["as_of"])

    assert day() == "2026-03-04"
    assert day(SOURCE_DATE_EPOCH="1767225600") == "2026-01-01"
    assert day("--as-of", "2026-05-06", SOURCE_DATE_EPOCH="1767225600") == "2026-05-06"
    assert run(root, "check", SOURCE_DATE_EPOCH="soon").returncode == 2


@pytest.mark.parametrize("rule", sorted(ERRORS))
def test_an_error_can_neither_be_set_lower_nor_accepted(rule: str) -> None:
    for level in ("off", "note", "warning"):
        expect_marked({**FINE, "okrsite.yaml": f"checks: {{⟦wrong-type⟧{rule}: {level}}}"})
    expect_marked({f"{Q1}/a/x.md": objective(f"allow: {{⟦wrong-type⟧{rule}: because}}")})


@pytest.mark.parametrize("rule", sorted(set(LEVELS) - ERRORS))
def test_an_opinion_can_be_set_and_accepted(rule: str) -> None:
    expect_marked(
        {f"{Q1}/a/x.md": objective(f"allow: {{{rule}: because}}"), "okrsite.yaml": f"checks: {{{rule}: off}}"}
    )


FUTURE = "key_results: [{{title: A, target: 3, readings: [{{date: {}2026-02-11, value: 2}}]}}]\nallow: {}"


def test_what_is_accepted_at_an_objective_is_not_listed_and_its_reason_is_shown() -> None:
    today: dict[str, Any] = {"as_of": None, "epoch": "1770681600"}
    expect_marked({f"{Q1}/a/x.md": objective(FUTURE.format("⟦warning:future-reading⟧", "{}"))}, **today)
    files: Files = {f"{Q1}/a/x.md": objective(FUTURE.format("", "{future-reading: We know that one already}"))}
    expect_marked(files, **today)
    assert "We know that one already" in built(files, **today).text("objectives/2026-Q1/a/x.html")
    others = {**files, f"{Q1}/a/y.md": objective(FUTURE.format("⟦warning:future-reading⟧", "{no-why: x}"))}
    expect_marked(others, **today)


def test_with_a_wished_date_later_readings_are_simply_not_there_yet() -> None:
    expect_marked({f"{Q1}/a/x.md": objective(FUTURE.format("", "{}"))}, as_of="2026-02-10")


def test_every_rule_of_the_table_explains_itself(tmp_path: Path) -> None:
    listed = run(tmp_path, "explain").stdout
    for rule in ERRORS:
        assert re.search(rf"^{rule} ", listed, re.MULTILINE), rule
    assert found(checked(FINE)) == []
