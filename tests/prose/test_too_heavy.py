"""Texts that would take more than linear time are refused with their line; what people write passes."""

from __future__ import annotations

import pytest

from okrsite.prose import Prose, Trouble, block, inline

FLOODS = {
    "open brackets": "[" * 20_000,
    "open images": "![" * 10_000,
    "open references": "[[" * 10_000,
    "open texts": "[[a|" * 5_000,
    "open addresses": "[a](" * 5_000,
    "open quoted addresses": '[a]("b) ' * 4_000,
    "nested brackets": "[" * 8_000 + "]" * 8_000,
    "nested links": "[" * 8_000 + "](a)" * 8_000,
    "open tags": "<a " * 5_000,
    "tags within a tag": "<a " * 5_000 + ">",
    "escaped backticks": "``\\" * 7_000,
    "footnotes of one name": "[^1]: a\nb\n" * 5_000,
    "definitions of one term": "term" + "\n:   a" * 6_000,
    "open attributes": '<b a="' * 5_000,
    "tags within tags": "<div>" * 60_000,
    "wrong ends": "<div>" * 8_000 + "</span>" * 8_000,
    "comments within tags": "<b>" * 1_000 + "<!-- x -->" * 1_000,
    "comments": "<!-- x -->\n\n" * 60_000,
    "headings without empty lines": "# a\n" * 8_000,
    "underlined headings": "a\n===\n" * 8_000,
    "rules": "***\n" * 8_000,
    "halves of definitions": "[a]:\n" * 8_000,
    "lists in lists": "\n".join("    " * depth + "- a" for depth in range(200)),
    "lists in a line": "1. " * 1_000 + "a",
    "quotes in quotes": "> " * 1_000 + "a",
    "fences": "```\na\n```\n\n" * 60_000,
    "footnotes": " ".join(f"[^{n}]" for n in range(9_000)) + "\n\n" + "\n".join(f"[^{n}]: a" for n in range(9_000)),
    "wide tables": "|" + " a |" * 3_000 + "\n|" + "---|" * 3_000 + "\n" + "|b|\n" * 3_000,
    "links in one paragraph": "[a](b) " * 100_000,
    "emphasis in one paragraph": "*a* " * 100_000,
    "backticks of all lengths": " ".join("`" * n for n in range(1, 1_400)),
    "entities": "&amp;" * 100_000,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_floods_are_refused_with_a_line(flood: str) -> None:
    trouble = block("Before.\n\n" + flood, key="text")
    assert isinstance(trouble, Trouble)
    assert trouble.rule == "too-heavy"
    assert trouble.line >= 3
    assert trouble.message.endswith(".")
    assert trouble.help.endswith(".")


@pytest.mark.parametrize(
    "flood", ["[" * 20_000, "![" * 10_000, "[a](" * 5_000, "<div>" * 60_000, "*a* " * 100_000, "```\n`" * 4_000]
)
def test_floods_in_a_line_are_refused_too(flood: str) -> None:
    assert isinstance(inline(flood), Trouble)


def test_more_than_a_mebibyte_is_refused() -> None:
    assert isinstance(block("ä\n\n*" * 270_000, key="text"), Trouble)
    assert isinstance(block("a\n\n" * 400_000, key="text"), Trouble)


WEIGHTLESS = {
    "stars": "*" * 100_000,
    "stars and words": "**a*b " * 2_000,
    "lines under words": "_" * 100_000,
    "backticks": "`" * 100_000,
    "backticks of some lengths": " ".join("`" * n for n in range(1, 100)),
    "backslashes": "\\" * 20_000,
    "spaces": " " * 500_000 + "*a*",
    "a long word": "a" * 900_000 + "*",
    "unclosed comments": "<!--" * 1_000,
    "less than": "< " * 20_000,
    "ampersands": "&a" * 20_000,
    "definitions of links": "".join(f"[{n}]: a\n" for n in range(20_000)),
    "definitions of one link": "[x]: a\n" * 20_000,
    "one footnote often": "[^1] " * 2_000 + "\n\n[^1]: a",
    "headings of one name": "# a\n\n" * 5_000,
    "definitions": "t\n:   d\n" * 2_000,
    "headers within headers": "<th><table>" * 2_000,
    "dashes": "- " * 20 + "a",
    "bars": "|" * 100_000,
}


@pytest.mark.parametrize("text", WEIGHTLESS.values(), ids=WEIGHTLESS.keys())
def test_what_is_odd_but_light_passes(text: str) -> None:
    assert isinstance(block(text, key="text"), Prose)


def _long_text() -> str:
    paragraph = "We learned that a round at *seven* keeps beds free, see [[lab/x]].\nIt does not - so far - hurt & 3 < 4 [sic.\n\n"
    return paragraph * 1_000


HONEST = {
    "a table of 200 rows": "| Ward | Days | Why |\n|---|---|---|\n"
    + "| [[wards/a|A]] | 3 | *slow* & [b](c.md) |\n" * 200,
    "a list of 500 links": '- [[wards/a]]: see [b](c.md "it\'s") and `[x` <https://a.org>\n' * 500,
    "500 links in one paragraph": "We asked [[wards/a|ward A]], [b](c.md) and (so far) nobody else [1].\n" * 250,
    "50 sections without empty lines": "## Ward\nIt *went* well.\n- one\n- two\n---\n" * 50,
    "100 footnotes": "".join(f"word[^{n}] " for n in range(100))
    + "\n\n"
    + "".join(f"[^{n}]: a note\n    in lines\n" for n in range(100)),
    "a glossary": "Quiet\n:   no check-in\n" * 300,
    "raw tables": "<table>" + "<tr><td>a<br>b<td><b>c</b></tr>\n" * 300 + "</table>",
    "code with tags and brackets": "```html\n" + "<div [a][ {{ # x\n# y\n" * 2_000 + "```",
    "nested lists": "".join("    " * depth + "- a\n" for depth in range(12)) * 20,
    "a long text": _long_text(),
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_what_people_write_passes(text: str) -> None:
    assert isinstance(block(text, key="text"), Prose)


def test_a_refusal_leaves_nothing_behind() -> None:
    before = block("*a* [[b]]", key="text")
    for flood in ("[" * 20_000, "<a " * 5_000, "# a\n" * 8_000):
        block("[^1]\n\n[^1]: a\n\n" + flood, key="text")
    assert block("*a* [[b]]", key="text") == before
