from __future__ import annotations

import pytest

from okrsite.plan.model import Plan
from okrsite.targets import Target
from tests.plan.sites import site

A = "---\ntitle: A\nkey_results: [{title: Falls}]\n---\n"
SITE: dict[str, str | bytes] = {
    "org.md": "---\nname: N\nmission: M.\nthemes: [{title: Near}]\n---\n# Who we are\n",
    "teams/wards.md": "---\nname: W\n---\n",
    "people/esther.md": "---\nname: Esther\n---\n",
    "cycles/2026-Q1.md": "---\ntitle: Winter\n---\n",
    "health/falls.md": "---\ntitle: Falls\n---\n",
    "pages/how/we-work.md": "---\ntitle: How we work\n---\n## In the first week\n",
    "okrs/2026-Q1/wards/walk.md": A,
    "okrs/2026-Q1/lab.yaml": "objectives:\n  - title: Fast results\n",
    "check-ins/one.md": "---\nobjective: walk\ndate: 2026-02-01\n---\nWords.\n",
    "check-ins/list.yaml": "- {objective: walk, date: 2026-02-02}\n",
    "static/plan.html": "<p>Plan</p>",
    "okrs/2026-Q1/wards/walk.png": b"\x89PNG",
    "okrs/2026-Q1/wards/a b.csv": b"a,b",
    "okrs/2026-Q1/wards/runs.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
}


def linked(text: str) -> tuple[Plan, list[str], tuple[Target | None, ...]]:
    """Link the site with one more page, `pages/x/new.md`, of this text; give the plan, what was said, and the targets."""
    made = site({**SITE, "pages/x/new.md": f"---\ntitle: New\n---\n{text}\n"})
    body = made.plan.pages["x/new"].body
    return made.plan, made.said, body.targets


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("[[wards/walk]]", "2026-Q1/wards/walk"),
        ("[[walk#falls|falls]]", "2026-Q1/wards/walk#falls"),
        ("[[mission]]", "mission"),
        ("[[theme:near]]", "theme:near"),
        ("[[page:how/we-work]]", "page:how/we-work"),
        ("[[person:esther]]", "person:esther"),
        ("[it](../../okrs/2026-Q1/wards/walk.md)", "2026-Q1/wards/walk"),
        ("[it](../../okrs/2026-Q1/wards/walk.md#falls)", "2026-Q1/wards/walk#falls"),
        ("[it](../../okrs/2026-Q1/lab.yaml#fast-results)", "2026-Q1/lab/fast-results"),
        ("[it](../../okrs/2026-Q1/lab.yaml)", "team:lab"),
        ("[it](../../teams/wards.md)", "team:wards"),
        ("[it](../../people/esther.md)", "person:esther"),
        ("[it](../../cycles/2026-Q1.md)", "cycle:2026-Q1"),
        ("[it](../../health/falls.md)", "health:falls"),
        ("[it](../../org.md)", "about:"),
        ("[it](../how/we-work.md)", "page:how/we-work"),
        ("[it](../../check-ins/one.md)", "2026-Q1/wards/walk"),
        ("[it](/content/teams/wards.md)", "team:wards"),
        ("![it](../../okrs/2026-Q1/wards/walk.png)", "file:content/okrs/2026-Q1/wards/walk.png"),
        ("[it](../../okrs/2026-Q1/wards/a%20b.csv)", "file:content/okrs/2026-Q1/wards/a b.csv"),
        ("[it](../../static/plan.html)", "file:content/static/plan.html"),
    ],
)
def test_a_link_leads_to_the_thing_it_names(link: str, name: str) -> None:
    _, said, targets = linked(f"See {link}.")
    assert said == []
    assert [target and target.name for target in targets] == [name]


def test_a_link_to_a_heading_leads_to_it_on_the_page() -> None:
    plan, said, targets = linked("See [it](../how/we-work.md#in-the-first-week).")
    assert said == []
    assert targets == (Target("page", "how/we-work", plan.pages["how/we-work"].body.headings[0].id),)


