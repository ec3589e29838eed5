"""The practice page: what it counts, when, and what it never does."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.checks import Accepted, Judged
from okrsite.diagnostics import Finding, Level, Span
from okrsite.pages import practice
from okrsite.pages.ground import Ground
from okrsite.pages.register import register
from okrsite.plan.model import Need, Objective, Plan
from tests.measure import plans as p
from tests.measure.plans import HERE
from tests.pages.hospital import ground, line
from tests.pages.reading import html_of, main_of, text_of
from tests.pages.whole import links, read, under

TODAY = "2026-02-20"
PAST = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")
DATES = {
    "2025-Q1": ("2025-01-01", "2025-03-31"),
    "2025-Q2": ("2025-04-01", "2025-06-30"),
    "2025-Q3": ("2025-07-01", "2025-09-30"),
    "2025-Q4": ("2025-10-01", "2025-12-31"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2026-Q1": ("2026-01-01", "2026-03-31"),
    "2026-Q2": ("2026-04-01", "2026-06-30"),
}
WHY = "Does every objective know why?"
CARRIED = "Is every company objective carried?"
FROM = "Where do objectives come from?"
ACROSS = "Do we help each other across teams?"
TALK = "Are we still talking?"
ASKS = "Do asks get an answer?"
HIGH = "Do we aim high enough?"
TOLD = "What would the checks like to say?"


def plan_of(*objectives: Objective, **more: Any) -> Plan:
    """A plan of these, each cycle with its own days; those that closed bear the day after their end."""
    cycles = {
        name: p.cycle(name, *DATES[name], closed=p.day(DATES[name][1]) if name in PAST else None)
        for name in sorted({objective.cycle for objective in objectives})
    }
    return p.plan(*objectives, **{"cycles": cycles} | more)


def page(plan: Plan, as_of: str = TODAY, judged: Judged | None = None, **more: Any) -> str:
    return drawn(ground(plan, as_of=as_of, **more), judged)


def drawn(here: Ground, judged: Judged | None = None) -> str:
    here = replace(here, judged=judged) if judged else here
    (made,) = practice.compose(here, register(here.site))
    return html_of(here, made.draw())


def of(*objectives: Objective, **more: Any) -> str:
    return page(plan_of(*objectives), **more)


def headings(html: str) -> list[str]:
    return [text_of(title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", main_of(html))]


def team(name: str, ref: str = "x", cycle: str = "2026-Q1", **more: Any) -> Objective:
    """An objective of a team."""
    return p.objective(f"{cycle}/{name}/{ref}", **more)


def below(name: str, ref: str = "x", **more: Any) -> Objective:
    """An objective of a team that supports the company's, and says why."""
    return team(name, ref, **{"supports": (p.support("2026-Q1/all/top", line("It waits for us.")),)} | more)


def top(cycle: str = "2026-Q1", ref: str = "top", **more: Any) -> Objective:
    """An objective of the company."""
    return p.objective(f"{cycle}/all/{ref}", **{"supports": (p.support("mission"),)} | more)


def points(html: str, heading: str) -> list[str]:
    """The names and shares of a line over cycles, in the order of its sentence."""
    found = re.search(
        rf">{re.escape(heading)}</h2>.*?<svg class=\"share-line\"[^>]*aria-label=\"([^\"]*)\"", html, re.DOTALL
    )
    return found[1].rstrip(".").split("; ") if found else []


# --- which questions there are ---


def test_a_site_of_five_lines_is_asked_what_it_can_answer() -> None:
    html = of(p.objective("2026-Q1/wards/walk", supports=()))
    assert headings(html) == [WHY, CARRIED, FROM, TALK, ASKS, TOLD]
    assert under(html, WHY).startswith("The one team objective does not say yet what it supports, and why.")
    assert "There is no company objective in these cycles." in under(html, CARRIED)
    assert "The one team objective does not say where it comes from." in under(html, FROM)
    assert "Nobody has asked for help in this cycle." in under(html, ASKS)
    assert "Nothing at the moment." in under(html, TOLD)


def test_a_site_without_objectives_says_how_to_begin() -> None:
    html = page(p.plan())
    assert headings(html) == []
    assert "There is nothing to count yet." in read(html)
    assert "content/okrs/" in read(html)


