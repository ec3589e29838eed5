"""The pulse page: what people said, how sure one can be of it, and what else may explain it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from okrsite.measure.survey.steps import Steps, columns
from okrsite.plan.model import Grouping, Plan, Scale, Survey, SurveyGroup, SurveyQuestion
from tests.measure import plans as p
from tests.measure.plans import prose
from tests.measure.surveys import grouping, survey
from tests.pages.hospital import line
from tests.pages.reading import main_of, text_of
from tests.pages.whole import read, site_of, under

OKR = "People in teams with objectives"
OTHERS = "People in teams not yet working this way"
KNOW, TIME = "I know why my work matters", "I can do my work well in the time I have"


def worded(found: Grouping, *texts: str) -> Grouping:
    questions = zip(found.questions, texts, strict=True)
    return replace(found, questions=tuple(replace(question, text=line(text)) for question, text in questions))


def asked(found: Grouping, *pairs: tuple[int, int]) -> Grouping:
    groups = zip(found.groups, pairs, strict=True)
    return replace(found, groups=tuple(replace(group, asked=a, answered=b) for group, (a, b) in groups))


OCTOBER = survey(
    asked(
        worded(
            grouping(
                {OKR: [6, 22, 62, 178, 144], OTHERS: [58, 158, 336, 372, 178]},
                {OKR: [58, 110, 118, 92, 34], OTHERS: [142, 284, 318, 262, 96]},
            ),
            KNOW,
            TIME,
        ),
        (540, 412),
        (2310, 1102),
    ),
    replace(
        worded(
            grouping(
                {"Three cycles": [1, 5, 16, 67, 59], "First": [2, 6, 17, 32, 29], "Trying it out": [0, 1, 2, 2, 2]}
            ),
            KNOW,
        ),
        id="by-start",
        title="By time since a team started",
    ),
    name="2025-10",
    on="2025-10-17",
    about=line("Do *objectives* make work here more meaningful?"),
    learned=line("Time has slipped, and we keep watching it."),
    scale=Scale(1, 5, "not at all", "fully"),
)
OCTOBER = replace(OCTOBER, title="October 2025")
JUNE = replace(
    survey(
        worded(grouping({OKR: [2, 18, 72, 125, 101], OTHERS: [31, 161, 377, 391, 185]}), KNOW),
        name="2025-06",
        on="2025-06-13",
        scale=Scale(1, 5, "not at all", "fully"),
        learned=line("Ask again in autumn."),
    ),
    title="June 2025",
)


def plan_of(*surveys: Survey, **more: Any) -> Plan:
    return p.plan(surveys={each.id: each for each in surveys}, **more)


def pulse(*surveys: Survey, **more: Any) -> str:
    return site_of(plan_of(*surveys), as_of="2026-03-01", **more)["pulse.html"]


def figures(html: str) -> list[list[str]]:
    """The rows of all tables of answers: the group, then each cell as it is read."""
    tables = re.findall(r'<table class="t answers">(.*?)</table>', html, re.DOTALL)
    rows = re.findall(r'<tr><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', " ".join(tables), re.DOTALL)
    return [[text_of(name), *(text_of(cell) for cell in re.findall(r"<td.*?</td>", cells))] for name, cells in rows]


def test_it_says_who_was_asked_who_answered_and_what_share() -> None:
    html = pulse(OCTOBER)
    assert under(html, "Who answered") == (f"Group Asked Answered Share {OKR} 540 412 76% {OTHERS} 2,310 1,102 48%")
    assert "Do objectives make work here more meaningful? October 2025 17 October 2025" in read(html)


def test_each_statement_has_its_means_with_their_ranges_and_how_far_the_groups_are_apart() -> None:
    html = pulse(OCTOBER)
    said = under(html, "Two statements, October 2025")
    assert f"{OKR} compared with {OTHERS} {KNOW}" in said
    assert "0.6 higher (± 0.1)" in said
    assert "no clear difference (± 0.1)" in said
    assert f'aria-label="{KNOW}: {OKR} 4.0 (4.0 to 4.1); {OTHERS} 3.4 (3.3 to 3.5)"' in html
    assert "Answers go from 1 (not at all) to 5 (fully)." in said


def test_the_groups_of_a_drawing_differ_in_shape() -> None:
    chart = re.findall(r'<svg class="spread" height="36" role="img".*?</svg></svg>', pulse(OCTOBER), re.DOTALL)[0]
    assert '<circle class="s0"' in chart
    assert '<path class="s1"' in chart


def test_all_answers_stand_in_a_table() -> None:
    assert figures(pulse(OCTOBER))[:2] == [
        [OKR, "6", "22", "62", "178", "144", "412", "4.05", "3.96 to 4.14", "78%", "74% to 82%", "0.6 higher (± 0.1)"],
        [OTHERS, "58", "158", "336", "372", "178", "1,102", "3.41", "3.35 to 3.48", "50%", "47% to 53%", ""],
    ]


def test_beside_every_comparison_stands_what_else_may_explain_it() -> None:
    """The statements, the lines over time, the split and the earlier survey compare groups."""
    html = pulse(JUNE, OCTOBER)
    assert html.count('class="t answers"') == 3
    assert read(html).count("it does not show that objectives brought it about") == 3 + 1
    assert "a line that rises or falls does not show what made it do so" in under(html, "Over two surveys")


def test_the_caveat_names_where_fewer_answered() -> None:
    said = under(pulse(OCTOBER), "Two statements, October 2025")
    assert f"Fewer answered in one group than in another: {OTHERS} 48%, {OKR} 76%." in said


def test_where_as_many_answered_none_is_named() -> None:
    even = replace(OCTOBER, whole=asked(OCTOBER.whole, (540, 412), (1444, 1102)), splits=())
    assert "Fewer answered" not in read(pulse(even))


def test_where_few_answered_everywhere_it_is_said() -> None:
    few = replace(OCTOBER, whole=asked(OCTOBER.whole, (1000, 412), (2700, 1102)), splits=())
    assert f"Fewer than half answered in: {OKR} and {OTHERS}." in read(pulse(few))


def test_it_never_says_that_objectives_bring_something_about() -> None:
    words = read(pulse(JUNE, OCTOBER)).replace("it does not show that objectives brought it about", "")
    assert not re.search(r"because of objectives|thanks to|effect|improve|brought|works", words)


def test_of_more_than_two_groups_each_is_compared_with_the_first() -> None:
    three = survey(worded(grouping({"a": [40, 2], "b": [30, 12], "c": [12, 30]}), KNOW))
    html = pulse(three)
    said = under(html, "One statement, pulse")
    assert "Compared with a" in said
    assert [row[-1] for row in figures(html)] == ["", "0.2 higher (± 0.2)", "0.7 higher (± 0.2)"]


def test_a_split_is_joined_and_compared_for_itself() -> None:
    said = under(pulse(OCTOBER), "By time since a team started")
    assert "Three cycles 296 148 50% First + Trying it out 186 93 50%" in said
    assert "First + Trying it out" in said


def test_where_a_statement_has_other_groups_these_are_named() -> None:
    whole = worded(
        grouping({"a": [20, 20], "b": [20, 20], "c": [9, 9]}, {"a": [20, 20], "b": [20, 20], "c": [2, 1]}), KNOW, TIME
    )
    html = pulse(survey(whole))
    assert [row[-1].partition(": ")[0] for row in figures(html)][3:] == ["a + c compared with b", ""]


def test_over_several_surveys_each_statement_is_a_small_drawing() -> None:
    html = pulse(JUNE, OCTOBER)
    assert under(html, "Over two surveys").count(KNOW) == 1
    assert TIME not in under(html, "Over two surveys"), "it was asked once"
    assert (
        f"{OKR} from 4.0 in Jun 2025 to 4.0 in Oct 2025; {OTHERS} from 3.5 in Jun 2025 to 3.4 in Oct 2025; scale 1 to 5"
        in html
    )


def test_another_scale_is_on_no_line_and_that_is_said() -> None:
    ten = replace(
        survey(worded(grouping({OKR: [9] * 10, OTHERS: [9] * 10}), KNOW), name="2025-01", on="2025-01-17"),
        title="January",
    )
    said = under(pulse(ten, JUNE, OCTOBER), "Over three surveys")
    assert "One survey asked this on another scale, and is not on these lines." in said


def test_an_earlier_survey_opens_with_all_that_is_shown_of_it() -> None:
    html = pulse(JUNE, OCTOBER)
    (fold,) = re.findall(r'<details class="fold earlier".*?</details>', html, re.DOTALL)
    said = text_of(fold)
    assert said.startswith("June 2025 13 Jun 2025 Group Asked Answered Share")
    assert "0.5 higher (± 0.1)" in said
    assert said.endswith("What we learned Ask again in autumn.")


def test_it_says_what_was_learned() -> None:
    assert under(pulse(OCTOBER), "What we learned") == "Time has slipped, and we keep watching it."


def test_it_says_how_small_groups_are_protected() -> None:
    said = read(pulse(replace(OCTOBER, min_group=25)))
    assert "Groups with fewer than 25 answers are never shown alone. One that is too small is joined" in said
    assert "First + Trying it out" in said


def test_a_survey_that_too_few_answered_says_so_and_nothing_else() -> None:
    html = pulse(survey(worded(grouping({"a": [3, 2], "b": [1, 2]}), KNOW)))
    assert (
        under(html, "Who answered") == "Too few people answered to show anything of it: it takes at least 10 answers."
    )
    assert KNOW not in read(html)


def test_a_statement_that_too_few_answered_says_so() -> None:
    whole = grouping({"a": [30, 20], "b": [10, 20]}, {"a": [3, 1], "b": [1, 2]})
    assert f"{TIME} Too few people answered this" in read(pulse(survey(worded(whole, KNOW, TIME))))


def test_before_anybody_was_asked_it_says_how_to_ask() -> None:
    html = pulse()
    said = read(html)
    assert "Nobody has been asked yet." in said
    assert "content/surveys/2026-03.yaml" in said
    assert "Ask everyone alike, also those who do not work with objectives" in said


def test_it_stands_in_the_menu_once_there_is_a_survey() -> None:
    def menu(html: str) -> str:
        return text_of(html.partition("<nav")[2].partition("</nav>")[0])

    assert "Pulse" in menu(pulse(OCTOBER))
    assert "Pulse" not in menu(pulse())


def test_groups_that_are_teams_are_shown_as_one() -> None:
    html = site_of(
        plan_of(
            survey(worded(grouping({"Laboratory": [20, 30], "Devices": [40, 10]}), KNOW)),
            teams={"lab": replace(p.team("lab"), name="Laboratory")},
        ),
        as_of="2026-03-01",
    )["pulse.html"]
    assert [row[:4] for row in figures(html)] == [["All together", "60", "40", "100"]]
    assert "Laboratory" not in read(html)
    assert "Devices" not in read(html)


def test_a_link_in_a_statement_leads_there() -> None:
    whole = grouping({"a": [30, 20], "b": [10, 20]})
    whole = replace(whole, questions=(replace(whole.questions[0], text=line("I read [[#mission]]", p.to("mission"))),))
    assert 'href="index.html"' in main_of(pulse(survey(whole)))


@pytest.mark.parametrize("language", ["de", "fr", "es", "zh-Hans", "ja", "ar"])
def test_it_speaks_every_language(language: str) -> None:
    html = pulse(JUNE, OCTOBER, language=language)
    assert "412" in read(html)
    assert "higher" not in read(html)


def test_steps_of_a_long_scale_are_taken_together() -> None:
    assert columns(Scale(0, 10, None, None)) == tuple(Steps(step, step) for step in range(11))
    long = columns(Scale(1, 100, None, None))
    assert (long[0], long[-1], len(long)) == (Steps(1, 10), Steps(91, 100), 10)
    assert columns(Scale(1, 12, None, None))[-1] == Steps(11, 12)


def many(groups: int, statements: int, name: str, on: str, text: str) -> Survey:
    """A large survey; every group answers every statement."""
    return survey(
        Grouping(
            None,
            None,
            tuple(SurveyGroup(f"g{at}", f"People of building {at}", 60, 40) for at in range(groups)),
            tuple(
                SurveyQuestion(f"q{at}", line(f"{at} {text}"), tuple((4, 6, 10, 12, 8 - at % 3) for _ in range(groups)))
                for at in range(statements)
            ),
        ),
        name=name,
        on=on,
    )


@pytest.mark.parametrize(("groups", "statements", "surveys"), [(40, 40, 2), (2, 12, 30), (6, 20, 8)])
def test_a_large_page_goes_on_in_parts_none_of_which_is_heavy(groups: int, statements: int, surveys: int) -> None:
    found = [
        many(
            groups,
            statements,
            f"s{at:02}",
            f"20{at // 12 + 20}-{at % 12 + 1:02}-01",
            "I know why my work matters " * 11,
        )
        for at in range(surveys)
    ]
    pages = {name: html for name, html in site_of(plan_of(*found), as_of="2026-03-01").items() if "pulse" in name}
    assert len(pages) > 1
    assert {name: len(html.encode()) for name, html in pages.items() if len(html.encode()) > 100_000} == {}
    rows = [row for html in pages.values() for row in figures(html)]
    assert len(rows) == groups * statements * surveys, "nothing gets lost between the parts"


def test_far_too_many_groups_are_not_compared() -> None:
    html = site_of(plan_of(many(210, 10, "s", "2026-01-01", "I know why")), as_of="2026-03-01")["pulse~2.html"]
    assert "compared with" not in read(html).lower()
    assert "comparisons stand here" not in read(html)
    assert "it does not show that objectives brought it about" in read(html)


def test_a_statement_without_words_is_called_by_its_id() -> None:
    assert "q1" in read(pulse(survey(grouping({"a": [30, 20], "b": [10, 20]}))))


def test_two_groups_of_one_name_stand_both() -> None:
    whole = grouping({"a": [30, 20], "b": [10, 20], "c": [20, 10]})
    whole = replace(
        whole, groups=tuple(replace(group, name="a" if group.id == "c" else group.id) for group in whole.groups)
    )
    html = pulse(survey(worded(whole, KNOW)))
    assert [row[0] for row in figures(html)] == ["a", "b", "a"]
    assert "Compared with a" in read(html)


def test_no_two_things_on_a_page_have_one_id() -> None:
    others = [
        replace(JUNE, id=name, day=p.day(f"2025-0{at}-01")) for at, name in enumerate(("who", "over", "split0"), 1)
    ]
    html = pulse(*others, OCTOBER)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(set(ids)) == len(ids)


def test_what_people_wrote_is_no_markup() -> None:
    html = pulse(survey(worded(grouping({"<b>a</b>": [30, 20], '"b': [10, 20]}), "1 < 2"), about=prose("<i>x</i>")))
    assert "<b>a</b>" not in html
    assert "&lt;b&gt;a&lt;/b&gt;" in html
