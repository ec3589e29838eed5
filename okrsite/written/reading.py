"""A text → nodes, with either reader of YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from okrsite.written.decoding import NEVER_IN_YAML, Snag, snag_at
from okrsite.written.events import HAS_C, in_c, in_python
from okrsite.written.growing import Growth, Stopped
from okrsite.written.tree import Node, Scalar, keyed
from okrsite.written.wording import in_words

_LINE_BEGINS_WITH_PERCENT = re.compile("^%", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text of YAML says: its nodes, None where nothing can be made of it, and what is wrong with it."""

    node: Node | None
    snags: tuple[Snag, ...] = ()


def read(text: str, *, in_c_if_possible: bool = True, before: int = 0) -> Reading:
    """Read a text of YAML: one document, without tags, anchors, aliases and merge keys, at most 50 levels deep.

    A text with a tab is read in Python, where tabs mean less. What one reader refuses or takes otherwise is refused
    with the other too; words about an error are those of the reader in Python. `before` are the lines of the file that
    stand before the text: the lines of nodes are those of the file, those of snags count from the text's first one.
    """
    refused = _refused_before(text)
    if refused:
        return Reading(None, (refused,))
    if HAS_C and in_c_if_possible and "\t" not in text:
        try:
            return _read(text, strict=False, before=before)
        except yaml.YAMLError as error:
            return _in_other_words(text, error)
    try:
        return _read(text, strict=True, before=before)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return Reading(None, (in_words(text, error),))


def _refused_before(text: str) -> Snag | None:
    found = NEVER_IN_YAML.search(text)
    if found:
        return snag_at(
            text,
            found.start(),
            f"The character U+{ord(found[0]):04X} can’t stand here: it can’t be seen.",
            "Delete it and what it was pasted with.",
        )
    if text.startswith("%") or "\n%" in text:
        at = _LINE_BEGINS_WITH_PERCENT.search(text)
        return snag_at(
            text,
            at.start() if at else 0,
            "A line that begins with % is a directive to YAML, which okrsite doesn’t use.",
            "Take it away, or put the text in quotes.",
        )
    return None


def _read(text: str, *, strict: bool, before: int) -> Reading:
    growth = Growth(text, strict=strict, before=before)
    try:
        growth.take(in_python(text) if strict else in_c(text))
    except Stopped as stopped:
        return Reading(None, (*growth.snags, stopped.snag))
    root = keyed() if growth.root is None or (isinstance(growth.root, Scalar) and not growth.root) else growth.root
    return Reading(root if growth.sound else None, tuple(growth.snags))


def _in_other_words(text: str, error: Exception) -> Reading:
    """Read once more in Python, for the words; where that succeeds the readers differ, and C's refusal stands."""
    again = read(text, in_c_if_possible=False)
    return again if again.snags and again.node is None else Reading(None, (in_words(text, error),))