def test_drafts_proposals_and_open_goals_are_not_counted() -> None:
    states = ("draft", "proposed", "open")
    html = of(top(), below("wards"), *(below("wards", f"o{at}", state=state) for at, state in enumerate(states)))
    assert "The one team objective says what it supports, and why." in under(html, WHY)
    assert "one objective below" in under(html, CARRIED)
    assert "The one objective under way" not in under(html, TALK)
    assert "None of two objectives under way" in under(html, TALK)


def test_private_objectives_are_nowhere() -> None:
    html = of(top(), below("wards"), below("hush", "secret", title="Hush", private=True))
    assert "Hush" not in html
    assert "hush" not in html
    assert "one objective below" in under(html, CARRIED)


def test_the_foot_says_what_is_counted() -> None:
    html = of(top(), below("wards"))
    assert "drafts, proposals, open goals and private objectives are left out" in text_of(html)


# --- does every objective know why ---


def test_team_objectives_that_say_what_they_support_and_why_are_counted_and_the_others_named() -> None:
    html = of(
        top(),
        below("wards", "good", title="Good"),
        below("wards", "bare", title="Bare", supports=(p.support("2026-Q1/all/top"),)),
        below("wards", "loose", title="Loose", supports=()),
    )
    said = under(html, WHY)
    assert said.startswith("1 of 3 team objectives says what it supports, and why.")
    assert "This one does not say yet what it supports. That is allowed. Loose wards" in said
    assert "This one says what it supports, but not why. Bare wards" in said
    assert "Good" not in said
    assert links(html)["Loose"] == "objectives/2026-Q1/wards/loose.html"


def test_company_objectives_need_no_further_why() -> None:
    assert WHY not in headings(of(top()))


def test_a_long_list_names_twelve_and_leads_to_all() -> None:
    html = of(*(below("wards", f"o{at:02}", title=f"Loose {at:02}", supports=()) for at in range(30)))
    assert len(re.findall(r"Loose \d\d", under(html, WHY))) == 12
    assert links(html)["and 18 more"] == "objectives/index.html"


# --- is every company objective carried ---


def test_all_that_stand_below_are_counted_once_however_many_ways_lead_up() -> None:
    twice = (p.support("2026-Q1/wards/a", line("x")), p.support("2026-Q1/wards/b", line("x")))
    html = of(
        top(title="Nobody waits"),
        top(ref="other", title="Alone"),
        below("wards", "a"),
        below("wards", "b"),
        below("lab", "c", supports=twice),
    )
    said = under(html, CARRIED)
    assert said.startswith("1 of 2 company objectives is supported by others.")
    assert "Nobody waits three objectives below" in said
    assert "Alone none below yet" in said


def test_a_second_reason_carries_as_well_as_the_first() -> None:
    also = (p.support("2026-Q1/all/top", line("x")), p.support("2026-Q1/all/other", line("x")))
    html = of(top(), top(ref="other"), below("wards", supports=also))
    assert under(html, CARRIED).startswith("All two company objectives are supported by others")


# --- where do objectives come from ---


def test_origins_are_counted_in_rows_of_squares() -> None:
    kinds = ["team"] * 3 + ["negotiated"] * 2 + ["assigned", "claimed"]
    html = of(top(), *(team("wards", f"o{at}", came_from=kind) for at, kind in enumerate(kinds)))
    said = under(html, FROM)
    assert said.startswith("3 of 7 team objectives were proposed by the teams that carry them.")
    for row in ("3 proposed by the team", "2 worked out together", "1 asked of the team", "1 taken up from"):
        assert row in said
    assert "not said" not in said
    assert "One square is one objective." in said


def test_what_nobody_says_is_no_share() -> None:
    html = of(top(), team("wards", "a", came_from="team"), team("wards", "b"), team("wards", "c"))
    said = under(html, FROM)
    assert "1 of 1 team objectives that say where they come from" in said
    assert "2 not said" in said


# --- over past cycles ---


def test_past_cycles_are_drawn_up_to_now() -> None:
    before = [
        (top(cycle), team("wards", "a", cycle, came_from="team"), team("wards", "b", cycle, came_from=other))
        for cycle, other in zip(PAST[2:], ("assigned", "team"), strict=True)
    ]
    html = of(*(one for pair in before for one in pair), top(), team("wards", came_from="team"))
    assert points(html, FROM) == ["2025-Q3 50%", "2025-Q4 100%", "2026-Q1 100%"]
    assert "1 of 2" in under(html, FROM)


