"""FORMAT, “A site”: one cause gives one finding."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, checked, expect_marked, found, objective

Q1 = "content/okrs/2026-Q1"
Y = f"{Q1}/b/y.md"


def of(keys: str, more: Files) -> Files:
    return {f"{Q1}/a/x.md": objective(keys), **more}


CAUSES: dict[str, Files] = {
    "the organisation can't be read": of(
        "supports: [theme:care, theme:a-theme, ⟦ref-broken⟧theme:other]",
        {"content/org.md": "---\nname: ⟦syntax⟧*a\nthemes: [{id: care, title: C}, {title: A theme}]\n---\n"},
    ),
    "a theme's id is none": of(
        "supports: [theme:care, theme:ca re]",
        {"content/org.md": "---\nname: A\nthemes: [{id: ⟦bad-id⟧ca re, title: Care}]\n---\n"},
    ),
    "a list can't be read": of(
        "supports: [soup, tea, b/tea, 2026-Q1/b/soup#k, ⟦ref-broken⟧other]",
        {f"{Q1}/b.yaml": "objectives: [{title: Soup, why: ⟦syntax⟧*a}, {id: tea, title: T}]\n"},
    ),
    "a key result's title": of(
        "supports: [y, y#b, y#c]",
        {Y: objective("key_results:\n- title: ⟦wrong-type⟧[c]\n- title: B\n  target: ⟦wrong-type⟧x\n")},
    ),
    "an objective's id": of("supports: [y, a z]", {Y: objective("id: ⟦bad-id⟧a z")}),
    "what a check-in is about": of(
        "", {Y: "---\ntitle: ⟦syntax⟧*a\n---\n", "content/check-ins/a.md": "---\nobjective: y\ndate: 2026-01-05\nreadings: {k: 3}\n---\n[[y#k]]\n"}
    ),
    "a reading's key result": of(
        "key_results: [{title: A, target: ⟦wrong-type⟧many}]\ncheck_ins: [{date: 2026-01-05, readings: {a: 3 min}}]", {}
    ),
    "a person's file": of("owner: e\nwhy: See [[person:e]].", {"content/people/e.md": "---\nname: ⟦syntax⟧*a\n---\n"}),
    "a person's name": of("owner: ⟦bad-id⟧Index", {"content/people/e.md": "---\nname: E\n---\n"}),
    "a team's file": of("why: See [[team:wards]].", {"content/teams/x.md": "---\nid: wards\nname: ⟦syntax⟧*a\n---\n"}),
    "a misspelt key": of("", {"content/health/a.md": "---\n⟦unknown-key⟧titel: A\n---\n"}),
    "a state and its end": of("state: ⟦wrong-type⟧active\nclosed: {date: 2026-01-05}", {}),
    "two ends": of("paused: {date: 2026-01-05}\n⟦wrong-type⟧closed: {date: 2026-01-05}", {}),
    "a ring that others lead into": of(
        "supports: ⟦align-cycle⟧y",
        {
            Y: objective("supports: z#k"),
            f"{Q1}/c/z.md": objective("supports: [mission, x]\nkey_results: [{title: K}]"),
            f"{Q1}/c/w.md": objective("supports: z"),
        },
    ),
    "two rings through one": of(
        "supports: [⟦align-cycle⟧y, ⟦align-cycle⟧z]",
        {Y: objective("supports: x"), f"{Q1}/c/z.md": objective("supports: x")},
    ),
    "a ring of measures": of(
        "key_results: [{title: A, same_as: ⟦align-cycle⟧y#b}]", {Y: objective("key_results: [{title: B, same_as: x#a}]")}
    ),
    "an ask that ends before it begins": of("asks: [{date: 2026-02-01, what: A, until: ⟦bad-date⟧2026-01-01}]", {}),
}  # fmt: skip


@pytest.mark.parametrize("files", CAUSES.values(), ids=CAUSES)
def test_one_cause_gives_one_finding(files: Files) -> None:
    expect_marked(files)


def test_of_a_file_in_another_encoding_no_name_is_known_so_none_is_missed() -> None:
    keys = "supports: [theme:care, soup, b/tea]"
    made = checked(
        of(keys, {"content/org.md": b"---\nname: \xff\n---\n", f"{Q1}/b.yaml": b"objectives: [{title: \xff}]"})
    )
    assert found(made) == ["content/okrs/2026-Q1/b.yaml:1:22 syntax", "content/org.md:2:7 syntax"]


RESERVED = (
    "index.html", "INDEX.html", "objectives", "data/site.json", "Data/Site.json", "objectives/2026-Q1/a/x.html", "teams/A.html",
    "robots.txt", "404.html", "assets", "data/build.json", "objectives/2026-Q1/a/x.html/y",
)  # fmt: skip


@pytest.mark.parametrize("name", RESERVED)
def test_a_static_file_may_not_stand_where_a_page_is_written(name: str) -> None:
    expect_marked(of("", {f"content/static/{name}": "⟦page-clash⟧x"}))


@pytest.mark.parametrize("name", [".nojekyll", "a/index.html", "con.txt", "objectives/2026-Q1/a/y.html", "x.html"])
def test_elsewhere_it_may(name: str) -> None:
    expect_marked(of("", {f"content/static/{name}": "x"}))


ACTIVE = {
    "a.html": "<p>",
    "a.HTM": "<p>",
    "a.js": "1",
    "a.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "b.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "a.txt": "<script>1</script>",
}


@pytest.mark.parametrize("name", ACTIVE)
def test_what_would_run_is_not_published_beside_a_text_but_in_static(name: str) -> None:
    text = objective(below=f"[l](⟦unsafe-file⟧{name}) ![p](⟦unsafe-file⟧{name})\n")
    expect_marked({f"{Q1}/a/x.md": text, f"{Q1}/a/{name}": ACTIVE[name]})
    fine = objective(below=f"[l](../../../static/{name})\n")
    expect_marked({f"{Q1}/a/x.md": fine, f"content/static/{name}": ACTIVE[name]})


def test_a_drawing_that_does_not_run_may_stand_beside_a_text() -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"
    expect_marked({f"{Q1}/a/x.md": objective(below="![p](a.svg)\n"), f"{Q1}/a/a.svg": drawing})
