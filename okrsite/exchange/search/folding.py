"""Text as Find compares it: case and diacritics folded, taken apart into words, or into pairs of characters.

The same is done in the browser with what people type. So that both agree, the tables stand here alone and go along with
the index (`tables`); classes are written so that Python and JavaScript read them alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

_LONGEST = 32

DROPPED = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
"""Marks that people leave out when they type: accents, points, harakat, tatweel, what steers direction and joining."""

BETWEEN = (
    "\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7"
    "\\u055a-\\u055f\\u0589\\u058a\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4\\u060c\\u060d\\u061b-\\u061f\\u066a-\\u066d\\u06d4"
    "\\u0964\\u0965\\u1680\\u180e\\u0e2f\\u0e5a\\u0e5b\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3007-\\u3030"
    "\\u303d\\u30a0\\u30fb\\ud800-\\udbff\\udc00-\\udfff\\ufe10-\\ufe6f\\ufffd"
)
"""What stands between words: spaces, punctuation, signs; and pictures, with all else beyond the first 65,536 characters."""

UNSPACED = (
    "\\u0e01-\\u0e2e\\u0e30-\\u0e59\\u0e81-\\u0edf\\u1000-\\u109f\\u1780-\\u17d3\\u3005\\u3006\\u3031-\\u3035\\u3041-\\u3096\\u309d-\\u309f"
    "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
)
"""Characters of scripts that put no space between words: found one by one and two by two."""

LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
    "ŋ": "n", "ς": "σ", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه",
}  # fmt: skip
"""Letters that no decomposition reaches, by those that people type instead."""

_FOLD = str.maketrans(LETTERS)
_DROP = re.compile(f"[{DROPPED}]")
_PIECE = re.compile(f"[^{BETWEEN}\U00010000-\U0010ffff]+")
_RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_PLAIN = re.compile(f"([0-9a-z]{{1,{_LONGEST}}})[0-9a-z]*")
_ARTICLE = "ال"
_STEM = 3


def fold(text: str) -> str:
    """Give a text without case and diacritics.

    >>> fold("Ärger in Łódź: ﬁnd GROẞ"), fold("أَهْدافٌ")
    ('arger in lodz: find gross', 'اهداف')
    """
    lower = text.lower()
    if text.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return _DROP.sub("", apart).translate(_FOLD)


def words(text: str) -> list[str]:
    """Give what a text is found by: its words, an Arabic one also without its article; of Chinese each pair of characters.

    >>> words("Why 白板 moves")
    ['why', '白板', '板', 'moves']
    """
    folded = fold(text)
    if folded.isascii():
        return _PLAIN.findall(folded)
    return [*chain.from_iterable(map(_found_by, _PIECE.findall(folded)))]


@lru_cache(maxsize=1 << 16)
def _found_by(piece: str) -> tuple[str, ...]:
    """Give what one piece between spaces is found by."""
    found: list[str] = []
    for run in _RUN.findall(piece):
        if _UNSPACED.match(run):
            found += [run[at : at + 2] for at in range(len(run))]
        else:
            found.append(run[:_LONGEST])
            if run.startswith(_ARTICLE) and len(run) >= len(_ARTICLE) + _STEM:
                found.append(run[len(_ARTICLE) : _LONGEST])
    return tuple(found)


_UNSPACED = re.compile(f"[{UNSPACED}]")


def tables() -> dict[str, object]:
    """Give what the browser folds by: the classes dropped, between words, and without spaces, letters by others, the longest."""
    letters = [list(pair) for pair in LETTERS.items()]
    return {
        "dropped": _escaped(DROPPED),
        "between": BETWEEN,
        "unspaced": UNSPACED,
        "letters": letters,
        "longest": _LONGEST,
    }


def _escaped(characters: str) -> str:
    return "".join(c if c == "-" else f"\\u{ord(c):04x}" for c in characters)