def test_three_past_cycles_are_enough_and_those_of_another_length_are_left_out() -> None:
    every = [team("wards", "a", cycle, came_from="team") for cycle in (*PAST, "2025", "2026-Q1")]
    assert [point.split()[0] for point in points(of(*every), FROM)] == ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]


def test_where_no_cycle_has_the_same_length_others_stand_in() -> None:
    html = of(team("wards", "a", "2025", came_from="team"), team("wards", came_from="team"))
    assert points(html, FROM) == ["2025 100%", "2026-Q1 100%"]


def test_without_an_earlier_cycle_there_is_no_line() -> None:
    assert "share-line" not in of(top(), team("wards", came_from="team"))


def test_the_end_of_a_cycle_counts_what_was_known_then() -> None:
    late = team("wards", "late", "2025-Q4", check_ins=(p.check_in("2026-01-20"),))
    early = team("wards", "early", "2025-Q4", check_ins=(p.check_in("2025-11-01"),))
    on_time = team("wards", "time", "2025-Q4", check_ins=(p.check_in("2025-12-20"),))
    after = team("wards", "after", "2025-Q4", since=p.day("2026-02-01"))
    html = of(late, early, on_time, after, team("wards", check_ins=(p.check_in("2026-02-19"),)))
    assert points(html, TALK) == ["2025-Q4 33%", "2026-Q1 100%"]


def test_a_cycle_in_which_nobody_checked_in_is_not_known_rather_than_silent() -> None:
    html = of(
        team("wards", "a", "2025-Q3", check_ins=(p.check_in("2025-09-20"),)),
        team("wards", "b", "2025-Q4"),
        team("wards", check_ins=(p.check_in("2026-02-19"),)),
    )
    assert points(html, TALK) == ["2025-Q3 100%", "2026-Q1 100%"]
    assert "2025-Q4 nothing written" in under(html, TALK)


def test_what_was_closed_before_the_last_weeks_of_a_cycle_owed_no_word_any_more() -> None:
    done = team("wards", "done", "2025-Q4", state="closed", closed=p.ending("2025-11-15"))
    round_up = team(
        "wards", "end", "2025-Q4", state="closed", closed=p.ending("2025-12-30"), check_ins=(p.check_in("2025-12-12"),)
    )
    html = of(done, round_up, team("wards", check_ins=(p.check_in("2026-02-19"),)))
    assert points(html, TALK) == ["2025-Q4 100%", "2026-Q1 100%"]


# --- do we help each other ---


def need(name: str) -> Need:
    return Need(p.to(name), "Hands", None, "asked", HERE)


def cells(html: str) -> dict[tuple[str, str], str]:
    """The fields of the matrix that hold something, by the names of row and column."""
    table = re.search(r'<table class="matrix">(.*?)</table>', html, re.DOTALL)
    assert table
    columns = [text_of(name) for name in re.findall(r'<th scope="col">(.*?)</th>', table[1], re.DOTALL)]
    found = {}
    for row in re.findall(r'<tr><th scope="row">(.*?)</tr>', table[1], re.DOTALL):
        name, _, fields = row.partition("</th>")
        for column, field in zip(columns, re.findall(r"<td[^>]*>(.*?)</td>", fields, re.DOTALL), strict=True):
            if text_of(field) not in ("", "same team"):
                found[text_of(name), column] = text_of(field)
    return found


def test_the_matrix_counts_who_supports_and_who_is_needed() -> None:
    there = (
        top(),
        team("lab", "fast"),
        team("wards", supports=(p.support("2026-Q1/lab/fast#kr", line("x")),), needs=(need("team:porters"),)),
        team("desk", needs=(need("2026-Q1/lab/fast"), need("2026-Q1/desk/own"))),
        team("desk", "own"),
    )
    names = {name: p.team(name) for name in ("all", "desk", "lab", "porters", "wards")}
    html = page(plan_of(*there, teams=names))
    assert cells(html) == {("wards", "lab"): "1", ("porters", "wards"): "1", ("lab", "desk"): "1"}
    assert under(html, ACROSS).startswith(
        "1 team objective supports one of another team. 2 need something from another team."
    )


