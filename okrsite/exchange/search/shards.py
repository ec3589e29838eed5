"""The words of a site cut into files of about one weight, each found by its first word.

A prefix whose words weigh so much that they fill several files has an answer of its own: a word with `*` behind it,
which no word of a text holds, leads to the best of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from okrsite.exchange.search.packing import fronted, packed
from okrsite.exchange.search.postings import Postings, bits_of_word, heavy_prefixes, leading

WEIGHT = 12_000
ANSWER = 8
"""How many entries of each kind a heavy prefix leads to."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the words: the first of them, all of them, and what they lead to."""

    first: str
    words: str
    lists: str


def shards_of(postings: Postings, bits: Mapping[str, str], starts: Sequence[int], weight: int = WEIGHT) -> list[Shard]:
    """Cut the words into shards of about `weight` characters; `bits` are what each leads to (`bits_of_words`)."""
    all_bits = {**bits, **_answers(postings, bits, starts, weight)}
    return [_shard(part, all_bits) for part in _parts(all_bits, weight)]


def whole(bits: Mapping[str, str]) -> Shard:
    """Give all words in one piece."""
    return _shard([*bits], bits)


def vocabulary(postings: Postings) -> list[tuple[int, str]]:
    """Give the words alone, by their length: what mistyped words are compared with."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(postings.lists):
        by_length.setdefault(len(word), []).append(word)
    return [(length, fronted(words)) for length, words in sorted(by_length.items()) if length >= SHORTEST]


SHORTEST = 3
"""The shortest word that is found by a typing error of it."""


def _answers(postings: Postings, bits: Mapping[str, str], starts: Sequence[int], weight: int) -> dict[str, str]:
    """Give the answer of each prefix that is heavy: more than half a shard, so that none that spans three is missing."""
    weights = {word: _weight(word, digits) for word, digits in bits.items()}
    words = sorted(weights)
    answers = {}
    for prefix in heavy_prefixes(weights, weight // 2):
        lists = leading((postings.lists[word] for word in words if word.startswith(prefix)), starts, ANSWER)
        answers[f"{prefix}*"] = bits_of_word(lists, starts[-1], cut=True)
    return answers


def _weight(word: str, digits: str) -> int:
    return len(word.encode()) // 2 + 2 + len(digits) // 6


def _parts(bits: Mapping[str, str], weight: int) -> Iterator[list[str]]:
    part: list[str] = []
    left = weight
    for word in sorted(bits):
        needed = _weight(word, bits[word])
        if part and needed > left:
            yield part
            part, left = [], weight
        part.append(word)
        left -= needed
    if part:
        yield part


def _shard(words: Sequence[str], bits: Mapping[str, str]) -> Shard:
    return Shard(words[0] if words else "", fronted(words), packed("".join([bits[word] for word in words])))
