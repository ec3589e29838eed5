"""The way from the top of a file to a value, and how the value is taken out of what holds it."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.written.tree import GONE, STAND_IN, Keyed, Listed, Node, Path

_STAND_IN_FOR = frozenset({"title", "name"})


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a value: the holders passed, each with the key taken; `rest` are keys that lead to nothing written."""

    steps: tuple[tuple[Keyed | Listed, str | int], ...]
    rest: Path
    end: Node | None

    def take_out(self, *, missing: bool) -> bool:
        """Take the value out of its holder; in place of a missing title put an empty one. False where that can't be."""
        if missing and isinstance(self.end, Keyed) and self.rest and self.rest[-1] in _STAND_IN_FOR:
            self.end[str(self.rest[-1])] = STAND_IN
            self.end.pruned.add(str(self.rest[-1]))
            return True
        if missing and self.steps and not self.rest:
            holder, key = self.steps[-1]
            return Way(self.steps[:-1], (key,), holder).take_out(missing=True)
        if not self.steps or (self.end is GONE and not missing):
            return False
        holder, key = self.steps[-1]
        if isinstance(holder, Keyed):
            holder[str(key)] = GONE
            holder.gaps = True
        elif isinstance(key, int):
            holder[key] = GONE
        self.mark()
        return True

    def mark(self, meant: str | None = None) -> None:
        """Let the nearest record know which of its keys is not all that was written, or which one was perhaps meant."""
        for holder, key in reversed(self.steps):
            if isinstance(holder, Keyed) and holder.is_record:
                holder.pruned.add(meant or str(key))
                return


def way_to(root: Keyed, keys: Path, days: dict[int, list[str]]) -> Way:
    """Walk from the top; a list may be written as one value, and a list of readings as a map from day to value.

    `days` remembers the days of such maps, by identity.
    """
    steps: list[tuple[Keyed | Listed, str | int]] = []
    node: Node = root
    for nth, key in enumerate(keys):
        if isinstance(node, Keyed):
            if key not in node and isinstance(key, int) and key < len(node):
                if id(node) not in days:
                    days[id(node)] = list(node)
                key = days[id(node)][key]  # noqa: PLW2901 - the day in place of its number
            if key not in node:
                return Way(tuple(steps), keys[nth:], node)
            steps.append((node, key))
            node = node[str(key)]
        elif isinstance(node, Listed) and isinstance(key, int) and key < len(node):
            steps.append((node, key))
            node = node[key]
        else:
            return Way(tuple(steps), keys[nth:], node)
    return Way(tuple(steps), (), node)


def shorten(node: Node, most: int) -> None:
    """Cut every list, and all keys with values, to so many entries: the first ones."""
    todo = [node]
    while todo:
        each = todo.pop()
        if isinstance(each, Listed):
            del each[most:]
            todo += each
        elif isinstance(each, Keyed):
            for key in list(each)[most:]:
                del each[key]
            todo += each.values()