def test_support_of_the_company_and_of_ones_own_is_not_help_across_teams() -> None:
    own = (p.support("2026-Q1/wards/x", line("x")),)
    html = of(top(), below("lab"), below("wards"), below("wards", "y", supports=own))
    assert cells(html) == {}
    assert under(html, ACROSS).startswith("No objective says yet that it supports one of another team.")


def test_one_team_alone_is_not_asked_whom_it_helps() -> None:
    assert ACROSS not in headings(of(top(), team("wards")))


def test_names_run_by_the_alphabet_both_ways_and_never_by_number() -> None:
    html = of(
        top(),
        *(team(name, came_from="team") for name in ("wards", "lab", "desk")),
        team("aid", supports=(p.support("2026-Q1/wards/x"),)),
    )
    rows = re.findall(r'<tr><th scope="row"><a[^>]*>(.*?)</a>', html)
    columns = re.findall(r'<th scope="col"><span[^>]*>(.*?)</span>', html)
    assert rows == columns == ["aid", "desk", "lab", "wards"]


def company_of(teams: int, parents: int) -> Plan:
    """Many teams, each of which supports the next, under a few that they are parts of (none: under nothing)."""
    names = [f"team{at:03}" for at in range(teams)]
    objectives = [top()] + [
        team(
            name,
            supports=(p.support(f"2026-Q1/{names[(at + 1) % teams]}/x" if at % 3 else "2026-Q1/all/top", line("x")),),
        )
        for at, name in enumerate(names)
    ]
    there = {name: p.team(name, parent=f"part{at % parents:02}" if parents else None) for at, name in enumerate(names)}
    there |= {f"part{at:02}": p.team(f"part{at:02}") for at in range(parents)} | {"all": p.team("all")}
    return plan_of(*objectives, teams=dict(sorted(there.items())))


def test_a_matrix_of_400_teams_folds_by_their_parents_and_keeps_the_sum() -> None:
    html = page(company_of(400, 12))
    found = cells(html)
    assert {name for pair in found for name in pair} <= {f"part{at:02}" for at in range(12)}
    assert sum(map(int, found.values())) == sum(bool(at % 3) for at in range(400))
    assert "Teams stand together under the one that they are part of" in under(html, ACROSS)
    assert len(html.encode()) < 100_000


def test_400_teams_that_are_part_of_nothing_stand_in_a_list() -> None:
    html = page(company_of(400, 0))
    assert "matrix" not in main_of(html)
    assert "team001 team002 1" in under(html, ACROSS)
    assert links(html)["and 206 more"] == "teams/index.html"
    assert len(html.encode()) < 100_000


# --- are we still talking ---


def test_quiet_ones_are_named() -> None:
    html = of(
        team("wards", "loud", check_ins=(p.check_in("2026-01-24"),)),
        team("wards", "hush", title="Hush", check_ins=(p.check_in("2026-01-23"),)),
    )
    assert under(html, TALK).startswith("1 of 2 objectives under way had a check-in in the last four weeks.")
    assert "This one is quiet. Hush wards" in under(html, TALK)


def test_in_the_first_weeks_of_a_cycle_nobody_is_called_quiet() -> None:
    html = of(team("wards"), as_of="2026-01-20")
    assert "The cycle began less than four weeks ago" in under(html, TALK)
    assert "is quiet" not in read(html)


@pytest.mark.parametrize("state", ["paused", "closed", "dropped"])
def test_what_is_at_rest_owes_no_word(state: str) -> None:
    html = of(team("wards", check_ins=(p.check_in("2026-02-10"),)), team("wards", "rest", state=state))
    assert "The one objective under way had a check-in" in under(html, TALK)


def test_before_a_cycle_has_begun_nobody_is_asked_to_talk() -> None:
    assert TALK not in headings(of(team("wards", cycle="2026-Q2")))


def test_a_cycle_that_is_over_is_looked_at_on_its_last_day() -> None:
    html = of(team("wards", cycle="2025-Q4", check_ins=(p.check_in("2025-12-20"),)), as_of="2026-06-01")
    assert "had a check-in in the last four weeks of the cycle." in under(html, TALK)


