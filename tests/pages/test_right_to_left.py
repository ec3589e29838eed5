"""A site in Arabic, as its readers see it: from right to left throughout, names and paths whole."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages.reading import text_of

OBJECTIVE = "objectives/2025-Q4/الشبكة/ماء-كل-يوم.html"
TEAM = "teams/الشبكة.html"


def read(site: Path, address: str) -> str:
    return (site / address).read_text("utf-8")


def test_every_page_is_in_arabic_and_runs_from_right_to_left(arabic: Path) -> None:
    framed = [page for page in arabic.rglob("*.html") if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    assert framed
    assert [page for page in framed if '<html lang="ar" dir="rtl"' not in page.read_text("utf-8")] == []


def test_a_history_begins_at_the_right_and_its_words_stand_at_the_left(arabic: Path) -> None:
    history = re.findall(r'<svg class="hist".*?</svg>', read(arabic, OBJECTIVE), re.DOTALL)[0]
    way = [float(pair.split(",")[0]) for pair in re.findall(r'points="([^"]+)"', history)[0].split()]
    assert way == sorted(way, reverse=True)
    months = {said: float(x) for x, said in re.findall(r'<text x="([\d.]+)"[^>]*>([^<\d]+)</text>', history)}
    assert months["أكتوبر"] > months["نوفمبر"] > months["ديسمبر"]
    labels = [float(x) for x in re.findall(r'<text class="tgt" x="([\d.]+)"', history)]
    assert labels
    assert max(labels) < min(way)


def test_a_key_result_in_short_form_goes_from_right_to_left(arabic: Path) -> None:
    lines = re.findall(r'class="ln" x1="([\d.]+)%" x2="([\d.]+)%"', read(arabic, TEAM))
    assert lines
    assert all(float(start) == 91 > float(now) for start, now in lines)


def test_a_cycle_begins_at_the_right(arabic: Path) -> None:
    assert re.search(
        r'<text x="100%" y="54">1 أكتوبر، نحدد</text><text x="0" y="54" text-anchor="end">31 ديسمبر',
        read(arabic, "index.html"),
    )


def test_a_latin_name_stays_whole_in_an_arabic_sentence(arabic: Path) -> None:
    assert "تغييره في \u20682025-Q4\u2069" in text_of(read(arabic, "index.html"))


def test_a_figure_stays_whole_in_an_arabic_sentence(arabic: Path) -> None:
    assert "من \u206862%\u2069" in text_of(read(arabic, OBJECTIVE))


def test_the_parts_of_a_path_keep_their_order(arabic: Path) -> None:
    path = re.search(r'<span dir="ltr">(.*?)</span><br>|<span dir="ltr">(.*?)</span>', read(arabic, OBJECTIVE))
    assert path is not None
    shown = path[1] or path[2]
    assert re.sub(r"</?bdi>", "", shown) == "content/okrs/2025-Q4/الشبكة/ماء-كل-يوم.md"
    assert "<bdi>الشبكة</bdi>/<bdi>ماء-كل-يوم</bdi>.<bdi>md</bdi>" in shown


def test_lists_and_questions_have_the_marks_of_the_language(arabic: Path) -> None:
    shown = text_of(read(arabic, TEAM))
    assert "هدى بناني ، سالم المنصوري" in shown
    assert not re.search("[\u0600-\u06ff] ?,", shown)


def test_numbers_of_things_agree_with_what_is_counted(arabic: Path) -> None:
    shown = text_of(read(arabic, "index.html"))
    assert "3 فرق" in shown
    assert "4 أهداف" in shown
