"""FORMAT, “Objective”: all objectives of a team in one file, and what holds for those that say nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.format.measured import REF, WARDS, parts
from tests.format.sites import built, expect_marked, objective

LIST = "content/okrs/2026-Q1/wards.yaml"


def listed(content: str) -> dict[str, dict[str, Any]]:
    """Give the objectives of a list by their ids."""
    return {each["id"]: each for each in built({LIST: content}).data["objectives"]}


def test_its_id_is_the_one_written_or_the_slug_of_its_title() -> None:
    found = listed("objectives: [{title: Everyone walks again!}, {title: Sit, id: Up_right}]\n")
    assert {name: each["ref"] for name, each in found.items()} == {
        "Up_right": "2026-Q1/wards/Up_right",
        "everyone-walks-again": "2026-Q1/wards/everyone-walks-again",
    }


def test_each_knows_its_line() -> None:
    found = listed("""
        owner: Ann Lee

        objectives:
          - title: A
            why: So.
          -
            title: B
          - {title: C}
    """)
    assert {name: each["source"] for name, each in found.items()} == {
        "a": {"path": LIST, "line": 4},
        "b": {"path": LIST, "line": 7},
        "c": {"path": LIST, "line": 8},
    }


def test_an_objective_in_a_file_begins_on_its_first_line() -> None:
    assert built({f"{WARDS}/walk.md": objective()}).objectives[REF]["source"] == {"path": f"{WARDS}/walk.md", "line": 1}


GIVING_WAY: dict[str, tuple[str, str, list[Any]]] = {
    "all of them": ("origin: assigned\nowner: Ann Lee\ntags: [a]", "", ["assigned", ["ann-lee"], ["a"]]),
    "none of them": ("", "origin: team, owner: Bo Ek, tags: [b]", ["team", ["bo-ek"], ["b"]]),
    "an origin gives way": ("origin: assigned", "origin: team", ["team", [], []]),
    "an owner gives way": ("owner: Ann Lee", "owner: Bo Ek", [None, ["bo-ek"], []]),
    "an owner gives way to owners": ("owner: Ann Lee", "owners: [Zoe Ash, Bo Ek]", [None, ["zoe-ash", "bo-ek"], []]),
    "an owner doesn't give way to nobody": ("owner: Ann Lee", "owners: []", [None, ["ann-lee"], []]),
    "tags add up": ("tags: [z, a]", "tags: [b]", [None, [], ["z", "a", "b"]]),
    "tags add up to each once": ("tags: [Home care, a]", "tags: [home-care, b]", [None, [], ["Home care", "a", "b"]]),
    "one tag": ("tags: z", "tags: b", [None, [], ["z", "b"]]),
}


@pytest.mark.parametrize(("top", "own", "expected"), GIVING_WAY.values(), ids=GIVING_WAY)
def test_what_stands_at_the_top_holds_where_nothing_else_is_said(top: str, own: str, expected: list[Any]) -> None:
    keys = f"title: A, {own}" if own else "title: A"
    found = listed(f"{top}\nobjectives: [{{{keys}}}]\n".lstrip("\n"))
    assert parts(found["a"], "origin owners tags") == expected


def test_key_results_are_looked_after_by_the_owner_at_the_top() -> None:
    found = listed("owner: Ann Lee\nobjectives: [{title: A, key_results: [{title: Up}]}]\n")
    assert found["a"]["key_results"][0]["owner"] == "ann-lee"


def test_its_text_is_shown_on_its_page() -> None:
    site = built({LIST: "objectives:\n  - title: A\n    text: |\n      ## More\n\n      Some **words**.\n"})
    page = site.text("objectives/2026-Q1/wards/a.html")
    assert "<strong>words</strong>" in page
    assert "More</h" in page


FAULTS = {
    "no objectives": "⟦missing-key⟧owner: Ann Lee\n",
    "an empty list": "⟦missing-key⟧objectives: []\n",
    "a list alone": "- ⟦wrong-type⟧title: A\n",
    "no title": "objectives: [⟦missing-key⟧{why: So.}]\n",
    "an empty title": "objectives: [{⟦missing-key⟧title: ''}]\n",
    "another default": "⟦unknown-key⟧type: committed\nobjectives: [{title: A}]\n",
    "owners at the top": "⟦unknown-key⟧owners: [Ann Lee]\nobjectives: [{title: A}]\n",
    "an unknown key": "objectives: [{title: A, ⟦unknown-key⟧titel: B}]\n",
    "an unknown origin at the top": "origin: ⟦wrong-type⟧boss\nobjectives: [{title: A}]\n",
    "two of one id": "objectives: [{title: A}, {title: ⟦id-clash⟧a}]\n",
    "two of one id, written": "objectives: [{title: A}, {title: B, id: ⟦id-clash⟧a}]\n",
    "an owner and owners": "objectives: [{title: A, owner: Ann, ⟦wrong-type⟧owners: [Bo]}]\n",
}


@pytest.mark.parametrize("content", FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_a_list(content: str) -> None:
    expect_marked({LIST: content})


def test_a_file_of_one_objective_has_no_text_key_and_a_list_no_clash_with_it() -> None:
    expect_marked({f"{WARDS}/walk.md": objective("⟦unknown-key⟧text: More.")})
    both = built({f"{WARDS}/walk.md": objective(), LIST: "objectives: [{title: Sit}]\n"})
    assert sorted(both.objectives) == ["2026-Q1/wards/sit", REF]
    expect_marked({f"{WARDS}/walk.md": "⟦id-clash⟧" + objective(), LIST: "objectives: [{title: Walk}]\n"})


def test_each_may_be_private() -> None:
    site = built({LIST: "objectives: [{title: A}, {title: Zebra, private: true}]\n"})
    assert list(site.objectives) == ["2026-Q1/wards/a"]
    assert not any(b"ebra" in content for content in site.files.values())


def test_all_keys_of_an_objective_may_stand_in_a_list() -> None:
    found = listed("""
        objectives:
          - title: A
            id: a
            aliases: [b]
            why: So.
            for: Patients
            owner: Ann Lee
            type: committed
            origin: negotiated
            teams: []
            contact: "#walk"
            state: active
            supports: mission
            depends_on: [{to: team:wards}]
            since: 2026-01-01
            score: 0.5
            changed: [{date: 2026-01-09, what: Less.}]
            asks: [{date: 2026-01-09, what: Help}]
            tags: care
            health: []
            key_results: [{title: Up}]
            check_ins: [{date: 2026-01-09}]
            allow: {quiet: We rest.}
            private: false
            text: More.
            x-own: 3
    """)
    assert parts(found["a"], "why for type origin state since score tags") == [
        "So.", "Patients", "committed", "negotiated", "active", "2026-01-01", 0.5, ["care"],
    ]  # fmt: skip
