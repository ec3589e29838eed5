"""Nobody compares teams or people: groups that are such are shown as one."""

from __future__ import annotations

from okrsite.measure.survey.model import ShownSurvey
from okrsite.measure.survey.together import without_teams
from tests.measure.surveys import grouping, said, shown_of, who

TEAMS = frozenset({"home wards", "laboratory"})


def together(found: ShownSurvey) -> ShownSurvey:
    return without_teams(found, TEAMS, "all")


def test_a_group_with_the_name_of_a_team_makes_all_groups_one() -> None:
    found = together(shown_of(grouping({"Home  Wards": [12, 9], "others": [20, 22]})))
    assert (said(found.whole), who(found.whole)) == ([{"all": 63}], {"all": 63})
    (answers,) = found.whole.questions[0].groups
    assert answers.counts == (32, 31)
    assert 1 < answers.low < answers.mean < answers.high < 2


def test_a_team_within_a_joined_group_counts_as_well() -> None:
    found = together(shown_of(grouping({"Laboratory": [2, 2], "b": [9, 9], "c": [30, 3]})))
    assert said(found.whole) == [{"all": 55}]


def test_groups_that_are_no_teams_stay_as_they_are() -> None:
    found = shown_of(grouping({"nurses": [12, 9], "doctors": [20, 22]}))
    assert together(found) == found


def test_each_way_of_grouping_is_looked_at_for_itself() -> None:
    whole = grouping({"nurses": [12, 9], "doctors": [20, 22]})
    found = together(shown_of(whole, grouping({"Laboratory": [15, 15], "Home wards": [17, 16]}, name="by-team")))
    assert said(found.whole) == [{"nurses": 21, "doctors": 42}]
    assert said(found.splits[0]) == [{"all": 63}]


def test_where_nothing_is_shown_nothing_is_made_of_it() -> None:
    found = together(shown_of(grouping({"Laboratory": [2, 2]})))
    assert (said(found.whole), who(found.whole)) == ([{}], {})
