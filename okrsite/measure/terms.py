"""The words of a text as they are compared with those of another, in any script.

Words are told without regard to case, marks over letters and endings. Scripts that put no blanks between words give pairs
of neighbouring characters instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from okrsite.measure.small_words import SMALL_WORDS

_LEAST, _MOST = 3, 6
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0dff"
_LETTER = rf"(?:[^\W\d_{_UNSPACED}\u3040-\u309f]|[{_MARKS}])"
_RUN = re.compile(rf"[{_UNSPACED}]+|{_LETTER}+(?:[’']{_LETTER}+)?")
_PAIRED = re.compile(rf"[{_UNSPACED}]")
_GRAMMAR = re.compile("[的了着吗呢吧和与或是在也就都而及们这那其各每不]")
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_FORMS = str.maketrans({"ة": "ه", "ى": "ي"})


def terms(text: str) -> Iterator[tuple[str, str]]:
    """Give each word of a plain text that may tell what it is about: what it is compared by, and the word as written.

    Small words (`that`, `und`, `dans`), words of one or two letters, and figures are left out. Of Chinese, Japanese,
    Korean and Thai every two neighbouring characters are one (Manning, Raghavan, Schütze, Introduction to Information
    Retrieval, 2.2.1), and a character that stands between those of grammar.
    """
    for run in _RUN.findall(text):
        if _PAIRED.match(run):
            yield from ((pair, pair) for piece in _GRAMMAR.split(run) for pair in _pairs(piece))
        elif term := _term(run):
            yield term, run


def _pairs(piece: str) -> Iterator[str]:
    return map("".join, pairwise(piece)) if piece[1:] else iter(piece)


def joined(pairs: tuple[str, ...]) -> tuple[str, ...]:
    """Put words told in pairs of characters together again where one goes on in the next; all others stay as they are.

    >>> joined(("自行", "行车", "water", "水"))
    ('自行车', 'water', '水')
    """
    whole: list[str] = []
    for pair in pairs:
        if whole and _PAIRED.match(pair) and _PAIRED.match(whole[-1]) and whole[-1][-1] == pair[0]:
            whole[-1] += pair[1:]
        else:
            whole.append(pair)
    return tuple(whole)


def told(words: tuple[str, ...]) -> int:
    """Count how many words were told: of a script without blanks two characters are one.

    >>> told(("自行车", "water", "读者等待"))
    4
    """
    return sum(max(1, len(word) // 2) if _PAIRED.match(word) else 1 for word in words)


@lru_cache(maxsize=16384)
def _term(word: str) -> str:
    """Reduce a word to what it is compared by; empty for one that tells nothing.

    A final s goes (as in the S-stemmer of Harman, How effective is suffixing?, 1991), the Arabic article in front (light
    stemming as in Larkey, Ballesteros, Connell, Improving stemming for Arabic, 2002), and all after the sixth letter.
    """
    folded = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    plain = re.split("[’']", folded.translate(_ARABIC_FORMS))
    longest = max(plain, key=len)
    if len(longest) < _LEAST or longest in SMALL_WORDS:
        return ""
    return _without_article(longest.removesuffix("s") if len(longest) > _LEAST else longest)[:_MOST]


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _LEAST:
            return word.removeprefix(article)
    return word
