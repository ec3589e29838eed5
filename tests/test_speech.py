from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from markupsafe import Markup

from okrsite.speech import Speech, Words, speaks, tags_of

WORDS: Words = {
    "between": "{start} to {end}",
    "objectives": {"one": "{Count} objective", "other": "{Count} objectives"},
    "by": "by {who}",
    "number_1": "one",
    "number_2": "two",
}
english = Speech("en", WORDS)


@pytest.mark.parametrize(
    ("language", "value", "unit", "shown"),
    [
        ("en", "34", "%", "34%"),
        ("de", "34.5", "%", "34,5\u00a0%"),
        ("en", "1204.50", None, "1,204.5"),
        ("de", "1204.5", None, "1.204,5"),
        ("en", "51", "min", "51\u00a0min"),
        ("en", "6.4", "per 1,000 days", "6.4\u00a0per 1,000 days"),
        ("en", "1200", "€", "€1,200"),
        ("de", "12.5", "€", "12,50\u00a0€"),
        ("en", "12", "USD", "USD\u00a012"),
        ("en", "-3", "%", "-3%"),
        ("en", "0.123456789012345678901234567890", None, "0.12345678901234567890123456789"),
    ],
)
def test_a_quantity_is_written_as_its_language_does(language: str, value: str, unit: str | None, shown: str) -> None:
    assert Speech(language, WORDS).quantity(Decimal(value), unit) == shown


def test_a_day_is_written_as_its_language_does() -> None:
    day = date(2025, 10, 24)
    assert english.day(day) == "24 Oct"
    assert english.date(day) == "24 Oct 2025"
    assert english.long_date(day) == "24 October 2025"
    assert Speech("de", WORDS).day(day) == "24. Okt."
    assert Speech("zh-Hans", WORDS).day(day) == "10月24日"
    assert Speech("en-US", WORDS).day(day) == "Oct 24"


def test_a_span_of_days_says_its_year_once() -> None:
    assert english.between(date(2025, 10, 1), date(2025, 12, 12)) == "1 Oct to 12 Dec 2025"
    assert english.between(date(2025, 12, 1), date(2026, 1, 12)) == "1 Dec 2025 to 12 Jan 2026"


def test_small_numbers_are_words_and_plurals_follow_the_language() -> None:
    assert english.say("objectives", n=1) == "One objective"
    assert english.say("objectives", n=2) == "Two objectives"
    assert english.say("objectives", n=1200) == "1,200 objectives"


def test_what_is_filled_in_is_escaped_unless_it_is_markup() -> None:
    assert english.say("by", who="<b>") == Markup("by &lt;b&gt;")
    assert english.say("by", who=Markup("<b>x</b>")) == Markup("by <b>x</b>")
    assert english.listing(["<a>", Markup("<i>b</i>"), "c"]) == Markup("&lt;a&gt;, <i>b</i> and c")


def test_the_same_words_as_plain_text_hold_no_markup() -> None:
    assert english.plain("by", who="<b> & Co") == "by <b> & Co"
    assert english.plain("by", who=Markup("a &amp; b")) == "by a & b"
    assert english.plain("objectives", n=2) == "Two objectives"


def test_scores_and_shares_are_rounded_once() -> None:
    assert english.score(Fraction(2, 3)) == "0.67"
    assert english.score(Decimal("0.7")) == "0.7"
    assert english.share(Fraction(23, 36)) == "64%"


def test_direction_follows_the_language() -> None:
    assert Speech("ar", WORDS).direction == "rtl"
    assert english.direction == "ltr"


def test_a_language_without_a_locale_is_known_as_such() -> None:
    assert speaks("de-AT")
    assert not speaks("xx")
    assert not speaks("no such language")


SEVEN = [
    ("en", "1 Sept", "24 Oct 2025", "24 October 2025", "a, b and c"),
    ("de", "1. Sept.", "24. Okt. 2025", "24. Oktober 2025", "a, b und c"),
    ("fr", "1er sept.", "24 oct. 2025", "24 octobre 2025", "a, b et c"),
    ("es", "1 sept", "24 oct 2025", "24 de octubre de 2025", "a, b y c"),
    ("zh-Hans", "9月1日", "2025年10月24日", "2025年10月24日", "a、b和c"),
    ("ja", "9月1日", "2025年10月24日", "2025年10月24日", "a、b、c"),
]


@pytest.mark.parametrize(("language", "first", "dated", "long", "listed"), SEVEN)
def test_days_and_lists_in_each_language(language: str, first: str, dated: str, long: str, listed: str) -> None:
    speech = Speech(language, WORDS)
    assert speech.day(date(2025, 9, 1)) == first
    assert speech.date(date(2025, 10, 24)) == dated
    assert speech.long_date(date(2025, 10, 24)) == long
    assert speech.listing(["a", "b", "c"]) == listed


def test_arabic_names_its_months_and_keeps_the_digits_that_people_type() -> None:
    for language in ("ar", "ar-EG"):
        assert Speech(language, WORDS).day(date(2025, 10, 24)) == "24 أكتوبر"
        assert "34" in Speech(language, WORDS).quantity(Decimal(34), "%")


@pytest.mark.parametrize(
    ("language", "percent", "thousands", "euros"),
    [
        ("en", "34%", "1,204.5", "€1,200"),
        ("de", "34\u00a0%", "1.204,5", "1.200\u00a0€"),
        ("fr", "34\u00a0%", "1\u202f204,5", "1\u202f200\u00a0€"),
        ("es", "34\u00a0%", "1.204,5", "1.200\u00a0€"),
        ("zh-Hans", "34%", "1,204.5", "€1,200"),
        ("ja", "34%", "1,204.5", "€1,200"),
    ],
)
def test_quantities_in_each_language(language: str, percent: str, thousands: str, euros: str) -> None:
    speech = Speech(language, WORDS)
    assert speech.quantity(Decimal(34), "%") == percent
    assert speech.number(Decimal("1204.5")) == thousands
    assert speech.quantity(Decimal(1200), "€") == euros


def test_whole_numbers_in_a_sentence_are_written_as_the_language_does() -> None:
    assert Speech("de", {"week": "Woche {n} von {weeks}"}).say("week", n=3, weeks=1200) == "Woche 3 von 1.200"


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("de-AT", ("de", "de-Latn", "de-Latn-AT", "de-AT")),
        ("zh", ("zh", "zh-Hans")),
        ("zh-CN", ("zh", "zh-Hans", "zh-Hans-CN", "zh-CN")),
        ("zh-TW", ("zh", "zh-Hant", "zh-Hant-TW", "zh-TW")),
        ("ZH_hans", ("zh", "zh-Hans")),
        ("de-CH-1996", ("de", "de-Latn", "de-Latn-CH", "de-CH", "de-CH-1996")),
    ],
)
def test_a_language_speaks_with_the_words_of_its_script_and_of_no_other(language: str, tags: tuple[str, ...]) -> None:
    assert tags_of(language) == tags


def test_words_that_are_borrowed_take_the_plural_of_english() -> None:
    forms = {"one": "{n} objective", "other": "{n} objectives"}
    korean = Speech("ko", {"count": forms}, frozenset({"count"}))
    assert [korean.say("count", n=n) for n in (1, 2)] == ["1 objective", "2 objectives"]
    assert Speech("ko", {"count": forms}).say("count", n=1) == "1 objectives"
