"""What people write, and what stands in the page."""

from __future__ import annotations

import pytest

from okrsite.prose import Placed, Prose, block, inline, placed, plain


def text(markdown: str, key: str = "text") -> Prose:
    prose = block(markdown, key=key)
    assert isinstance(prose, Prose)
    return prose


def line(markdown: str) -> Prose:
    prose = inline(markdown)
    assert isinstance(prose, Prose)
    return prose


def on_page(prose: Prose) -> str:
    return placed(prose, lambda number: Placed(f"/{number}", f"Thing {number}"), nowhere="one private objective")


def test_a_text_is_paragraphs() -> None:
    assert text("Bed is not safe.\n\nR&D says 3 > 2.").html == "<p>Bed is not safe.</p>\n<p>R&amp;D says 3 &gt; 2.</p>"


def test_an_empty_text_is_nothing() -> None:
    assert text("\n  \n").html == ""


def test_emphasis_and_code_in_a_line() -> None:
    assert (
        line("*Lunch* at the **table** is `noon`").html
        == "<em>Lunch</em> at the <strong>table</strong> is <code>noon</code>"
    )


@pytest.mark.parametrize("written", ["1. x", "# x", "- x", "=== x", "term\n:   x", "| a |\n|---|", "[a]: b.md", "[^1]"])
def test_what_makes_a_block_stays_text_in_a_line(written: str) -> None:
    assert line(written).html == written


def test_a_line_may_be_folded_and_its_paragraphs_are_parted() -> None:
    assert line("one\ntwo\n\n*three*").html == "one\ntwo<br><em>three</em>"


def test_tables_align_by_attribute() -> None:
    html = text("| Ward | Days |\n|:-----|-----:|\n| A | 3 |").html
    assert '<th align="left">Ward</th>\n<th align="right">Days</th>' in html
    assert "style" not in html


def test_definitions_without_empty_lines_between_them_are_one_list() -> None:
    html = text("Quiet\n:   no check-in\nAsk\n:   a question to all").html
    assert html == ("<dl>\n<dt>Quiet</dt>\n<dd>no check-in</dd>\n<dt>Ask</dt>\n<dd>a question to all</dd>\n</dl>")


def test_a_list_right_below_a_sentence_is_a_list() -> None:
    assert text("Risks:\n- staff\n- beds").html == "<p>Risks:</p>\n<ul>\n<li>staff</li>\n<li>beds</li>\n</ul>"


def test_a_number_or_dash_within_a_sentence_is_none() -> None:
    html = text("We began in\n2024. It took *long*\n-- too long.").html
    assert html == "<p>We began in\n2024. It took <em>long</em>\n-- too long.</p>"


def test_a_word_with_a_hash_is_no_heading() -> None:
    assert text("#recovery is *ours*").html == "<p>#recovery is <em>ours</em></p>"


def test_fenced_code_stays_as_it_is() -> None:
    assert text("```yaml\n---\n# [[x]] <b>\n```").html == "<pre><code>---\n# [[x]] &lt;b&gt;\n</code></pre>"


def test_footnotes_lead_there_and_back_and_differ_from_text_to_text() -> None:
    written = "Walk[^a], then walk[^a].\n\n[^a]: Slowly."
    first, second = text(written, "learned-1").html, text(written, "learned-2").html
    assert '<sup id="learned-1:fnref:1"><a class="footnote-ref" href="#learned-1:fn:1">1</a></sup>' in first
    assert '<div class="footnotes">' in first
    assert '<li id="learned-1:fn:1">' in first
    assert 'href="#learned-1:fnref:1"' in first
    assert 'href="#learned-1:fnref2:1"' in first
    assert "learned-1" not in second


def test_headings_begin_below_the_title_of_the_page_and_skip_no_level() -> None:
    html = text("# Why\n### How\n### When\n# What").html
    assert html == (
        '<h2 id="text:why">Why</h2>\n<h3 id="text:how">How</h3>\n<h3 id="text:when">When</h3>\n<h2 id="text:what">What</h2>'
    )


def test_headings_written_from_the_third_level_begin_at_the_second() -> None:
    assert [heading.level for heading in text("### A\n# B\n###### C").headings] == [2, 2, 3]


def test_headings_of_one_name_have_an_id_each() -> None:
    assert [heading.id for heading in text("# A\n# A\n# A 2\n# A").headings] == [
        "text:a",
        "text:a-2",
        "text:a-2-2",
        "text:a-3",
    ]


def test_headings_say_their_words_and_place() -> None:
    heading = text("Text.\n\n## See [[x|our *pay*]][^1]\n\n[^1]: note").headings[0]
    assert (heading.text, heading.part, heading.line, heading.column) == ("See our pay", "see-our-pay", 3, 4)


def test_underlined_headings_and_those_in_quotes_have_their_place() -> None:
    found = text("Plans\n=====\n\n> ## Said\n\n```\n---\n```").headings
    assert [(heading.text, heading.line, heading.column) for heading in found] == [("Plans", 1, 1), ("Said", 4, 6)]


def test_columns_of_tables_say_their_words_and_place() -> None:
    columns = text("Pay:\n\n| Name | **Bonus** in % |  |\n|---|:-:|---|\n| a | b | c |").columns
    assert [(column.text, column.line, column.column) for column in columns] == [
        ("Name", 3, 3),
        ("Bonus in %", 3, 10),
    ]


def test_columns_of_a_table_without_outer_bars_or_in_raw_html_have_their_place() -> None:
    columns = text("Name | Rank\n-----|-----\na | b\n\n<table><tr><th scope=col>Grade</th></tr></table>").columns
    assert [(column.text, column.line, column.column) for column in columns] == [
        ("Name", 1, 1),
        ("Rank", 1, 8),
        ("Grade", 5, 26),
    ]


def test_arabic_and_chinese_are_left_as_they_are() -> None:
    assert text("كل *مريض* يمشي").html == "<p>كل <em>مريض</em> يمشي</p>"
    assert text("# 目標").headings[0].id == "text:目標"


def test_words_without_markup() -> None:
    prose = text(
        "# Why\n\nSee [[a]] and [[b|the *ward*]], `x<y` & ![a bed](bed.png)[^1].\n\n- one\n- two\n\n[^1]: note"
    )
    words = plain(prose, lambda number: Placed("", f"Thing {number}"))
    assert words == "Why See Thing 0 and the ward, x<y & a bed. one two note"


def test_words_without_markup_name_nothing_private() -> None:
    prose = line("See [[secret]] and [[secret|that]]")
    assert plain(prose, lambda _: None, nowhere="one private objective") == "See one private objective and that"


def test_prose_without_links_is_placed_as_it_is() -> None:
    prose = text("*Nothing* to look up")
    assert placed(prose, lambda _: None, nowhere="") is prose.html
