"""YAML as people write it: what is read, what is refused and where; both readers give the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrsite.diagnostics import Finding
from okrsite.written import decoded, tree
from okrsite.written.events import HAS_C
from okrsite.written.reading import Reading, read
from okrsite.written.tree import Keyed, Listed, Node, Scalar


def both(text: str) -> Reading:
    """Read with either reader; the two must agree."""
    fast, slow = read(text), read(text, in_c_if_possible=False)
    assert seen(fast) == seen(slow)
    return fast


def seen(reading: Reading) -> object:
    """Give all that a program can see of a reading."""
    if reading.node is not None:
        tree.place(reading.node)
    return reading.node is None or shape(reading.node), [
        (snag.line, snag.column) for snag in reading.snags if reading.node
    ]


def shape(node: Node) -> Any:
    if isinstance(node, Scalar):
        return str(node), node.plain, node.line, node.at
    if isinstance(node, Keyed):
        return "keys", node.line, node.at, node.gaps, [(key, shape(value)) for key, value in node.items()]
    return ("list", node.at, [shape(each) for each in node]) if isinstance(node, Listed) else "gone"


def place(text: str) -> tuple[int, int]:
    """Tell where a text is refused."""
    reading = both(text)
    assert reading.node is None
    assert len(reading.snags) == 1, reading.snags
    return reading.snags[0].line, reading.snags[0].column


def test_the_c_reader_is_tried_here() -> None:
    assert HAS_C


def test_scalars_keep_their_words_and_know_whether_they_are_quoted() -> None:
    node = both('a: no\nb: "no"\nc: 0123\nd: >\n  two\n  lines\n').node
    assert isinstance(node, Keyed)
    assert [(str(each), each.plain, each.line) for each in node.values() if isinstance(each, Scalar)] == [
        ("no", True, 1),
        ("no", False, 2),
        ("0123", True, 3),
        ("two lines\n", False, 4),
    ]


def test_everything_knows_its_line_and_the_keys_that_lead_to_it() -> None:
    node: Any = both("# first\nkrs:\n  - title: a\n\n  - title: b\n    readings: {x: 1}\n").node
    second = node["krs"][1]
    assert (second.line, second.at) == (5, ("krs", 1))
    assert (second["readings"]["x"].line, second["readings"]["x"].at) == (6, ("krs", 1, "readings", "x"))


def test_characters_that_end_a_line_for_yaml_alone_do_not_shift_lines() -> None:
    node: Any = both('a: "x\u2028y\u0085z"\nb: c\n').node
    assert node["b"].line == 2


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "--- # nothing\n"])
def test_a_text_without_anything_has_no_keys(text: str) -> None:
    node = both(text).node
    assert isinstance(node, Keyed)
    assert not node


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: 1\nb: &x 2\n", (2, 4)),
        ("a: 1\nb: *x\n", (2, 4)),
        ("a: 1\n<<: {b: 1}\n", (2, 1)),
        ("a: !!str 1\n", (1, 4)),
        ("a: ! b\n", (1, 4)),
        ("a: !<tag:x> b\n", (1, 4)),
        ("a: [1, &x b]\n", (1, 8)),
        ("%YAML 1.3\n---\na: 1\n", (1, 1)),
        ("%YAML 1.1\n---\na: 1\n", (1, 1)),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", (1, 1)),
        ("a: 1\n---\nb: 2\n", (2, 1)),
        ("a: 1\n...\n---\nb: 2\n", (3, 1)),
        ("a: 1\n: b\n", (2, 1)),
        ("? [a, b]\n: c\n", (1, 3)),
        ("a: {what?, of: x}\n", (1, 5)),
        ("a: {text: Which rooms?}\n", (1, 11)),
        ("a: {b:}\n", (1, 5)),
        ("a: [b:]\n", (1, 5)),
        ('a: "x\\ud800y"\n', (1, 4)),
        ('a: "x\\0y"\n', (1, 4)),
        ("a: x\ufeffy\n", (1, 5)),
        ("a: x\u0080y\n", (1, 5)),
        ("a: |#c\n  b\n", (1, 4)),
    ],
)
def test_what_the_format_does_not_use_is_refused_at_its_place(text: str, where: tuple[int, int]) -> None:
    assert place(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a:\tb\n", (1, 3)),
        ("a: b\t\nc: d\n", (1, 5)),
        ("a:\n\tb: c\n", (2, 1)),
        ("why: a: b\n", (1, 7)),
        ("a: 'b\nc: d\n", (1, 4)),
        ("a: [b, c\nd: e\n", (1, 4)),
        ("a: {b: c\n", (1, 4)),
        ('a: "b" c\n', (1, 8)),
        ("a: @b\n", (1, 4)),
        ("a: `b\n", (1, 4)),
        ("a: %b\n", (1, 4)),
        ("a: *\n", (1, 4)),
        ('a: "\\q"\n', (1, 6)),
        ('a: "\\U00110000"\n', (1, 5)),
        ("a: b\n c: d\n", (2, 3)),
        ("a: 1\nb\n", (2, 1)),
        ("a: - b\n", (1, 4)),
        ("a: > b\n", (1, 6)),
        ("title:foo\nwhy: x\n", (1, 6)),
        ("  a: 1\n b: 2\n", (2, 2)),
        ("- a\nb: c\n", (2, 1)),
    ],
)
def test_what_is_no_yaml_is_refused_where_it_is_to_be_mended(text: str, where: tuple[int, int]) -> None:
    assert place(text) == where


def test_a_colon_in_a_text_is_explained() -> None:
    snag = both("title: x\nwhy: We say: no\n").snags[0]
    assert (snag.line, snag.column) == (2, 12)
    assert "`why`" in snag.message
    assert "quotes" in snag.help
    assert ">" in snag.help


def test_a_key_that_stands_twice_is_told_and_the_rest_is_read() -> None:
    reading = both('a: 1\nb: 2\n"a": 3\na: {c: 4}\n')
    assert [(snag.line, snag.column, snag.length) for snag in reading.snags] == [(3, 1, 1), (4, 1, 1)]
    assert shape(reading.node or Keyed())[4] == [("a", ("1", True, 1, ("a",))), ("b", ("2", True, 2, ("b",)))]


def test_several_things_at_once_are_all_told() -> None:
    assert [snag.line for snag in both("a: &x 1\nb: *x\nc: !t 2\n<<: *x\n").snags] == [1, 2, 3, 4]


def test_a_tab_within_quotes_or_a_longer_text_is_a_tab() -> None:
    node: Any = both('a: "x\ty"\nb: |\n  x\ty\n# c\td\n').node
    assert (node["a"], node["b"]) == ("x\ty", "x\ty\n")


def nested(depth: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(depth - 1)) + " " * (depth - 1) + "a: b\n"


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    assert both(nested(50)).node is not None
    assert place(nested(51))[0] == 51


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "a: " + "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "a: " + "[" * 49 + "[["]
)
def test_what_is_nested_without_end_is_refused_before_it_harms(text: str) -> None:
    reading = read(text)
    assert reading.node is None
    assert reading.snags[0].rule == "syntax"


def test_a_bomb_does_not_go_off() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert both(bomb).node is None


def test_a_text_with_very_many_entries_is_read() -> None:
    node = read("- a\n" * 100_000).node
    assert isinstance(node, Listed)
    assert len(node) == 100_000


_ODDITIES = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            "c:",
            "- ",
            "-",
            "? ",
            "?",
            ": ",
            ":",
            ", ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\n",
            "\n  ",
            "\n ",
            " ",
            "'",
            '"',
            "''",
            "\\",
            "\\n",
            "\\x41",
            "\\ud83d",
            "\\U00110000",
            "#",
            " #",
            "|",
            "|\n  x\n",
            ">-\n  y\n",
            "|2\n",
            "!",
            "&",
            "*",
            "%",
            "@",
            "`",
            "---",
            "...",
            "\x85",
            "\u2028",
            "\ufeff",
            "é",
            "😀",
            "1",
            "<<",
            "=",
            "~",
            "\t",
            "\n- ",
            "\na: ",
            "\n\n",
            "x?",
            "a:b",
            "{a: 1}",
            "[x, y]",
            '"q"',
            "{what?, of: x}",
            "{a:}",
            "[a:]",
            "|#c\n  x",
            "http://x",
            "k: ",
        ]
    ),
    max_size=10,
).map("".join)
_AROUND = st.sampled_from(["{}", "k: {}", "- [{}]", "k: {{{}}}\nz: 1\n", "k:\n  - {}\n", "- |\n  {}\n"])


@settings(max_examples=1500, deadline=None)
@given(around=_AROUND, odd=_ODDITIES)
@example(around="- [{}]", odd="\\ :")
@example(around="{}", odd="? \\")
def test_both_readers_accept_refuse_and_understand_the_same(around: str, odd: str) -> None:
    both(around.format(odd))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_by_both(text: str) -> None:
    both(text)


def finding(content: bytes) -> Finding:
    found = decoded("x.md", content)
    assert isinstance(found, Finding)
    assert found.rule == "syntax"
    return found


def test_a_byte_order_mark_and_the_ends_of_lines_of_windows_are_accepted() -> None:
    assert decoded("x.md", b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n") == "a: 1\nb: 2\nc: 3\n"


def test_latin_1_is_refused_at_its_first_letter_that_is_not_utf_8() -> None:
    found = finding("title: x\nwhy: Stra\xdfe".encode("latin-1"))
    assert (found.span.line, found.span.column, found.span.excerpt) == (2, 10, "why: Stra\ufffde")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_unicode_are_refused(encoding: str) -> None:
    finding("title: größer\n".encode(encoding))


def test_utf_16_is_called_by_its_name() -> None:
    assert "UTF-16" in finding("title: x".encode("utf-16")).message


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\uffff"])
def test_characters_that_no_text_shows_are_refused(character: str) -> None:
    found = finding(f"title: x\n\nwhy: a{character}b\n".encode())
    assert (found.span.line, found.span.column) == (3, 7)


def test_a_scalar_of_ten_megabytes_is_not_read() -> None:
    assert "1 MiB" in finding(b"why: " + b"a" * 10_000_000).message


def test_a_lone_surrogate_is_not_utf_8() -> None:
    assert finding(b"a: \xed\xa0\x80\n").span.column == 4
