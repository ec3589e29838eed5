"""Phrases of a word list, and where a text holds one.

A phrase is words with blanks between them, found without regard to case. `a|b` is either word, `word*` a word that begins
so, `word~` one that may be missing, `…` up to five words of the same sentence. `<number>`, `<phone>`, `<day>` and `<year>`
stand for figures of that form. An accented letter fits the plain one too. Chinese is found within a line without blanks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from unicodedata import combining, normalize

GAP = "…"
HAN = "\u3400-\u4dbf\u4e00-\u9fff"

_FIGURES = {
    "<number>": r"\d+(?:[.,]\d+)*",
    "<phone>": r"(?<!\d[./-])(?!\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d))"  # no date is one
    r"\(?\+?\d(?:[ /().–-]?[ /().–-]?\d){5,}",
    "<day>": r"(?:\d{1,2}(?:st|nd|rd|th|er|º)?\.?[ ](?:of |de )?[^\W\d_]{3,10}|[^\W\d_]{3,9}[ ]\d{1,2}(?!\d)"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){0,2}|\d{4}-\d\d-\d\d|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号號])",
    "<year>": r"(?:19|20)\d\d",
}
_WORD = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+")
_HAN_ONLY = re.compile(f"[{HAN}]+")
_ASCII_WORD = re.compile("[a-z]+")
_STEM = 4
_HAN_ENDS = "。！？；"
_BEFORE_HAN = "\u3001"
"""Before the first of all letters of Chinese and of the marks that end its sentences."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the words of a phrase may be parts of, and what may stand between them, as regular expressions."""

    in_a_word: str
    between: str
    gap: str
    han_gap: str


def _signs(han: str, ends: str) -> _Signs:
    """Write the signs where Chinese letters bound words too, and other marks end sentences as well.

    Without regard to case such sets take long to compile.
    """
    between = rf"(?-i:[^\w.!?;{ends}\n]|[.](?=\w)|\n(?!\n))+"
    return _Signs(rf"(?-i:[^\W{han}])", between, rf"(?-i:\w+{between}){{0,5}}?", rf"(?-i:[^{ends}\n]){{0,8}}?")


