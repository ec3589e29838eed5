"""Which of many texts are like one another: an index from words to texts, so that not all pairs are compared."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

Weights = Mapping[str, float]
"""How much each word counts in a text."""

_FEW = 30
_COMMON = 8  # a word in more than an eighth of many texts leads to none of them
_STEPS = 1000
_COMPARED = 16


@dataclass(frozen=True, slots=True)
class Index:
    """Texts by name, each as a vector of length one; by word the texts that have it, in order, with its weight there."""

    vectors: Mapping[str, Weights]
    postings: Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a text is to the one asked about, 0 to 1, and the words that both have, the most telling first."""

    name: str
    share: float
    words: tuple[str, ...]


def index_of(texts: Mapping[str, Weights]) -> Index:
    """Index texts by their words. The order in which they come changes nothing."""
    counts = Counter(word for weights in texts.values() for word in weights)
    vectors = {name: _vector(texts[name], counts, len(texts)) for name in sorted(texts)}
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, vector in vectors.items():
        for word, value in vector.items():
            postings[word].append((name, value))
    return Index(vectors, {word: tuple(places) for word, places in postings.items()})


def _vector(weights: Weights, counts: Mapping[str, int], of: int) -> Weights:
    """Weigh the words of a text by how few of all texts have them, and bring the whole to length one.

    Sublinear term frequency times inverse document frequency, normalised by the cosine (Manning, Raghavan, Schütze,
    Introduction to Information Retrieval, 6.3 and 6.4.1).
    """
    weighed = {
        word: (1 + math.log(weight)) * math.log((1 + of) / max(counts.get(word, 0), 1))
        for word, weight in weights.items()
    }
    length = math.sqrt(math.fsum(value * value for value in weighed.values())) or 1.0
    return {word: value / length for word, value in weighed.items()}


def alike(index: Index, weights: Weights, least: float = 0) -> Iterator[Likeness]:
    """Find the texts most like one, best first, of equals the first by name; at most `_COMPARED` of them, all at `least` so like.

    Candidates are texts that share a rare word with it, from the rarest on, `_STEPS` steps at most; words that very many
    have lead nowhere (index elimination, as above, 7.1.2). In the comparison itself every word counts.
    """
    counts = {word: len(index.postings.get(word, ())) for word in weights}
    mine = _vector(weights, counts, len(index.vectors))
    reached = _candidates(index, mine, counts)
    best = nsmallest(_COMPARED, ((-score, name) for name, score in reached.items()))
    found = [(_share(mine, index.vectors[name]), name) for _, name in best]
    for share, name in sorted(found, key=lambda it: (-round(it[0], 9), it[1])):
        if share >= least:
            yield Likeness(name, share, _telling(mine, index.vectors[name]))


def _candidates(index: Index, mine: Weights, counts: Mapping[str, int]) -> Mapping[str, float]:
    """Add up, for every text reached, what the rare words it shares are worth."""
    reached: dict[str, float] = defaultdict(float)
    left, common = _STEPS, max(_FEW, len(index.vectors) // _COMMON)
    for count, word in sorted((count, word) for word, count in counts.items() if count <= common):
        if count > left:
            break
        left -= count
        worth = mine[word]
        for name, value in index.postings.get(word, ()):
            reached[name] += worth * value
    return reached


def _share(mine: Weights, other: Weights) -> float:
    """Compare two texts by the cosine of the angle between them."""
    return math.fsum([mine[word] * other[word] for word in mine.keys() & other.keys()])


def _telling(mine: Weights, other: Weights) -> tuple[str, ...]:
    """Give the words that two texts share, those that count most first."""
    worth = sorted((-(value * other[word]), word) for word, value in mine.items() if word in other)
    return tuple(word for _, word in worth)
