"""FORMAT, “Objective” and “What is computed”: what an objective supports, needs and carries on, from both ends."""

from __future__ import annotations

from typing import Any

import pytest

from tests.format.measured import WALK, WARDS
from tests.format.sites import Built, Files, built, expect_marked, objective

ORG = "---\nname: H\nmission: Good care.\nthemes: [{id: home, title: Home again}]\n---\n"
KR = "key_results: [{title: Up, target: 3}]"


def of(**keys: str) -> Built:
    """Build a site of objectives of the wards, by their ids, each with a key result."""
    return built(files(**keys))


def files(**keys: str) -> Files:
    """Write objectives of the wards, each with a key result, beside an organisation with a theme."""
    written = {f"{WARDS}/{name}.md": objective(f"{text}\n{KR}") for name, text in keys.items()}
    return {"content/org.md": ORG, **written}


def short(site: Built, name: str, key: str) -> Any:
    """Give what the data says of an objective of the wards, with short names."""
    return _shortened(site.objectives[f"2026-Q1/wards/{name}"][key])


def _shortened(value: Any) -> Any:
    if isinstance(value, str):
        return value.removeprefix("2026-Q1/wards/")
    if isinstance(value, list):
        return [_shortened(each) for each in value]
    return {key: _shortened(each) for key, each in value.items()} if isinstance(value, dict) else value


SUPPORTS: dict[str, tuple[str, list[Any]]] = {
    "nothing": ("", []),
    "nothing in so many words": ("supports: []", []),
    "a string": ("supports: b", [["b", None, True]]),
    "a list of strings": ("supports: [b, mission]", [["b", None, True], ["mission", None, False]]),
    "a list of maps": (
        "supports: [{to: b, because: Strength *counts*.}, {to: 'theme:home'}]",
        [["b", "Strength *counts*.", True], ["theme:home", None, False]],
    ),
    "strings and maps": (
        "supports: [b, {to: mission, because: So.}]",
        [["b", None, True], ["mission", "So.", False]],
    ),
    "a key result": ("supports: b#up", [["b#up", None, True]]),
    "a team and a name": ("supports: wards/b#up", [["b#up", None, True]]),
    "a full name": ("supports: 2026-Q1/wards/b", [["b", None, True]]),
    "the mission": ("supports: mission", [["mission", None, True]]),
    "an objective and its key result": ("supports: [b, b#up]", [["b", None, True], ["b#up", None, False]]),
}


@pytest.mark.parametrize(("written", "expected"), SUPPORTS.values(), ids=SUPPORTS)
def test_supports_may_be_a_string_or_a_list_of_strings_or_maps(written: str, expected: list[Any]) -> None:
    site = of(a=written, b="")
    found = short(site, "a", "supports")
    assert found == [{"to": to, "because": because, "primary": primary} for to, because, primary in expected]
    assert short(site, "b", "supported_by") == (["a"] if any("b" in to for to, *_ in expected if to[0] == "b") else [])


REFUSED = {
    "a map without a list": "supports: ⟦wrong-type⟧{to: mission}",
    "a team": "supports: ⟦wrong-type⟧team:wards",
    "nothing there": "supports: ⟦ref-broken⟧c",
    "no such key result": "supports: ⟦ref-broken⟧b#down",
    "no such theme": "supports: ['⟦ref-broken⟧theme:away'".replace("'⟦ref-broken⟧", "⟦ref-broken⟧'") + "]",
    "a map without to": "supports: [⟦missing-key⟧{because: So.}]",
    "an unknown key": "supports: [{to: b, ⟦unknown-key⟧why: So.}]",
    "itself": "supports: ⟦ref-broken⟧a",
    "a need without to": "depends_on: [⟦missing-key⟧{need: Help.}]",
    "a need of a theme": "depends_on: [{to: ⟦wrong-type⟧'theme:home'}]",
    "a need of the mission": "depends_on: [{to: ⟦wrong-type⟧mission}]",
    "a need of nobody": "depends_on: [{to: ⟦ref-broken⟧'team:cooks'}]",
    "a need in an unknown state": "depends_on: [{to: b, state: ⟦wrong-type⟧done}]",
    "a need by no day": "depends_on: [{to: b, by: ⟦wrong-type⟧soon}]",
    "a need with an unknown key": "depends_on: [{to: b, ⟦unknown-key⟧because: So.}]",
    "carrying on nothing": "continues: ⟦ref-broken⟧c",
    "carrying on a key result": "continues: ⟦wrong-type⟧b#up",
    "carrying on a team": "continues: {to: ⟦wrong-type⟧team:wards}",
    "carrying on a list": "continues: ⟦wrong-type⟧[b]",
    "carrying on without to": "continues: ⟦missing-key⟧{because: So.}",
    "a health metric that is not there": "health: [⟦ref-broken⟧falls]",
    "a team that is not there": "teams: [⟦ref-broken⟧cooks]",
}


@pytest.mark.parametrize("written", REFUSED.values(), ids=REFUSED)
def test_what_an_edge_may_not_be(written: str) -> None:
    expect_marked(files(a=written, b=""))


def test_an_objective_stands_once_among_those_that_support() -> None:
    assert short(of(b="", z="supports: b", a="supports: [mission, b#up, b]"), "b", "supported_by") == ["a", "z"]


NEEDS: dict[str, tuple[str, list[Any]]] = {
    "an objective": ("{to: b}", ["b", None, None, None]),
    "a key result": ("{to: b#up, need: 'Nurses, trained', by: 2026-03-01, state: agreed}", ["b#up", "Nurses, trained", "2026-03-01", "agreed"]),
    "a team": ("{to: 'team:wards', state: declined}", ["team:wards", None, None, "declined"]),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), NEEDS.values(), ids=NEEDS)
