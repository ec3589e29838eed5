"""The list of asks: the oldest first, each with its replies, and how to answer."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from okrsite.pages import asks
from okrsite.pages.ground import Ground
from okrsite.pages.register import register
from okrsite.plan.model import Origin
from okrsite.targets import Target
from tests.measure import plans as p
from tests.pages.hospital import ground
from tests.pages.reading import html_of
from tests.pages.whole import links, read, under

FEBRUARY = "2026-02-10"


def pages_of(here: Ground) -> dict[str, str]:
    return {page.address: html_of(here, page.draw()) for page in asks.compose(here, register(here.site))}


@cache
def hospital() -> str:
    return pages_of(ground())["asks.html"]


def asked(*objectives: object, **more: object) -> str:
    return pages_of(ground(p.plan(*objectives, **more), as_of=FEBRUARY))["asks.html"]  # type: ignore[arg-type]


def test_open_asks_stand_first_the_oldest_on_top_and_answered_ones_below() -> None:
    waiting = (p.ask("2026-01-20", "Second?"), p.ask("2026-01-05", "First?"))
    settled = p.ask("2026-01-02", "Long ago?", replies=(p.reply("2026-01-03", "Yes.", answers=True),))
    there = read(asked(p.objective(asks=(*waiting, settled))))
    assert there.index("First?") < there.index("Second?") < there.index("Long ago?") < there.index("Yes.")
    assert "Two open questions from teams to all of us, the oldest first." in there


def test_an_ask_stands_with_its_replies_also_while_nothing_settles_it() -> None:
    ask = p.ask("2026-01-20", "Who knows?", replies=(p.reply("2026-01-22", "Perhaps Ann."),))
    assert "Who knows? wards Perhaps Ann. 22 Jan" in under(asked(p.objective(asks=(ask,))), "Open")


def test_an_open_ask_says_in_which_file_to_answer_and_leads_there() -> None:
    ask = replace(p.ask("2026-01-20", "Who knows?"), origin=Origin("content/check-ins/wards.yaml", 7))
    html = asked(p.objective(asks=(ask,)))
    assert "Answer in content/check-ins/wards.yaml" in read(html)
    edit = "https://git.tarnvale.example/okr/edit/main/content/check-ins/wards.yaml"
    assert links(html)["content/check-ins/wards.yaml"] == edit


def test_an_answered_ask_asks_for_no_answer() -> None:
    assert "Answer in" not in under(hospital(), "Answered")
    assert "Answer in" in under(hospital(), "Open")


def test_the_filter_looks_at_team_of_whom_standing_and_month() -> None:
    row = re.search(r'<div data-row ([^>]*)><article class="ask">', hospital())
    assert row
    assert (
        row[1] == 'data-team="laboratory devices wards" data-of="team:wards" data-standing="open" data-month="2025-10"'
    )
    offered = dict(re.findall(r'data-f="(\w+)">(.*?)</select>', hospital()))
    assert re.findall(r'<option value="([^"]+)">([^<]+)', offered["of"]) == [
        ("everyone", "Everyone"),
        ("team:wards", "Wards"),
    ]
    assert re.findall(r'<option value="([^"]+)">([^<]+)', offered["month"]) == [
        ("2025-10", "Oct 2025"),
        ("2025-09", "Sept 2025"),
    ]


def test_of_whom_is_asked_may_be_words() -> None:
    ask = p.ask("2026-01-20", "Who knows?", of_text="The night  shift", of=None)
    html = asked(p.objective(asks=(ask,)))
    assert 'data-of="the-night-shift"' in html
    assert '<option value="the-night-shift">The night  shift</option>' in html


def test_nobody_asks() -> None:
    html = asked(p.objective())
    assert "Nobody asks for help at the moment. An ask is one sentence in a check-in." in read(html)
    assert "data-filter" not in html


def test_all_answered_still_says_that_nobody_waits() -> None:
    settled = p.ask("2026-01-02", "Long ago?", of=Target("team", "wards"), of_text="wards")
    html = asked(p.objective(asks=(replace(settled, replies=(p.reply("2026-01-03", "Yes.", answers=True),)),)))
    assert "Nobody asks for help at the moment." in read(html)
    assert "Long ago?" in under(html, "Answered")
