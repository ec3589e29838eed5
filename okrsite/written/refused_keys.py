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
    phrases: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lists:
    """All rules, in order, and all words that may stand in a name that is refused for one of its words."""

    rules: tuple[Refusals, ...]
    anything: frozenset[str]


@lru_cache(maxsize=4096)
def refused_key(name: str) -> str | None:
    """Tell which rule refuses a key or the head of a table's column; None where it may stand."""
    words = _words(name)
    spaced = f" {' '.join(words)} "
    lists = _lists()
    for rule in lists.rules:
        if rule.phrases.search(spaced):
            return rule.rule
    if not all(word in lists.anything or word.isdigit() for word in words):
        return None
    return next((rule.rule for rule in lists.rules if rule.words.intersection(words)), None)


def _words(name: str) -> list[str]:
    """Part a name into words without accents and case: at humps, at all that is no letter, and within Chinese."""
    humps = _HUMP.sub(" ", normalize("NFC", name))
    bare = "".join(letter for letter in normalize("NFD", humps.casefold()) if not combining(letter))
    return [
        part for word in _WORD.findall(bare) for part in (_parted().findall(word) if _CHINESE.search(word) else [word])
    ]


@cache
def _parted() -> re.Pattern[str]:
    known = {word for word in _lists().anything if _CHINESE.search(word)}
    return re.compile("|".join([*sorted(known, key=lambda word: (-len(word), word)), "[0-9]+", "[^0-9]"]))


@cache
def _lists() -> Lists:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    beside = frozenset(data.pop("beside"))
    rules = tuple(Refusals(rule, frozenset(each["words"]), _any_of(each["phrases"])) for rule, each in data.items())
    return Lists(rules, beside.union(*(rule.words for rule in rules)))


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(map(re.escape, phrases))}) ")
