"""What moved: what is told, in which order, and on which page."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from okrsite.pages import changes
from okrsite.pages.ground import Ground
from okrsite.pages.register import register
from okrsite.plan.model import Change, Kind, Told
from tests.measure import plans as p
from tests.pages.hospital import ground, line
from tests.pages.reading import html_of, main_of
from tests.pages.whole import hospital_pages, links, many, read, under

FEBRUARY = "2026-02-10"


def moved(*objectives: object, as_of: str = FEBRUARY, **more: object) -> dict[str, str]:
    """The pages of what moved, by address."""
    return pages_of(ground(p.plan(*objectives, **more), as_of=as_of))  # type: ignore[arg-type]


def pages_of(here: Ground) -> dict[str, str]:
    return {page.address: html_of(here, page.draw()) for page in changes.compose(here, register(here.site))}


@cache
def hospital() -> str:
    """What moved at the hospital."""
    return pages_of(ground())["changes.html"]


def told(*objectives: object, as_of: str = FEBRUARY, **more: object) -> str:
    """What a person reads on the first page of what moved."""
    return read(moved(*objectives, as_of=as_of, **more)["changes.html"])


def test_a_check_in_is_told_with_its_words_how_sure_and_what_its_numbers_did() -> None:
    week = under(hospital(), "Week of 20 October 2025")
    assert (
        "24 Oct Check-in by Ines Ortega, Laboratory: Doctors have the answer while the patient is still in the chair "
        "Confident 7/10, was 5 We moved the second centrifuge next to the tube station. "
        "Median time from arm to answer, urgent troponin 44 to 38 min"
    ) in week


def test_a_check_in_leads_to_its_place_on_the_page_of_its_objective() -> None:
    found = links(hospital())
    assert "objectives/2025-autumn/devices/label.html#c:2025-10-10" in found.values()
    assert "objectives/2025-autumn/devices/label.html#ten-steps" in found.values()


def test_the_newest_stands_first_week_by_week() -> None:
    weeks = re.findall(r'<h2 id="(w:[^"]*)"', hospital())
    assert weeks == sorted(weeks, reverse=True)
    assert weeks[0] == "w:2025-10-20"
    assert weeks[-1] == "w:2025-06-23"


def test_a_moved_target_says_why_and_who() -> None:
    assert (
        "2 Oct Target changed by Ines Ortega, Laboratory: Doctors have the answer while the patient is still in the "
        "chair Target for nights from 95% to 90%. Why One person covers three benches."
    ) in read(hospital())


def test_asks_and_answers_are_told() -> None:
    there = read(hospital())
    assert "Has anyone made a night rota fair for a team of nine? to Wards needed by 20 Nov" in there
    assert "We do. Which rooms? Ask Who decides where a label printer stands?" in there


def test_endings_are_told_with_their_outcome_and_what_was_learned() -> None:
    there = read(hospital())
    assert (
        "27 Jun Closed by Laboratory: Our own part of the wait is under twenty minutes Reached "
        "We reached our target and the patients did not notice."
    ) in there
    assert "3 Oct Paused by Wards: People go home able to do what they could before The ward is being painted." in there


def test_a_dropped_objective_says_why_and_what_was_learned() -> None:
    gone = p.objective(
        dropped=p.ending("2026-02-01", why=line("No money."), learned=line("Ask first.")), state="dropped"
    )
    assert "Dropped on purpose by wards: x Ask first. Why No money." in told(gone)


def test_what_was_written_down_is_told_as_what_it_is_now() -> None:
    kept = p.objective(since=p.day("2026-01-05"), title="Kept", owners=("ann",))
    draft = p.objective("2026-Q1/wards/y", since=p.day("2026-01-06"), state="draft", title="Maybe")
    there = told(kept, draft, people={"ann": p.person("ann")})
    assert "6 Jan New draft, wards: Maybe" in there
    assert "5 Jan New objective by ann, wards: Kept" in there


def test_a_reading_with_a_note_is_told_and_one_without_is_not() -> None:
    silent, spoken = p.reading("2026-01-12", "3"), p.reading("2026-01-19", "5")
    kr = p.key_result(
        "falls", title="Falls", unit="a week", readings=(silent, replace(spoken, note=line("Icy paths.")))
    )
    there = told(p.objective(key_results=(kr,)))
    assert there.count("New reading") == 1
    assert "19 Jan New reading, wards: x Icy paths. Falls 5 a week" in there


def test_a_note_on_a_reading_in_a_check_in_stands_with_it() -> None:
    check_in = p.check_in("2026-01-12", readings={"wall": True})
    kr = p.key_result(
        "wall",
        kind=Kind.YES_NO,
        title="The wall stands",
        told=(Told(p.day("2026-01-12"), None, line("In the rain."), p.HERE),),
    )
    assert "Check-in, wards: x The wall stands done In the rain." in told(
        p.objective(key_results=(kr,), check_ins=(check_in,))
    )


def test_a_cycle_looked_back_on_is_told_in_the_beginning_of_its_words() -> None:
    cycle = p.cycle(
        "2026-Q1", closed=p.day("2026-02-03"), body=p.prose("## First\n\nWe learned to stop. " + "More. " * 400)
    )
    html = moved(*many(1), cycles={"2026-Q1": cycle})["changes.html"]
    assert "3 Feb Looked back on 2026-Q1 First We learned to stop. More." in read(html)
    assert links(html)["Read on"] == "cycles/2026-Q1.html"
    assert "<h2>First" not in html


def test_nothing_is_told_before_its_day() -> None:
    later = p.objective(
        since=p.day("2026-03-01"),
        check_ins=(p.check_in("2026-02-20", learned=line("Later.")),),
        changed=(Change(p.day("2026-02-21"), None, line("Less."), None),),
        asks=(p.ask("2026-02-22", "Who?"),),
        closed=p.ending("2026-03-02"),
    )
    assert told(later).startswith("What moved Check-ins, drafts")
    assert "Nothing has moved yet. Whatever bears a date shows here." in told(later)


def test_what_is_private_is_not_told() -> None:
    secret = p.objective(private=True, title="Hush", check_ins=(p.check_in("2026-01-12", learned=line("Sold.")),))
    assert "Nothing has moved yet." in told(secret, *many(1))


def test_the_filter_finds_a_shared_objective_under_each_of_its_teams() -> None:
    html = moved(p.objective(teams=("wards", "kitchen"), since=p.day("2026-01-05")))["changes.html"]
    assert 'data-team="wards kitchen" data-kind="new" data-cycle="2026-Q1"' in html
    assert '<option value="kitchen">kitchen</option>' in html


def talkative(months: int, words: str = "We tried. ") -> list[object]:
    """Forty objectives that check in once a month, at length."""
    cycle_days = [f"2026-{month:02}-12" for month in range(1, months + 1)]
    return [
        replace(one, check_ins=tuple(p.check_in(day, learned=line(words * 30), confidence=5) for day in cycle_days))
        for one in many(40)
    ]


def test_a_long_history_goes_on_month_by_month_and_nothing_is_lost() -> None:
    pages = moved(*talkative(6), as_of="2026-06-20")
    months = sorted(address for address in pages if address != "changes.html")
    assert months == [f"changes~2026-{month:02}.html" for month in range(1, 7)]
    assert sum(pages[address].count("data-row") for address in months) == 240
    assert all(len(html.encode()) < 100_000 for html in pages.values())
    latest = links(pages["changes.html"])
    assert latest["Jun 2026"] == "changes~2026-06.html"
    assert latest["Jan 2026"] == "changes~2026-01.html"
    assert "The latest" in pages["changes.html"]
    assert links(pages["changes~2026-03.html"])["Earlier: Feb 2026"] == "changes~2026-02.html"
    assert links(pages["changes~2026-03.html"])["Later: Apr 2026"] == "changes~2026-04.html"


def test_pages_of_months_do_not_change_when_something_new_comes() -> None:
    before = moved(*talkative(5), as_of="2026-05-20")
    after = moved(*talkative(6), as_of="2026-06-20")
    for month in range(1, 5):
        assert main_of(before[f"changes~2026-{month:02}.html"]) == main_of(after[f"changes~2026-{month:02}.html"])


def test_a_month_too_long_for_a_page_is_cut_from_its_beginning() -> None:
    pages = moved(*talkative(1, "We tried hard. " * 5))
    parts = sorted(address for address in pages if address != "changes.html")
    assert parts[:2] == ["changes~2026-01.html", "changes~2026-01~2.html"]
    assert sum(pages[part].count("data-row") for part in parts) == 40
    assert all(len(html.encode()) < 100_000 for html in pages.values())


def test_other_scripts_keep_the_pages_light() -> None:
    readers = [
        replace(
            one,
            check_ins=tuple(
                p.check_in(f"2026-01-{day:02}", learned=line("我们试了。" * 20), readings={"数": Decimal(day)})
                for day in range(5, 29)
            ),
            key_results=(p.key_result("数", title="读者" * 20, start="0", target="40", unit="位读者"),),
        )
        for one in many(30, team="借阅组", title="很" * 60)
    ]
    pages = moved(*readers)
    assert len(pages) > 5
    assert max(len(html.encode()) for html in pages.values()) < 100_000


def test_home_leads_to_all_that_moved() -> None:
    assert links(hospital_pages()["index.html"])["All that moved"] == "changes.html"
    assert 'href="changes.html" dir="auto">What moved</a>' in hospital_pages()["about.html"]
