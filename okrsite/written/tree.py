"""What a YAML file says before anybody expects anything of it: texts, lists and keyed values that know their place."""

from __future__ import annotations

from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a file: `("key_results", 0, "target")`."""


class Scalar(str):
    """A scalar as written. `plain` tells that it stands without quotation marks, where YAML may take it for another kind.

    Only once something is wrong with a file do its scalars know where they stand (`place`).
    """

    __slots__ = ("at", "line", "plain")

    plain: bool
    line: int
    at: Path


class Listed(list["Node"]):
    """A list, with the line it begins on and where it stands."""

    __slots__ = ("at", "line")

    line: int
    at: Path


class Keyed(dict[str, "Node"]):
    """Keys and their values, with the line of the first key and where it stands.

    `gaps` tells that a value is blank or was taken out; `pruned` are the keys whose values were taken out because they
    were wrong, `is_record` that the keys are those of the format.
    """

    __slots__ = ("at", "gaps", "is_record", "line", "pruned")

    line: int
    at: Path
    gaps: bool
    pruned: set[str]
    is_record: bool


class Gone:
    """What stands in place of a value that was wrong, once that has been said."""

    __slots__ = ()


Node: TypeAlias = Scalar | Listed | Keyed | Gone

GONE = Gone()


def scalar(text: str, *, plain: bool = False, line: int = 0, at: Path = ()) -> Scalar:
    """Make a scalar."""
    made = Scalar(text)
    made.plain, made.line, made.at = plain, line, at
    return made


def listed(line: int, at: Path) -> Listed:
    """Make an empty list."""
    made = Listed()
    made.line, made.at = line, at
    return made


def keyed(line: int = 1, at: Path = ()) -> Keyed:
    """Make keyed values without any."""
    made = Keyed()
    made.line, made.at = line, at
    made.gaps, made.is_record, made.pruned = False, False, set()
    return made


def place(node: Node, at: Path = ()) -> None:
    """Let a scalar, or every scalar in lists and keyed values, know where it stands."""
    if isinstance(node, Scalar):
        node.at = at
    elif isinstance(node, (Keyed, Listed)):
        for key, each in node.items() if isinstance(node, Keyed) else enumerate(node):
            place(each, (*node.at, key))


STAND_IN = scalar("")
"""What stands for a required text that is missing, once that has been said: an empty one."""
