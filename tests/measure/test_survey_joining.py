"""Which groups of a survey are shown, alone or joined; `q1` and so on are its questions."""

from __future__ import annotations

from itertools import product

import pytest

from okrsite.measure.survey.joining import joined
from tests.measure.surveys import grouping, said, shown, shown_of, survey, who


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((10, 30), ((0,), (1,))),
        ((9, 30), ((0, 1),)),
        ((9, 30, 12), ((0, 2), (1,))),
        ((12, 30, 9), ((0, 2), (1,))),
        ((3, 4, 20), ((0, 1, 2),)),
        ((3, 4, 5, 20), ((0, 1, 2), (3,))),
        ((6, 7, 8, 30), ((0, 1, 2), (3,))),
        ((6, 7, 8, 9, 30), ((0, 1), (2, 3), (4,))),
        ((9, 12, 12), ((0, 1), (2,))),
        ((0, 50, 60), ((0, 1), (2,))),
        ((4, 5), ()),
        ((9,), ()),
        ((10,), ((0,),)),
        ((0, 0), ()),
        ((), ()),
    ],
)
def test_the_smallest_is_joined_with_the_next_smallest(
    sizes: tuple[int, ...], shown: tuple[tuple[int, ...], ...]
) -> None:
    assert joined(sizes, 10) == shown


def test_every_group_is_in_one_block_and_every_block_is_large_enough() -> None:
    for sizes in product((0, 4, 9, 10, 23), repeat=4):
        blocks = joined(sizes, 10)
        assert sorted(place for block in blocks for place in block) == ([0, 1, 2, 3] if sum(sizes) >= 10 else [])
        assert all(sum(sizes[place] for place in block) >= 10 for block in blocks)


def test_each_question_is_joined_for_itself_and_who_answered_by_how_many() -> None:
    found = shown_of(
        grouping({"a": [8, 7], "b": [20, 20], "c": [9, 9]}, {"a": [4, 4], "b": [20, 19], "c": [9, 9]})
    ).whole
    assert said(found) == [{"a": 15, "b": 40, "c": 18}, {"a + c": 26, "b": 39}]
    assert who(found) == {"a": 15, "b": 40, "c": 18}


def test_a_joined_group_bears_its_parts_in_the_file_s_order_and_their_sums() -> None:
    found = shown_of(grouping({"z": [10, 2], "m": [40, 40], "a": [1, 2]})).whole
    (joint, other) = found.questions[0].groups
    assert (joint.name, joint.counts, joint.n, other.name) == ("z + a", (11, 4), 15, "m")
    assert [(group.name, group.asked, group.answered) for group in found.groups] == [("z + a", 30, 15), ("m", 160, 80)]


def test_of_what_cannot_be_joined_nothing_is_shown() -> None:
    found = shown_of(grouping({"a": [2, 2], "b": [1, 1]}, name="x")).whole
    assert (said(found), who(found)) == ([{}], {})


@pytest.mark.parametrize(
    ("own", "policy", "stands_alone"), [(None, 10, 10), (5, 10, 10), (20, 10, 20), (None, 5, 5), (7, 5, 7)]
)
def test_the_greater_of_the_survey_s_and_the_policy_s_smallest_group_holds(
    own: int | None, policy: int, stands_alone: int
) -> None:
    found = shown(survey(grouping({"a": [stands_alone, 0], "b": [40, 0]}), min_group=own), smallest=policy)["pulse"]
    assert found.min_group == stands_alone
    assert said(found.whole) == [{"a": stands_alone, "b": 40}]
    found = shown(survey(grouping({"a": [stands_alone - 1, 0], "b": [40, 0]}), min_group=own), smallest=policy)["pulse"]
    assert said(found.whole) == [{"a + b": stands_alone + 39}]


def test_a_split_is_joined_for_itself() -> None:
    whole = grouping({"a": [30, 30], "b": [20, 20]})
    split = grouping({"new": [4, 3], "mid": [16, 20], "old": [30, 27]}, name="tenure")
    assert said(shown_of(whole, split).splits[0]) == [{"new + mid": 43, "old": 57}]


def test_a_part_is_not_worked_out_from_a_joined_group_of_a_split() -> None:
    """`old` is all of `b`: from `new + old` and `b`, what the 4 new ones said would follow."""
    whole = grouping({"a": [20, 10], "b": [8, 12]})
    split = grouping({"new": [3, 1], "mid": [17, 9], "old": [8, 12]}, name="tenure")
    found = shown_of(whole, split)
    assert said(found.whole) == [{"a": 30, "b": 20}]
    assert said(found.splits[0]) == [{"new + mid + old": 50}]


