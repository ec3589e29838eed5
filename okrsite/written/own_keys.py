"""Keys of the user's own, `x-…`: passed over, but never where they speak of pay, ranks, grades and private facts."""

from __future__ import annotations

from collections.abc import Iterator

from okrsite.written.refused_keys import REASONS, refused_key
from okrsite.written.tree import Keyed, Listed, Node, Path


def is_own(key: str) -> bool:
    """Tell whether a key is the user's own (`x-…`) and may stand."""
    return key.startswith("x-") and refused_key(key.removeprefix("x-")) is None


def refused_everywhere(key: str) -> tuple[str, str, str] | None:
    """Say why a key may stand nowhere, as a user's own either: rule, sentence, way out; None where it may."""
    rule = refused_key(key.removeprefix("x-"))
    if rule is None:
        return None
    words = f"There is no place for `{key}` here. {REASONS[rule]}"
    return rule, words, f"Take it away; `okrsite explain {rule}` says more."


def refused_below(node: Node, keys: Path = ()) -> Iterator[Path]:
    """Find the keys below a value that may stand nowhere, each by the keys that lead to it; not those below such a key."""
    if isinstance(node, Listed):
        for nth, each in enumerate(node):
            yield from refused_below(each, (*keys, nth))
    elif isinstance(node, Keyed):
        for key, value in node.items():
            if refused_everywhere(key):
                yield (*keys, key)
            else:
                yield from refused_below(value, (*keys, key))
