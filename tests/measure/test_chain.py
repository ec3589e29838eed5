"""Up is why: the chain from an objective to the mission, and every edge seen from both ends."""

from __future__ import annotations

from itertools import pairwise

from okrsite.measure import measure
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import Continues, Need, Objective
from tests.measure.plans import HERE, day, objective, organisation, plan, prose, support, theme, to

A, B, C, D = (f"2026-Q1/wards/{name}" for name in "abcd")


def site_of(*objectives: Objective) -> Site:
    whole = plan(*objectives, organisation=organisation(theme("home", prose("They ask for it."))))
    return measure(whole, day("2026-02-01"), check_in_every=14)


def chain(found: MeasuredObjective) -> list[str]:
    return [step.to.name for step in found.why_chain]


def test_the_chain_follows_each_first_edge_up_to_the_mission() -> None:
    site = site_of(
        objective(A, supports=(support(f"{B}#falls", prose("It hurts.")), support("mission"))),
        objective(B, supports=(support(C, prose("It is home.")),)),
        objective(C, supports=(support("theme:home"),)),
    )
    found = site.objectives[A]
    assert chain(found) == [f"{B}#falls", C, "theme:home", "mission"]
    assert [step.because.source if step.because else None for step in found.why_chain] == [
        "It hurts.",
        "It is home.",
        None,
        "They ask for it.",
    ]
    assert found.reaches_mission
    assert not found.company
    assert site.objectives[C].company


def test_a_chain_that_ends_before_the_mission_says_so() -> None:
    site = site_of(objective(A, supports=(support(B),)), objective(B))
    assert (chain(site.objectives[A]), site.objectives[A].reaches_mission) == ([B], False)
    assert (chain(site.objectives[B]), site.objectives[B].ends_private) == ([], False)


def test_every_other_edge_is_listed_with_the_main_chain_of_its_target() -> None:
    site = site_of(
        objective(A, supports=(support("mission"), support(B), support("theme:home"))),
        objective(B, supports=(support(f"{C}#kr"), support(D))),
        objective(C, supports=(support("mission"),)),
        objective(D),
    )
    edges = site.objectives[A].supports
    assert [(e.to.name if e.to else None, e.primary, [s.to.name for s in e.chain]) for e in edges] == [
        ("mission", True, []),
        (B, False, [f"{C}#kr", "mission"]),
        ("theme:home", False, ["mission"]),
    ]


def test_edges_are_seen_from_their_other_end() -> None:
    needs = (Need(to(f"{B}#kr"), "Nurses", None, "agreed", HERE), Need(to("team:lab"), "Tubes", None, None, HERE))
    site = site_of(
        objective(A, supports=(support(f"{B}#kr"), support(B)), needs=needs, continues=Continues(C, prose("Go on."))),
        objective(B),
        objective(C),
    )
    below = site.objectives[B].supported_by
    assert [(d.ref, d.key_result, d.primary) for d in below] == [(A, "kr", True), (A, None, False)]
    assert [(n.ref, n.key_result, n.need, n.state) for n in site.objectives[B].needed_by] == [
        (A, "kr", "Nurses", "agreed")
    ]
    assert [(n.ref, n.need) for n in site.needed_of_team["lab"]] == [(A, "Tubes")]
    assert [c.ref for c in site.objectives[C].continued_by] == [A]
    assert site.objectives[A].continues is not None


def test_a_ring_ends_where_it_closes() -> None:
    site = site_of(objective(A, supports=(support(B),)), objective(B, supports=(support(A),)))
    assert all(len(found.why_chain) <= 2 and not found.reaches_mission for found in site.objectives.values())


def test_a_chain_of_thousands_is_followed_without_depth() -> None:
    names = [f"2026-Q1/wards/{n:04}" for n in range(3000)]
    links = [objective(name, supports=(support(above),)) for name, above in pairwise(names)]
    site = site_of(*links, objective(names[-1], supports=(support("mission"),)))
    assert len(site.objectives[names[0]].why_chain) == 3000
    assert site.objectives[names[0]].reaches_mission


def test_ten_thousand_may_support_one() -> None:
    children = [objective(f"2026-Q1/wards/c{n:05}", supports=(support(A),)) for n in range(10_000)]
    site = site_of(objective(A, supports=(support("mission"),)), *children)
    assert len(site.objectives[A].supported_by) == 10_000
    assert all(len(site.objectives[child.ref].why_chain) == 2 for child in children)
