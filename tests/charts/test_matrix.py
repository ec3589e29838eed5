"""Who is tied to whom: nothing is lost when names fold under what they are part of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from okrsite.charts.matrix import counted, folded, shade

PARENTS = {
    "digital": "group",
    "devices": "digital",
    "wards": "care",
    "theatres": "care",
    "care": "group",
    "group": None,
}


def test_few_names_stay_as_they_are() -> None:
    assert folded(["devices", "wards"], PARENTS, 30) == {"devices": "devices", "wards": "wards"}


def test_many_names_fold_only_as_far_as_they_must() -> None:
    names = ["devices", "digital", "theatres", "wards"]
    assert folded(names, PARENTS, 2) == {
        "devices": "digital",
        "digital": "digital",
        "theatres": "care",
        "wards": "care",
    }
    assert folded(names, PARENTS, 1) == dict.fromkeys(names, "group")


def test_names_that_are_part_of_nothing_cannot_be_folded() -> None:
    assert folded(["a", "b", "c"], {}, 2) is None


def test_a_tie_within_a_group_lies_on_the_diagonal() -> None:
    groups = {"wards": "care", "theatres": "care", "digital": "digital"}
    assert counted([("wards", "theatres"), ("digital", "wards")], groups) == {
        ("care", "care"): 1,
        ("digital", "care"): 1,
    }


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[str], dict[str, str | None]]:
    """Names, each a part of an earlier one or of nothing."""
    count = draw(st.integers(1, 30))
    parents: dict[str, str | None] = {}
    for at in range(count):
        above = draw(st.integers(-1, at - 1))
        parents[f"t{at}"] = f"t{above}" if above >= 0 else None
    return list(parents), parents


@given(forests(), st.integers(1, 30), st.data())
def test_folding_keeps_the_sum_and_the_number_of_groups_within_bounds(
    forest: tuple[list[str], dict[str, str | None]], most: int, data: st.DataObject
) -> None:
    names, parents = forest
    groups = folded(names, parents, most)
    if groups is None:
        assert sum(above is None for above in parents.values()) > most
        return
    ties = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names))))
    cells = counted(ties, groups)
    assert set(groups) == set(names)
    assert len(set(groups.values())) <= most
    assert sum(cells.values()) == len(ties)
    assert all(
        sum(n for (one, _), n in cells.items() if one == group) == sum(groups[a] == group for a, _ in ties)
        for group in groups.values()
    )


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_field_is_empty_only_where_nothing_is_and_darker_the_more_there_is(one: int, other: int) -> None:
    most = max(one, other)
    assert (shade(one, most) == 0) == (one == 0)
    assert (shade(one, most) <= shade(other, most)) or one > other
    assert shade(most, most) <= 3
