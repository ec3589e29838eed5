"""The last pass over clean HTML: links become placeholders, headings get their level and id, marks go."""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape

from okrsite.prose.marks import BREAK, MARK, OURS, Marked, Spot, without_marks
from okrsite.prose.model import Column, Heading, Link, Prose

HOLE = "\ufdd0%s%d\ufdd1"  # a placeholder: what it stands for (see `placing`), and the number of the link

_TAG = re.compile(r"<(/?)(a|img|h[1-6]|li|sup|div|th)((?: [a-z]+=\"[^\"]*\")*)>(</a>)?")
_ANY_TAG = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"([^/?#:]*):")
_LONGEST_HEADING = 1_000


def finish(html: str, marked: Marked, key: str) -> Prose:
    """Make prose of clean HTML with marks in it."""
    return _Finish(html, marked, key).prose()


def slug(text: str) -> str:
    """Letters, marks and digits of a text in lower case, runs of anything else as one hyphen; at most 100 characters."""
    kept = "".join(
        c if unicodedata.category(c)[0] in "LMN" else " " for c in unicodedata.normalize("NFC", text).lower()
    )
    whole = "-".join(kept.split())
    if len(whole) <= 100:  # noqa: PLR2004 - as ids are
        return whole
    return whole[:100].rpartition("-")[0] or whole[:100]


class _Finish:
    """One text on its way from clean HTML to prose: what was found so far."""

    def __init__(self, html: str, marked: Marked, key: str) -> None:
        self.html, self.marked, self.key = html, marked, key
        self.links: list[Link] = []
        self.columns: list[Column] = []
        self.headings = _Outline(self).headings() if "<h" in html else []
        self.parts = {heading.part: heading.id for heading in self.headings}
        self.opened_headings = 0
        self.open_heading_levels: list[int] = []
        self.end_of_anchor = ""
        self.in_anchor = False

    def prose(self) -> Prose:
        html = _TAG.sub(self._tag, self.html)
        html = _marks_out(html).replace(BREAK, "<br>")
        return Prose(self.marked.source, html.strip(), tuple(self.links), (), tuple(self.headings), tuple(self.columns))

    def _tag(self, tag: re.Match[str]) -> str:
        name, closing = tag[2], bool(tag[1])
        if name == "a":
            return self._end_of_anchor() if closing else self._anchor(tag)
        if name == "img":
            return self._image(_attributes(tag[3]))
        if name[0] == "h":
            return self._heading(closing=closing)
        if name == "th" and not closing:
            self._column(tag)
            return tag[0]
        return tag[0] if closing else f"<{name}{self._own_attributes(tag[3])}>"

    def _anchor(self, tag: re.Match[str]) -> str:
        attributes = _attributes(tag[3])
        empty = bool(tag[4])
        start, end = self._ends(attributes, empty=empty)
        if empty:
            return start + end
        self.end_of_anchor, self.in_anchor = end, bool(start)
        return start

    def _ends(self, attributes: dict[str, str], *, empty: bool) -> tuple[str, str]:
        """What stands for the opening and the closing tag of an anchor."""
        if "href" not in attributes:
            return "", ""
        spot, href = self._address(attributes["href"])
        title = without_marks(attributes.get("title", ""))
        if href.startswith("#" + OURS):
            return self._to_footnote(href[2:])
        if href[:1] == "#" and (part := self.parts.get(href[1:])):
            return f'<a href="#{escape(part)}"{_title(title)}>', "</a>"
        if spot and spot.reference is not None and not href:
            return self._hole(Link("reference", spot.reference, empty, *self._place(spot), title=title))
        outside = _outside(href)
        if outside is None:
            return self._hole(Link("relative", href, empty, *self._place(spot), title=title))
        if not outside:
            return "", ""
        return f'<a href="{escape(outside)}" rel="noopener noreferrer"{_title(title)}>', escape(
            outside
        ) * empty + "</a>"

    def _hole(self, link: Link) -> tuple[str, str]:
        number = len(self.links)
        self.links.append(link)
        return HOLE % ("a", number) + (HOLE % ("t", number)) * link.bare, HOLE % ("z", number)

    def _to_footnote(self, name: str) -> tuple[str, str]:
        role = "footnote-ref" if name.startswith("fn:") else "footnote-backref"
        return f'<a class="{role}" href="#{self.key}:{name}">', "</a>"

    def _end_of_anchor(self) -> str:
        end, self.end_of_anchor, self.in_anchor = self.end_of_anchor, "", False
        return end

    def _image(self, attributes: dict[str, str]) -> str:
        spot, source = self._address(attributes.get("src", ""))
        alt, title = without_marks(attributes.get("alt", "")), without_marks(attributes.get("title", ""))
        outside = _outside(source)
        if outside is None and not source.startswith("#"):
            self.links.append(Link("image", source, bare=False, alt=alt, title=title, **self._placed_at(spot)))
            return HOLE % ("i", len(self.links) - 1)
        if not outside or self.in_anchor or not outside.startswith("http"):
            return escape(alt, quote=False)
        return f'<a href="{escape(outside)}" rel="noopener noreferrer"{_title(title)}>{escape(alt or outside, quote=False)}</a>'

    def _heading(self, *, closing: bool) -> str:
        if closing:
            return f"</h{self.open_heading_levels.pop()}>"
        heading = self.headings[self.opened_headings]
        self.opened_headings += 1
        self.open_heading_levels.append(heading.level)
        return f'<h{heading.level} id="{escape(heading.id)}">' if heading.id else f"<h{heading.level}>"

    def _column(self, tag: re.Match[str]) -> None:
        content = self.html[tag.end() : self.html.find("</th>", tag.end())]
        text, (line, column) = words_of(content), self.first_place(content, tag.end())
        self.columns.append(Column(text, line, column))

    def _own_attributes(self, written: str) -> str:
        """Of ids and classes only those made here."""
        kept = ""
        for name, value in _ATTRIBUTE.findall(written):
            if name not in ("id", "class"):
                kept += f' {name}="{value}"'
            elif value.startswith(OURS):
                kept += f' {name}="{value[1:]}"' if name == "class" else f' id="{self.key}:{value[1:]}"'
        return kept

    def _address(self, written: str) -> tuple[Spot | None, str]:
        """The mark that an address bears, and the address itself without what browsers pass over."""
        found = MARK.search(written)
        spot = self.marked.spots[int(found[1])] if found else None
        return spot, _CONTROLS.sub("", without_marks(written)).strip()

    def _place(self, spot: Spot | None) -> tuple[int, int, int]:
        if spot is None:
            return 1, 1, 1
        return *self.marked.line_and_column(spot.place), spot.length

    def _placed_at(self, spot: Spot | None) -> dict[str, int]:
        return dict(zip(("line", "column", "length"), self._place(spot), strict=True))

    def first_place(self, content: str, start: int) -> tuple[int, int]:
        """Line and column of what stands between two tags: by its mark, else by its words."""
        del start
        found = MARK.search(content)
        if found:
            return self.marked.line_and_column(self.marked.spots[int(found[1])].place)
        place = self.marked.source.find(words_of(content))
        return self.marked.line_and_column(max(place, 0))


