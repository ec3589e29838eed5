"""Links in prose: which are looked up, where they stand, what a page shows."""

from __future__ import annotations

import pytest

from okrsite.prose import Placed, Prose, block, inline, placed


def text(markdown: str) -> Prose:
    prose = block(markdown, key="text")
    assert isinstance(prose, Prose)
    return prose


def on_page(markdown: str) -> str:
    prose = text(markdown)
    return placed(prose, lambda number: Placed(f"/{number}", f"Thing <{number}>"), nowhere="one private objective")


def found(markdown: str) -> list[tuple[str, str, int, int]]:
    return [(link.kind, link.written, link.line, link.column) for link in text(markdown).links]


def test_a_reference_reads_the_name_of_the_thing() -> None:
    assert on_page("See [[wards/walk]].") == '<p>See <a href="/0">Thing &lt;0&gt;</a>.</p>'


def test_a_reference_with_a_text_reads_the_text() -> None:
    assert on_page("See [[wards/walk|the *long* walk]].") == '<p>See <a href="/0">the <em>long</em> walk</a>.</p>'


def test_what_is_private_keeps_its_text_without_a_link() -> None:
    prose = text("[[secret]], [[secret|that]], [this](secret.md)")
    assert placed(prose, lambda _: None, nowhere="one private objective") == "<p>one private objective, that, this</p>"


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("a\n\nb [[x#kr|y]]", ("reference", "x#kr", 3, 5)),
        ("[[ x ]]", ("reference", "x", 1, 4)),
        ("[[tag:bed\nside]]", ("reference", "tag:bed side", 1, 3)),
        ("[[my\\_team/x]]", ("reference", "my_team/x", 1, 3)),
        ("[[|x]]", ("reference", "", 1, 3)),
        ("**[[x]]**", ("reference", "x", 1, 5)),
        ("_[[a_b_c]]_", ("reference", "a_b_c", 1, 4)),
        ("[[[x]]]", ("reference", "x", 1, 4)),
        ("- a\n    - [[x]]", ("reference", "x", 2, 9)),
        ("> # [[x]]", ("reference", "x", 1, 7)),
        ("\t- a\n\n[[x]]", ("reference", "x", 3, 3)),
        ("a[^1]\n\n[^1]: [[x]]", ("reference", "x", 3, 9)),
        ("Ä 😀 [[x]]", ("reference", "x", 1, 7)),
        ("a\r\n[[x]]", ("reference", "x", 2, 3)),
        ("[a](team:wards)", ("reference", "team:wards", 1, 5)),
        ("[a](../lab/x.md#kr)", ("relative", "../lab/x.md#kr", 1, 5)),
        ("[a](<my file.md> 'T')", ("relative", "my file.md", 1, 6)),
        ("[a]( c(1)%20.md )", ("relative", "c(1)%20.md", 1, 6)),
        ("[a][Id]\n\n[id]: x.md\n", ("relative", "x.md", 3, 7)),
        ("[id]\n\n> [id]: <x.md> 'T'\n", ("relative", "x.md", 3, 10)),
        ("[a](#no-such-part)", ("relative", "#no-such-part", 1, 5)),
        ("[a]()", ("relative", "", 1, 5)),
        ('<div>\n<a class=b href="x.md">a</a></div>', ("relative", "x.md", 2, 18)),
        ("<a href=x.md>a</a>", ("relative", "x.md", 1, 9)),
        ("![bed](bed.png)", ("image", "bed.png", 1, 8)),
        ("<img alt=bed src='bed.png'>", ("image", "bed.png", 1, 19)),
    ],
)
def test_links_are_found_where_they_stand(written: str, link: tuple[str, str, int, int]) -> None:
    assert found(written) == [link]


def test_references_stand_in_cells_of_tables() -> None:
    html = on_page("| a | b |\n|---|---|\n| [[x|*y*]] | [[z]] and [[v\\|w]] |\n")
    assert (
        '<td><a href="/0"><em>y</em></a></td>\n<td><a href="/1">Thing &lt;1&gt;</a> and <a href="/2">w</a></td>' in html
    )


@pytest.mark.parametrize(
    "written",
    [
        "`[[x]]`",
        "`` [a](b.md) ` [[x]] ``",
        "```\n[[x]]\n```",
        "~~~ md\n[a](b.md)\n[[x|y]]\n~~~",
        "    [[x]] and [a](b.md)",
        "- a\n\n        [[x]]",
        "<pre>\n[[x]]\n</pre>",
        "a <code>[[x]] [[x|y]]</code>",
    ],
)
def test_nothing_in_code_is_a_link(written: str) -> None:
    assert text(written).links == ()
    assert "[[x" in on_page(written) or "b.md" in on_page(written)


@pytest.mark.parametrize("written", ["\\[[x]]", "[\\[x]]", "[[]]", "[[ ]]", "[[x]", "[ [x] ]", "[[x\n\ny]]"])
def test_what_only_looks_like_a_reference_stays_text(written: str) -> None:
    assert text(written).links == ()
    assert "x" not in written or "x" in on_page(written)