_SIGNS = {True: _signs(HAN, _HAN_ENDS), False: _signs("", "")}
"""For texts that may hold Chinese, and for all others, in which the two come to the same: these compile at once."""
_HAN_BETWEEN = r"\s*"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found, as written, and where in the text it begins and ends."""

    words: str
    start: int
    stop: int


def faults_of(phrase: str) -> str:
    """Say what is wrong with a phrase; empty when nothing is."""
    words = phrase.split()
    strange = next((word for word in words if word.startswith("<") and word not in _FIGURES), "")
    if strange:
        return f"{strange} is none of {', '.join(_FIGURES)}."
    if words.count(GAP) > 2:  # noqa: PLR2004 - more would take long to look for
        return f"it may hold {GAP} twice at most."
    if GAP in (words[0], words[-1]):
        return f"{GAP} can stand between words only."
    if not _keys_of(phrase):
        return f"a word in it must stand whole, or with at least {_STEM} letters before its *."
    return ""


class Phrases:
    """Phrases, ready to be looked for in many texts: a text is held only against those that share a word with it."""

    def __init__(self, phrases: Iterable[str], *, opening: bool = False) -> None:
        """Take phrases as they are written; `opening` are those that a text must begin with."""
        self._opening = opening
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._needed: dict[str, list[frozenset[str]]] = {}
        for phrase in phrases:
            self._needed[phrase] = [] if opening else _needed_by(phrase)
            for key in _keys_of(phrase, opening=opening):
                self._by_key[key].append(phrase)
        self.keys = frozenset(self._by_key)
        """What a text must hold one of (`keys_in`) to hold any of them."""

    def find(self, text: str) -> Hit | None:
        """Find the first phrase that a text holds, of several that begin together the longest; None without any."""
        return next(iter(self.in_order(text)), None)

    def in_order(self, text: str) -> list[Hit]:
        """Find every phrase that a text holds, from its beginning on, of several that begin together the longest first."""
        return sorted(self.all(text), key=lambda hit: (hit.start, -hit.stop))

    def all(self, text: str) -> Iterator[Hit]:
        """Find every phrase that a text holds, in no order."""
        if not self.keys:
            return
        keys = frozenset(_first_keys(text)) if self._opening else keys_in(text)
        if self.keys.isdisjoint(keys):
            return
        near = {phrase for key in self.keys & keys for phrase in self._by_key[key] if self._may_hold(keys, phrase)}
        han = not text.isascii() and max(text) > _BEFORE_HAN
        for phrase in near:
            pattern = _compiled(phrase, han)
            found = pattern.match(text, _opens_at(text)) if self._opening else pattern.search(text)
            if found:
                yield Hit(found[0], found.start(), found.end())

    def _may_hold(self, keys: frozenset[str], phrase: str) -> bool:
        """Tell whether a text with these keys has one of each word of a phrase that must be there."""
        return not any(map(keys.isdisjoint, self._needed[phrase]))


@lru_cache(maxsize=512)
def phrases_of(phrases: tuple[str, ...], *, opening: bool = False) -> Phrases:
    """Make phrases ready once for all texts."""
    return Phrases(phrases, opening=opening)


@lru_cache(maxsize=64)
def keys_in(text: str) -> frozenset[str]:
    """Give what phrases are looked up by: the beginnings of words; of Chinese each character and each pair."""
    if text.isascii():
        return frozenset([word[:_STEM] for word in ascii_words(text)])
    return frozenset(chain.from_iterable(map(_keys, _WORD.findall(text))))


@lru_cache(maxsize=64)
def ascii_words(text: str) -> frozenset[str]:
    """Give the words of a text that is ASCII alone, in lower case."""
    return frozenset(_ASCII_WORD.findall(text.lower()))


@lru_cache(maxsize=32768)
def _keys(word: str) -> tuple[str, ...]:
    if _HAN_ONLY.match(word):
        return (*word, *(word[at : at + 2] for at in range(len(word) - 1)))
    return (_stem(word),)


def _stem(word: str) -> str:
    return folded(word)[:_STEM]


def folded(word: str) -> str:
    """Write a word in lower case, without accents."""
    low = word.casefold()
    if low.isascii():
        return low
    return "".join(letter for letter in normalize("NFD", low) if not combining(letter))


def _first_keys(text: str) -> tuple[str, ...]:
    first = _WORD.search(text)
    if first is None:
        return ()
    return (first[0][0], first[0][:2]) if _HAN_ONLY.match(first[0]) else _keys(first[0])


def _opens_at(text: str) -> int:
    first = re.search(r"[^\W_]", text)
    return first.start() if first else len(text)


def _keys_of(phrase: str, *, opening: bool = False) -> frozenset[str]:
    """Give what a phrase is looked up by: its longest word that must be there, or its first."""
    if opening:
        return next(map(_word_keys, _words_of(phrase)), frozenset())
    return max(_needed_by(phrase), key=lambda keys: min(map(len, keys)), default=frozenset())


def _needed_by(phrase: str) -> list[frozenset[str]]:
    """Give the keys of each word that must be there, as far as these can be told."""
    return [keys for keys in map(_word_keys, _words_of(phrase)) if keys]


def _words_of(phrase: str) -> list[str]:
    return [word for word in phrase.split() if word != GAP and not word.startswith("<")]


def _word_keys(word: str) -> frozenset[str]:
    """Give the keys of every form of a word; none where a text may hold it without holding a key."""
    if word.endswith("~"):
        return frozenset()
    keys = set()
    for each in word.split("|"):
        pieces = _WORD.findall(each)
        if not pieces:
            return frozenset()
        piece = max(pieces, key=len)
        if _HAN_ONLY.match(piece):
            keys.add(piece[:2])
        elif each.endswith("*") and len(piece) < _STEM:
            return frozenset()
        else:
            keys.add(_stem(piece))
    return frozenset(keys)


@lru_cache(maxsize=8192)
def _compiled(phrase: str, han: bool) -> re.Pattern[str]:  # noqa: FBT001 - a text may hold Chinese or not
    """Make one phrase ready, once a text holds a word of it: most are never needed."""
    return re.compile(_pattern(phrase, _SIGNS[han]), re.IGNORECASE)


def _pattern(phrase: str, signs: _Signs) -> str:
    """Write a phrase as a regular expression."""
    words = phrase.split()
    in_han = re.search(f"[{HAN}]", phrase)
    between, gap = (_HAN_BETWEEN, signs.han_gap) if in_han else (signs.between, signs.gap)
    made = ""
    for at, word in enumerate(words):
        if word == GAP:
            made += gap
        else:
            last = at == len(words) - 1
            then = "" if last else between
            either = _either(word, signs.in_a_word)
            made += f"(?:{either}{then})?" if word.endswith("~") else either + then
    return made


def _either(word: str, in_a_word: str) -> str:
    if word in _FIGURES:
        return rf"(?<!\d){_FIGURES[word]}"
    return f"(?:{'|'.join(_one(each, in_a_word) for each in word.replace('~', '').split('|'))})"


def _one(word: str, in_a_word: str) -> str:
    """Write one word: whole, or the beginning of one; within Chinese nothing bounds it."""
    if re.search(f"[{HAN}]", word):
        return re.escape(word)
    letters = "".join(map(_letter, word.removesuffix("*")))
    ends = r"\w*" if word.endswith("*") else f"(?!{in_a_word})"
    return f"(?<!{in_a_word}){letters}{ends}"


def _letter(letter: str) -> str:
    if letter in "-'’":
        return "[-‐‑ ]" if letter == "-" else "['’]"
    bare = normalize("NFD", letter)[0]
    if letter == "ß":
        return "(?:ß|ss)"
    return re.escape(letter) if bare == letter else f"[{letter}{bare}]"
