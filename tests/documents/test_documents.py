"""What a document knows of its file."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrsite.diagnostics import Span
from okrsite.documents import KEY, Document, document_of
from okrsite.sources import Kind, Place, Source

Reader = Callable[..., Any]

WALK = """\
---
title: Everyone walks again
why: We were taught to keep people in bed.
supports:
  - to: strong-at-home
    because: Strength [[lost-in-bed]] is the harm we do, and
      [[lost-in-bed|again]] it is.
  - mission
tags: [recovery, 2026]
key_results:
  - title: Out of bed
    id: out-of-bed
    start: 34
    target: 70
    unit: "%"
    readings: {2026-09-12: 36, "2026-09-26": {value: 44%, confidence: 7}}
  - title: Wards with a plan
    milestones: [{title: Surgical wards, done: 2026-09-20}, {title: Medical wards}]
check_ins:
  - date: 2026-10-24
    readings: {out-of-bed: 57, wards-with-a-plan: [Medical wards], one-number: true}
    learned: Lunch helps.
---
Anything *else*.

See [[nothing]].
"""


def test_everything_written_is_there(read: Reader) -> None:
    objective = read(WALK).record
    assert [(each.to, each.line, each.at) for each in objective.supports] == [
        ("strong-at-home", 5, ("supports", 0)),
        ("mission", 8, ("supports", 1)),
    ]
    assert objective.tags == ("recovery", "2026")
    first, second = objective.key_results
    assert (first.line, first.at, first.start.value, first.unit) == (11, ("key_results", 0), Decimal(34), "%")
    assert [(each.date, each.value.value, each.value.unit, each.confidence, each.line) for each in first.readings] == [
        (date(2026, 9, 12), Decimal(36), None, None, 16),
        (date(2026, 9, 26), Decimal(44), "%", 7, 16),
    ]
    assert [(each.title, each.done) for each in second.milestones] == [
        ("Surgical wards", date(2026, 9, 20)),
        ("Medical wards", None),
    ]
    readings = objective.check_ins[0].readings
    assert readings["out-of-bed"].value.value == Decimal(57)
    assert (readings["wards-with-a-plan"].value, readings["one-number"].value) == (("Medical wards",), True)
    assert (readings["out-of-bed"].line, readings["out-of-bed"].at) == (21, ("check_ins", 0, "readings", "out-of-bed"))
    assert objective.check_ins[0].learned.html == "Lunch helps."


@pytest.mark.parametrize(
    ("keys", "line", "column", "underlined"),
    [
        (("title",), 2, 8, "Everyone walks again"),
        (("title", KEY), 2, 1, "title"),
        ((), 2, 1, "title"),
        (("supports", 1), 8, 5, "mission"),
        (("supports", 1, "to"), 8, 5, "mission"),
        (("supports", 0), 5, 5, "to"),
        (("supports", 0, "nothing"), 5, 5, "to"),
        (("supports", KEY), 4, 1, "supports"),
        (("tags", 1), 9, 18, "2026"),
        (("key_results", 0, "unit"), 15, 11, '"%"'),
        (("key_results", 0, "readings", 0), 16, 28, "36"),
        (("key_results", 0, "readings", 0, "date"), 16, 16, "2026-09-12"),
        (("key_results", 0, "readings", 0, "value"), 16, 28, "36"),
        (("key_results", 0, "readings", 1, "date"), 16, 32, '"2026-09-26"'),
        (("key_results", 0, "readings", 1, "value"), 16, 54, "44%"),
        (("key_results", 0, "readings", "2026-09-12"), 16, 28, "36"),
        (("key_results", 1, "milestones", 1, "title"), 18, 69, "Medical wards"),
        (("check_ins", 0, "readings", "out-of-bed", KEY), 21, 16, "out-of-bed"),
    ],
)
def test_every_key_and_value_is_found_again(
    read: Reader, keys: tuple[str | int, ...], line: int, column: int, underlined: str
) -> None:
    span = read(WALK).span(keys)
    assert (span.line, span.column, span.excerpt[span.column - 1 :][: span.length]) == (line, column, underlined)


def test_a_text_is_found_within_a_value_on_any_of_its_lines(read: Reader) -> None:
    document = read(WALK)
    first = document.span(("supports", 0, "because"), "lost-in-bed")
    second = document.span(("supports", 0, "because"), "lost-in-bed", 1)
    assert ((first.line, first.column), (second.line, second.column)) == ((6, 25), (7, 9))
    assert document.span(("supports", 0, "because"), "and [[lost").line == 6
    assert document.span(("supports", 0, "because"), "nowhere").column == 14


def test_a_place_in_the_text_below_is_found_in_the_file(read: Reader) -> None:
    document = read(WALK)
    link = document.body.links[0]
    assert document.body_span(link.line, link.column, link.length) == Span(
        "content/walk.md", 26, 7, 7, "See [[nothing]]."
    )


def test_a_document_travels_between_processes(read: Reader) -> None:
    document = read(WALK)
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes


def test_the_same_file_with_marks_of_windows_says_the_same(read: Reader) -> None:
    windows = read(b"\xef\xbb\xbf" + WALK.replace("\n", "\r\n").encode())
    assert windows == read(WALK)


def test_a_page_needs_no_front_matter() -> None:
    document = document_of(Source("content/pages/a.md", "/a.md", Place(Kind.PAGE, "a")), b"# Hello\n\n---\n\nYou.\n")
    assert document.findings == ()
    assert document.body
    assert document.body_span(5, 1, 3).excerpt == "You."


def test_without_front_matter_the_way_to_begin_is_told() -> None:
    document = document_of(Source("content/a.md", "/a.md", Place(Kind.OBJECTIVE, "a")), b"Walk more\n")
    assert [(each.rule, each.span.line) for each in document.findings] == [("missing-key", 1)]
    assert "three hyphens" in document.findings[0].help


def test_front_matter_that_never_ends_is_told_where_it_begins(read: Reader) -> None:
    document = read("---\ntitle: a\n\nText\n")
    assert [(each.rule, each.span.line, each.span.column) for each in document.findings] == [("syntax", 1, 1)]


@pytest.mark.parametrize(
    "text", ["---\ntitle: a\n---", "---  \ntitle: a\n---  \n", "---\ntitle: a\n---\n----\n", "---\ntitle: a\n---\n\n\n"]
)
def test_the_lines_of_hyphens(read: Reader, text: str) -> None:
    assert read(text).findings == ()


def test_a_line_of_hyphens_below_is_a_line_across(read: Reader) -> None:
    document = read("---\ntitle: a\n---\nb\n\n---\n\nc\n")
    assert document.findings == ()
    assert "<hr" in document.body.html


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfet\x00",
        b"---\ntitle: \xdf\n---\n",
        b"---\ntitle: a: b\n---\n",
        b'---\ntitle: "\\ud800"\n---\n',
        b"---\n- a\n---\n",
        b"---\njust words\n---\n",
        b"---\ntitle: a\x00\n---\n",
        b"---\ntitle: [" + b"[" * 100_000 + b"\n---\n",
        b"---\ntitle: a\n---\n" + b"\x00",
    ],
)
def test_what_cannot_be_read_still_has_its_name(read: Reader, content: bytes) -> None:
    document = read(content)
    assert document.damaged
    assert document.source.place.name == "walk"
    assert len(document.findings) == 1
    assert document.findings[0].rule in {"syntax", "wrong-type"}


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"---\n---\n",
        b"---\n",
        b"\x00",
        b"a: b",
        b"- a",
        b"[]",
        b"{}",
        b"''",
        b"---\n[]\n---\n",
        b"---\na\n---\n",
    ],
)
def test_no_kind_of_file_trips_over_nothing(kind: Kind, content: bytes) -> None:
    if kind is not Kind.STATIC:
        document = document_of(Source("content/x", "/x", Place(kind, "x")), content)
        assert isinstance(document, Document)
        assert document.record is not None or document.findings


def test_ten_thousand_faults_of_one_file_are_all_found(read: Reader) -> None:
    document = read("title: a\n" + "".join(f"key_{number}: b\n" for number in range(10_000)))
    assert [each.span.line for each in document.findings] == list(range(3, 10_003))


def test_what_was_wrong_is_marked_where_it_is_missing(read: Reader) -> None:
    document = read("title: a\nkey_results:\n  - title: b\n    target: x\n    traget: 3\n  - start: 4\nwy: c\n")
    objective = document.record
    assert "why" in objective.pruned
    assert "target" in objective.key_results[0].pruned
    assert objective.key_results[1].title is None


def test_an_entry_without_what_it_needs_is_left_out_and_its_list_marked(read: Reader) -> None:
    objective = read("title: a\ncheck_ins:\n  - learned: b\n  - date: 2026-01-01\n").record
    assert [(each.date, each.at) for each in objective.check_ins] == [(date(2026, 1, 1), ("check_ins", 1))]
    assert objective.pruned == {"check_ins"}


def test_a_check_in_of_a_list_knows_its_place(read: Reader) -> None:
    record = read("- objective: a\n  date: 2026-01-01\n- objective: b\n  date: 2026-01-02\n", Kind.CHECK_INS).record
    assert [(each.objective, each.line, each.at) for each in record.check_ins] == [("a", 1, (0,)), ("b", 3, (1,))]


def test_an_objective_of_a_list_has_a_text_of_its_own(read: Reader) -> None:
    record = read("objectives:\n  - title: a\n    text: |\n      One.\n\n      Two.\n", Kind.TEAM_OBJECTIVES).record
    assert record.objectives[0].text.html.count("<p>") == 2


def test_numbers_in_strings_are_written_as_the_language_does(read: Reader) -> None:
    text = 'title: a\nkey_results: [{title: b, start: "1,204", target: "1.204,5"}]\n'
    start, target = (
        read(text, language="de").record.key_results[0].start,
        read(text, language="de").record.key_results[0].target,
    )
    assert (start.value, target.value) == (Decimal("1.204"), Decimal("1204.5"))
