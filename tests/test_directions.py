"""Names and figures that run the other way stay whole in a sentence."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from okrsite.directions import seen
from okrsite.speech import Speech

WORDS = {"looking": "{cycle}، نظرة", "back": "{cycle}, looking back", "from": "من {start} إلى {now}"}
ARABIC, ENGLISH = Speech("ar", WORDS), Speech("en", WORDS)


def test_a_latin_name_in_an_arabic_sentence_is_set_apart() -> None:
    assert ARABIC.plain("looking", cycle="2025-Q4") == "\u20682025-Q4\u2069، نظرة"
    assert ARABIC.say("looking", cycle="2025-Q4") == Markup("\u20682025-Q4\u2069، نظرة")


def test_an_arabic_name_in_an_english_sentence_is_set_apart() -> None:
    assert ENGLISH.plain("back", cycle="خريف 2025") == "\u2068خريف 2025\u2069, looking back"


def test_what_runs_with_the_sentence_stays_as_it_is() -> None:
    assert ARABIC.plain("looking", cycle="خريف 2025") == "خريف 2025، نظرة"
    assert ENGLISH.plain("back", cycle="Été 2025") == "Été 2025, looking back"


def test_a_sign_or_a_unit_keeps_its_side_of_a_number() -> None:
    said = ARABIC.plain("from", start=ARABIC.quantity(Decimal(-3), "%"), now=ARABIC.quantity(Decimal(34), "min"))
    assert said == "من \u2068-3%\u2069 إلى \u206834\u00a0min\u2069"
    assert seen(said) == "من -3% إلى 34\u00a0min"


def test_bare_numbers_and_other_languages_have_no_marks() -> None:
    assert ARABIC.number(Decimal("1200.5")) == "1,200.5"
    assert ENGLISH.quantity(Decimal(-3), "%") == "-3%"


def test_what_is_filled_in_is_escaped_before_it_is_set_apart() -> None:
    assert ARABIC.say("looking", cycle="<b>") == "\u2068&lt;b&gt;\u2069، نظرة"


def test_items_of_a_list_are_set_apart_each() -> None:
    assert ARABIC.listing(["Ward", "مختبر"]) == "\u2068Ward\u2069 ومختبر"
