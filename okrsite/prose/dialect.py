"""The Markdown that is written here: Python-Markdown with tables, footnotes, definitions, fences, `[[reference]]`."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor

from okrsite.prose.marks import BAR, ESCAPED_BAR, OPEN, OURS, SHUT

_REFERENCE = (
    rf"\[\[{OPEN}(\d+){SHUT}[^\[\]{BAR}{ESCAPED_BAR}]*"
    rf"(?:[{BAR}{ESCAPED_BAR}]((?:[^\[\]]|\[(?!\[)|\](?!\]))*))?\]\](?!\([^\s()]*\))"
)


class _Reference(InlineProcessor):
    """`[[reference]]` and `[[reference|text]]`, as an anchor that leads to the mark of the reference."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        anchor = Element("a", href=f"{OPEN}{m[1]}{SHUT}")
        anchor.text = (m[2] or "").strip()
        return anchor, m.start(), m.end()


class _References(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(_Reference(_REFERENCE, md), "okr-reference", 178)


class _Footnotes(FootnoteExtension):
    """Footnotes with ids that say they were made here, by number, so that no label can spoil them."""

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - the library's names
        return f"{OURS}fn:{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802 - the library's
        return self.unique_ref(f"{OURS}fnref:{self._number(id)}", found)

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1


def _footnotes() -> FootnoteExtension:
    return _Footnotes(BACKLINK_TITLE="", BACKLINK_TEXT="&#8617;&#65038;")


@cache
def text_dialect() -> Markdown:
    """The Markdown of a whole text. One instance is used for all; `reset` before each."""
    tables = TableExtension(use_align_attribute=True)
    return Markdown(extensions=[tables, _footnotes(), "def_list", "fenced_code", _References()])


@cache
def line_dialect() -> Markdown:
    """The Markdown of one line: what stands inside a paragraph, and nothing that makes a block."""
    md = Markdown(extensions=[_References()])
    md.preprocessors.deregister("html_block")
    for name in [item.name for item in md.parser.blockprocessors._priority if item.name != "paragraph"]:  # noqa: SLF001 - there is no other list of names
        md.parser.blockprocessors.deregister(name)
    return md
