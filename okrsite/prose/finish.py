"""The last pass over clean HTML: links become placeholders, headings get their level and id, marks go."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import unquote

from okrsite.prose.marks import BREAK, MARK, OURS, Marked, Spot, without_marks
from okrsite.prose.model import Column, Link, Prose
from okrsite.prose.outline import outline
from okrsite.prose.outside import as_browsers_read, names_a_thing, outside
from okrsite.prose.words import until, words_of

HOLE = "\ufdd0%s%d\ufdd1"  # a placeholder: what it stands for (see `placing`), and the number of the link

_TAG = re.compile(r"<(/?)(a|img|code|pre|h[1-6]|li|sup|div|th)((?: [a-z]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
_OUTSIDE = '<a href="%s" rel="noopener noreferrer"%s>'


def finish(html: str, marked: Marked, key: str) -> Prose:
    """Make prose of clean HTML with marks in it; ids in it begin with `key:`."""
    return _Finish(html, marked, key).prose()


class _Finish:
    """One text on its way from clean HTML to prose: what was found so far."""

    def __init__(self, html: str, marked: Marked, key: str) -> None:
        self.html, self.marked, self.key = html, marked, key
        self.links: list[Link] = []
        self.columns: list[Column] = []
        self.headings = outline(html, marked, key)
        self.ids = {heading.part: heading.id for heading in self.headings if heading.part}
        self.coming = iter(self.headings)
        self.levels: list[int] = []
        self.end_of_anchor = ""
        self.codes = 0

    def prose(self) -> Prose:
        html = without_marks(_TAG.sub(self._tag, self.html)).replace(BREAK, "<br>").strip()
        return Prose(self.marked.source, html, tuple(self.links), (), self.headings, tuple(self.columns))

    def _tag(self, tag: re.Match[str]) -> str:
        closing, name = bool(tag[1]), tag[2]
        if name == "a":
            return self._close_anchor() if closing else self._open_anchor(tag)
        if name == "img":
            return self._image(_attributes(tag[3]))
        if name in ("code", "pre"):
            self.codes += -1 if closing else 1
            return tag[0]
        if name[0] == "h":
            return f"</h{self.levels.pop()}>" if closing else self._open_heading()
        if name == "th" and not closing:
            self._note_column(tag.end())
        return tag[0] if closing else f"<{name}{self._own_attributes(tag[3])}>"

    def _open_anchor(self, tag: re.Match[str]) -> str:
        attributes = _attributes(tag[3])
        title = without_marks(attributes.get("title", ""))
        empty = self.html.startswith("</a>", tag.end())
        make = self._in_code if self.codes else self._anchor
        start, self.end_of_anchor = make(attributes.get("href"), title, empty=empty)
        return start

    def _in_code(self, written: str | None, title: str, *, empty: bool) -> tuple[str, str]:  # noqa: ARG002 - as `_anchor`
        """Make of a link within `<code>` what it was, for nothing in code is a link."""
        spot, _ = self._address(written or "")
        if spot is None or spot.reference is None:
            return "", ""
        return f"[[{escape(spot.reference, quote=False)}{'' if empty else '|'}", "]]"

    def _close_anchor(self) -> str:
        end, self.end_of_anchor = self.end_of_anchor, ""
        return end

    def _anchor(self, written: str | None, title: str, *, empty: bool) -> tuple[str, str]:
        """Make what stands for the opening and for the closing tag of an anchor."""
        spot, href = self._address(written or "")
        within = self._within(href[1:]) if href.startswith("#") else ""
        if within:
            return f"<a{within}{_title(title)}>", "</a>"
        beyond = None if names_a_thing(href) else outside(href)
        if beyond:
            return _OUTSIDE % (escape(beyond), _title(title)) + escape(beyond) * empty, "</a>"
        if beyond is not None or written is None:
            return "", ""
        return self._hole(self._link(spot, href, title, bare=empty))

    def _within(self, name: str) -> str:
        """Make the attributes of a link to a footnote or a heading of this text; empty if there is none of that name."""
        if name.startswith(OURS):
            role = "footnote-ref" if name.startswith("fn:", 1) else "footnote-backref"
            return f' class="{role}" href="#{self.key}:{name[1:]}"'
        part = self.ids.get(unquote(name))
        return f' href="#{escape(part)}"' if part else ""

    def _link(self, spot: Spot | None, href: str, title: str, *, bare: bool) -> Link:
        if spot and spot.reference is not None and not href:
            return Link("reference", spot.reference, bare, *self._place(spot, href), title=title)
        return Link(
            "reference" if names_a_thing(href) else "relative", href, bare, *self._place(spot, href), title=title
        )

    def _hole(self, link: Link) -> tuple[str, str]:
        number = len(self.links)
        self.links.append(link)
        return HOLE % ("a", number) + (HOLE % ("t", number)) * link.bare, HOLE % ("z", number)

    def _image(self, attributes: dict[str, str]) -> str:
        spot, source = self._address(attributes.get("src", ""))
        alt, title = without_marks(attributes.get("alt", "")), without_marks(attributes.get("title", ""))
        beyond = outside(source)
        if beyond is None and not self.codes:
            line, column, length = self._place(spot, source)
            self.links.append(
                Link("image", source, bare=False, line=line, column=column, length=length, alt=alt, title=title)
            )
            return HOLE % ("i", len(self.links) - 1)
        if not beyond or self.codes or self.end_of_anchor or not beyond.lower().startswith("http"):
            return escape(alt, quote=False)
        return _OUTSIDE % (escape(beyond), _title(title)) + escape(alt or beyond, quote=False) + "</a>"

    def _open_heading(self) -> str:
        heading = next(self.coming)
        self.levels.append(heading.level)
        return f'<h{heading.level} id="{escape(heading.id)}">' if heading.id else f"<h{heading.level}>"

    def _note_column(self, start: int) -> None:
        content = until("</th>", self.html, start)
        words = words_of(content)
        if words:
            self.columns.append(Column(words, *self.marked.line_and_column(self.marked.place_of(content, words))))

    def _own_attributes(self, written: str) -> str:
        """Keep of ids and classes only those made here."""
        kept = ""
        for name, value in _ATTRIBUTE.findall(written):
            if name not in ("id", "class"):
                kept += f' {name}="{value}"'
            elif value.startswith(OURS):
                kept += f' {name}="{value[1:]}"' if name == "class" else f' id="{self.key}:{value[1:]}"'
        return kept

    def _address(self, written: str) -> tuple[Spot | None, str]:
        """Give the mark that an address bears, and the address itself."""
        found = MARK.search(written)
        return self.marked.spots[int(found[1])] if found else None, as_browsers_read(without_marks(written))

    def _place(self, spot: Spot | None, written: str) -> tuple[int, int, int]:
        if spot is None:
            return 1, 1, 1
        whole = self.marked.plain.startswith(written, spot.place)
        return *self.marked.line_and_column(spot.place), len(written) if written and whole else spot.length


def _attributes(written: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}


def _title(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""
