"""The catalogues that come with okrsite: each is whole, says what English says, in the forms and marks of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from okrsite.speech import Words
from okrsite.theme import default_folder
from okrsite.theme.catalogue import read_catalogue

LANGUAGES = ("ar", "de", "es", "fr", "ja", "zh-Hans")
FOLDER = default_folder() / "words"
COUNTED = {"n", "count", "Count"}
FORMS = {"ar": 6, "de": 2, "es": 3, "fr": 3, "ja": 1, "zh-Hans": 1}

SAME_EVERYWHERE = {"comma", "colon", "semicolon", "between"}
"""Marks, which languages may share."""
SAME_BY_RIGHT = {
    "de": {
        "mission",  # the word of the field, as in `mission:`
        "menu.teams",
        "teams.title",
        "team.sheet",
        "find.group.team",
        "filter.team",  # Team is a German word
        "check_in.heading",
        "news.check_in.unsigned",  # so is Check-in
    },
    "fr": {
        "mission",
        "number_6",  # six
        "menu.cycles",
        "foot.cycles",
        "cycles.title",
        "fact.cycle",
        "find.group.cycle",
        "changes.cycle",  # cycle is a French word
        "find.group.page",
        "block.source",
        "screen.hold",
    },
    "es": set[str](),
    "ja": set[str](),
    "zh-Hans": set[str](),
    "ar": set[str](),
}
NAMES = re.compile(r"`[^`]*`|content/okrs/|2026-Q1|(?<![A-Za-z])(?:Esc(?:ape)?|okrsite|OKR)(?![A-Za-z])")
"""What stays as it is in every language: what is typed, keys, names."""


@lru_cache(maxsize=8)
def catalogue(language: str) -> Words:
    """Read a catalogue that has no fault."""
    known = catalogue("en") if language != "en" else {}
    path = FOLDER / f"{language}.yaml"
    words, findings = read_catalogue(str(path), path.read_bytes(), known)
    assert findings == []
    return words


def texts(said: object) -> Iterable[str]:
    return said.values() if isinstance(said, dict) else [str(said)]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def without_places(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def both(language: str) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    """Give the words that a language and English have."""
    return ((key, said) for key, said in catalogue(language).items() if key in catalogue("en"))


def every_text(language: str) -> Iterator[tuple[str, str]]:
    for key, said in catalogue(language).items():
        for text in texts(said):
            yield key, text


def sections(path: Path) -> list[str]:
    """Give the order of a file: its sections and keys."""
    return re.findall(r"^(?:# --- .* ---|[\w.-]+(?=:))", path.read_text(), re.MULTILINE)


def test_there_are_seven_languages() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(("en", *LANGUAGES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_no_other(language: str) -> None:
    assert set(catalogue(language)) == set(catalogue("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_what_english_fills_in(language: str) -> None:
    english = catalogue("en")
    for key, said in both(language):
        wanted = set().union(*map(places, texts(english[key]))) - COUNTED
        for text in texts(said):
            assert places(text) - COUNTED == wanted, f"{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    forms = {*Locale.parse(language, sep="-").plural_form.tags, "other"}
    assert len(forms) == FORMS[language]
    english = catalogue("en")
    for key, said in both(language):
        if isinstance(said, dict):
            assert set(said) == forms, key
        elif len(forms) > 1:
            assert isinstance(english[key], str), f"{key} has no plural forms"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_left_in_english(language: str) -> None:
    english = catalogue("en")
    for key, said in both(language):
        same = [
            text
            for text in texts(said)
            if text in texts(english[key]) and re.search("[A-Za-z]{2}", without_places(text))
        ]
        assert not same or key in SAME_EVERYWHERE | SAME_BY_RIGHT[language], f"{key}: {same}"


@pytest.mark.parametrize("language", ["ar", "ja", "zh-Hans"])
def test_another_script_holds_no_latin_words(language: str) -> None:
    for key, text in every_text(language):
        assert not re.findall("[A-Za-z]{2,}", NAMES.sub("", without_places(text))), f"{key}: {text}"


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_no_sentence_is_half_english(language: str) -> None:
    known = {run for key, text in every_text("en") for run in runs(text)}
    for key, text in every_text(language):
        assert not set(runs(text)) & known, f"{key}: {text}"


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Give each three words that follow each other."""
    words = re.findall(r"[^\W\d_]+", NAMES.sub("", without_places(text)).lower())
    return zip(words, words[1:], words[2:], strict=False)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_small_numbers_have_words(language: str) -> None:
    assert all(catalogue(language).get(f"number_{n}") for n in range(13))


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_quotes_and_apostrophes_are_printers_ones(language: str) -> None:
    for key, text in every_text(language):
        assert not set("\"'") & set(re.sub(r"`[^`]*`", "", text)), f"{key}: {text}"


QUOTES = {"de": "„“", "es": "«»", "fr": "«»", "ja": "「」", "zh-Hans": "“”", "en": "“”"}


@pytest.mark.parametrize("language", sorted(QUOTES))
def test_titles_are_quoted_as_the_language_quotes(language: str) -> None:
    said = str(catalogue(language)["chart.title"])
    assert [mark for mark in said if mark in "„“”«»「」"] == list(QUOTES[language])


def test_french_marks_keep_to_their_words() -> None:
    for key, text in every_text("fr"):
        shown = re.sub(r"`[^`]*`", "", text)
        assert not re.search(r"(?<!\u202f)[;!?»]|(?<=[^\u202f])[:](?=\s|$)|«(?!\u202f)", shown), f"{key}: {text}"


def test_spanish_questions_are_opened() -> None:
    for key, text in every_text("es"):
        assert text.count("?") == text.count("¿"), f"{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_can_be_read_side_by_side(language: str) -> None:
    order = {name: at for at, name in enumerate(sections(FOLDER / "en.yaml"))}
    own = [name for name in sections(FOLDER / f"{language}.yaml") if name in order]
    assert own == sorted(own, key=lambda name: order[name])
