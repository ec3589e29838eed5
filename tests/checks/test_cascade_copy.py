"""What is handed down word for word is told; what a team says in its own words is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.checks.cascade_copy import RULE
from okrsite.diagnostics import Finding
from tests.checks.small import found
from tests.measure import plans

PARENT = "2026/hospital/walk"
CYCLES = {"2026": plans.cycle("2026", end="2026-12-31"), "2026-Q1": plans.cycle()}
COPIES = [
    ("Patients walk again before they go home", "Before going home, patients walk again"),
    ("Increase customer satisfaction", "Improve customer satisfaction"),
    ("Grow revenue", "GROW REVENUE!"),
    ("Patients walk again before they go home", "Wards: Patients walk again before they go home"),
    ("Bring code review to developers in the community", "Promote code review to developers in the community"),
    ("Die Kundenzufriedenheit in allen Filialen erhöhen", "Kundenzufriedenheit in den Filialen steigern"),
    ("Réduire l’attente aux urgences", "Diminuer l'attente aux urgences"),
    ("Aumentar la satisfacción de los clientes", "Mejorar la satisfacción del cliente"),
    ("提高客户满意度", "提升客户满意度"),
    ("يمشي المرضى قبل العودة إلى البيت", "يمشي المرضى قبل العودة إلى البيت"),
]
OWN_WORDS = [
    ("Patients walk again before they go home", "Patients on our wards get up for every meal"),
    ("Patients walk again before they go home", "On their feet on the day of the operation"),
    ("Grow revenue", "Schools renew without being asked"),
    ("Improve quality", "Launch quality circles"),
    ("Launch the engine", "Improve the engine"),
    ("Customers in Europe pay without cards", "Customers in Spain pay by telephone"),
    ("Die Kundenzufriedenheit erhöhen", "Anrufe werden beim ersten Mal gelöst"),
    ("Réduire l’attente aux urgences", "Un lit libre en une heure aux urgences"),
    ("Aumentar la satisfacción de los clientes", "Los clientes entienden su factura"),
    ("提高客户满意度", "提高员工满意度"),
    ("يمشي المرضى قبل العودة إلى البيت", "يمشي كل المرضى قبل العودة إلى بيوتهم"),
]


def below(parent: str, title: str, *key_results: str, to: str = PARENT, **more: Any) -> list[Finding]:
    """What is found of an objective that supports another one, which has the key result “Falls”."""
    above = plans.objective(
        PARENT, title=parent, key_results=(plans.key_result("falls", title="Fewer falls at night"),)
    )
    own = tuple(plans.key_result(f"kr-{number}", title=text, **more) for number, text in enumerate(key_results))
    child = plans.objective("2026-Q1/wards/walk", title=title, supports=(plans.support(to),), key_results=own)
    return found(RULE, [above, child], cycles=CYCLES)


@pytest.mark.parametrize(("parent", "title"), COPIES)
def test_an_objective_with_the_words_of_its_parent_is_told(parent: str, title: str) -> None:
    (finding,) = below(parent, title)
    assert finding.objective == "2026-Q1/wards/walk"
    assert finding.message == f"“{title}” has the words of the objective it supports."
    assert [related.message for related in finding.related] == [f"what stands above: “{parent}”"]


@pytest.mark.parametrize(("parent", "title"), COPIES)
def test_a_key_result_with_the_words_of_the_parent_is_told(parent: str, title: str) -> None:
    (finding,) = below(parent, "On their feet the same day", title)
    assert finding.message == f"The key result “{title}” has the words of the objective it supports."


@pytest.mark.parametrize(("parent", "title"), OWN_WORDS)
def test_own_words_are_left_alone(parent: str, title: str) -> None:
    assert below(parent, title) == []
    assert below(parent, "On their feet the same day", title) == []


def test_a_key_result_that_became_an_objective_is_told() -> None:
    walk = "Patients walk again before they go home"
    (finding,) = below(walk, "Fewer falls at night", to=f"{PARENT}#falls")
    assert finding.message == "“Fewer falls at night” has the words of the key result it supports."
    (finding,) = below(walk, "Fewer falls at night")
    assert finding.message == "“Fewer falls at night” has the words of a key result of what it supports."


def test_a_measure_in_two_places_is_left_alone() -> None:
    walk = "Patients walk again before they go home"
    assert below(walk, "Up for lunch", walk, same_as=f"{PARENT}#falls") == []
    assert below(walk, "Up for lunch", "Fewer falls at night") == []


def test_the_mission_and_a_theme_are_parents_too() -> None:
    theme = plans.theme("Strong at home")
    one = plans.objective("2026-Q1/wards/a", title="Good care close to home", supports=(plans.support("mission"),))
    to_theme = plans.support("theme:Strong at home")
    other = plans.objective("2026-Q1/wards/b", title="At home and strong", supports=(to_theme,))
    findings = found(RULE, [one, other], organisation=plans.organisation(theme))
    assert [finding.message for finding in findings] == [
        "“Good care close to home” has the words of the mission.",
        "“At home and strong” has the words of the theme it supports.",
    ]


def test_what_is_not_supported_is_no_parent() -> None:
    same = "Patients walk again before they go home"
    assert found(RULE, [plans.objective(PARENT, title=same), plans.objective("2026-Q1/wards/x", title=same)]) == []


def test_a_private_parent_is_not_told() -> None:
    same = "Patients walk again before they go home"
    above = plans.objective(PARENT, title=same, private=True)
    child = plans.objective("2026-Q1/wards/x", title=same, supports=(plans.support(PARENT),))
    assert found(RULE, [above, child], cycles=CYCLES) == []


TITLES = st.sampled_from([title for pair in COPIES + OWN_WORDS for title in pair])


@given(TITLES, TITLES)
def test_it_does_not_matter_which_of_the_two_stands_above(one: str, other: str) -> None:
    if "Wards" not in one + other:
        assert bool(below(one, other)) == bool(below(other, one))


@given(TITLES)
def test_the_same_words_are_always_told(title: str) -> None:
    assert len(below(title, title)) == 1