class _Outline:
    """The headings of a text, the first of them at level 2, none deeper than one below its own."""

    def __init__(self, text: _Finish) -> None:
        self.text = text
        self.taken: dict[str, int] = {}

    def headings(self) -> list[Heading]:
        above: list[int] = []
        found = []
        for tag in re.finditer(r"<h([1-6])(?: [^>]*)?>", self.text.html):
            written = int(tag[1])
            while above and above[-1] >= written:
                above.pop()
            above.append(written)
            found.append(self._heading(min(len(above) + 1, 6), tag.end()))
        return found

    def _heading(self, level: int, start: int) -> Heading:
        end = self.text.html.find("</h", start, start + _LONGEST_HEADING)
        content = self.text.html[start : end if end >= 0 else start + _LONGEST_HEADING]
        words = words_of(content)
        part = self._unique(slug(words))
        line, column = self.text.first_place(content, start)
        return Heading(level, words, f"{self.text.key}:{part}" if part else "", part, line, column)

    def _unique(self, part: str) -> str:
        name, times = part, self.taken.get(part, 0)
        while name in self.taken and part:
            times += 1
            name = f"{part}-{times + 1}"
        self.taken[part] = times
        self.taken.setdefault(name, 0)
        return name


def words_of(html: str) -> str:
    """Text of HTML without tags and marks, on one line."""
    return " ".join(without_marks(unescape(_ANY_TAG.sub("", html))).split())


def _attributes(written: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}


def _marks_out(html: str) -> str:
    """Take out what is left of marks, but not the placeholders."""
    return without_marks(html)


def _outside(address: str) -> str | None:
    """An address that leads outside: as it may stand in a page, empty if it may not; None for one of the site's own."""
    if address.startswith("//"):
        return "https:" + address
    scheme = _SCHEME.match(address)
    if scheme is None:
        return None
    name = scheme[1].strip().lower()
    if name in ("http", "https"):
        return address if address[scheme.end() :].startswith("//") else ""
    return address if name in ("mailto", "tel") else ""


def _title(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""
