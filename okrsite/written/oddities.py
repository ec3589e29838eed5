"""What the two readers of YAML take differently, or what a scalar may not hold: a sentence and a way out for each."""

from __future__ import annotations

import re
from typing import Any

from okrsite.written.decoding import NEVER_IN_TEXT

QUOTE_IT = "If it is a text, put it in quotes."

_COMMENT_AT_INDICATOR = re.compile(r"[|>][-+0-9]*#")
_NOTHING_BEHIND_COLON = re.compile(r"\s*:[,?\[\]{}]")
_LONE = re.compile("[\ud800-\udfff]")

Said = tuple[str, str, int]
"""A sentence, a way out, how many characters it is about."""


def of_plain_in_braces(event: Any, text: str, *, strict: bool) -> Said | None:
    """Find what a scalar without quotes, within braces or brackets, may not hold.

    `strict` tells that the reader in Python gave it: what the other one refuses by itself is looked for then.
    """
    if "?" in event.value:
        words = "Within braces and brackets a text with a question mark needs quotes."
        return words, 'Write it as "…?".', len(event.value)
    if strict and _NOTHING_BEHIND_COLON.match(text, event.end_mark.index):
        words = "Within braces and brackets a colon at the end of a text can’t be told from a key’s."
        return words, "Put a space behind the colon, or the text in quotes.", 1
    return None


def of_block(event: Any, text: str) -> Said | None:
    """Find a comment that follows directly on the sign of a longer text."""
    if _COMMENT_AT_INDICATOR.match(text, event.start_mark.index):
        return "A comment follows directly on `|` or `>`.", "Put a space before the #.", 1
    return None


def of_escapes(value: str) -> Said | None:
    """Find characters in a text in double quotes that no text shows."""
    found = NEVER_IN_TEXT.search(value) or _LONE.search(value)
    if found is None:
        return None
    return (
        f"This text holds \\u{ord(found[0]):04x}, which no text can show.",
        "Take it away, or write the character itself.",
        1,
    )


def of_marks(event: Any) -> list[Said]:
    """Find an anchor and a tag."""
    said: list[Said] = []
    if event.anchor is not None:
        words = f"`&{event.anchor}` would name this so that it can be repeated elsewhere; okrsite doesn’t do that."
        said.append((words, f"Take it away. {QUOTE_IT}", len(event.anchor) + 1))
    if event.tag is not None:
        words = "A text that begins with `!` is a tag to YAML, which okrsite doesn’t use."
        said.append((words, f"Take it away. {QUOTE_IT}", 1))
    return said
