from __future__ import annotations

from tests.plan.sites import site


def test_a_ring_of_supports_is_drawn_with_the_line_of_each_edge() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\nsupports: b\n---\n",
            "okrs/2026-Q1/w/b.md": "---\ntitle: B\nwhy: So.\nsupports:\n  - to: c\n---\n",
            "okrs/2026-Q1/w/c.md": "---\ntitle: C\nkey_results: [{title: K}]\nsupports: [mission, a]\n---\n",
            "okrs/2026-Q1/w/d.md": "---\ntitle: D\nsupports: a\n---\n",
        }
    )
    (said,) = made.said
    assert said.startswith("okrs/2026-Q1/w/a.md:3:11 align-cycle: This leads back to itself: ")
    drawn = "2026-Q1/w/a (content/okrs/2026-Q1/w/a.md:3) → 2026-Q1/w/b (content/okrs/2026-Q1/w/b.md:5) → 2026-Q1/w/c "
    assert f"{drawn}(content/okrs/2026-Q1/w/c.md:4) → 2026-Q1/w/a" in said
    assert [(r.span.line, r.span.column, r.message) for r in made.findings[0].related] == [
        (3, 11, "2026-Q1/w/a supports 2026-Q1/w/b"),
        (5, 9, "2026-Q1/w/b supports 2026-Q1/w/c"),
        (4, 21, "2026-Q1/w/c supports 2026-Q1/w/a"),
    ]


def test_a_ring_through_a_key_result_is_a_ring_of_objectives() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\nsupports: b#k\n---\n",
            "okrs/2026-Q1/w/b.md": "---\ntitle: B\nsupports: a\nkey_results: [{title: K}]\n---\n",
        }
    )
    assert made.rules == ["align-cycle"]


def test_an_objective_that_supports_itself_by_its_full_name_is_a_ring_of_one() -> None:
    made = site({"okrs/2026-Q1/w/a.md": "---\ntitle: A\nsupports: 2026-Q1/w/a\n---\n"})
    assert made.said == ["okrs/2026-Q1/w/a.md:3:11 align-cycle: “2026-Q1/w/a” supports itself."]


def test_teams_may_not_be_part_of_each_other() -> None:
    made = site(
        {
            "teams/a.md": "---\nname: A\nparent: b\n---\n",
            "teams/b.md": "---\nname: B\nparent: a\n---\n",
        }
    )
    assert made.rules == ["align-cycle"]
    assert (made.findings[0].span.path, made.findings[0].span.line) == ("content/teams/a.md", 3)


def test_measures_may_not_be_the_same_as_each_other_in_a_ring() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\nkey_results: [{title: K, same_as: b#l}]\n---\n",
            "okrs/2026-Q1/w/b.md": "---\ntitle: B\nkey_results: [{title: L, same_as: a#k}]\n---\n",
        }
    )
    assert made.rules == ["align-cycle"]
    assert made.findings[0].span.column == 35


def test_a_chain_of_three_hundred_is_linked() -> None:
    chain = {
        f"okrs/2026-Q1/w/o{n:03}.md": f"---\ntitle: A\nsupports: o{n + 1:03}\nkey_results: [{{same_as: o{n + 1:03}#k}}]\n---\n"
        for n in range(300)
    }
    end = {
        "okrs/2026-Q1/w/o300.md": "---\ntitle: A\nsupports: mission\nkey_results: [{title: K, start: 1, target: 2}]\n---\n"
    }
    made = site(chain | end)
    assert made.said == []
    assert made.plan.objectives["2026-Q1/w/o000"].key_results[0].target == 2
