"""Who is tied to whom, as a square of counts: which names it has, how it folds, how dark a field is. The order is the caller's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]
_SHADES = 3


def counted(ties: Iterable[Pair], groups: Mapping[str, str]) -> Counter[Pair]:
    """Count ties between groups; `groups` names the group of every name. A tie within a group lies on the diagonal."""
    return Counter((groups[one], groups[other]) for one, other in ties)


def folded(names: Sequence[str], parents: Mapping[str, str | None], most: int) -> Mapping[str, str] | None:
    """Put names under those that they are parts of, as deep as leaves at most `most` groups; None where no depth does.

    `parents` may not form a ring. A name that is nowhere a part stands for itself.
    """
    lines = {name: _line(name, parents) for name in names}
    deepest = max((len(line) for line in lines.values()), default=1)
    for depth in range(deepest, 0, -1):
        groups = {name: line[min(depth, len(line)) - 1] for name, line in lines.items()}
        if len(set(groups.values())) <= most:
            return groups
    return None


def _line(name: str, parents: Mapping[str, str | None]) -> list[str]:
    """Give what a name is a part of, from the whole down to itself."""
    line = [name]
    while above := parents.get(line[-1]):
        line.append(above)
    return line[::-1]


def shade(count: int, most: int) -> int:
    """Say how dark a field is, 0 to 3: by the count itself while all are small, else by thirds of the largest.

    >>> [shade(n, 3) for n in (0, 1, 2, 3)], [shade(n, 30) for n in (0, 1, 11, 30)]
    ([0, 1, 2, 3], [0, 1, 2, 3])
    """
    if count == 0 or most <= _SHADES:
        return count
    return min(_SHADES, 1 + (_SHADES * count - 1) // most)
