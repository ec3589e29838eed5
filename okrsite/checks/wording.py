"""What a title says, as it is compared with another: its words as they are, and those that tell what it is about."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from okrsite.measure.terms import terms

LANGUAGES = ("en", "de", "fr", "es", "zh")
"""The languages of which small words, verbs and endings are known."""

_STEM = 4
_ENDING = re.compile(r"(?:ings?|ern|e[dmnr]s?|es|[ao]s|[aenos])$")
_NAMED = re.compile(r"[A-Za-z]*\d[\dA-Za-z]*|(?<![^\W\d_])[A-Z]{2}(?![^\W\d_])")
_WORD = re.compile(r"\w+")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）")
_PAIR = re.compile(rf"[{_HAN}]+")
_READ = re.compile(rf"[\W\d_A-Za-zàâäáæçéèêëíîïñóôöœúùûüÿßÀÂÄÁÆÇÉÈÊËÍÎÏÑÓÔÖŒÚÙÛÜŸẞªº{_HAN}]*")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text: `all` of them in the order of the alphabet, and the `telling` ones, without endings.

    `understood` says that it seems to be in a language of which small words are known. Telling are neither small
    words, nor verbs of change, nor what any goal may say; of Chinese they are pairs of characters.
    """

    all: tuple[str, ...]
    telling: frozenset[str]
    understood: bool

    def same(self, other: Wording) -> bool:
        """Tell whether two texts have the same words, each as often, whatever their case, marks and order."""
        return bool(self.all) and self.all == other.all

    def share(self, other: Wording) -> float:
        """Tell how much of what two texts say both say: the Jaccard coefficient of their telling words, 0 to 1.

        0 where one of them isn't understood. (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 3.3.4.)
        """
        if not (self.understood and other.understood and self.telling):
            return 0.0
        both = len(self.telling & other.telling)
        return both / (len(self.telling) + len(other.telling) - both)

    def without(self, other: Wording) -> Wording:
        """Leave out what another text tells, such as the name of a team."""
        return Wording(self.all, self.telling - other.telling, self.understood)


def words(shared: frozenset[str]) -> float:
    """Count telling words: a pair of Chinese characters is about half of one."""
    return sum(0.5 if _PAIR.match(word) else 1 for word in shared)


@lru_cache(maxsize=32768)
def wording(text: str) -> Wording:
    """Take a plain text for its words; what stands in brackets is left out, unless it is all there is."""
    text = whole if (whole := _ASIDE.sub(" ", text)).strip() else text
    plain = tuple(sorted(_WORD.findall(_folded(text))))
    return Wording(plain, frozenset(_telling(text)), _understood(text, plain))


def _telling(text: str) -> Iterator[str]:
    known = _known()
    for term, written in terms(known.chinese.sub(" ", text)):
        if _PAIR.match(term):
            yield term
        elif (word := _longest(written)) not in known.untelling:
            yield stem(word)
    yield from (named.casefold() for named in _NAMED.findall(text))


@lru_cache(maxsize=16384)
def _longest(word: str) -> str:
    """Leave out what stands before or after an apostrophe: `l’attente`, `patient’s`."""
    return max(re.split("[’']", _folded(word)), key=len)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Take the ending off a word of English, German, French or Spanish where four letters stay.

    Much lighter than a stemmer of each language: words that are not one another's forms should stay apart.
    """
    short = _ENDING.sub("", word)
    if len(short) < _STEM and word.endswith("s"):
        short = word[:-1]
    return short if len(short) >= _STEM else word


def _understood(text: str, plain: tuple[str, ...]) -> bool:
    """Tell whether nothing speaks against a language that is known: no letter and no small word of others."""
    letters = text.isascii() or _READ.fullmatch(unicodedata.normalize("NFC", text))
    return bool(letters) and _known().elsewhere.isdisjoint(plain)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


@dataclass(frozen=True, slots=True)
class _Known:
    """The word lists: what tells nothing, where it stands within Chinese, and small words of other languages."""

    untelling: frozenset[str]
    chinese: re.Pattern[str]
    elsewhere: frozenset[str]


@cache
def _known() -> _Known:
    lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    by_language = [lists[kind] for kind in ("change", "plain")]
    untelling = {word for each in by_language for words in each.values() for word in words.split()}
    chinese = [word for each in by_language for word in each["zh"].split()]
    elsewhere = {word for words in lists["elsewhere"].values() for word in words.split()}
    return _Known(frozenset(untelling), re.compile("|".join(chinese)), frozenset(elsewhere))
