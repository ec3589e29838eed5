"""FORMAT, “Names and references”: what else can be named, and how exactly."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, checked, expect_marked, messages, objective

Q1 = "content/okrs/2026-Q1"

THINGS: Files = {
    "content/org.md": "---\nname: H\nmission: Well.\nthemes: [{id: close-to-home, title: Close to home}]\n---\n",
    "content/teams/wards.md": "---\nname: The wards\nmembers: [Esther Mbeki]\n---\n",
    "content/people/samira-said.md": "---\nname: Samira Saïd\n---\n",
    "content/health/sleep.md": "---\ntitle: Sleep at night\n---\n",
    "content/cycles/spring.md": "---\ntitle: Spring\nstart: 2026-02-01\nend: 2026-04-30\n---\n",
    "content/pages/how/we-work.md": "---\ntitle: How we work\n---\n",
    f"{Q1}/wards/walk.md": objective(
        "tags: [Early Care]\nkey_results: [{title: Falls, target: 3}, {title: 'Out of bed!', id: Up, done: false}]"
    ),
}

NAMED = {
    "mission": "index.html",
    "theme:close-to-home": "themes/close-to-home.html",
    "health:sleep": "health/sleep.html",
    "team:wards": "teams/wards.html",
    "person:samira-said": "people/samira-said.html",
    "person:esther-mbeki": "people/esther-mbeki.html",
    "person:Esther Mbeki": "people/esther-mbeki.html",
    "cycle:spring": "cycles/spring.html",
    "cycle:2026-Q1": "cycles/2026-Q1.html",
    "tag:Early Care": "tags/early-care.html",
    "tag:early-care": "tags/early-care.html",
    "page:how/we-work": "pages/how/we-work.html",
    "walk": "objectives/2026-Q1/wards/walk.html",
    "walk#falls": "objectives/2026-Q1/wards/walk.html#falls",
    "wards/walk#Up": "objectives/2026-Q1/wards/walk.html#Up",
    "2026-Q1/wards/walk#falls": "objectives/2026-Q1/wards/walk.html#falls",
}


@pytest.mark.parametrize("reference", NAMED)
def test_a_reference_in_prose_leads_to_the_page_of_what_it_names(reference: str) -> None:
    site = built({**THINGS, "content/teams/p.md": f"---\nname: P\n---\nA [[{reference}|here]] and [[{reference}]].\n"})
    page = site.text("teams/p.html").replace('href="wards.html"', 'href="../teams/wards.html"')
    assert f'href="../{NAMED[reference]}">here</a>' in page
    assert page.count(f'href="../{NAMED[reference]}"') >= 2


BROKEN = (
    "nothing", "wards/nothing", "2026-Q1/wards/nothing", "2025-Q1/wards/walk", "other/walk", "walk#nothing", "walk#", "walk#Falls",
    "walk#up", "walk#out-of-bed", "theme:nothing", "health:nothing", "team:nothing", "person:nobody", "cycle:2031", "tag:nothing",
    "page:nothing", "page:we-work", "page:how/we-work.md", "theme:", "objective:walk", "Mission", "missions", "Walk", "WALK",
    "2026-q1/wards/walk", "2026-Q1/Wards/walk", "theme:Close-to-home", "team:Wards", "health:Sleep", "cycle:Spring", "cycle:2026-q1",
    "page:How/we-work", "a/b/c/d", "/walk", "wards//walk", "wálk", "walk/", "2026-Q1/walk"
)  # fmt: skip


@pytest.mark.parametrize("reference", BROKEN)
def test_a_reference_to_nothing_is_broken(reference: str) -> None:
    made = expect_marked(
        {**THINGS, "content/pages/p.md": "x\n", f"{Q1}/a/x.md": objective(f'supports: ⟦ref-broken⟧"{reference}"')}
    )
    in_prose = checked({**THINGS, "content/pages/p.md": f"Some text.\n\nSee [[{reference}]].\n"})
    assert [(each.rule, each.span.path, each.span.line) for each in in_prose.findings] == [
        ("ref-broken", "content/pages/p.md", 3)
    ]
    assert made.findings[0].message


OFFERED = {
    "Walk": "walk",
    "wálk": "walk",
    "2026-Q1/wards/Walk": "2026-Q1/wards/walk",
    "2026-q1/wards/walk": "2026-Q1/wards/walk",
    "wards/walck": "wards/walk",
    "walk#Falls": "falls",
    "walk#up": "Up",
    "theme:close-to-hom": "close-to-home",
    "team:Wards": "wards",
    "health:Sleep": "sleep",
    "cycle:2026-q1": "2026-Q1",
    "tag:erly-care": "Early Care",
    "page:how/we-wrk": "how/we-work",
    "person:samira": "samira-said",
    "wards": "team:wards",
    "sleep": "health:sleep",
    "themes:close-to-home": "theme",
}


@pytest.mark.parametrize("reference", OFFERED)
def test_the_right_name_is_offered(reference: str) -> None:
    made = checked({**THINGS, "content/pages/p.md": f"See [[{reference}]].\n"})
    assert [each.rule for each in made.findings] == ["ref-broken"]
    assert OFFERED[reference] in made.findings[0].help, messages(made)


def test_an_objective_called_mission_needs_its_longer_name() -> None:
    site = built({
        f"{Q1}/wards/mission.md": objective(title="Our own mission"),
        f"{Q1}/a/x.md": objective("supports: mission"),
        f"{Q1}/a/y.md": objective("supports: wards/mission"),
        f"{Q1}/a/z.md": objective("supports: 2026-Q1/wards/mission"),
    })  # fmt: skip
    to = {ref: each["supports"][0]["to"] for ref, each in site.objectives.items() if each["supports"]}
    assert to == {
        "2026-Q1/a/x": "mission",
        "2026-Q1/a/y": "2026-Q1/wards/mission",
        "2026-Q1/a/z": "2026-Q1/wards/mission",
    }


WRONG_KIND: dict[str, str] = {
    "supports a team": "supports: ⟦wrong-type⟧team:wards",
    "supports a tag": "supports: ⟦wrong-type⟧tag:early-care",
    "supports a health metric": "supports: ⟦wrong-type⟧health:sleep",
    "needs a theme": "depends_on: [{to: ⟦wrong-type⟧theme:close-to-home}]",
    "needs the mission": "depends_on: [{to: ⟦wrong-type⟧mission}]",
    "continues a key result": "continues: ⟦wrong-type⟧walk#falls",
    "is the same as an objective": "key_results: [{title: A, same_as: ⟦wrong-type⟧walk}]",
    "is paired with a team": "key_results: [{title: A, target: 3, pairs_with: ⟦wrong-type⟧team:wards}]",
}


@pytest.mark.parametrize("keys", WRONG_KIND.values(), ids=WRONG_KIND)
def test_a_key_takes_the_kinds_it_is_for(keys: str) -> None:
    expect_marked({**THINGS, f"{Q1}/a/x.md": objective(keys)})


KEYS: dict[str, str] = {
    "supports": "supports: [⟦ref-broken⟧nix, walk]",
    "supports with a reason": "supports:\n- to: walk\n- to: ⟦ref-broken⟧nix\n  because: x\n",
    "depends_on": "depends_on: [{to: walk}, {to: ⟦ref-broken⟧nix, need: x}]",
    "depends_on a team": "depends_on: [{to: ⟦ref-broken⟧team:nix}]",
    "continues": "continues: {to: ⟦ref-broken⟧nix, because: x}",
    "health": "health: [sleep, ⟦ref-broken⟧nix]",
    "teams": "teams: [wards, ⟦ref-broken⟧nix]",
    "teams of a key result": "key_results: [{title: A, teams: [⟦ref-broken⟧nix]}]",
    "same_as": "key_results: [{title: A, same_as: ⟦ref-broken⟧walk#nix}]",
    "pairs_with": "key_results: [{title: A, target: 3, pairs_with: ⟦ref-broken⟧nix}]",
    "pairs_with health": "key_results: [{title: A, target: 3, pairs_with: ⟦ref-broken⟧health:nix}]",
    "twice": "supports: [⟦ref-broken⟧nix, ⟦ref-broken⟧nix]",
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_a_reference_in_a_key_is_broken_where_it_stands(keys: str) -> None:
    expect_marked({**THINGS, f"{Q1}/a/x.md": objective(keys)})


ELSEWHERE: dict[str, Files] = {
    "a team's parent": {"content/teams/a.md": "---\nname: A\nparent: ⟦ref-broken⟧nix\n---\n"},
    "a person's team": {"content/people/a.md": "---\nname: A\nteams: [wards, ⟦ref-broken⟧nix]\n---\n"},
    "a metric's team": {"content/health/a.md": "---\ntitle: A\nteam: ⟦ref-broken⟧nix\n---\n"},
    "a check-in's objective": {"content/check-ins/a.md": "---\nobjective: ⟦ref-broken⟧nix\ndate: 2026-01-05\n---\nx\n"},
    "a check-in's in a list": {"content/check-ins/a.yaml": "- date: 2026-01-05\n  objective: ⟦ref-broken⟧nix\n"},
    "a check-in of a team": {"content/check-ins/a.yaml": "- date: 2026-01-05\n  objective: ⟦wrong-type⟧team:wards\n"},
    "a list's objective": {f"{Q1}/b.yaml": "objectives:\n- title: A\n  supports: ⟦ref-broken⟧nix\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", ELSEWHERE.values(), ids=ELSEWHERE)
def test_references_in_other_files_are_broken_where_they_stand(files: Files) -> None:
    expect_marked({**THINGS, **files})
