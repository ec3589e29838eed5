"""The Markdown that is written here: Python-Markdown with tables, footnotes, definitions, fences, `[[reference]]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, Registry

from okrsite.prose.marks import BAR, ESCAPED_BAR, OPEN, OURS, SHUT
from okrsite.prose.sparing import spare
from okrsite.prose.weight import Scales, weigh_blocks, weigh_html, weigh_source, weigh_words

_REFERENCE = (
    rf"\[\[{OPEN}(\d+){SHUT}[^\[\]{BAR}{ESCAPED_BAR}]*"
    rf"(?:[{BAR}{ESCAPED_BAR}]((?:[^\[\]]|\[(?!\[)|\](?!\]))*))?\]\](?!\([^\s()]*\))"
)

_WORDS = re.compile(r"(?![ >|:\-+*#=]|\d+\.|\[\^)")
_ITEM = re.compile(r"[ ]{0,3}(?:[-+*]|1\.)[ ]+(?=[^\s\-*])")
_AFTER_DEFINITION = re.compile(r"^(:[ ]{1,3}[^\n]*\n)(?=[^\s:][^\n]*\n(?:[^\s:][^\n]*\n)*:[ ])", re.MULTILINE)
_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \n]|$)(?P<header>(?:\\.|[^\\\n#]|#+(?=[^#\n]))*?)#*(?:\n|$)")


class _Reference(InlineProcessor):
    """`[[reference]]` and `[[reference|text]]`, as an anchor that leads to the mark of the reference."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        anchor = Element("a", href=f"{OPEN}{m[1]}{SHUT}")
        anchor.text = (m[2] or "").strip()
        return anchor, m.start(), m.end()


class _Weighing(Preprocessor):
    """A step at which the text is weighed as it stands then."""

    def __init__(self, weigh: Callable[[str, Scales], None], scales: Scales) -> None:
        super().__init__()
        self.weigh, self.scales = weigh, scales

    def run(self, lines: list[str]) -> list[str]:
        self.weigh("\n".join(lines), self.scales)
        return lines


class _Apart(Preprocessor):
    """The step that puts an empty line where people leave it out: before a list, and between definitions."""

    def run(self, lines: list[str]) -> list[str]:
        apart: list[str] = []
        in_words = False
        for line in lines:
            if in_words and _ITEM.match(line):
                apart.append("")
                in_words = False
            elif not line:
                in_words = False
            elif not apart or not apart[-1]:
                in_words = bool(_WORDS.match(line))
            in_words = in_words and line[:1] != ":"
            apart.append(line)
        return _AFTER_DEFINITION.sub(r"\1\n", "\n".join(apart)).split("\n")


class _WeighingWords(Treeprocessor):
    """The step before links and emphasis are looked for: what each paragraph, item and cell weighs."""

    def __init__(self, scales: Scales) -> None:
        super().__init__()
        self.scales = scales

    def run(self, root: Element) -> None:
        for element in root.iter():
            for text in (element.text, element.tail):
                if text and not isinstance(text, AtomicString):
                    weigh_words(text, self.scales)


class _OwnClass(Treeprocessor):
    """The step after footnotes are made: their frame bears a class made here. Raw HTML is no part of the tree."""

    def run(self, root: Element) -> None:
        for frame in root.iter("div"):
            if frame.get("class") == "footnote":
                frame.set("class", f"{OURS}footnotes")


class _House(Extension):
    """What is our own: `[[reference]]`, and scales that refuse what would take too long."""

    def __init__(self, *, blocks: bool) -> None:
        super().__init__()
        self.blocks, self.scales = blocks, Scales()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(_Reference(_REFERENCE, md), "okr-reference", 178)
        md.treeprocessors.register(_WeighingWords(self.scales), "okr-weigh-words", 25)
        md.preprocessors.register(_Weighing(weigh_html, self.scales), "okr-weigh-html", 22)
        if self.blocks:
            self._weigh_blocks(md)
            md.treeprocessors.register(_OwnClass(), "okr-own-class", 5)

    def _weigh_blocks(self, md: Markdown) -> None:
        md.parser.blockprocessors["hashheader"].RE = _HEADING  # type: ignore[attr-defined]
        md.preprocessors.register(_Apart(), "okr-apart", 12)
        md.preprocessors.register(_Weighing(weigh_source, self.scales), "okr-weigh-source", 28)
        md.preprocessors.register(_Weighing(weigh_blocks, self.scales), "okr-weigh-blocks", 10)


class _Footnotes(FootnoteExtension):
    """Footnotes whose ids say that they were made here, by number, so that no label can spoil them."""

    def reset(self) -> None:
        super().reset()
        self.numbers: dict[str, int] = {}

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - the library's names
        return f"{OURS}fn:{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802 - the library's
        name = f"{OURS}fnref:{self._number(id)}"
        if not found:
            return name
        times = self.found_refs[name] = self.found_refs.get(name, 0) + 1
        return name if times == 1 else f"{OURS}fnref{times}:{self._number(id)}"

    def _number(self, label: str) -> int:
        if len(self.numbers) != len(self.footnotes):
            self.numbers = {name: number for number, name in enumerate(self.footnotes, 1)}
        return self.numbers[label]


class Dialect:
    """One Markdown converter, used for one text after the other; `sparing`, it leaves out what would change nothing."""

    def __init__(self, md: Markdown, house: _House, *, sparing: bool) -> None:
        self.md, self.scales = md, house.scales
        if sparing:
            spare(md)

    def html(self, text: str) -> str:
        """Convert a text; one that would take too long is refused as `TooHeavyError`."""
        self.md.reset()
        self.scales.clear(len(text))
        return self.md.convert(text)


@cache
def whole_text(*, sparing: bool = True) -> Dialect:
    """Make the Markdown of a whole text, once."""
    house = _House(blocks=True)
    tables = TableExtension(use_align_attribute=True)
    footnotes = _Footnotes(BACKLINK_TITLE="", BACKLINK_TEXT="&#8617;&#65038;")
    return Dialect(Markdown(extensions=[tables, footnotes, "def_list", "fenced_code", house]), house, sparing=sparing)


@cache
def one_line(*, sparing: bool = True) -> Dialect:
    """Make the Markdown of one line, once: what stands inside a paragraph, and nothing that makes a block."""
    house = _House(blocks=False)
    md = Markdown(extensions=[house])
    md.preprocessors.deregister("html_block")
    paragraph = md.parser.blockprocessors["paragraph"]
    md.parser.blockprocessors = Registry()
    md.parser.blockprocessors.register(paragraph, "paragraph", 10)
    return Dialect(md, house, sparing=sparing)