def test_code_with_a_bar_keeps_it() -> None:
    assert on_page("`[[a|b]]` `[[a\\|b]]`") == "<p><code>[[a|b]]</code> <code>[[a\\|b]]</code></p>"


def test_a_number_in_brackets_may_be_the_text_of_a_link() -> None:
    assert on_page("so[[1]](https://a.org/b)") == (
        '<p>so<a href="https://a.org/b" rel="noopener noreferrer">[1]</a></p>'
    )


def test_a_reference_before_words_in_parentheses_is_a_reference() -> None:
    assert found("[[x]](which we did)") == [("reference", "x", 1, 3)]


def test_a_link_to_a_heading_of_the_text_stays_in_it() -> None:
    assert on_page("[down](#what-next)\n\n# What next?") == (
        '<p><a href="#text:what-next">down</a></p>\n<h2 id="text:what-next">What next?</h2>'
    )


@pytest.mark.parametrize("address", ["https://a.org/x?y=1&amp;z=2", "http://a.org", "mailto:a@b.org", "tel:+441234"])
def test_links_that_lead_outside_stay(address: str) -> None:
    assert on_page(f"[a]({address})") == f'<p><a href="{address}" rel="noopener noreferrer">a</a></p>'


def test_addresses_in_angle_brackets_are_links() -> None:
    assert on_page("<https://a.org> <me@a.org>") == (
        '<p><a href="https://a.org" rel="noopener noreferrer">https://a.org</a> '
        '<a href="mailto:me@a.org" rel="noopener noreferrer">me@a.org</a></p>'
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.org",
        "https:evil",
        "blob:x",
        " javascript:alert(1)",
    ],
)
def test_addresses_that_could_do_harm_go_and_their_text_stays(address: str) -> None:
    for written in (f"[a](<{address}>)", f"[a]({address})", f'<a href="{address}">a</a>', f"[a][b]\n\n[b]: {address}"):
        assert "href" not in on_page(written)
        assert "a" in on_page(written)


def test_an_image_beside_the_source_is_shown() -> None:
    assert on_page('![A "bed"](bed.png "By <us>")') == (
        '<p><img src="/0" alt="A &quot;bed&quot;" title="By &lt;us&gt;" loading="lazy"></p>'
    )


def test_an_image_may_be_a_link() -> None:
    assert on_page("[![bed](bed.png)](wards.md)") == '<p><a href="/0"><img src="/1" alt="bed" loading="lazy"></a></p>'


def test_an_image_elsewhere_becomes_a_link_with_its_words() -> None:
    assert (
        on_page("![bed](https://a.org/b.png)")
        == '<p><a href="https://a.org/b.png" rel="noopener noreferrer">bed</a></p>'
    )
    assert on_page("![bed](//a.org/b.png)") == '<p><a href="https://a.org/b.png" rel="noopener noreferrer">bed</a></p>'
    assert on_page("[![bed](https://a.org/b.png)](x.md)") == '<p><a href="/0">bed</a></p>'


def test_an_image_in_the_text_itself_becomes_its_words() -> None:
    assert on_page("![bed](data:image/png;base64,AAAA)") == "<p>bed</p>"


def test_raw_html_keeps_what_it_says_and_loses_what_it_does() -> None:
    html = on_page(
        '<div class="footnotes" id="x" style="position:fixed" onclick="a()">\n'
        '<script>alert(1)</script><form action="/"><input name="a"><b>stay</b></form>'
        '<a href="https://a.org" target="_blank" onmouseover="a()">there</a><svg onload="a()"><circle/></svg>'
        '<iframe src="https://a.org"></iframe><img src="x" onerror="a()"></div>'
    )
    assert html == (
        '<div>\n<b>stay</b><a href="https://a.org" rel="noopener noreferrer">there</a><img src="/0" alt="" loading="lazy"></div>'
    )


@pytest.mark.parametrize(
    "forged",
    [
        "\ufdd0a0\ufdd1",
        "\ufdd00\ufdd1",
        "&#xFDD0;a0&#xFDD1;",
        "&#64976;a0&#64977;",
        "&\\#xfdd0;a0&\\#xfdd1;",
        "<b title='\ufdd0a0\ufdd1'>x</b>",
    ],
)
def test_a_text_that_looks_like_a_placeholder_is_only_text(forged: str) -> None:
    for prose in (block(f"{forged} [[x]]", key="k"), inline(f"{forged} [[x]]")):
        assert isinstance(prose, Prose)
        assert len(prose.links) == 1
        assert prose.html.count("\ufdd0a") == 1


def test_links_without_words_read_the_name_of_what_they_lead_to() -> None:
    assert on_page("[](x.md)") == '<p><a href="/0">Thing &lt;0&gt;</a></p>'


def test_a_title_stays_with_its_link() -> None:
    assert on_page('[a](x.md "Why & how")') == '<p><a href="/0" title="Why &amp; how">a</a></p>'
