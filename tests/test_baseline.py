"""What a first run found and was accepted, told apart from what is new."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrsite.diagnostics import Finding, Level, Span, error
from okrsite.reports.baseline import Baseline, baseline_of, read, said, weighed, written
from okrsite.reports.report import Known

NO_WHY = Finding("no-why", Level.WARNING, Span("content/okrs/2026-Q1/wards/walk.md", 2, 1, 5, "title: Walk"), "No why.")
NO_TYPE = replace(NO_WHY, rule="no-type", level=Level.NOTE)
BROKEN = error("ref-broken", NO_WHY.span, "Nothing is called so.")


def later(finding: Finding, lines: int = 30) -> Finding:
    return replace(finding, span=replace(finding.span, line=finding.span.line + lines))


def again(baseline: Baseline) -> Baseline:
    found = read(written(baseline).encode())
    assert isinstance(found, Counter), found
    return found


def test_a_baseline_is_a_line_a_finding_in_order() -> None:
    assert written(baseline_of([NO_WHY, BROKEN, NO_TYPE])) == (
        '{\n  "okrsite": "baseline",\n  "schema": 1,\n  "accepted": [\n'
        '    {"path": "content/okrs/2026-Q1/wards/walk.md", "rule": "no-type", "text": "title: Walk"},\n'
        '    {"path": "content/okrs/2026-Q1/wards/walk.md", "rule": "no-why", "text": "title: Walk"}\n'
        "  ]\n}\n"
    )
    assert json.loads(written(baseline_of([])))["accepted"] == []


def test_what_was_accepted_is_not_told_again_though_lines_have_moved() -> None:
    accepted = again(baseline_of([NO_WHY, NO_TYPE]))
    found = weighed([later(NO_WHY), later(NO_TYPE)], accepted)
    assert (found.findings, found.known) == ([], Known(accepted=2, gone=0))


def test_one_more_of_the_same_is_new() -> None:
    found = weighed([NO_WHY, later(NO_WHY)], again(baseline_of([NO_WHY])))
    assert (found.findings, found.known) == ([later(NO_WHY)], Known(accepted=1, gone=0))


def test_what_no_longer_occurs_is_counted() -> None:
    assert weighed([NO_WHY], baseline_of([NO_WHY, NO_TYPE, later(NO_TYPE)])).known == Known(accepted=1, gone=2)


def test_an_error_is_never_accepted() -> None:
    assert baseline_of([BROKEN]) == Baseline()
    weightier = replace(NO_WHY, level=Level.ERROR)
    found = weighed([weightier], baseline_of([NO_WHY]))
    assert (found.findings, found.known) == ([weightier], Known(accepted=0, gone=0))


FAULTY = {
    b"": "it is not JSON",
    b"\xff\xfe\x00": "it is not JSON",
    b"[" * 100_000: "it is not JSON",
    b"[]": "it is no baseline that okrsite wrote",
    b'{"accepted": []}': "it is no baseline that okrsite wrote",
    b'{"okrsite": "baseline", "schema": 2}': "it was written by another version of okrsite",
    b'{"okrsite": "baseline", "schema": 1}': "its list `accepted` is missing",
    b'{"okrsite": "baseline", "schema": 1, "accepted": [{"path": "a", "rule": "b"}]}': "entry 1 should have",
    b'{"okrsite": "baseline", "schema": 1, "accepted": [{"path": 1, "rule": "b", "text": ""}]}': "entry 1 should have",
    b'{"okrsite": "baseline", "schema": 1, "accepted": [7]}': "entry 1 should have",
}


@pytest.mark.parametrize("data", FAULTY, ids=range(len(FAULTY)))
def test_a_baseline_that_cannot_be_read_says_why(data: bytes) -> None:
    found = read(data)
    assert isinstance(found, str)
    assert found.startswith(FAULTY[data])


def test_what_it_knew_is_said_in_sentences_and_nothing_where_it_knew_nothing() -> None:
    assert said(Known(0, 0), "b.json") == []
    assert said(Known(1, 1), "b.json") == [
        "1 finding is accepted by b.json.",
        "1 finding that it accepts is gone: write it anew with --write-baseline b.json.",
    ]
    assert said(Known(3, 2), "b.json") == [
        "3 findings are accepted by b.json.",
        "2 findings that it accepts are gone: write it anew with --write-baseline b.json.",
    ]


findings = some.lists(
    some.builds(
        Finding,
        rule=some.sampled_from(["no-why", "no-type"]),
        level=some.sampled_from([Level.WARNING, Level.NOTE]),
        span=some.builds(Span, path=some.text(max_size=3), line=some.integers(1, 5), excerpt=some.text(max_size=5)),
        message=some.just("x"),
    ),
    max_size=8,
)


@given(findings, findings)
def test_every_finding_is_new_or_accepted_and_every_entry_accepts_one_or_is_gone(
    before: list[Finding], now: list[Finding]
) -> None:
    found = weighed(now, again(baseline_of(before)))
    assert len(found.findings) + found.known.accepted == len(now)
    assert found.known.accepted + found.known.gone == len(before)


@given(findings)
def test_a_run_accepts_itself_whatever_stands_in_it(found: list[Finding]) -> None:
    assert weighed(found, again(baseline_of(found))).findings == []
