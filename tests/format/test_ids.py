"""FORMAT, “Names and references”: what an id may be, and how a slug is made from a text."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, checked, expect_marked, found, messages, objective

WARDS = "content/okrs/2026-Q1/wards"
WALK = f"{WARDS}/walk.md"
HUNDRED = "a" * 100

FINE = (
    "walk", "Walk", "walk-again", "walk_again", "walk.again", "2026", "über", "спасибо", "起床", "كلنا", "नमस्ते", "-", "a-", "-a",
    "console", "com10", "com0x", "con-", "nulla", "indexes", "my.con", HUNDRED, "٣", "walk..again", "_x", "É",
)  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_an_id_is_made_of_letters_marks_and_digits_of_any_script(name: str) -> None:
    site = built({WALK: objective(f"id: '{name}'")})
    assert list(site.objectives) == [f"2026-Q1/wards/{name}"]
    assert f"objectives/2026-Q1/wards/{name}.html" in site.files


BAD = (
    "a b", "a/b", ".a", "a\\b", "index", "Index", "INDEX", "con", "CON", "Nul", "aux", "prn", "com1", "LPT9", "con.md", "nul.x.y",
    "a" * 101, "a#b", "a:b", "a?", "½", "²", "Ⅷ", "🎉", "a\u200bb", "a\u00a0b", "..", "a,b", "a'b".replace("'", "’"), "a|b", "100%",
)  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_an_id_holds_nothing_else(name: str) -> None:
    expect_marked({WALK: objective(f'id: ⟦bad-id⟧"{name}"'.replace("\\", "\\\\"))})


@pytest.mark.parametrize("stem", ["walk again", "index", "con", "a" * 101, "a#b", "🎉", "walk,", "Aux"])
def test_a_file_name_is_an_id_too(stem: str) -> None:
    expect_marked({f"{WARDS}/{stem}.md": "⟦bad-id⟧" + objective()})


def test_an_id_beside_a_file_name_that_is_none_holds() -> None:
    assert list(built({f"{WARDS}/walk again.md": objective("id: walk")}).objectives) == ["2026-Q1/wards/walk"]


BY_NAME: dict[str, Files] = {
    "a team": {"content/teams/the wards.md": "⟦bad-id⟧---\nname: Wards\n---\n"},
    "a team's id": {"content/teams/wards.md": "---\nname: Wards\nid: ⟦bad-id⟧the wards\n---\n"},
    "a person": {"content/people/esther mbeki.md": "⟦bad-id⟧---\nname: Esther\n---\n"},
    "a cycle": {"content/cycles/the spring.md": "⟦bad-id⟧---\nstart: 2026-01-01\nend: 2026-02-01\n---\n"},
    "a cycle without dates": {"content/cycles/the spring.md": "⟦bad-id⟧---\ntitle: Spring\n---\n"},
    "a health metric": {"content/health/index.md": "⟦bad-id⟧---\ntitle: Falls\n---\n"},
    "a page": {"content/pages/how to.md": "⟦bad-id⟧Text.\n"},
    "a page's folder": {"content/pages/how to/a.md": "⟦bad-id⟧A.\n", "content/pages/how to/b.md": "B.\n"},
    "a theme's id": {"content/org.md": "---\nname: H\nthemes: [{id: ⟦bad-id⟧a b, title: A}]\n---\n"},
    "a theme's title": {"content/org.md": "---\nname: H\nthemes: [{title: ⟦bad-id⟧'!!'}]\n---\n"},
    "a team's list": {"content/okrs/2026-Q1/the wards.yaml": "⟦bad-id⟧objectives: [{title: A}]\n"},
    "an objective in a list": {"content/okrs/2026-Q1/wards.yaml": "objectives: [{title: ⟦bad-id⟧'🎉'}]\n"},
    "an objective in a list called index": {"content/okrs/2026-Q1/wards.yaml": "objectives: [{title: ⟦bad-id⟧Index}]\n"},
    "a key result's id": {WALK: objective("key_results: [{title: A, id: ⟦bad-id⟧a b}]")},
    "a key result's title": {WALK: objective("key_results: [{title: ⟦bad-id⟧'🎉', target: 3}]")},
    "a milestone's title": {WALK: objective("key_results: [{title: A, milestones: [{title: ⟦bad-id⟧'…'}]}]")},
    "an alias": {WALK: objective("aliases: [old, ⟦bad-id⟧o ld]")},
    "an alias of a team": {"content/teams/wards.md": "---\nname: W\naliases: [⟦bad-id⟧index]\n---\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", BY_NAME.values(), ids=BY_NAME)
def test_what_has_an_id_has_a_good_one(files: Files) -> None:
    expect_marked(files)


def test_a_check_in_may_have_any_name() -> None:
    files = {
        f"content/check-ins/{name}.md": "---\nobjective: walk\ndate: 2026-01-05\n---\nx\n"
        for name in ("a b", "index", "🎉", "con")
    }
    site = built({WALK: objective(), **files})
    assert len(site.objectives["2026-Q1/wards/walk"]["check_ins"]) == 4


SLUGS = {
    "Everyone walks again": "everyone-walks-again",
    "  -- Everyone, walks?! -- ": "everyone-walks-again".replace("-again", ""),
    "Über Größe": "über-größe",
    "cafe\u0301": "café",
    "İstanbul": "i\u0307stanbul",
    "STRASSE ß": "strasse-ß",
    "ΟΔΟΣ": "οδος",
    "早上好 世界": "早上好-世界",
    "नमस्ते दुनिया": "नमस्ते-दुनिया",
    "½ of ² and Ⅷ": "of-and",
    "a_b.c": "a-b-c",
    "Con": "con-",
    "NUL!": "nul-",
    "Com1": "com1-",
    "c\u200bd": "c-d",
    "1,204.5 %": "1-204-5",
    "x" * 101: "x" * 100,
    "x" * 100: "x" * 100,
    "ab " + "x" * 99: "ab",
    "ab " + "x" * 97: "ab-" + "x" * 97,
    "ab " + "x" * 50 + " " + "y" * 60: "ab-" + "x" * 50,
    "x" * 100 + " y": "x" * 100,
    "x" * 99 + " y": "x" * 99,
    "x" * 98 + " yz": "x" * 98,
}


@pytest.mark.parametrize(("title", "slug"), SLUGS.items())
def test_a_slug_is_made_from_a_title(title: str, slug: str) -> None:
    site = built({"content/okrs/2026-Q1/wards.yaml": f"objectives: [{{title: '{title}'}}]\n"})
    assert [each["id"] for each in site.data["objectives"]] == [slug]


@pytest.mark.parametrize(("title", "slug"), list(SLUGS.items())[:8])
def test_key_results_milestones_themes_and_tags_have_the_same_slugs(title: str, slug: str) -> None:
    site = built({
        WALK: objective(f"tags: ['{title}']\nkey_results: [{{title: '{title}', milestones: [{{title: '{title}'}}]}}]"),
        "content/org.md": f"---\nname: H\nthemes: [{{title: '{title}'}}]\n---\n",
        "content/check-ins/a.md": f"---\nobjective: walk\ndate: 2026-01-05\nreadings: {{{slug}: {slug}}}\n---\n",
    })  # fmt: skip
    assert site.objectives["2026-Q1/wards/walk"]["key_results"][0]["id"] == slug
    assert site.objectives["2026-Q1/wards/walk"]["check_ins"][0]["readings"] == {slug: [slug]}
    assert site.data["organisation"]["themes"][0]["id"] == slug
    assert f"tags/{slug}.html" in site.files


def test_a_tag_without_a_slug_is_shown_but_has_no_page() -> None:
    site = built({WALK: objective("tags: ['🎉', care]")})
    assert site.objectives["2026-Q1/wards/walk"]["tags"] == ["🎉", "care"]
    assert sorted(name for name in site.files if name.startswith("tags/")) == ["tags/care.html", "tags/index.html"]
    assert "🎉" in site.text("objectives/2026-Q1/wards/walk.html")


def test_a_tag_is_shown_as_first_written_in_the_order_of_references() -> None:
    site = built({
        f"{WARDS}/b.md": objective("tags: [early care]"),
        f"{WARDS}/a.md": objective("tags: [Early  Care!, x]"),
        "content/okrs/2025-Q4/wards/z.md": objective("tags: [EARLY CARE]"),
    })  # fmt: skip
    shown = {each["ref"]: each["tags"] for each in site.data["objectives"]}
    assert shown == {
        "2025-Q4/wards/z": ["EARLY CARE"],
        "2026-Q1/wards/a": ["EARLY CARE", "x"],
        "2026-Q1/wards/b": ["EARLY CARE"],
    }
    assert "tags/early-care.html" in site.files


def test_ids_are_normalised() -> None:
    site = built(
        {f"{WARDS}/cafe\u0301.md": objective(), f"{WARDS}/b.md": objective("supports: [cafe\u0301, wards/café]")}
    )
    assert sorted(site.objectives) == ["2026-Q1/wards/b", "2026-Q1/wards/café"]
    assert "objectives/2026-Q1/wards/café.html" in site.files


def test_bad_ids_are_told_with_a_better_one() -> None:
    made = checked({WALK: objective("id: Walk Again")})
    assert "walk-again" in messages(made)
    assert found(made) == [f"{WALK}:3:5 bad-id"]
