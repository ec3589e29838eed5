"""What stands on a block of the wall: whole words only, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.charts.wall.advance import advance, reads_leftward
from okrsite.charts.wall.lettering import SMALL, TEAM, TITLE, fit, letter

CHAIR = "Doctors have the answer while the patient is still in the chair"
LAW = settings(deadline=None, derandomize=True)
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz,’", min_size=1, max_size=14), min_size=1, max_size=12).map(
    " ".join
)
ANY = st.text(min_size=1, max_size=80).map(lambda text: " ".join(text.split())).filter(bool)


def said(title: str, team: str, width: float, height: float, *, head: bool = False) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in letter(title, team, width, height, head=head).lines]


def test_a_wide_block_bears_its_team_and_its_whole_title() -> None:
    assert said(CHAIR, "Lab", 180, 112) == [
        ("team", "Lab"),
        ("title", "Doctors have the answer"),
        ("title", "while the patient is still"),
        ("title", "in the chair"),
    ]


def test_right_under_the_mission_the_title_stands_alone() -> None:
    assert said("Nobody waits in fear or in pain", "Tarnvale", 400, 92, head=True) == [
        ("head", "Nobody waits in fear or in pain")
    ]


def test_a_narrow_and_tall_block_is_lettered_upright() -> None:
    lettering = letter("The midwife knocks before the worry grows", "Maternity", 55, 336, head=False)
    assert lettering.upright
    assert [line.text for line in lettering.lines] == ["Maternity", "The midwife knocks before the worry grows"]


def test_a_title_that_is_too_long_ends_after_a_whole_word() -> None:
    (_, last) = said(CHAIR, "Lab", 120, 80)[-1]
    assert last.endswith("…")
    assert last.removesuffix("…").split()[-1] in CHAIR.split()


def test_where_too_little_of_the_title_has_room_the_team_stands_alone() -> None:
    assert said(CHAIR, "Lab", 40, 60) == [("small", "Lab")]


def test_where_nothing_has_room_nothing_stands() -> None:
    assert said(CHAIR, "Laboratory", 12, 60) == []
    assert said(CHAIR, "Laboratory", 9, 400) == []


def test_chinese_breaks_between_letters_and_not_before_a_full_stop() -> None:
    fitted = fit("病人回家时能做以前能做的事。", TITLE, 4 * TITLE, 8)
    assert fitted.whole
    assert all(not line.startswith("。") for line in fitted.lines)
    assert all(len(line) <= 4 for line in fitted.lines)


def test_chinese_that_is_too_long_ends_with_an_ellipsis() -> None:
    fitted = fit("病人回家时能做以前能做的事情而且不用再等很久", TITLE, 6 * TITLE, 2)
    assert not fitted.whole
    assert fitted.lines[-1].endswith("…")


def test_arabic_is_known_to_begin_at_the_right() -> None:
    assert reads_leftward("لا أحد ينتظر في خوف")
    assert reads_leftward("«لا أحد»")
    assert not reads_leftward("Nobody waits – لا أحد")
    assert not reads_leftward("2025")


@pytest.mark.parametrize("text", ["é", "e\u0301"])
def test_a_mark_over_a_letter_takes_no_room(text: str) -> None:
    assert advance(text, 100) == advance("e", 100)


@LAW
@given(WORDS, st.floats(20, 400), st.integers(1, 8))
def test_lines_hold_whole_words_in_their_order_and_fit(text: str, room: float, most: int) -> None:
    fitted = fit(text, TITLE, room, most)
    shown = " ".join(fitted.lines)
    assert len(fitted.lines) <= most
    assert all(advance(line, TITLE) <= room for line in fitted.lines)
    if fitted.whole:
        assert shown == text
    elif shown:
        words = shown.removesuffix("…").split()
        assert words[:-1] == text.split()[: len(words) - 1]
        assert text.split()[len(words) - 1].startswith(words[-1])
        assert text.split()[len(words) - 1].rstrip(",") == words[-1].rstrip(",")


@LAW
@given(title=ANY, team=ANY, width=st.floats(1, 500), height=st.floats(4, 400), head=st.booleans())
def test_whatever_the_script_no_line_is_wider_than_its_block(
    title: str, team: str, width: float, height: float, *, head: bool
) -> None:
    lettering = letter(title, team, width, height, head=head)
    room = height if lettering.upright else width
    sizes = {"team": (TEAM, True), "small": (SMALL, False), "title": (TITLE, False), "head": (15.0, False)}
    for line in lettering.lines:
        size, sans = sizes[line.style]
        assert advance(line.text, size, sans=sans) <= room
        assert 0 < line.at < (width if lettering.upright else height)
