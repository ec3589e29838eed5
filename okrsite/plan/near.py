"""Near names: what somebody may have meant who wrote a name that nothing has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest

from okrsite.plan.names import bare

_PIECE = 2
_COMMON = 400
_TRIED = 8
_OFFERED = 3
_ALIKE = 0.6
_AS_GOOD = 0.1
_LONGEST = 300


class NearNames:
    """Names indexed by the pairs of letters in them, so that a look-up stays quick among many thousands."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: Sequence[str] = sorted(set(names))
        self._same: dict[str, list[str]] = defaultdict(list)
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            key = bare(name)
            self._same[key].append(name)
            for piece in _pieces(key):
                self._holding[piece].append(number)

    def to(self, wrong: str) -> list[str]:
        """Give up to three names near a wrong one, the nearest first.

        One that differs only in case or accents comes alone.
        """
        key = bare(wrong[:_LONGEST])
        if key in self._same:
            return self._same[key][:_OFFERED]
        alike = [(_likeness(bare(name), key), name) for name in self._sharing(key)]
        enough = max(_ALIKE, max(alike, default=(0.0, ""))[0] - _AS_GOOD)
        best = sorted((found for found in alike if found[0] >= enough), key=lambda found: (-found[0], found[1]))
        return [name for _, name in best[:_OFFERED]]

    def _sharing(self, key: str) -> list[str]:
        """Give the names that share most pieces with a key. Pieces that very many names have say nothing."""
        shared: Counter[int] = Counter()
        for piece in sorted(_pieces(key)):
            holders = self._holding.get(piece, ())
            shared.update(holders if len(holders) <= _COMMON else holders[:_COMMON])
        most = nsmallest(_TRIED, shared.items(), key=lambda found: (-found[1], found[0]))
        return [self._names[number] for number, _ in most]


def _likeness(name: str, key: str) -> float:
    match = SequenceMatcher(None, name, key, autojunk=False)
    bound = min(match.real_quick_ratio(), match.quick_ratio())
    return match.ratio() if bound >= _ALIKE else bound


def _pieces(key: str) -> set[str]:
    whole = f"^{key}$"
    return {whole[place : place + _PIECE] for place in range(len(whole) - 1)}


def offered(names: Sequence[str]) -> str:
    """Say which names are near, as a sentence of help; empty without any."""
    if not names:
        return ""
    quoted = [f"“{name}”" for name in names]
    return f"Did you mean {' or '.join([', '.join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)}?"
