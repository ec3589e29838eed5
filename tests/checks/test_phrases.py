"""Phrases are found by what stands around them, whatever else stands elsewhere in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.checks.reading import Phrases

PHRASES = (
    "bonus|bonuses … goal|goals",
    "co-worker~ of the month",
    "née|né le <day>",
    "strau* of",
    "top performer~ prize",
)
WORDS = ("bonus", "Goals", "co‑worker", "of", "OF", "the", "month", "NÉ", "ne", "le", "3 mai", "Straße", "top", "Prize")
MARKS = (" ", " ", " ", "  ", ", ", ". ", "! ", "\n", "\n\n", ".", "’", "_", "ſ", " and a ")
PIECES = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=14)


@given(PIECES)
@settings(max_examples=400, deadline=None)
def test_chinese_in_another_paragraph_changes_nothing(pieces: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, pieces))
    phrases = Phrases(PHRASES)
    assert set(phrases.all(text)) == set(phrases.all(f"{text}\n\n汉。")) == set(phrases.all(f"{text}\n\n。"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bonus for each goal", "bonus for each goal"),
        ("A bonus. For each goal", None),
        ("汉bonus for each goal汉", "bonus for each goal"),
        ("A bonus。For each goal", None),
        ("Abonus for each goal", None),
    ],
)
def test_chinese_bounds_words_and_its_marks_end_sentences(text: str, words: str | None) -> None:
    hit = Phrases(PHRASES).find(text)
    assert (hit and hit.words) == words
