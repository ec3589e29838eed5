"""What is left out to be quick changes nothing: the same HTML as with every step of the library."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given

from okrsite.prose.dialect import Dialect, one_line, whole_text
from okrsite.prose.marks import mark
from okrsite.prose.sparing import SIGNS
from okrsite.prose.weight import TooHeavyError
from tests.prose.test_whatever_is_written import LAW, TEXTS


def html(dialect: Dialect, text: str) -> str:
    try:
        return dialect.html(text)
    except TooHeavyError as refusal:
        return refusal.matter


@LAW
@given(TEXTS)
@example(
    "Words.\n\nMore words\nand more: 3 - 2 = 1 + 0.\n\n| a | b |\n|---|---|\n| c | **d** |\n\nA [[wards/x]] & `code`."
)
@example("Head\n===\n\nwords | no table\n\n1. one\n\n   words\n\nterm\n:   what\n\nwords  \nbroken")
@example("```\n**code**\n```\n\n<div>\n\nwords\n\n</div>\n\n[^1]: note\n\nwords[^1]\n\n٣. no list")
def test_a_text_reads_as_with_every_step(text: str) -> None:
    marked = mark(text).text
    assert html(whole_text(), marked) == html(whole_text(sparing=False), marked)


@LAW
@given(TEXTS)
@example("words  \nbroken **so**")
def test_a_line_reads_as_with_every_step(text: str) -> None:
    marked = mark(text).text
    assert html(one_line(), marked) == html(one_line(sparing=False), marked)


@pytest.mark.parametrize("make", [whole_text, one_line])
def test_everything_that_is_looked_for_within_a_paragraph_has_its_signs(make: Callable[[], Dialect]) -> None:
    md = make().md
    assert len(md.inlinePatterns) == sum(name in md.inlinePatterns for name in SIGNS)
    assert "okr-set-aside" in md.treeprocessors