def test_between_two_cycles_the_last_one_is_looked_at_until_somebody_sets_out() -> None:
    ended = team("wards", cycle="2025-Q4", came_from="team", check_ins=(p.check_in("2025-12-20"),))
    html = of(ended, team("wards", "next", "2026-Q2", state="draft"), as_of="2026-02-20")
    assert "had a check-in in the last four weeks of the cycle." in under(html, TALK)
    assert "Practice, 2025-Q4" in text_of(html)


# --- do asks get an answer ---


def asking(*asks: tuple[str, str | None]) -> Objective:
    """An objective that asked on some days, each with the day of the answer."""
    there = tuple(
        p.ask(
            on,
            "Who can help?",
            "2026-Q1/wards/x",
            replies=(p.reply(answered, "We can.", answers=True),) if answered else (),
        )
        for on, answered in asks
    )
    return team("wards", title="It asks", asks=there)


def test_answers_are_counted_with_the_days_that_half_of_them_took() -> None:
    html = of(
        asking(
            ("2026-01-10", "2026-01-13"),
            ("2026-01-11", "2026-01-12"),
            ("2026-01-12", "2026-01-30"),
            ("2026-02-18", None),
        )
    )
    assert under(html, ASKS).startswith(
        "3 of 4 asks of this cycle are answered so far. Half of those within three days."
    )


def test_one_answer_is_no_half() -> None:
    html = of(asking(("2026-01-10", "2026-01-12")))
    assert under(html, ASKS).startswith("The one ask of this cycle is answered. The answer took two days.")


def test_an_ask_of_more_than_two_weeks_is_named_and_one_of_two_weeks_is_not() -> None:
    assert "Open for more than two weeks: It asks" in under(of(asking(("2026-02-05", None))), ASKS)
    assert "Open for more than two weeks:" not in under(of(asking(("2026-02-06", None))), ASKS)


def test_a_reply_that_settles_nothing_is_no_answer() -> None:
    there = p.ask("2026-01-10", "Who?", "2026-Q1/wards/x", replies=(p.reply("2026-01-11", "Let me think."),))
    assert under(of(team("wards", asks=(there,))), ASKS).startswith("The one ask of this cycle has no answer yet.")


# --- do we aim high enough ---


def scored(*scores: str, cycle: str = "2025-Q4") -> list[Objective]:
    ending = p.ending(DATES[cycle][1])
    return [
        team("wards", f"s{at}", cycle, state="closed", closed=ending, score=Decimal(score), type="aspirational")
        for at, score in enumerate(scores)
    ]


def test_scores_are_shown_from_the_lowest_to_the_highest_and_never_in_the_middle() -> None:
    html = of(*scored("0.7", "0.2", "1.0", "0.6"), team("wards"))
    said = under(html, HIGH)
    assert said.startswith("In 2025-Q4, teams gave themselves 0.2 to 1.")
    assert "0.6" not in said
    assert "0.625" not in html
    assert links(html)["Read what was learned instead."] == "cycles/2025-Q4.html"


def test_without_scores_the_endings_are_told() -> None:
    ended = team("wards", "d", "2025-Q4", state="dropped", dropped=p.ending("2025-12-01"))
    assert "How 2025-Q4 ended: One objective dropped on purpose." in under(of(ended, team("wards")), HIGH)


def test_without_a_closed_cycle_it_is_not_asked() -> None:
    assert HIGH not in headings(of(team("wards")))


# --- what the checks would like to say ---


def finding(
    rule: str, objective: str | None = None, *, team: str | None = None, level: Level = Level.WARNING
) -> Finding:
    return Finding(rule, level, Span("content/x.md"), "It says so.", objective=objective, team=team)


def test_rules_speak_in_their_order_with_links_to_what_they_are_about() -> None:
    told = [
        finding("no-type", "2026-Q1/wards/x", level=Level.NOTE),
        finding("no-why", "2026-Q1/wards/x"),
        finding("no-why", "2026-Q1/wards/x"),
        finding("all-assigned", team="wards"),
        finding("misplaced"),
    ]
    html = of(team("wards", title="We walk"), judged=Judged(told, []))
    said = under(html, TOLD)
    assert said.startswith("5 things to look at together.")
    titles = re.findall(r"<h3>(.*?) <span", main_of(html))
    assert titles == [
        "All objectives of a team were asked of it",
        "A file where nothing looks for it",
        "Does not say why",
        "Does not say what kind it is",
    ]
    assert "Does not say why 2 no-why We walk wards" in said
    assert "A file where nothing looks for it 1 misplaced In a file without a page; okrsite check names it." in said