def test_a_team_is_not_worked_out_from_its_division() -> None:
    """The division north is `tiny` and `ward`; north without ward is tiny."""
    teams = grouping({"tiny": [1, 3], "ward": [20, 6], "lab": [2, 9], "er": [30, 2]})
    divisions = grouping({"north": [21, 9], "south": [32, 11]}, name="division")
    found = shown_of(teams, divisions)
    assert said(found.whole) == [{"tiny + lab": 15, "ward": 26, "er": 32}]
    assert said(found.splits[0]) == [{"north + south": 73}]


def test_divisions_whose_teams_are_all_large_are_shown() -> None:
    teams = grouping({"ward": [20, 6], "lab": [2, 9], "er": [30, 2]})
    divisions = grouping({"north": [22, 15], "south": [30, 2]}, name="division")
    assert said(shown_of(teams, divisions).splits[0]) == [{"north": 37, "south": 32}]


def test_a_split_of_some_groups_only_does_not_give_the_others_away() -> None:
    """The split counts those with objectives; `with + trying` less its total would be those who are trying."""
    whole = grouping({"with": [40, 60], "trying": [3, 4], "rest": [200, 300]})
    split = grouping({"long": [20, 40], "short": [20, 20]}, name="since")
    found = shown_of(whole, split)
    assert said(found.whole) == [{"with + trying": 107, "rest": 500}]
    assert (said(found.splits[0]), who(found.splits[0])) == ([{}], {})


def test_a_split_that_leaves_a_few_out_is_not_shown() -> None:
    whole = grouping({"a": [30, 30], "b": [20, 20]})
    split = grouping({"new": [24, 24], "old": [25, 24]}, name="tenure")
    assert said(shown_of(whole, split).splits[0]) == [{}]


def test_two_countries_less_one_of_them() -> None:
    """Germany and Austria, less Germany: neither is too small, and what is left is. The counts of two questions tell."""
    whole = grouping(
        {"de, at": [9, 8, 6, 5, 7], "ch": [2, 4, 5, 4, 6]}, {"de, at": [7, 7, 7, 7, 7], "ch": [3, 4, 5, 5, 4]}
    )
    split = grouping(
        {"de": [8, 7, 6, 4, 6], "at, ch": [3, 5, 5, 5, 7]},
        {"de": [7, 6, 6, 6, 6], "at, ch": [3, 5, 6, 6, 5]},
        name="country",
    )
    assert said(shown_of(whole, split).splits[0]) == [{"de + at, ch": 56}, {"de + at, ch": 56}]


def test_groups_that_only_come_close_are_shown() -> None:
    whole = grouping({"a": [9, 8, 6, 5, 7], "b": [2, 4, 5, 4, 6]}, {"a": [7, 7, 7, 7, 7], "b": [3, 4, 5, 5, 4]})
    split = grouping(
        {"x": [8, 7, 7, 4, 6], "y": [3, 5, 4, 5, 7]}, {"x": [7, 6, 6, 6, 7], "y": [3, 5, 6, 6, 4]}, name="s"
    )
    assert said(shown_of(whole, split).splits[0]) == [{"x": 32, "y": 24}, {"x": 32, "y": 24}]


def test_two_files_of_one_day_may_hold_the_same_answers() -> None:
    teams = survey(grouping({"tiny": [1, 3], "ward": [20, 6], "lab": [2, 9], "er": [30, 2]}), name="by-team")
    divisions = survey(grouping({"north": [21, 9], "south": [32, 11]}), name="by-division")
    found = shown(teams, divisions)
    assert list(found) == ["by-division", "by-team"]
    assert {name: said(each.whole) for name, each in found.items()} == {
        "by-team": [{"tiny + lab": 15, "ward": 26, "er": 32}],
        "by-division": [{"north + south": 73}],
    }


def test_surveys_of_other_days_are_other_answers() -> None:
    first = survey(grouping({"a": [20, 15], "b": [9, 12]}), name="s1", on="2025-10-01")
    second = survey(grouping({"a": [20, 14], "b": [9, 10]}), name="s2", on="2026-01-01")
    assert [said(each.whole) for each in shown(first, second).values()] == [[{"a": 35, "b": 21}], [{"a": 34, "b": 19}]]


def test_a_survey_of_a_later_day_is_not_there_yet() -> None:
    assert shown(survey(grouping({"a": [20, 20]}), on="2026-02-02"), on="2026-02-01") == {}


def test_a_survey_of_very_many_groups_and_splits_ends_and_protects() -> None:
    many = {f"g{number}": [number % 7, number % 5] for number in range(300)}
    splits = [grouping({f"h{n}-{s}": [n % 5 + s, n % 3] for n in range(40)}, name=f"s{s}") for s in range(30)]
    found = shown_of(grouping(many), *splits)
    assert all(group.n >= 10 for each in (found.whole, *found.splits) for q in each.questions for group in q.groups)
