"""What the library does in vain for most texts is left out: the same HTML in half the time.

Each step left out looks for a sign that the text does not hold. A law in `tests/prose` holds both ways beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "okr-reference": ("[[",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What is looked for within a paragraph, by the library's names, and the signs without one of which there is none."""

_ANY_SIGN = re.compile(r"[`\\\[<&*_]")
_NEVER_IN_WORDS = re.compile(r"[\s#>=\-+*_:\[\d]|\Z")
_ON_A_NEW_LINE = re.compile(r"\n[\s#>=\-+*_:\[\d]")


def spare(md: Markdown) -> None:
    """Let a converter, to which nothing is added any more, leave out the steps that would change nothing."""
    for name, priority, signs in (("html_block", 20, ("<", "&")), ("fenced_code_block", 25, ("```", "~~~"))):
        if name in md.preprocessors:
            md.preprocessors.register(_WhereThereIs(signs, md.preprocessors[name]), name, priority)
    md.parser.blockprocessors.register(_Words(md.parser), "okr-words", 110)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    known = sorted((name for name in SIGNS if name in md.inlinePatterns), key=md.inlinePatterns.get_index_for_name)
    if len(known) == len(md.inlinePatterns):
        patterns = tuple((SIGNS[name], md.inlinePatterns[name]) for name in known)
        md.treeprocessors.register(_SetAside(md.treeprocessors["inline"], patterns), "okr-set-aside", 27)
    settled: Any = list(md.parser.blockprocessors)
    md.parser.blockprocessors = settled


class _WhereThereIs(Preprocessor):
    """A step before blocks are parted, taken only where one of its signs stands."""

    def __init__(self, signs: tuple[str, ...], step: Preprocessor) -> None:
        super().__init__()
        self.signs, self.step = signs, step

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self.step.run(lines) if any(sign in text for sign in self.signs) else lines


class _Words(ParagraphProcessor):
    """A paragraph that can be nothing else, by how its lines begin: no other kind of block is asked whether it is one."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the library's names
        return not (_NEVER_IN_WORDS.match(block) or "|" in block or ("\n" in block and _ON_A_NEW_LINE.search(block)))


class _SetAside(Treeprocessor):
    """The step before anything is looked for within paragraphs.

    A text in which nothing can begin is set aside; in the others only that is looked for of which there is a sign.
    """

    def __init__(self, inline: Any, patterns: tuple[tuple[tuple[str, ...], Pattern], ...]) -> None:
        super().__init__()
        self.inline, self.patterns = inline, patterns

    def run(self, root: Element) -> None:
        left: list[str] = []
        for element in root.iter():
            if element.text:
                element.text = _judged(element.text, left)
            if element.tail:
                element.tail = _judged(element.tail, left)
        text = "\n".join(left)
        self.inline.inlinePatterns = [each for signs, each in self.patterns if any(sign in text for sign in signs)]


def _judged(text: str, left: list[str]) -> str:
    if isinstance(text, AtomicString):
        return text
    if not _ANY_SIGN.search(text) and "  \n" not in text:
        return AtomicString(text)
    left.append(text)
    return text


class _Unescape(UnescapeTreeprocessor):
    """The library's last step, which puts back what was escaped."""

    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text
