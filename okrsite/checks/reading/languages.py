"""In which language a text is, and what the word lists of that language see in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from okrsite.checks.reading.lists import WordList, package_lists
from okrsite.checks.reading.phrases import HAN, Phrases, ascii_words, folded, phrases_of

if TYPE_CHECKING:
    from okrsite.checks.case import Case

_WORD = re.compile(rf"[^\W\d_{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3041-\u30ff]")
_CHINESE, _JAPANESE = "zh", "ja"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as far as its word list knows it."""

    language: str
    lists: WordList
    _ready: dict[str, Phrases] = field(default_factory=dict, compare=False, repr=False)
    _keys: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _openings: dict[str, Phrases] = field(default_factory=dict, compare=False, repr=False)

    def phrases(self, key: str) -> Phrases:
        """Give the phrases for a purpose, ready to be looked for."""
        return self._ready.get(key) or self._ready.setdefault(key, phrases_of(self.lists.get(key, ())))

    def openings(self, key: str) -> Phrases:
        """Give the phrases for a purpose that a text must begin with."""
        made = self._openings.get(key)
        return made or self._openings.setdefault(key, phrases_of(self.lists.get(key, ()), opening=True))

    def keys(self, *purposes: str) -> frozenset[str]:
        """Give what a text must hold one of (`keys_in`) to hold any phrase for some purposes."""
        if purposes not in self._keys:
            self._keys[purposes] = frozenset().union(*(self.phrases(key).keys for key in purposes))
        return self._keys[purposes]

    def words(self, key: str) -> frozenset[str]:
        """Give the single words for a purpose, in lower case and without accents."""
        return _words(self.lists.get(key, ()))


@lru_cache(maxsize=512)
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a site: the language that its configuration names, and the lists of all it knows."""

    configured: str
    tongues: Mapping[str, Tongue]
    signs: Mapping[str, tuple[str, ...]] = field(repr=False)
    own: frozenset[str] = field(repr=False)
    """Those of the signs that are of the configured language."""

    def tongue_of(self, text: str) -> Tongue | None:
        """Tell whose lists read a text; None where its language can't be told or has none.

        A text is in the language of the site unless it shows more signs of one other. Chinese is told by its script.
        """
        return self.tongues.get(self.language_of(text) or "")

    def language_of(self, text: str) -> str | None:
        """Tell the language of a text."""
        if text.isascii():
            return self._told_by(ascii_words(text))
        words = _WORD.findall(text.casefold())
        if _KANA.search(text):
            return _JAPANESE
        if (han := len(_HAN.findall(text))) and han >= len(words):
            return _JAPANESE if self.configured == _JAPANESE else _CHINESE
        return self._told_by(frozenset(words))

    def _told_by(self, words: frozenset[str]) -> str | None:
        """Tell the language that most of the words are signs of."""
        known = self.signs.keys() & words
        if known <= self.own:
            return self.configured
        counts: dict[str, int] = defaultdict(int)
        for word in known:
            for language in self.signs[word]:
                counts[language] += 1
        most = max(counts.values(), default=0)
        if counts[self.configured] == most:
            return self.configured
        best = [language for language, count in counts.items() if count == most]
        return best[0] if len(best) == 1 else None


def reader_of(case: Case) -> Reader:
    """Make the reader of a site; a list of the site's own takes the place of the package's, key by key."""
    packaged = package_lists()
    merged = {
        language: {**packaged.get(language, {}), **case.lists.get(language, {})}
        for language in sorted({*packaged, *case.lists})
    }
    signs: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for language, lists in merged.items():
        for word in lists.get("signs", ()):
            signs[word.casefold()] += (language,)
    tongues = {language: Tongue(language, lists) for language, lists in merged.items()}
    configured = case.config.language.split("-")[0].split("_")[0].lower()
    own = frozenset(word for word, languages in signs.items() if configured in languages)
    return Reader(configured, tongues, signs, own)
