"""Near in subject: who may want to talk, found by the words they share, and why nobody else is."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from okrsite.measure.likeness import alike, index_of
from okrsite.measure.subjects import near, subjects_of
from okrsite.measure.terms import joined, terms
from okrsite.plan.model import Continues, Need
from okrsite.targets import Target
from tests.measure import plans as p
from tests.pages.hospital import ground, line
from tests.pages.reading import objective_page, part

AS_OF = "2026-02-01"
ONE, OTHER = "2026-Q1/wards/tea", "2026-Q1/porters/pier"


def site_of(*objectives: Any) -> Any:
    cycles = {"2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31"), p.CYCLE: p.cycle()}
    return ground(p.plan(*objectives, cycles=cycles), as_of=AS_OF).site


def waiting(ref: str, **more: Any) -> Any:
    said: dict[str, Any] = {
        "title": "Patients waiting on the corridor hear the reason",
        "why": line("Nobody explains the delay."),
        "tags": (("waiting", "waiting"),),
    }
    return p.objective(ref, **said | more)


def other(**more: Any) -> Any:
    return waiting(OTHER, **{"title": "The corridor is a place where patients wait with a reason"} | more)


def around(count: int = 12) -> list[Any]:
    return [p.objective(f"2026-Q1/team{n}/o", title=f"Something{n} altogether different{n}") for n in range(count)]


def found(*objectives: Any, ref: str = ONE) -> list[str]:
    site = site_of(*objectives)
    return [it.ref for it in near(site, subjects_of(site), site.objectives[ref])]


def test_two_teams_that_write_about_the_same_find_each_other() -> None:
    plan = (waiting(ONE), other(), *around())
    assert found(*plan) == [OTHER]
    assert found(*plan, ref=OTHER) == [ONE]


def test_the_page_names_the_words_that_both_use() -> None:
    html = objective_page(ground(p.plan(waiting(ONE), other(), *around()), as_of=AS_OF), ONE)
    said = part(html, "Near in subject")
    assert "Perhaps you should talk." in said
    assert "The corridor is a place where patients wait with a reason porters" in said
    assert "both say patients, corridor, reason" in said
    assert "#waiting" in said


def test_where_nothing_is_near_nothing_is_said() -> None:
    html = objective_page(ground(p.plan(waiting(ONE), *around()), as_of=AS_OF), ONE)
    assert "Near in subject" not in html


@pytest.mark.parametrize(
    "linked",
    [
        {"supports": (p.support(ONE, None),)},
        {"needs": (Need(Target("objective", ONE), None, None, None, p.HERE),)},
        {"needs": (Need(Target("objective", ONE, "kr"), None, None, None, p.HERE),)},
        {"continues": Continues(ONE, None)},
        {"teams": ("wards",)},
        {"state": "dropped"},
        {"private": True},
        {"key_results": (p.key_result("kr", same_as=f"{ONE}#kr"),)},
        {"why": line("See [[2026-Q1/wards/tea]].", Target("objective", ONE))},
    ],
    ids=[
        "supports",
        "needs",
        "needs a key result",
        "carries on",
        "shares the team",
        "dropped",
        "private",
        "same as",
        "mentions",
    ],
)
def test_who_knows_of_the_other_already_is_not_sent_there(linked: dict[str, Any]) -> None:
    assert found(waiting(ONE), other(), *around()) == [OTHER]
    assert found(waiting(ONE, key_results=(p.key_result("kr"),)), other(**linked), *around()) == []


def test_what_stands_above_in_the_why_chain_is_linked() -> None:
    middle = p.objective("2026-Q1/middle/m", title="Between", supports=(p.support(OTHER, None),))
    below = waiting(ONE, supports=(p.support("2026-Q1/middle/m", None),))
    assert found(below, middle, other(), *around()) == []


def test_own_team_and_past_cycles_are_left_out() -> None:
    same_team, past = waiting("2026-Q1/wards/other"), waiting("2025-Q4/porters/past")
    assert found(waiting(ONE), same_team, past, *around()) == []
    assert found(waiting(ONE), other(), past, *around(), ref="2025-Q4/porters/past") == []


def test_at_most_three_are_named_and_of_equals_the_first_by_name() -> None:
    more = [waiting(f"2026-Q1/{team}/same") for team in "edcba"]
    assert found(waiting(ONE), *more, *around()) == [f"2026-Q1/{team}/same" for team in "abc"]


def test_one_word_in_common_is_not_enough() -> None:
    once = p.objective(OTHER, title="A corridor painted yellow")
    assert found(waiting(ONE), once, *around()) == []


def test_the_order_of_the_files_changes_nothing() -> None:
    plan = [
        waiting(ONE),
        other(),
        *(waiting(f"2026-Q1/{team}/x", title=f"Corridor {team} reason delay") for team in "abcdef"),
        *around(),
    ]
    first = site_of(*plan)
    shuffled = dict(random.Random(4).sample(list(first.objectives.items()), len(first.objectives)))
    second = replace(first, objectives=shuffled)
    for ref, it in first.objectives.items():
        assert near(first, subjects_of(first), it) == near(second, subjects_of(second), second.objectives[ref])


def test_words_are_compared_without_case_marks_and_endings() -> None:
    assert [term for term, _ in terms("Labels, LABEL’s and ﬁnal étés")] == ["label", "label", "final", "ete"]
    assert [term for term, _ in terms("We know that they will be there in 2026")] == []


def test_chinese_and_japanese_are_compared_by_their_characters() -> None:
    assert [term for term, _ in terms("等待的渡轮")] == ["等待", "渡轮"]
    assert [term for term, _ in terms("島の人が船の時間を")] == ["島", "人", "船", "時間"]
    assert joined(("自行", "行车", "等待")) == ("自行车", "等待")
    one = p.objective(ONE, title="读者等待新书的时间更短")
    two = p.objective(OTHER, title="不再让读者等待")
    assert found(one, two, *around()) == [OTHER]


def test_arabic_is_compared_without_its_article() -> None:
    assert [term for term, _ in terms("العبّارة والماء")] == ["عباره", "ماء"]


def test_a_word_that_all_use_leads_nowhere() -> None:
    texts: dict[str, dict[str, float]] = {f"t{n:04}": {"common": 1.0, f"own{n}": 1.0} for n in range(2000)}
    assert next(alike(index_of(texts), {"common": 1.0, "own7": 1.0})).name == "t0007"
    assert not list(alike(index_of(texts), {"common": 1.0}))


def test_two_equal_texts_are_wholly_alike() -> None:
    index = index_of({"a": {"x": 1.0, "y": 2.0}, "b": {"x": 1.0, "y": 2.0}, "c": {"z": 1.0}})
    first, second = alike(index, {"x": 1.0, "y": 2.0})
    assert (first.name, second.name) == ("a", "b")
    assert first.share == pytest.approx(1)
