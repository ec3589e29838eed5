"""A private objective is not published: no page, no name, no slug, no owner anywhere."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from okrsite.exchange import site_json
from okrsite.measure import measure
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.model import (
    Attachment,
    Continues,
    FreePage,
    Kind,
    Need,
    Objective,
    Plan,
)
from okrsite.targets import Target
from tests.exchange.tables import check_ins_csv, key_results_csv, objectives_csv
from tests.measure.plans import (
    HERE,
    ask,
    check_in,
    cycle,
    day,
    key_result,
    objective,
    organisation,
    person,
    plan,
    prose,
    reading,
    reply,
    support,
    team,
    theme,
    to,
)

VEILED = "2026-X9/hushed/veiled"
OPEN = "2026-Q1/wards/walk"
WORDS = (b"hushed", b"veiled", b"2026-X9", b"nobody", b"shadow", b"Quiet tag", b"quiet-tag", b"covert", b"plan.png")


def secret(**more: Any) -> Objective:
    return objective(VEILED, **{"private": True, "owners": ("nobody",), "tags": (("quiet-tag", "Quiet tag"),)} | more)


def site_of(*objectives: Objective, **more: Any) -> Site:
    return measure(plan(*objectives, **more), day("2026-02-01"), check_in_every=14)


def walk(**more: Any) -> MeasuredObjective:
    return site_of(secret(), objective(OPEN, **more)).objectives[OPEN]


def everything() -> Plan:
    """A plan in which everything that can lead to the private objective does."""
    mention = prose("We wait for [[veiled]].", to(VEILED))
    link = prose("See [the other](../hushed/veiled.md) now.", to(VEILED))
    hidden = secret(
        supports=(support(OPEN, prose("covert")),),
        needs=(Need(to(OPEN), "covert", None, None, HERE), Need(to("team:wards"), "covert", None, None, HERE)),
        continues=Continues(OPEN, prose("covert")),
        check_ins=(check_in("2026-01-05", by="shadow", ask=ask("2026-01-05", "covert?", VEILED, by="shadow")),),
        key_results=(key_result("covert", kind=Kind.GUARD_RAIL, at_most="3", readings=(reading("2026-01-05", "1"),)),),
        teams=("hushed-too",),
        body=prose("![covert](plan.png)", Target("file", "content/okrs/plan.png")),
        aliases=("veiled-1",),
    )
    shown = objective(
        OPEN,
        why=mention,
        owners=("ana",),
        supports=(support(f"{VEILED}#covert", mention), support("mission", mention)),
        needs=(Need(to(VEILED), "Time", None, None, HERE),),
        continues=Continues(VEILED, mention),
        key_results=(
            key_result("shared", same_as_private=True, note=link),
            key_result("paired", pairs_with=to(f"{VEILED}#covert")),
        ),
        check_ins=(
            check_in(
                "2026-01-20",
                by="ben",
                learned=link,
                replies=(replace(reply("2026-01-21", "x"), text=mention),),
                ask=replace(ask("2026-01-20", "x", OPEN), what=link),
            ),
        ),
        body=link,
        tags=(("walking", "Walking"),),
    )
    file = Attachment("content/okrs/plan.png", "ab", "files/plan.png")
    whole = plan(
        hidden,
        shown,
        organisation=organisation(theme("home", mention), about=link),
        pages={"a": FreePage("a", "A", True, Decimal(0), mention, HERE)},  # noqa: FBT003 - nav, as written
        attachments={"content/okrs/plan.png": file},
    )
    people = {name: person(name) for name in ("ana", "ben", "nobody", "shadow")}
    teams = {**whole.teams, "wards": team("wards", body=mention, origin=HERE), "hushed-too": team("hushed-too")}
    cycles = {**whole.cycles, "2026-Q1": cycle(body=link)}
    return replace(whole, people=people, teams=teams, cycles=cycles)


def test_no_trace_of_it_is_left_anywhere() -> None:
    site = measure(everything(), day("2026-02-01"), check_in_every=14)
    written = pickle.dumps(site)
    written += site_json(site, people_pages=True) + objectives_csv(site) + key_results_csv(site) + check_ins_csv(site)
    assert [word for word in WORDS if word.lower() in written.lower()] == []
    assert list(site.people) == ["ana", "ben"]
    assert list(site.teams) == ["wards"]
    assert list(site.cycles) == list(site.shown_cycles) == ["2026-Q1"]
    assert site.tags == {"walking": "Walking"}
    assert (site.attachments, site.needed_of_team) == ({}, {})


def test_where_it_supports_it_is_counted() -> None:
    twice = secret(supports=(support(OPEN), support(f"{OPEN}#kr")))
    other = objective("2026-X9/hushed/other", private=True, supports=(support(OPEN),))
    found = site_of(twice, other, objective(OPEN)).objectives[OPEN]
    assert (found.private_supporters, found.supported_by, found.needed_by) == (2, (), ())


def test_what_supports_it_ends_there() -> None:
    found = walk(supports=(support(VEILED), support("mission")))
    assert [(edge.to, edge.primary) for edge in found.supports] == [(None, True), (Target("mission"), False)]
    assert (found.why_chain, found.ends_private, found.reaches_mission, found.company) == ((), True, False, False)


def test_a_chain_through_it_ends_below_it() -> None:
    above = secret(supports=(support("mission"),))
    middle = objective(OPEN, supports=(support(VEILED),))
    low = objective("2026-Q1/wards/low", supports=(support(OPEN),))
    found = site_of(above, middle, low).objectives["2026-Q1/wards/low"]
    assert [step.to.name for step in found.why_chain] == [OPEN]
    assert found.ends_private


def test_what_needs_or_continues_it_ends_there() -> None:
    found = walk(needs=(Need(to(VEILED), "Time", None, None, HERE),), continues=Continues(VEILED, None))
    assert [(need.to, need.need) for need in found.needs] == [(None, "Time")]
    assert found.continues is None
    assert (found.plan.needs, found.plan.continues) == ((), None)


def test_a_key_result_that_is_one_of_its_own_is_not_measured_and_has_no_title_but_its_own() -> None:
    shared = key_result("falls", title="Falls", weight="2", same_as_private=True)
    untitled = key_result("rise", title="", same_as_private=True)
    found = walk(key_results=(shared, untitled))
    assert [(k.plan.title, k.value, k.progress) for k in found.key_results] == [
        ("Falls", None, None),
        ("one private objective", None, None),
    ]
    assert (found.measured, found.of) == (0, 2)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("We wait for [[veiled]].", "We wait for one private objective."),
        ("We wait for [[hushed/veiled|them]].", "We wait for them."),
        ("We wait for [[ veiled#kr | a *good* friend ]].", "We wait for a *good* friend."),
        ("See [the **other** one](../hushed/veiled.md).", "See the **other** one."),
        ('See [it](<../hushed/veiled.md> "Veiled") now.', "See it now."),
        ("See [it (again)](../hushed/veiled.md#kr).", "See it (again)."),
        ("See [it][1].\n\n[1]: ../hushed/veiled.md\n", "See [it][1].\n\n[1]: #\n"),
        ("| a | b |\n|---|---|\n| [[veiled\\|them]] | c |\n", "| a | b |\n|---|---|\n| them | c |\n"),
        ('<a href="../hushed/veiled.md">it</a>', '<a href="#">it</a>'),
    ],
)
def test_in_prose_its_text_stays_without_a_link(written: str, shown: str) -> None:
    why = walk(why=prose(written, to(VEILED))).plan.why
    assert why is not None
    assert (why.source, why.targets) == (shown, (None,))
    assert [link.written + link.title for link in why.links] == [""]


def test_other_links_of_the_same_text_stay() -> None:
    text = "[[a]] [[veiled]]\n[[veiled|x]] `[[a]]` [[b|y]] [z](../hushed/veiled.md)"
    links = (to("team:wards"), to(VEILED), to(VEILED), to("mission"), to(VEILED))
    why = walk(why=prose(text, *links)).plan.why
    assert why is not None
    assert why.source == "[[a]] one private objective\nx `[[a]]` [[b|y]] z"
    assert why.targets == (to("team:wards"), None, None, to("mission"), None)


def test_what_is_also_named_in_public_stays() -> None:
    kept = objective(OPEN, owners=("nobody",), tags=(("quiet-tag", "Quiet tag"),), teams=("hushed",))
    site = site_of(secret(), kept)
    assert (list(site.people), list(site.teams), list(site.tags)) == (["nobody"], ["hushed", "wards"], ["quiet-tag"])


def test_what_has_a_file_of_its_own_stays_and_whom_it_names() -> None:
    teams = {"hushed": team("hushed", origin=HERE, parent="house", lead="lee"), "house": team("house")}
    people = {"kim": person("kim", origin=HERE, teams=("night",)), "lee": person("lee"), "nobody": person("nobody")}
    cycles = {"2026-X9": cycle("2026-X9", origin=HERE)}
    site = site_of(secret(), teams={**teams, "night": team("night")}, people=people, cycles=cycles)
    assert list(site.teams) == ["hushed", "house", "night"]
    assert list(site.people) == ["kim", "lee"]
    assert list(site.cycles) == ["2026-X9"]


def test_a_file_is_published_when_something_public_links_to_it() -> None:
    files = {path: Attachment(path, "ab", f"files/{path}") for path in ("a.png", "b.png")}
    why = prose("![](a.png)", Target("file", "a.png"))
    for others in ([], [secret(why=prose("![](b.png)", Target("file", "b.png")))]):
        site = site_of(*others, objective(OPEN, why=why), attachments=files)
        assert list(site.attachments) == ["a.png"]


def test_without_anything_private_the_plan_stays_as_it_is() -> None:
    whole = plan(objective(OPEN))
    site = measure(whole, day("2026-02-01"), check_in_every=14)
    assert site.objectives[OPEN].plan is whole.objectives[OPEN]
    assert site.teams is whole.teams
