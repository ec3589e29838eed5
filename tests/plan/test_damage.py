"""One cause gives one finding: what could not be read is known by its name, and nobody is told of it twice."""

from __future__ import annotations

import pytest

from tests.plan.sites import site

REFERRING = """
    ---
    title: B
    supports: [walk, w/walk, "walk#falls"]
    depends_on: [{to: 2026-Q1/w/walk}]
    continues: walk
    ---
    See [[walk]], [[w/walk|it]] and [it](../w/walk.md#falls).
    """


@pytest.mark.parametrize("text", ["---\ntitle: A\n", "---\ntitle: [\n---\n", b"\xff\xfe"])
def test_references_to_a_file_that_cannot_be_read_are_not_reported(text: str | bytes) -> None:
    made = site({"okrs/2026-Q1/w/walk.md": text, "okrs/2026-Q1/b/b.md": REFERRING})
    assert len(made.findings) == 1
    assert made.findings[0].span.path == "content/okrs/2026-Q1/w/walk.md"


def test_references_into_a_list_that_cannot_be_read_are_not_reported() -> None:
    made = site(
        {
            "okrs/2026-Q1/w.yaml": "objectives:\n  - title: Walk\n    owner: [\n",
            "okrs/2026-Q1/b/b.md": REFERRING.replace("../w/walk.md#falls", "../w.yaml#walk"),
            "okrs/2026-Q1/b/c.md": "---\ntitle: C\nsupports: nobody\n---\n",
        }
    )
    assert made.rules == ["ref-broken", "syntax"]


def test_an_objective_whose_id_is_none_is_not_missed() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/x.md": "---\nid: a b\ntitle: A\n---\n",
            "okrs/2026-Q1/b/b.md": "---\ntitle: C\nsupports: a b\n---\n",
        }
    )
    assert made.rules == ["bad-id"]


def test_a_key_result_that_could_not_be_read_is_not_missed() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/walk.md": """
                ---
                title: A
                key_results:
                  - just a text
                  - {titel: Falls, target: 3}
                check_ins: [{date: 2026-01-01, readings: {falls: 3}}]
                ---
                """,
            "okrs/2026-Q1/b/b.md": "---\ntitle: C\nsupports: walk#falls\n---\n",
        }
    )
    assert [(f.rule, f.span.line) for f in made.findings] == [("wrong-type", 4), ("unknown-key", 5)]


def test_readings_of_a_key_result_whose_kind_is_in_doubt_are_not_reported() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/walk.md": """
                ---
                title: A
                key_results:
                  - {title: Falls, start: 3 min, target: many}
                  - {title: Plans, milestones: 3}
                check_ins: [{date: 2026-01-01, readings: {falls: 3 h, plans: [one]}}]
                ---
                """
        }
    )
    assert [(f.rule, f.span.line) for f in made.findings] == [("wrong-type", 4), ("wrong-type", 5)]


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("teams/lab.md", "[[team:lab]]"),
        ("people/jo.md", "[[person:jo]]"),
        ("cycles/2026-Q1.md", "[[cycle:2026-Q1]]"),
        ("health/falls.md", "[[health:falls]]"),
        ("pages/how.md", "[[page:how]]"),
        ("org.md", "[[theme:near]]"),
        ("check-ins/a.md", "[[mission]]"),
    ],
)
def test_links_to_things_that_cannot_be_read_are_not_reported(path: str, reference: str) -> None:
    torn = "---\nname: [\nthemes:\n  - id: near\n---\n"
    made = site({path: torn, "okrs/2026-Q1/b/b.md": f"---\ntitle: C\n---\n{reference} [it](../../../{path})\n"})
    assert [f.span.path for f in made.findings] == [f"content/{path}"]


def test_a_cycle_whose_file_cannot_be_read_is_not_said_to_have_no_dates() -> None:
    made = site({"cycles/spring.md": "---\nstart: [\n---\n", "okrs/spring/b/b.md": "---\ntitle: C\n---\n"})
    assert len(made.findings) == 1
