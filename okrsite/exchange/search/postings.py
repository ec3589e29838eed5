"""Which words lead to which entries: five lists of numbers a word, by where it stands.

`FIRST` (the first word of a name), `NAME` (another word of it), `NAMED` (of what belongs to it: team, people, tags) and
`TEXT` (of what is written there) hold an entry once, in the first of them that fits; `MEASURED` (of the titles of its key
results) holds it beside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from okrsite.exchange.search.entries import Entry
from okrsite.exchange.search.folding import words
from okrsite.exchange.search.packing import bits_of

FIRST, NAME, NAMED, TEXT, MEASURED = range(5)
MOST = 1000
"""How many entries one list of a word leads to, the first of them; who finds more, types on."""

Lists = tuple[list[int], list[int], list[int], list[int], list[int]]


@dataclass(slots=True)
class Postings:
    """The words of a site, while they are gathered entry by entry; `cut` are those that lead to more than they tell."""

    lists: dict[str, Lists] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)

    def add(self, number: int, entry: Entry) -> None:
        """Add the words of the next entry."""
        seen: set[str] = set()
        for place, texts in _places(entry):
            found = _words_in(texts) - seen
            seen |= found
            self._lead(found, place, number)
        self._lead(_words_in(title for title, _ in entry.key_results), MEASURED, number)

    def _lead(self, found: Iterable[str], place: int, number: int) -> None:
        for word in found:
            lists = self.lists.get(word)
            if lists is None:
                lists = self.lists[word] = ([], [], [], [], [])
            numbers = lists[place]
            if len(numbers) < MOST:
                numbers.append(number)
            else:
                self.cut.add(word)


def _words_in(texts: Iterable[str]) -> set[str]:
    return set().union(*map(words, texts))


def _places(entry: Entry) -> Iterator[tuple[int, Iterable[str]]]:
    yield FIRST, words(entry.title)[:1]
    yield NAME, (entry.title,)
    yield NAMED, entry.named
    yield TEXT, entry.texts


def bits_of_words(postings: Postings, end: int) -> dict[str, str]:
    """Write the lists of all words as binary digits, the words in order."""
    cut = postings.cut
    return {word: bits_of_word(lists, end, cut=word in cut) for word, lists in sorted(postings.lists.items())}


def bits_of_word(lists: Lists, end: int, *, cut: bool) -> str:
    """Write the lists of one word as binary digits, with one digit before that tells whether there are more."""
    return ("1" if cut else "0") + "".join([bits_of(numbers, end) if numbers else "1" for numbers in lists])


def leading(many: Iterable[Lists], starts: Sequence[int], most: int) -> Lists:
    """Give the best that several words lead to: of each kind at most `most` entries, named before written.

    `starts` are the numbers at which the kinds begin, with the end of the last.
    """
    many = list(many)
    kinds = list(pairwise(starts))
    measured: list[int] = []
    best: dict[int, list[int]] = {place: [] for place in (FIRST, NAME, NAMED, TEXT)}
    for start, end in kinds:
        left, taken = most, set[int]()
        for place in best:
            new = sorted(_some(many, place, start, end, most) - taken)[:left]
            best[place] += new
            taken.update(new)
            left -= len(new)
        measured += sorted(_some(many, MEASURED, start, end, most))[:most]
    return best[FIRST], best[NAME], best[NAMED], best[TEXT], measured


def _some(many: Iterable[Lists], place: int, start: int, end: int, most: int) -> set[int]:
    """Gather the first numbers between two of each word's list."""
    some: set[int] = set()
    for lists in many:
        numbers = lists[place]
        if numbers and numbers[-1] >= start:
            at = bisect_left(numbers, start)
            some.update(number for number in numbers[at : at + most] if number < end)
    return some


def heavy_prefixes(weights: Mapping[str, int], limit: int) -> Iterator[str]:
    """Give the beginnings that words of together more than `limit` share, in no order that matters."""
    level: dict[str, list[str]] = {"": list(weights)}
    while level:
        deeper: dict[str, list[str]] = {}
        for prefix, those in level.items():
            if sum(weights[word] for word in those) > limit:
                if prefix:
                    yield prefix
                for word in those:
                    if len(word) > len(prefix):
                        deeper.setdefault(word[: len(prefix) + 1], []).append(word)
        level = deeper