def test_needs_lead_to_an_objective_a_key_result_or_a_team(written: str, expected: list[Any]) -> None:
    site = of(a=f"depends_on: [{written}]", b="")
    need = dict(zip(("to", "need", "by", "state"), expected, strict=True))
    assert short(site, "a", "depends_on") == [need]
    back = {"from": "a", **{key: need[key] for key in ("need", "by", "state")}}
    assert short(site, "b", "needed_by") == ([] if expected[0] == "team:wards" else [back])


def test_two_needs_of_one_objective_are_two() -> None:
    site = of(
        a="depends_on: [{to: b, need: One}, {to: b#up, need: Two}, {to: b, need: One}]", b="", c="depends_on: [{to: b}]"
    )
    assert [(each["from"], each["need"]) for each in short(site, "b", "needed_by")] == [
        ("a", "One"), ("a", "Two"), ("a", "One"), ("c", None),
    ]  # fmt: skip


def test_what_is_carried_on_is_written_as_a_string_or_a_map() -> None:
    earlier = {"content/okrs/2025-Q4/wards/b.md": objective()}
    site = built({**files(a="continues: b", c="continues: {to: b, because: Half *done*.}"), **earlier})
    assert short(site, "a", "continues") == {"to": "2025-Q4/wards/b", "because": None}
    assert short(site, "c", "continues") == {"to": "2025-Q4/wards/b", "because": "Half *done*."}
    assert _shortened(site.objectives["2025-Q4/wards/b"]["continued_by"]) == [
        {"from": "a", "because": None},
        {"from": "c", "because": "Half *done*."},
    ]
    assert short(site, "a", "continued_by") == []


CHAINS: dict[str, tuple[dict[str, str], list[str]]] = {
    "nothing": ({"a": ""}, []),
    "the mission": ({"a": "supports: mission"}, ["mission"]),
    "a theme": ({"a": "supports: 'theme:home'"}, ["theme:home", "mission"]),
    "an objective": ({"a": "supports: b", "b": "supports: mission"}, ["b", "mission"]),
    "a key result in the place of its objective": (
        {"a": "supports: b#up", "b": "supports: 'theme:home'"},
        ["b#up", "theme:home", "mission"],
    ),
    "a gap": ({"a": "supports: b", "b": ""}, ["b"]),
    "the first alone": ({"a": "supports: [b, mission]", "b": ""}, ["b"]),
    "the first of each": ({"a": "supports: [b, c]", "b": "supports: [c, mission]", "c": "supports: mission"}, ["b", "c", "mission"]),
    "past drafts and what is dropped": (
        {"a": "supports: b", "b": "state: draft\nsupports: c", "c": "dropped: {date: 2026-01-09}\nsupports: mission"},
        ["b", "c", "mission"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "chain"), CHAINS.values(), ids=CHAINS)
def test_the_why_chain_follows_the_first_edge_up_to_the_mission(keys: dict[str, str], chain: list[str]) -> None:
    site = of(**keys)
    assert short(site, "a", "why_chain") == chain
    page = site.text("objectives/2026-Q1/wards/a.html")
    gap = chain[-1:] != ["mission"]
    assert ("does not say yet what it supports" in page) is gap


def test_a_chain_crosses_teams_and_cycles() -> None:
    site = built({
        WALK: objective("supports: y2026/board/strong"),
        "content/cycles/y2026.md": "---\nstart: 2026-01-01\nend: 2026-12-31\n---\n",
        "content/okrs/y2026/board/strong.md": objective("supports: mission"),
    })  # fmt: skip
    assert site.objectives["2026-Q1/wards/walk"]["why_chain"] == ["y2026/board/strong", "mission"]


def test_every_other_edge_is_listed_with_the_main_chain_of_its_target() -> None:
    page = of(a="supports: [mission, b]", b="supports: c", c="supports: mission").text(
        "objectives/2026-Q1/wards/a.html"
    )
    assert 'href="b.html"' in page
    assert 'href="c.html"' in page
    alone = of(a="supports: [mission, b]", b="supports: mission", c="").text("objectives/2026-Q1/wards/a.html")
    assert 'href="c.html"' not in alone


RINGS = {
    "two": {"a": "supports: ⟦align-cycle⟧b", "b": "supports: a"},
    "three": {"a": "supports: ⟦align-cycle⟧c", "b": "supports: a", "c": "supports: b"},
    "by a key result": {"a": "supports: ⟦align-cycle⟧b#up", "b": "supports: a"},
    "by edges that are not the first": {"a": "supports: [mission, ⟦align-cycle⟧b]", "b": "supports: [mission, a]"},
    "of a private one": {"a": "supports: ⟦align-cycle⟧b", "b": "supports: a\nprivate: true"},
}


@pytest.mark.parametrize("keys", RINGS.values(), ids=RINGS)
def test_supports_form_no_ring_and_the_ring_is_drawn(keys: dict[str, str]) -> None:
    made = expect_marked(files(**keys))
    (ring,) = made.findings
    assert [f"{each.span.path}:{each.span.line}" for each in ring.related] == [
        f"{WARDS}/{name}.md:3" for name in sorted(keys, key="acb".index)
    ]


def test_needs_may_form_a_ring() -> None:
    assert short(of(a="depends_on: [{to: b}]", b="depends_on: [{to: a}]"), "a", "needed_by")[0]["from"] == "b"
