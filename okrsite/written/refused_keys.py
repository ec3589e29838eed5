"""Keys and table columns that are refused wherever they stand: about pay, ranks and grades of people, and private facts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

REASONS = {
    "pay-field": "When a score buys pay, people stop aiming high and stop telling the truth to the number.",
    "rank-field": "Nobody is ranked here: a place in a list makes others into rivals, and asks for help dry up.",
    "person-score": "Objectives are graded, people are not: a grade for a person turns learning into defending.",
    "personal-data": "Everyone here reads these pages, and such facts belong to the person alone.",
}

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Refusals:
    """The names that one rule refuses."""

    rule: str
    words: frozenset[str]
    phrases: tuple[str, ...]


@lru_cache(maxsize=4096)
def refused_key(name: str) -> str | None:
    """Tell which rule refuses a key or the head of a table's column; None where it may stand."""
    words = _words(name)
    spaced = f" {' '.join(words)} "
    beside, rules = _lists()
    for rule in rules:
        if any(f" {phrase} " in spaced for phrase in rule.phrases):
            return rule.rule
    anything = beside.union(*(rule.words for rule in rules))
    if not all(word in anything or word.isdigit() for word in words):
        return None
    return next((rule.rule for rule in rules if rule.words.intersection(words)), None)


def _words(name: str) -> list[str]:
    """Part a name into words without accents and case: at humps, at all that is no letter, and within Chinese."""
    humps = _HUMP.sub(" ", normalize("NFC", name))
    bare = "".join(letter for letter in normalize("NFD", humps.casefold()) if not combining(letter))
    return [
        part for word in _WORD.findall(bare) for part in (_parted().findall(word) if _CHINESE.search(word) else [word])
    ]


@cache
def _parted() -> re.Pattern[str]:
    beside, rules = _lists()
    known = {word for word in beside.union(*(rule.words for rule in rules)) if _CHINESE.search(word)}
    return re.compile("|".join([*sorted(known, key=lambda word: (-len(word), word)), "[0-9]+", "[^0-9]"]))


@cache
def _lists() -> tuple[frozenset[str], tuple[Refusals, ...]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    beside = frozenset(data.pop("beside"))
    return beside, tuple(
        Refusals(rule, frozenset(each["words"]), tuple(each["phrases"])) for rule, each in data.items()
    )
