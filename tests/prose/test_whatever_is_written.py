"""Laws that hold whatever somebody writes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrsite.prose import Placed, Prose, block, inline, placed, plain
from okrsite.prose.clean import clean
from okrsite.prose.dialect import one_line, whole_text
from okrsite.prose.finish import finish
from okrsite.prose.marks import mark
from okrsite.prose.quick import quick_line, quick_text

PIECES = [
    *"[]()!*_`<>&|#-+:=\\\"'~^{}/ .,\t\n\n\n",
    *("[[", "]]", "|", "[[wards/x]]", "[[wards/x|why *so*]]", "[[#a]]", "[a](b.md)", "[a](<b c.md> 'T')", "![a](p.png)"),
    *("[a]: b.md\n", "[a][a]", "[^1]", "[^1]: note\n", "| a | b |\n|---|---|\n| c | d |\n", "```\n", "~~~\n", "    code\n"),
    *("# Head\n", "Head\n===\n", "- item\n", "1. item\n", "> said\n", "term\n:   what\n", "  \n", "---\n", "***"),
    *("<a href='", "<a href=javascript:alert(1)>", "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=x>"),
    *("<div class=footnote id=x style='a'>", "</div>", "<b>", "</p>", "<table><tr><th>Pay", "<h1>", "<!--", "-->", "<form><input>"),
    *("javascript:", "data:text/html,", "http://a.b/?c=d&e", "https://a.b", "mailto:a@b.c", "//a.b", "<https://a.b>", "<a@b.c>"),
    *("\ufdd0a0\ufdd1", "\ufdd00\ufdd1", "\ufdd2", "\ufdd4", "&#xfdd0;", "&#64976;0&#64977;", "&\\#xfdd0;", "\x02klzzwxh:0001\x03", "\x02wzxhzdk:0\x03", "\x00"),
    *("okr:12", "كلمة", "目標", "\u202e", "\u2028", "\x85", "\x0c", "\xa0", "é", "e\u0301", "😀", "&amp;", "&lt;", "&nope;", "&#9;", "\r\n", "\ud800"),
    *("word", "two words", "3 < 4 & 5 > 2", "R&D", "a_b_c", "2 * 3 * 4", "12. ", "it's", "“so”"),
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)
LAW = settings(max_examples=300, deadline=None, derandomize=True)
ALLOWED_TAGS = re.compile(
    "a|abbr|b|bdi|bdo|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|ins|kbd|li|mark|"
    "ol|p|pre|q|rp|rt|ruby|s|samp|small|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|wbr"
)
ALLOWED_ATTRIBUTES = re.compile("href|title|src|alt|loading|start|id|class|colspan|rowspan|align|rel|dir|lang")
VOID = {"br", "hr", "img", "wbr"}


class Reader(HTMLParser):
    """Reads HTML strictly: allowed tags and attributes, safe addresses, everything closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert ALLOWED_TAGS.fullmatch(tag)
        for name, value in attrs:
            assert ALLOWED_ATTRIBUTES.fullmatch(name)
            assert value is not None
            if name in ("href", "src"):
                assert re.match(r"(https?://|mailto:|tel:|#|placed/)", value, re.IGNORECASE), value
            if name == "src":
                assert value.startswith("placed/")
            if name == "class":
                assert value in ("footnotes", "footnote-ref", "footnote-backref")
            if name == "id":
                assert value.startswith("text:")
        if tag == "a":
            assert "a" not in self.open
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def somewhere(number: int) -> Placed | None:
    return Placed(f"placed/{number}", f"Thing <{number}>") if number % 3 else None


def converted(text: str) -> list[Prose]:
    return [prose for prose in (block(text, key="text"), inline(text)) if isinstance(prose, Prose)]


@LAW
@given(TEXTS)
@example("[^1] [^1]\n\n[^1]: a\n[^1]: b")
@example("<h1><b><h1>x</h1></b></h1>")
@example("<a href='x.md'><img src='https://a.b/c.png'></a>")
def test_html_is_safe_and_well_formed(text: str) -> None:
    for prose in converted(text):
        read(placed(prose, somewhere, nowhere="one private objective"))


@LAW
@given(TEXTS)
def test_every_placeholder_has_its_link_and_no_other_trace_of_marks_is_left(text: str) -> None:
    for prose in converted(text):
        holes = re.findall("\ufdd0([atzi])([0-9]+)\ufdd1", prose.html)
        assert {int(number) for _, number in holes} == set(range(len(prose.links)))
        assert not re.search("[\ufdd0-\ufdef]", placed(prose, somewhere, nowhere="…"))
        assert not re.search("[\ufdd0-\ufdef]", plain(prose, somewhere))


@LAW
@given(TEXTS)
@example("\r[[wards/x]]")
def test_every_link_stands_where_it_says(text: str) -> None:
    for prose in converted(text):
        lines = prose.source.split("\n")
        for link in prose.links:
            assert 1 <= link.line <= len(lines)
            assert 1 <= link.column <= len(lines[link.line - 1]) + 1


@LAW
@given(TEXTS)
def test_ids_are_unique_within_a_text(text: str) -> None:
    for prose in converted(text):
        ids = re.findall(r' id="([^"]*)"', prose.html)
        assert len(ids) == len(set(ids))


@LAW
@given(TEXTS)
def test_headings_begin_at_the_second_level_and_skip_none(text: str) -> None:
    for prose in converted(text):
        level = 1
        for heading in prose.headings:
            assert 2 <= heading.level <= min(level + 1, 6)
            level = heading.level


PLAIN_PIECES = [
    *"abcé.,;:!?()-–/'\"% &#+=0189~{}^$@\n\n",
    " word ",
    "12. ",
    "R & D",
    "目標",
    "كلمة",
    "- ",
    "3 > 2",
    "&c",
    "\xa0",
    "\n\n",
    "\t",
    "  \n",
]


@settings(LAW, max_examples=1_000)
@given(st.lists(st.sampled_from(PLAIN_PIECES), max_size=30).map("".join) | st.text(max_size=30))
def test_the_quick_way_writes_what_markdown_would(text: str) -> None:
    quick = quick_text(text)
    if quick is not None:
        marked = mark(text)
        assert quick == finish(clean(whole_text().html(marked.text)), marked, "text").html
    quick = quick_line(text)
    if quick is not None:
        marked = mark(text)
        assert quick == finish(clean(one_line().html(marked.text.strip()), line=True), marked, "").html


@LAW
@given(TEXTS)
def test_the_same_text_gives_the_same_prose_again(text: str) -> None:
    assert block(text, key="text") == block(text, key="text")
    assert inline(text) == inline(text)
