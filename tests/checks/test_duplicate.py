"""Two teams that want nearly the same and don't name each other are told of each other, once."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.checks.duplicate import RULE
from okrsite.plan.model import Continues, Need, Objective
from okrsite.targets import Target
from tests.checks.small import found, titled
from tests.measure import plans

WAIT, SHORTEN = "Cut the wait in the emergency room", "Shorten the emergency wait"
NEARLY = [
    (WAIT, SHORTEN),
    ("Patients go home with the right medicines", "Every patient goes home with the right medicine"),
    ("Improve customer satisfaction", "Raise the satisfaction of customers"),
    ("Solve big problems for large firms (over 5,000 people)", "Solve the big problems of large firms"),
    ("Wartezeit in der Notaufnahme senken", "Wir verkürzen die Wartezeiten in der Notaufnahme"),
    ("Alle Kundinnen verstehen ihre Rechnung", "Die Kundinnen verstehen jede Rechnung"),
    ("Réduire l’attente aux urgences", "Diminuer l'attente des urgences"),
    ("Les clients comprennent leur facture", "Nos clients comprennent toutes leurs factures"),
    ("Reducir la espera en urgencias", "Acortar la espera en las urgencias"),
    ("Los pacientes duermen toda la noche", "Cada paciente duerme por la noche"),
    ("缩短急诊等待时间", "减少急诊的等待时间"),
    ("提高客户满意度", "大幅提升客户满意度"),
]
APART = [
    ("Get Gemini production ready", "Get lookout production ready"),
    ("Improve quality", "Quality of sleep"),
    ("Hire two AI engineers", "Hire two HR engineers"),
    ("Open site 1", "Open site 2"),
    ("Launch the shop in Germany", "Launch the shop in France"),
    ("Grow the number of active customers", "Grow the number of active partners"),
    ("Better product descriptions", "Better production planning"),
    ("Die Kundenzufriedenheit steigern", "Die Kundenbindung steigern"),
    ("Wir senken die Kosten der Wäscherei", "Wir senken die Kosten der Küche"),
    ("Réduire les délais de livraison", "Réduire les délais de paiement"),
    ("Mejorar la atención en urgencias", "Mejorar la atención telefónica"),
    ("提高客户满意度", "提高员工满意度"),
    ("No one waits more than four hours", "Nobody waits in fear or in pain"),
]
ELSEWHERE = [
    ("Os pacientes não esperam mais do que uma hora", "Os clientes não esperam mais do que uma hora"),
    ("I pazienti non aspettano più di un’ora", "I pazienti non aspettano più di due giorni"),
    ("يمشي المرضى قبل العودة إلى البيت", "يمشي كل المرضى قبل العودة إلى بيوتهم"),
    ("救急の待ち時間を短くする", "救急の待ち時間を減らす"),
    ("Het wachten op de spoed wordt korter", "Het wachten op de spoed wordt veel korter"),
]


def two(one: str, other: str) -> list[Objective]:
    return titled({"emergency/wait": one, "laboratory/wait": other})


@pytest.mark.parametrize(("one", "other"), NEARLY)
def test_nearly_the_same_words_are_told_once_at_the_later_objective(one: str, other: str) -> None:
    (finding,) = found(RULE, two(one, other))
    assert finding.objective == "2026-Q1/laboratory/wait"
    assert finding.span.path == "content/okrs/2026-Q1/laboratory/wait.md"
    assert [related.span.path for related in finding.related] == ["content/okrs/2026-Q1/emergency/wait.md"]
    assert finding.message.startswith(f"“{other}” has nearly the same words as “{one}” of emergency")


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_only_like_another_is_left_alone(one: str, other: str) -> None:
    assert found(RULE, two(one, other)) == []


@pytest.mark.parametrize(("one", "other"), ELSEWHERE)
def test_in_a_language_that_is_not_known_only_the_same_words_count(one: str, other: str) -> None:
    assert found(RULE, two(one, other)) == []
    assert len(found(RULE, two(one, one))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Sleep well", "SLEEP WELL!"), ("Café et thé", "Thé et cafe"), ("Grow revenue", "revenue: grow")]
)
def test_case_marks_and_order_make_no_difference(one: str, other: str) -> None:
    (finding,) = found(RULE, two(one, other))
    assert "the same words as an objective of emergency" in finding.message


def test_titles_without_a_word_are_not_compared() -> None:
    assert found(RULE, two("…", "?!")) == []


def one_that(title: str = SHORTEN, **more: Any) -> list[Objective]:
    first = plans.objective("2026-Q1/emergency/wait", title=WAIT, key_results=(plans.key_result("hours"),))
    return [first, plans.objective("2026-Q1/laboratory/wait", title=title, **more)]


LINKED = {
    "supports it": {"supports": (plans.support("2026-Q1/emergency/wait"),)},
    "supports a key result of it": {"supports": (plans.support("2026-Q1/emergency/wait#hours"),)},
    "needs it": {"needs": (Need(plans.to("2026-Q1/emergency/wait"), None, None, None, plans.HERE),)},
    "needs its team": {"needs": (Need(Target("team", "emergency"), None, None, None, plans.HERE),)},
    "carries it on": {"continues": Continues("2026-Q1/emergency/wait", None)},
    "measures as it": {"key_results": (plans.key_result("h", same_as="2026-Q1/emergency/wait#hours"),)},
    "mentions it": {"body": plans.prose("As [[emergency/wait]].", plans.to("2026-Q1/emergency/wait"))},
    "mentions it in a check-in": {
        "check_ins": (
            plans.check_in("2026-01-20", learned=plans.prose("[[emergency/wait]]", plans.to("2026-Q1/emergency/wait"))),
        )
    },
    "shares the team": {"teams": ("emergency",)},
    "shares a key result with the team": {"key_results": (plans.key_result("h", teams=("emergency",)),)},
}


@pytest.mark.parametrize("more", LINKED.values(), ids=LINKED)
def test_objectives_that_know_of_each_other_are_left_alone(more: dict[str, Any]) -> None:
    assert len(found(RULE, one_that())) == 1
    assert found(RULE, one_that(**more)) == []


@pytest.mark.parametrize("state", ["paused", "closed", "dropped"])
def test_what_rests_or_has_ended_is_left_alone(state: str) -> None:
    more: dict[str, Any] = {state: plans.ending("2026-02-01")}
    assert found(RULE, one_that(state=state, **more)) == []


def test_the_same_team_and_another_cycle_are_left_alone() -> None:
    assert found(RULE, titled({"emergency/a": WAIT, "emergency/b": WAIT})) == []
    quarter = plans.objective("2026-Q1/emergency/wait", title=WAIT)
    year = plans.objective("2026/laboratory/wait", title=WAIT)
    cycles = {"2026-Q1": plans.cycle(), "2026": plans.cycle("2026", end="2026-12-31")}
    assert found(RULE, [quarter, year], cycles=cycles) == []


def test_what_is_private_is_not_told() -> None:
    assert found(RULE, one_that(private=True)) == []


def test_a_title_handed_to_twelve_teams_is_one_finding() -> None:
    walk = {f"ward-{number:02}/walk": "Every ward has a walking plan" for number in range(12)}
    (finding,) = found(RULE, titled(walk, supports=(plans.support("mission"),)))
    assert finding.objective == "2026-Q1/ward-11/walk"
    assert finding.message == "“Every ward has a walking plan” has the same words as 11 objectives of other teams."
    assert len(finding.related) == 5


def test_supporters_of_one_that_says_the_same_are_still_told_of_each_other() -> None:
    parent = plans.objective("2026-Q1/board/wait", title=WAIT)
    below = titled({"emergency/wait": WAIT, "laboratory/wait": SHORTEN}, supports=(plans.support(parent.ref),))
    (finding,) = found(RULE, [parent, *below])
    assert finding.objective == "2026-Q1/laboratory/wait"
    assert [related.span.path for related in finding.related] == ["content/okrs/2026-Q1/emergency/wait.md"]


def test_it_stands_where_it_is_accepted() -> None:
    one, other = two(WAIT, SHORTEN)
    accepts = plans.objective(one.ref, title=one.title, allow={"duplicate": "We meet every week."})
    (finding,) = found(RULE, [accepts, other])
    assert finding.objective == "2026-Q1/emergency/wait"


TITLES = st.sampled_from([title for pair in NEARLY + APART + ELSEWHERE for title in pair])


@given(TITLES, TITLES)
def test_it_does_not_matter_which_team_says_which(one: str, other: str) -> None:
    assert len(found(RULE, two(one, other))) == len(found(RULE, two(other, one)))


@given(st.lists(TITLES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(titles: list[str], random: Random) -> None:
    objectives = titled({f"team-{number % 5}/goal-{number}": title for number, title in enumerate(titles)})
    shuffled = random.sample(objectives, len(objectives))
    assert found(RULE, objectives) == found(RULE, shuffled)


@given(st.lists(TITLES, min_size=1, max_size=8))
def test_linked_ones_are_never_told(titles: list[str]) -> None:
    first = plans.objective("2026-Q1/all/first", title=titles[0])
    last = first.ref
    objectives = [first]
    for number, title in enumerate(titles[1:]):
        one = plans.objective(f"2026-Q1/team-{number}/goal", title=title, supports=(plans.support(last),))
        objectives.append(one)
        last = one.ref
    assert found(RULE, objectives) == []
