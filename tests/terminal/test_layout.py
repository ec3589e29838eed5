"""Text on a screen of 80 columns, in any script."""

from hypothesis import given
from hypothesis import strategies as some

from okrsite.reports import columns
from okrsite.terminal.layout import Ink, facts, wrapped


def test_a_text_is_wrapped_at_blanks_below_where_it_began() -> None:
    assert wrapped("Everyone walks again before going home", "  - ", width=24) == [
        "  - Everyone walks again",
        "    before going home",
    ]


def test_nothing_is_no_line() -> None:
    assert wrapped("", "  - ") == []
    assert wrapped(" \n ") == []


def test_chinese_takes_two_columns_and_no_line_begins_with_a_full_stop() -> None:
    assert wrapped("等太久的书，人已不想看了。好", width=12) == ["等太久的书，", "人已不想看", "了。好"]


def test_what_is_longer_than_a_line_is_cut() -> None:
    assert wrapped("see https://example.org/a-long-address", width=12) == [
        "see",
        "https://exam",
        "ple.org/a-lo",
        "ng-address",
    ]


def test_a_hard_blank_keeps_words_together_and_is_shown_as_a_blank() -> None:
    assert wrapped("still 40\u00a0people at\u202fhome", width=10) == ["still", "40 people", "at home"]


def test_marks_and_control_characters_do_no_harm() -> None:
    assert wrapped("\u2068bed\u2069 \x1b[31mred") == ["bed \ufffd[31mred"]


def test_facts_stand_in_a_column_and_one_without_words_is_left_out() -> None:
    assert facts([("Now", "Confident 7/10"), ("Shared with", ""), ("负责人", "林秀兰")]) == [
        "Now     Confident 7/10",
        "负责人  林秀兰",
    ]


def test_headings_are_bold_only_with_colour() -> None:
    assert Ink(color=False).bold(["Why"]) == ["Why"]
    assert Ink(color=True).bold(["Why"]) == ["\x1b[1mWhy\x1b[0m"]


@given(some.text(some.sampled_from("ab，。（借阅 \u00a0e\u0301👍🏽-"), max_size=120), some.integers(8, 30))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, "- ", width=width)
    assert all(columns(line) <= width + 2 for line in lines)
    assert "".join("".join(lines).split()).removeprefix("-") == "".join(text.split())
