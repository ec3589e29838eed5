"""FORMAT, “Names and references”: ids are unique within their kind, aliases included; CHECKS, `id-clash`."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, checked, expect_marked, messages, objective

Q1 = "content/okrs/2026-Q1"

CLASHES: dict[str, Files] = {
    "two objectives of a team": {f"{Q1}/wards/a.md": objective(), f"{Q1}/wards/b.md": objective("id: ⟦id-clash⟧a")},
    "but for case": {f"{Q1}/wards/Walk.md": objective(), f"{Q1}/wards/walk.md": "⟦id-clash⟧" + objective()},
    "but for normalisation": {
        f"{Q1}/wards/cafe\u0301.md": objective(),
        f"{Q1}/wards/café.md": "⟦id-clash⟧" + objective(),
    },
    "but for case and normalisation": {
        f"{Q1}/wards/CAFE\u0301.md": objective(),
        f"{Q1}/wards/café.md": "⟦id-clash⟧" + objective(),
    },
    "in a file and in a list": {
        f"{Q1}/wards.yaml": "objectives:\n- title: Walk\n",
        f"{Q1}/wards/Walk.md": "⟦id-clash⟧" + objective(),
    },
    "twice in a list": {f"{Q1}/wards.yaml": "objectives:\n- title: Walk\n- title: ⟦id-clash⟧walk!\n"},
    "an id and a title in a list": {f"{Q1}/wards.yaml": "objectives:\n- title: Walk\n- title: X\n  id: ⟦id-clash⟧walk\n"},
    "an alias and an id": {
        f"{Q1}/wards/a.md": objective("aliases: [x, ⟦id-clash⟧b]"),
        f"{Q1}/wards/b.md": objective(),
    },
    "an alias and an id but for case": {
        f"{Q1}/wards/a.md": objective("aliases: ⟦id-clash⟧B"),
        f"{Q1}/wards/b.md": objective(),
    },
    "two aliases": {
        f"{Q1}/wards/a.md": objective("aliases: [old]"),
        f"{Q1}/wards/b.md": objective("aliases: [⟦id-clash⟧old]"),
    },
    "three of one name": {
        f"{Q1}/wards/a.md": objective("id: x"),
        f"{Q1}/wards/b.md": objective("id: ⟦id-clash⟧x"),
        f"{Q1}/wards/c.md": objective("id: ⟦id-clash⟧X"),
    },
    "two teams": {
        "content/teams/a.md": "---\nname: A\nid: wards\n---\n",
        "content/teams/wards.md": "⟦id-clash⟧---\nname: B\n---\n",
    },
    "a team and the alias of another": {
        "content/teams/a.md": "---\nname: A\naliases: [⟦id-clash⟧b]\n---\n",
        "content/teams/b.md": "---\nname: B\n---\n",
    },
    "two people but for accents are two": {
        "content/people/rene.md": "---\nname: René\n---\n",
        "content/people/rené.md": "---\nname: René\n---\n",
    },
    "two people but for case": {
        "content/people/Ines.md": "---\nname: Ines\n---\n",
        "content/people/ines.md": "⟦id-clash⟧---\nname: Ines\n---\n",
    },
    "two health metrics": {
        "content/health/a.md": "---\ntitle: A\n---\n",
        "content/health/b.md": "---\ntitle: B\nid: ⟦id-clash⟧A\n---\n",
    },
    "two cycles": {
        "content/cycles/2026-Q1.md": "---\ntitle: A\n---\n",
        "content/cycles/b.md": "---\nid: ⟦id-clash⟧2026-q1\nstart: 2026-01-01\nend: 2026-02-01\n---\n",
    },
    "the folder of a cycle but for case": {
        "content/okrs/2026-Q1/wards/a.md": objective(),
        "content/okrs/2026-q1/wards/b.md": "⟦id-clash⟧" + objective(),
    },
    "two themes": {
        "content/org.md": "---\nname: H\nthemes:\n- {title: Care}\n- {title: X, id: ⟦id-clash⟧care}\n---\n",
    },
    "two key results": {
        f"{Q1}/wards/a.md": objective("key_results:\n- {title: Falls}\n- {title: ⟦id-clash⟧falls!}\n"),
    },
    "two milestones": {
        f"{Q1}/wards/a.md": objective("key_results:\n- {title: P, milestones: [{title: A}, {title: X, id: ⟦id-clash⟧a}]}\n"),
    },
    "two surveys": {
        "content/surveys/a.yaml": "⟦id-clash⟧title: A\ndate: 2026-01-01\nscale: {from: 1, to: 2}\ngroups: [{id: w, name: W, asked: 9, answered: 9}]\nquestions: [{id: q, text: Q, counts: {w: [4, 5]}}]\n",
        "content/surveys/A.yaml": "title: A\ndate: 2026-01-01\nscale: {from: 1, to: 2}\ngroups: [{id: w, name: W, asked: 9, answered: 9}]\nquestions: [{id: q, text: Q, counts: {w: [4, 5]}}]\n",
    },
    "two pages but for case": {"content/pages/How.md": "A\n", "content/pages/how.md": "⟦id-clash⟧B\n"},
    "two pages in folders but for case": {"content/pages/X/how.md": "A\n", "content/pages/x/how.md": "⟦id-clash⟧B\n"},
    "a team and a team of the same name in another suffix": {
        f"{Q1}/wards.yaml": "objectives: [{title: A}]",
        f"{Q1}/wards.yml": "objectives: [{title: ⟦id-clash⟧a}]",
    },
}  # fmt: skip


@pytest.mark.parametrize("files", CLASHES.values(), ids=CLASHES)
def test_two_of_one_name_clash(files: Files) -> None:
    expect_marked(files)


FINE: dict[str, Files] = {
    "one id in two teams": {f"{Q1}/a/walk.md": objective(), f"{Q1}/b/walk.md": objective()},
    "one id in two cycles": {f"{Q1}/a/walk.md": objective(), "content/okrs/2026-Q2/a/walk.md": objective()},
    "one alias in two teams": {
        f"{Q1}/a/x.md": objective("aliases: walk"),
        f"{Q1}/b/x.md": objective("aliases: walk"),
        f"{Q1}/c/walk.md": objective(),
    },
    "one id for things of several kinds": {
        "content/org.md": "---\nname: H\nthemes: [{title: Wards}]\n---\n",
        "content/teams/wards.md": "---\nname: Wards\n---\n",
        "content/people/wards.md": "---\nname: Mr Wards\n---\n",
        "content/health/wards.md": "---\ntitle: Wards\n---\n",
        "content/pages/wards.md": "x\n",
        f"{Q1}/wards/wards.md": objective("tags: [wards]\nkey_results: [{title: Wards}]"),
    },
    "case alone in two teams": {f"{Q1}/a/walk.md": objective(), f"{Q1}/b/Walk.md": objective()},
    "a team's list and its folder": {f"{Q1}/a.yaml": "objectives: [{title: A}]", f"{Q1}/a/b.md": objective()},
}  # fmt: skip


@pytest.mark.parametrize("files", FINE.values(), ids=FINE)
def test_names_may_be_the_same_elsewhere(files: Files) -> None:
    built(files)


def test_both_places_are_named() -> None:
    made = checked({f"{Q1}/wards/a.md": objective(), f"{Q1}/wards/b.md": objective("id: a")})
    assert [other.span.path for other in made.findings[0].related] == [f"{Q1}/wards/a.md"]
    assert f"{Q1}/wards/a.md" in messages(made)


def test_references_to_what_clashes_are_not_said_too() -> None:
    expect_marked({
        f"{Q1}/wards/a.md": objective("id: x"),
        f"{Q1}/wards/b.md": objective("id: ⟦id-clash⟧X"),
        f"{Q1}/wards/c.md": objective("supports: [x, X, wards/X]", below="[[x]] [[X]] [b](b.md)\n"),
    })  # fmt: skip


ALIASES: Files = {
    f"{Q1}/wards/walk.md": objective("aliases: [old, older]"),
    f"{Q1}/b/x.md": objective("supports: [old, wards/older, 2026-Q1/wards/old, was/old, 2026-1/was/old]"),
    "content/teams/wards.md": "---\nname: W\naliases: [was]\n---\n",
    "content/people/esther.md": "---\nname: E\naliases: [ester]\n---\n",
    "content/health/falls.md": "---\ntitle: F\naliases: [tumbles]\n---\n",
    "content/cycles/2026-Q1.md": "---\naliases: [2026-1]\n---\nSee [[team:was]], [[person:ester]], [[health:tumbles]], [[cycle:2026-1]].\n",
}  # fmt: skip


def test_aliases_keep_old_references_valid_and_old_addresses_alive() -> None:
    site = built(ALIASES)
    assert {each["to"] for each in site.objectives["2026-Q1/b/x"]["supports"]} == {"2026-Q1/wards/walk"}
    for old, new in {
        "objectives/2026-Q1/wards/old.html": "walk.html",
        "objectives/2026-Q1/wards/older.html": "walk.html",
        "teams/was.html": "wards.html",
        "people/ester.html": "esther.html",
        "health/tumbles.html": "falls.html",
        "cycles/2026-1.html": "2026-Q1.html",
    }.items():
        assert f'href="{new}"' in site.text(old), old
        assert "noindex" in site.text(old)


def test_the_folder_of_an_alias_is_the_thing_itself() -> None:
    site = built({
        "content/teams/wards.md": "---\nname: W\naliases: [was]\n---\n",
        "content/okrs/2026-Q1/was/walk.md": objective(),
        "content/okrs/2026-Q1/wards/b.md": objective("supports: was/walk"),
    })  # fmt: skip
    assert sorted(site.objectives) == ["2026-Q1/wards/b", "2026-Q1/wards/walk"]
    assert list(site.by_id("teams")) == ["wards"]
