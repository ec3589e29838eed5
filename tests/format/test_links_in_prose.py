"""FORMAT, “Names and references”: `[[…]]` and relative links in prose, wherever prose may stand."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, expect_marked, objective

Q1 = "content/okrs/2026-Q1"
WALK = f"{Q1}/wards/walk.md"

ORG = "---\nname: H\n---\n## Who we are\n"
THINGS: Files = {
    "content/org.md": ORG,
    WALK: objective("key_results: [{title: Falls, target: 3}]"),
    f"{Q1}/kitchen.yaml": "objectives: [{title: Soup}, {title: Bread, key_results: [{title: Crumbs}]}]\n",
    f"{Q1}/labs.yml": "objectives: [{title: Results}]\n",
    "content/teams/wards.md": "---\nname: W\n---\n## Who we are\n\nWe.\n",
    "content/people/esther.md": "---\nname: E\n---\n",
    "content/health/sleep.md": "---\ntitle: S\n---\n",
    "content/cycles/2026-Q1.md": "---\ntitle: First\n---\n",
    "content/pages/how.md": "# Top\n\n## Second part\n",
    "content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-01-05\n---\nx\n",
    "content/check-ins/b.yaml": "[{objective: walk, date: 2026-01-06, learned: y}]\n",
    "content/static/plan.pdf": "%PDF",
    "content/static/deep/plan.html": "<p>",
    f"{Q1}/wards/photo one.png": b"\x89PNG",
    "drawings/a.pdf": "%PDF",
    "content/surveys/pulse.yaml": "title: P\ndate: 2026-01-01\nscale: {from: 1, to: 2}\ngroups: [{id: w, name: W, asked: 9, answered: 9}]\nquestions: [{id: q, text: Q, counts: {w: [4, 5]}}]\n",
}  # fmt: skip

LINKS = {
    "../wards/walk.md": "../wards/walk.html",
    "../wards/walk.md#falls": "../wards/walk.html#falls",
    "./../wards/../wards/walk.md": "../wards/walk.html",
    "/content/okrs/2026-Q1/wards/walk.md": "../wards/walk.html",
    "../kitchen.yaml#soup": "../kitchen/soup.html",
    "../kitchen.yaml": "../../../teams/kitchen.html",
    "../labs.yml#results": "../labs/results.html",
    "../../../teams/wards.md": "../../../teams/wards.html",
    "../../../teams/wards.md#who-we-are": "../../../teams/wards.html#wards%3Awho-we-are",
    "../../../people/esther.md": "../../../people/esther.html",
    "../../../health/sleep.md": "../../../health/sleep.html",
    "../../../cycles/2026-Q1.md": "../../../cycles/2026-Q1.html",
    "../../../pages/how.md": "../../../pages/how.html",
    "../../../org.md": "../../../about.html",
    "../../../org.md#who-we-are": "../../../about.html#org%3Awho-we-are",
    "../../../check-ins/a.md": "../wards/walk.html",
    "../../../static/plan.pdf": "../../../plan.pdf",
    "../../../static/deep/plan.html": "../../../deep/plan.html",
}


@pytest.mark.parametrize("link", LINKS)
def test_a_relative_link_to_a_source_leads_to_its_page(link: str) -> None:
    site = built({**THINGS, f"{Q1}/a/x.md": objective(below=f"See [it]({link}).\n")})
    page = site.text("objectives/2026-Q1/a/x.html")
    expected = LINKS[link]
    assert f'href="{expected}">it</a>' in page


def test_a_file_beside_is_published_under_a_name_of_its_own() -> None:
    site = built(
        {
            **THINGS,
            f"{Q1}/wards/x.md": objective(
                below="![A photo](photo%20one.png) [a](<photo one.png>) [b](/drawings/a.pdf)\n"
            ),
        }
    )
    assert [name.partition(".")[0] for name in site.files if name.startswith("files/")] == [
        "files/a",
        "files/photo-one",
    ]


def test_a_person_without_a_page_is_named_without_a_link() -> None:
    below = "[[person:esther]] and [[person:esther|she]] and [her](../../../people/esther.md)\n"
    site = built({**THINGS, "okrsite.yaml": "people_pages: false", f"{Q1}/a/x.md": objective(below=below)})
    assert "<p>E and she and her</p>" in site.text("objectives/2026-Q1/a/x.html")


BROKEN: dict[str, str] = {
    "no such file": "[x](⟦ref-broken⟧nothing.md)",
    "no such part": "[x](⟦ref-broken⟧../wards/walk.md#nothing)",
    "a part in other case": "[x](⟦ref-broken⟧../wards/walk.md#Falls)",
    "a name in other case": "[x](⟦ref-broken⟧../wards/Walk.md)",
    "no such objective in a list": "[x](⟦ref-broken⟧../kitchen.yaml#tea)",
    "no such heading": "[x](⟦ref-broken⟧../../../pages/how.md#nothing)",
    "a file that is passed over": "[x](⟦ref-broken⟧README.md)",
    "a folder": "[x](⟦ref-broken⟧../wards)",
    "an address of the site to be": "[x](⟦ref-broken⟧../wards/walk.html)",
    "a list of check-ins": "[x](⟦ref-broken⟧../../../check-ins/b.yaml)",
    "a picture": "![x](⟦ref-broken⟧nothing.png)",
    "out of the root": "[x](⟦unsafe-path⟧../../../../../other.md)",
    "out of the root from the top": "[x](⟦unsafe-path⟧/../other.md)",
    "a picture out of the root": "![x](⟦unsafe-path⟧../../../../../photo.png)",
    "a reference": "[[⟦ref-broken⟧nothing]]",
    "a reference with words": "[[⟦ref-broken⟧nothing|these words]]",
    "an empty reference with words": "Words, then [x](⟦ref-broken⟧nothing.md), and [[⟦ref-broken⟧none]].",
}


@pytest.mark.parametrize("prose", BROKEN.values(), ids=BROKEN)
def test_a_link_to_nothing_is_an_error_with_its_place(prose: str) -> None:
    files = {
        **THINGS,
        f"{Q1}/a/README.md": "x",
        f"{Q1}/a/x.md": objective(below=f"Some words.\n\nMore: {prose}\n"),
        "../other.md": "x",
    }
    expect_marked(files)


LINES = {
    "why": "why: See {}.",
    "because": "supports: [{{to: mission, because: 'See {}.'}}]",
    "because of continues": "continues: {{to: walk, because: 'See {}.'}}",
    "learned": "check_ins: [{{date: 2026-01-05, learned: 'See {}.'}}]",
    "blocked": "check_ins: [{{date: 2026-01-05, blocked: 'See {}.'}}]",
    "next": "check_ins: [{{date: 2026-01-05, next: 'See {}.'}}]",
    "note of a check-in's reading": "key_results: [{{title: A, target: 3}}]\ncheck_ins: [{{date: 2026-01-05, readings: {{a: {{value: 2, note: 'See {}.'}}}}}}]",
    "what of an ask": "asks: [{{date: 2026-01-05, what: 'See {}.'}}]",
    "what of a check-in's ask": "check_ins: [{{date: 2026-01-05, ask: {{what: 'See {}.'}}}}]",
    "text of a reply": "check_ins: [{{date: 2026-01-05, replies: [{{date: 2026-01-06, text: 'See {}.'}}]}}]",
    "text of a reply to an ask": "asks: [{{date: 2026-01-05, what: A, replies: [{{date: 2026-01-06, text: 'See {}.'}}]}}]",
    "what of a change": "changed: [{{date: 2026-01-05, what: 'See {}.'}}]",
    "why of a change": "changed: [{{date: 2026-01-05, what: A, why: 'See {}.'}}]",
    "learned at the end": "closed: {{date: 2026-01-05, learned: 'See {}.'}}",
    "why it was dropped": "dropped: {{date: 2026-01-05, why: 'See {}.'}}",
    "learned when it was dropped": "dropped: {{date: 2026-01-05, why: A, learned: 'See {}.'}}",
    "why it was paused": "paused: {{date: 2026-01-05, why: 'See {}.'}}",
    "note of a key result": "key_results: [{{title: A, target: 3, note: 'See {}.'}}]",
    "note of a reading": "key_results: [{{title: A, target: 3, readings: [{{date: 2026-01-05, value: 2, note: 'See {}.'}}]}}]",
}  # fmt: skip


@pytest.mark.parametrize("keys", LINES.values(), ids=LINES)
def test_a_line_of_markdown_in_a_key_may_link(keys: str) -> None:
    page = built({**THINGS, f"{Q1}/a/x.md": objective(keys.format("[[walk|it]]"))}).text("objectives/2026-Q1/a/x.html")
    assert 'href="../wards/walk.html">it</a>' in page
    page = built({**THINGS, f"{Q1}/a/x.md": objective(keys.format("[it](../wards/walk.md)"))}).text(
        "objectives/2026-Q1/a/x.html"
    )
    assert 'href="../wards/walk.html">it</a>' in page
    expect_marked({**THINGS, f"{Q1}/a/x.md": objective(keys.format("*this* [[⟦ref-broken⟧none]]"))})
    expect_marked({**THINGS, f"{Q1}/a/x.md": objective(keys.format("*this* [x](⟦ref-broken⟧none.md)"))})


OTHER_FILES: dict[str, Files] = {
    "the text of a team": {"content/teams/a.md": "---\nname: A\n---\nSee [[⟦ref-broken⟧none]].\n"},
    "the text of a person": {"content/people/a.md": "---\nname: A\n---\n\nSee [[⟦ref-broken⟧none]].\n"},
    "the text of a metric": {"content/health/a.md": "---\ntitle: A\n---\nSee [[⟦ref-broken⟧none]].\n"},
    "the text of a cycle": {"content/cycles/2026.md": "---\ntitle: A\n---\nSee [[⟦ref-broken⟧none]].\n"},
    "about a cycle": {"content/cycles/2026.md": "---\nabout: See [[⟦ref-broken⟧none]].\n---\n"},
    "the text of a page": {"content/pages/a.md": "See [[⟦ref-broken⟧none]].\n"},
    "the text of the organisation": {"content/org.md": "---\nname: A\n---\nSee [[⟦ref-broken⟧none]].\n"},
    "the policy": {"content/org.md": "---\nname: A\npolicy: {statement: 'See [[⟦ref-broken⟧none]].'}\n---\n"},
    "why of a theme": {"content/org.md": "---\nname: A\nthemes: [{title: B, why: 'See [[⟦ref-broken⟧none]].'}]\n---\n"},
    "the text of a check-in": {"content/check-ins/c.md": "---\nobjective: walk\ndate: 2026-01-07\n---\nSee [[⟦ref-broken⟧none]].\n"},
    "a check-in in a list": {"content/check-ins/c.yaml": "- objective: walk\n  date: 2026-01-07\n  learned: See [[⟦ref-broken⟧none]].\n"},
    "the text of an objective in a list": {f"{Q1}/b.yaml": "objectives:\n- title: B\n  text: |\n    One.\n\n    See [[⟦ref-broken⟧none]].\n"},
    "a folded line": {f"{Q1}/b.yaml": "objectives:\n- title: B\n  why: >\n    One line,\n    then [[⟦ref-broken⟧none]].\n"},
    "words on two lines": {f"{Q1}/b.yaml": "objectives:\n- title: B\n  why: 'One, [[walk]],\n    then [[⟦ref-broken⟧none]].'\n"},
    "the second of two alike": {f"{Q1}/b.yaml": "objectives:\n- title: B\n  why: none [[⟦ref-broken⟧none]] and [[⟦ref-broken⟧none]]\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", OTHER_FILES.values(), ids=OTHER_FILES)
def test_prose_in_other_files_may_link_too(files: Files) -> None:
    expect_marked({**THINGS, **files})


CODE = (
    "`[[none]]` and ``[x](none.md)``",
    "```\n[[none]]\n[x](none.md)\n```",
    "~~~\n[[none]]\n~~~",
    "    [[none]]\n    [x](none.md)",
    "<code>[[none]]</code>".replace("<code>[[none]]</code>", "`` `[[none]]` ``"),
    "- item\n\n        [[none]]",
)


@pytest.mark.parametrize("prose", CODE)
def test_nothing_in_code_is_a_link(prose: str) -> None:
    page = built({**THINGS, f"{Q1}/a/x.md": objective(below=f"Words.\n\n{prose}\n")}).text(
        "objectives/2026-Q1/a/x.html"
    )
    assert "[[none]]" in page


ABROAD = (
    "https://example.org/x.md",
    "mailto:a@example.org",
    "tel:+49",
    "http://x.example",
    "#further",
    "<https://example.org>",
)


@pytest.mark.parametrize("address", ABROAD)
def test_links_to_elsewhere_are_left_alone(address: str) -> None:
    prose = address if address.startswith("<") else f"[x]({address})"
    expect_marked({**THINGS, "content/pages/a.md": f"## Further\n\nSee {prose}.\n"})