def test_files_are_published_under_a_name_with_their_digest_and_static_ones_as_they_are() -> None:
    plan, _, _ = linked("[a](../../okrs/2026-Q1/wards/a%20b.csv) [b](../../static/plan.html)")
    first, second = plan.attachments.values()
    assert first.url.startswith("files/a-b.")
    assert first.url.endswith(".csv")
    assert first.digest[:12] in first.url
    assert second.url == "plan.html"


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("One line.\n\nSee [[walkk|it]].", "ref-broken", 6, 7),
        ("Twice `[[walkk]]` and [[walkk]].", "ref-broken", 4, 25),
        ("See [it](nothing.md).", "ref-broken", 4, 10),
        ("See [it](../how/we-work.md#nothing).", "ref-broken", 4, 10),
        ("See ![it](nothing.png).", "ref-broken", 4, 11),
        ("See [it](../../check-ins/list.yaml).", "ref-broken", 4, 10),
        ("See [it](../../okrs/2026-Q1/wards).", "ref-broken", 4, 10),
        ("See [it](../../../../../etc/hosts).", "unsafe-path", 4, 10),
        ("See [it](../../okrs/2026-Q1/wards/runs.svg).", "unsafe-file", 4, 10),
        ("See [it](%ff.md).", "ref-broken", 4, 10),
        ("See [it](#nothing).", "ref-broken", 4, 10),
        ("See ![it](../how/we-work.md).", "ref-broken", 4, 11),
    ],
)
def test_a_link_to_nothing_or_nothing_good_is_said_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    made = site({**SITE, "pages/x/new.md": f"---\ntitle: New\n---\n{text}\n"})
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [(rule, line, column)]


def test_a_link_in_a_key_is_said_at_its_place_however_the_text_is_folded() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": """
                ---
                title: A
                why: >
                  First comes `[[b]]`
                  and then [[b]].
                check_ins:
                  - {date: 2026-02-01, learned: "So [[c|it]] is"}
                ---
                """
        }
    )
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [
        ("ref-broken", 5, 14),
        ("ref-broken", 7, 39),
    ]


def test_prose_of_every_kind_is_looked_through() -> None:
    made = site(
        {
            "org.md": "---\nname: N\nthemes: [{title: T, why: '[[n1]]'}]\npolicy: {statement: '[[n2]]'}\n---\n[[n3]]\n",
            "teams/t.md": "---\nname: T\n---\n[[n4]]\n",
            "people/p.md": "---\nname: P\n---\n[[n5]]\n",
            "cycles/2026-Q1.md": "---\nabout: '[[n6]]'\n---\n[[n7]]\n",
            "health/h.md": "---\ntitle: H\nreadings: [{date: 2026-01-01, value: 3, note: '[[n8]]'}]\n---\n[[n9]]\n",
            "okrs/2026-Q1/t.yaml": """
                objectives:
                  - title: O
                    why: "[[n10]]"
                    text: "[[n11]]"
                    supports: [{to: mission, because: "[[n12]]"}]
                    changed: [{date: 2026-02-01, what: "[[n13]]", why: "[[n14]]"}]
                    closed: {date: 2026-02-01, learned: "[[n15]]"}
                    asks: [{date: 2026-02-01, what: "[[n16]]", replies: [{date: 2026-02-01, text: "[[n17]]"}]}]
                    key_results: [{title: K, note: "[[n18]]", readings: [{date: 2026-01-01, value: 3, note: "[[n19]]"}]}]
                    check_ins: [{date: 2026-02-01, blocked: "[[n20]]", next: "[[n21]]", readings: {k: {value: 3, note: "[[n22]]"}}}]
                """,
            "check-ins/c.md": "---\nobjective: o\ndate: 2026-01-01\n---\n[[n23]]\n",
            "surveys/s.yaml": "date: 2026-01-01\nabout: '[[n24]]'\nlearned: '[[n25]]'\ngroups: [{id: a, name: A, asked: 20, answered: 12}]\nscale: {from: 1, to: 3}\nquestions: [{id: q, text: Q, counts: {a: [4, 4, 4]}}]\n",
        }
    )
    assert {f.rule for f in made.findings} == {"ref-broken"}
    named = [int(f.message.partition("“n")[2].partition("”")[0]) for f in made.findings]
    assert sorted(named) == list(range(1, 26))


def test_a_name_that_is_passed_over_is_not_published() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\n---\n[a](.env) [b](_drafts/x.csv)\n",
            "okrs/2026-Q1/w/.env": "secret",
            "okrs/2026-Q1/w/_drafts/x.csv": "x",
        }
    )
    assert made.rules == ["ref-broken", "ref-broken"]


def test_a_part_of_ones_own_is_a_key_result() -> None:
    made = site({"okrs/2026-Q1/w/a.md": A + "See [falls](#falls).\n"})
    assert made.said == []
    body = made.plan.objectives["2026-Q1/w/a"].body
    assert body is not None
    assert body.targets == (Target("objective", "2026-Q1/w/a", "falls"),)


def test_a_check_in_apart_may_refer_to_its_objective() -> None:
    made = site(
        {"okrs/2026-Q1/w/a.md": A, "check-ins/a.md": "---\nobjective: a\ndate: 2026-01-02\n---\nAs [[a#falls]] says.\n"}
    )
    assert made.said == []