def test_what_is_accepted_stands_there_with_its_reason() -> None:
    accepted = [Accepted(finding("orphan", "2026-Q1/wards/x"), "The boiler does not wait.")]
    html = of(team("wards", title="Heat"), judged=Judged([], accepted))
    assert "1 is accepted as it is, with a reason." in under(html, TOLD)
    assert "Heat Does not say what it supports The boiler does not wait." in under(html, "Accepted, and why")


def test_a_file_is_not_named_since_it_may_be_that_of_a_private_objective() -> None:
    told = [Finding("future-reading", Level.WARNING, Span("content/okrs/2026-Q1/hush/secret.md"), "It says so.")]
    told.append(finding("no-why", "2026-Q1/hush/secret"))
    html = of(team("wards"), team("hush", "secret", private=True), judged=Judged(told, []))
    assert "hush" not in html
    assert "secret" not in html
    assert "A reading from a day to come 1" in under(html, TOLD)


def test_an_error_is_no_opinion() -> None:
    html = of(team("wards"), judged=Judged([finding("ref-broken", level=Level.ERROR)], []))
    assert "Nothing at the moment." in under(html, TOLD)


# --- what it never does ---


def everything() -> list[Objective]:
    """Objectives with something for every question."""
    return [
        top(title="Nobody waits"),
        top("2025-Q4"),
        *scored("0.3", "0.8"),
        asking(("2026-01-02", None), ("2026-01-10", "2026-01-13")),
        team("lab", came_from="team", owners=("ines",), check_ins=(p.check_in("2026-02-10", by="ines"),)),
        team("desk", came_from="assigned", supports=(p.support("2026-Q1/lab/x", line("x")),)),
        team("desk", "y", came_from="claimed", supports=(), needs=(need("team:lab"),)),
    ]


def test_no_person_is_named_and_nothing_is_sortable() -> None:
    html = main_of(of(*everything()))
    assert "ines" not in html
    assert "sort" not in html.replace("sorted by team or by person", "")
    assert "<button" not in html
    assert "average" not in text_of(html).replace("We do not average scores, because an average", "")


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(order: random.Random) -> None:
    there = everything()
    told = [finding("no-why", objective.ref) for objective in there]
    expected = of(*there, judged=Judged(told, []))
    order.shuffle(there)
    order.shuffle(told)
    assert of(*there, judged=Judged(told, [])) == expected


@st.composite
def companies(draw: st.DrawFn) -> list[Objective]:
    """Teams whose objectives support and need those of others, in any way that makes no ring."""
    teams = draw(st.lists(st.sampled_from(("lab", "desk", "wards", "aid")), min_size=1, max_size=8))
    there: list[Objective] = [top()]
    for at, name in enumerate(teams):
        targets = [one.ref for one in there]
        up = draw(st.lists(st.sampled_from(targets), max_size=3, unique=True))
        needs = draw(st.lists(st.sampled_from([*targets, "team:aid", "team:lab"]), max_size=2))
        there.append(team(name, f"o{at}", supports=tuple(p.support(ref) for ref in up), needs=tuple(map(need, needs))))
    return there


@settings(max_examples=60, deadline=None)
@given(companies())
def test_the_fields_of_the_matrix_are_all_edges_across_teams(there: list[Objective]) -> None:
    names = {team: p.team(team) for team in ("aid", "all", "desk", "lab", "wards")}
    html = page(plan_of(*there, teams=names))
    assert sum(map(int, cells(html).values()) if "matrix" in html else (0,)) == across(there)


def across(there: Iterable[Objective]) -> int:
    """Count the edges between teams by hand: support of what the company aims for is not help between teams."""
    ties = [(one.team, support.to) for one in there for support in one.supports if support.to.kind == "objective"]
    ties = [(one, to) for one, to in ties if not to.id.endswith("/all/top")]
    ties += [(one.team, need.to) for one in there if one.supports != top().supports for need in one.needs]
    return sum(one != (to.id if to.kind == "team" else to.id.split("/")[1]) for one, to in ties)
