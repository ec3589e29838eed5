"""In which language a text is, and what the word lists of that language see in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from okrsite.checks.reading.lists import WordList, package_lists
from okrsite.checks.reading.phrases import HAN, Phrases, folded, phrases_of

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

    def phrases(self, key: str) -> Phrases:
        """Give the phrases for a purpose, ready to be looked for."""
        return phrases_of(self.lists.get(key, ()))

    def openings(self, key: str) -> Phrases:
        """Give the phrases for a purpose that a text must begin with."""
        return phrases_of(self.lists.get(key, ()), opening=True)

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

    def tongue_of(self, text: str) -> Tongue | None:
        """Tell whose lists read a text; None where its language can't be told or has none.

        A text is in the language of the site unless it shows more signs of one other. Chinese is told by its script.
        """
        return self.tongues.get(self.language_of(text) or "")

    def language_of(self, text: str) -> str | None:
        """Tell the language of a text."""
        words = _WORD.findall(text.casefold())
        if not text.isascii():
            if _KANA.search(text):
                return _JAPANESE
            if (han := len(_HAN.findall(text))) and han >= len(words):
                return _JAPANESE if self.configured == _JAPANESE else _CHINESE
        counts: dict[str, int] = defaultdict(int)
        for word in set(words):
            for language in self.signs.get(word, ()):
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
    return Reader(case.config.language.split("-")[0].split("_")[0].lower(), tongues, signs)
