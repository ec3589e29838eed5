from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.written import Refusal, identifier, slug, wrong_with_id
from okrsite.written.tree import scalar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients out of bed and dressed by noon", "patients-out-of-bed-and-dressed-by-noon"),
        ("  What? “Why” — how!  ", "what-why-how"),
        ("Zürich", "zürich"),
        ("Zu\u0308rich", "zürich"),
        ("想读的书一周内到手", "想读的书一周内到手"),
        ("Ⅷ ² ½", ""),
        ("a_b.c", "a-b-c"),
        ("CON", "con-"),
        ("nul", "nul-"),
        ("?!", ""),
    ],
)
def test_a_slug_keeps_letters_marks_and_digits(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_is_cut_at_its_last_hyphen_or_else_after_a_hundred() -> None:
    assert slug("word " * 40) == "-".join(["word"] * 20)
    assert slug("w" * 150) == "w" * 100


@given(st.text())
def test_a_slug_is_an_id_or_empty_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert not made or made == "index" or wrong_with_id(made) is None
    assert slug(made) in {made, made.rstrip("-")} or made.endswith("-")
    assert normalize("NFC", made) == made


@pytest.mark.parametrize("name", ["walk-again", "2026", "v1.2_b", "ωδή", "名前", "ليلى-حداد", "é"])
def test_an_id_is_of_any_script(name: str) -> None:
    assert identifier(scalar(name, plain=True)) == name


def test_an_id_is_brought_to_nfc() -> None:
    assert identifier(scalar("Zu\u0308rich", plain=True)) == "Zürich"


@pytest.mark.parametrize(
    "name",
    [
        "walk again",
        "a/b",
        "..",
        ".hidden",
        "a\\b",
        "index",
        "Index",
        "con",
        "CON.x",
        "nul",
        "com1",
        "lpt9.a",
        "x" * 101,
        "a:b",
        "a#b",
        "a²",
        "é!",
        "end.",
    ],
)
def test_what_is_no_id(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        identifier(scalar(name, plain=False))
    assert refusal.value.type == "bad-id"


def test_a_date_is_no_id_until_it_is_quoted() -> None:
    with pytest.raises(Refusal) as refusal:
        identifier(scalar("2024-01-01", plain=True, line=1))
    assert refusal.value.type == "wrong-type"
    assert identifier(scalar("2024-01-01", plain=False)) == "2024-01-01"
