"""FORMAT, “A site”: which file is what, what is passed over, what has no place."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, expect_marked, objective

WALK = "content/okrs/2026-Q1/wards/walk.md"

SURVEY = """
title: Pulse
date: 2026-02-01
scale: {from: 1, to: 2}
groups: [{id: wards, name: Wards, asked: 30, answered: 20}]
questions: [{id: rest, text: Do you rest, counts: {wards: [9, 11]}}]
"""
WHOLE: Files = {
    "okrsite.yaml": "",
    "content/org.md": "---\nname: Hospital\nthemes: [{id: care, title: Care}]\n---\nAbout us all.\n",
    "content/teams/wards.md": "---\nname: The wards\n---\n",
    "content/people/esther.md": "---\nname: Esther\n---\n",
    "content/cycles/spring.md": "---\nstart: 2026-02-01\nend: 2026-04-30\n---\n",
    WALK: objective("key_results: [{title: Falls, start: 9, target: 3}]"),
    "content/okrs/spring/kitchen.yaml": "objectives: [{title: Warm soup}]\n",
    "content/check-ins/2026/02/anything at all.md": "---\nobjective: walk\ndate: 2026-02-01\n---\nLunch helps.\n",
    "content/check-ins/all.yaml": "- {objective: warm-soup, date: 2026-02-02, learned: Salt.}\n",
    "content/health/sick-days.md": "---\ntitle: Nights without a nurse\nat_most: 3\n---\n",
    "content/surveys/pulse.yaml": SURVEY,
    "content/pages/deep/er/how.md": "---\ntitle: How we do it\n---\n",
    "content/static/hello.txt": "hello",
}


def test_each_file_of_the_list_has_its_place_and_its_page() -> None:
    site = built(WHOLE)
    assert {
        "about.html",
        "themes/care.html",
        "teams/wards.html",
        "teams/kitchen.html",
        "people/esther.html",
        "cycles/spring.html",
        "cycles/2026-Q1.html",
        "objectives/2026-Q1/wards/walk.html",
        "objectives/spring/kitchen/warm-soup.html",
        "health/sick-days.html",
        "pages/deep/er/how.html",
        "hello.txt",
    } <= set(site.files)
    assert site.data["organisation"]["name"] == "Hospital"
    assert "About us all." in site.text("about.html")
    assert site.objectives["2026-Q1/wards/walk"]["check_ins"][0]["learned"] == "Lunch helps."
    assert site.objectives["spring/kitchen/warm-soup"]["check_ins"][0]["learned"] == "Salt."
    assert site.by_id("teams")["wards"]["name"] == "The wards"
    assert site.by_id("teams")["kitchen"]["name"] == "kitchen"


def test_one_file_of_five_lines_is_a_site() -> None:
    assert list(built({WALK: objective()}).objectives) == ["2026-Q1/wards/walk"]


def test_yml_is_read_everywhere() -> None:
    site = built({
        "okrsite.yml": "title: Ours\n",
        "content/okrs/2026-Q1/wards.yml": "objectives: [{title: Walk}]\n",
        "content/check-ins/a.yml": "[{objective: walk, date: 2026-02-01, learned: It helps.}]\n",
        "content/surveys/pulse.yml": SURVEY,
    })  # fmt: skip
    assert site.made.title == "Ours"
    assert site.objectives["2026-Q1/wards/walk"]["check_ins"][0]["learned"] == "It helps."


def test_a_byte_order_mark_and_crlf_change_nothing() -> None:
    text = "\ufeff" + objective("why: Bed is not safe.", below="\nMore.\n").replace("\n", "\r\n")
    walk = built({WALK: text.encode()}).objectives["2026-Q1/wards/walk"]
    assert (walk["title"], walk["why"]) == ("Everyone walks again", "Bed is not safe.")


def test_a_place_is_counted_without_the_byte_order_mark() -> None:
    made = expect_marked({"okrsite.yaml": "", WALK: objective()})
    assert made.findings == []
    expect_marked({"content/okrs/2026-Q1/wards.yaml": "\ufeff⟦unknown-key⟧titel: 3\r\nobjectives: [{title: X}]\r\n"})
    expect_marked({WALK: "\ufeff---\r\ntitle: Walk\r\n⟦unknown-key⟧wy: 3\r\n---\r\n"})


NAMES = (".draft.md", "_draft.md", "#draft.md#", "#draft.md", "draft.md~", "README.md", "readme.md", "ReadMe.MD")


@pytest.mark.parametrize("name", NAMES)
def test_drafts_copies_and_readmes_are_passed_over(name: str) -> None:
    broken = "---\nnonsense: [\n---\n[[nowhere]]\n"
    site = built({WALK: objective(), f"content/okrs/2026-Q1/wards/{name}": broken, f"content/{name}": broken})
    assert list(site.objectives) == ["2026-Q1/wards/walk"]


@pytest.mark.parametrize("folder", [".git", "_drafts", "#old", "old~"])
def test_folders_are_passed_over_by_the_same_names(folder: str) -> None:
    files = {f"content/{folder}/x.md": "---\n[\n---\n", f"content/okrs/{folder}/wards/x.md": "---\n[\n---\n"}
    assert list(built({WALK: objective(), **files}).objectives) == ["2026-Q1/wards/walk"]


def test_a_folder_called_readme_md_is_a_folder() -> None:
    expect_marked({"content/teams/readme.md/x.md": "⟦warning:misplaced⟧---\nname: X\n---\n"})


def test_static_is_copied_as_it_is_whatever_the_names() -> None:
    names = (
        ".htaccess",
        "_headers",
        "#x",
        "copy~",
        "README.md",
        ".well-known/security.txt",
        "no.md",
        "x/y z.yaml",
        "ä.html",
    )
    static: Files = {f"content/static/{name}": f"---\n[ {name}" for name in names}
    site = built({WALK: objective(), **static, "content/static/.git/config": "x", "content/static/a/.git": "x"})
    assert {name: site.text(name) for name in names} == {name: f"---\n[ {name}" for name in names}
    assert not [name for name in site.files if ".git" in name]


MISPLACED = (
    "content/notes.md",
    "content/org.yaml",
    "content/Org.md",
    "content/okrs/walk.md",
    "content/okrs/2026-Q1/walk.md",
    "content/okrs/2026-Q1/wards/deeper/walk.md",
    "content/okrs/2026-Q1/wards/walk.yaml",
    "content/okrs/wards.yml",
    "content/teams/north/wards.md",
    "content/teams/wards.yaml",
    "content/people/esther.yml",
    "content/cycles/spring.yaml",
    "content/health/falls.yaml",
    "content/health/a/falls.md",
    "content/surveys/pulse.md",
    "content/surveys/a/pulse.yaml",
    "content/pages/how.yaml",
    "content/elsewhere/x.md",
    "content/wards.markdown",
)


@pytest.mark.parametrize("path", MISPLACED)
def test_what_has_no_place_is_a_warning_and_is_not_read(path: str) -> None:
    made = expect_marked({path: "⟦warning:misplaced⟧---\nnonsense: [\n---\n"})
    assert len(made.findings) == 1


def test_files_that_are_neither_markdown_nor_yaml_say_nothing() -> None:
    expect_marked({WALK: objective(), "content/photo.jpg": "x", "content/okrs/2026-Q1/wards/plan.txt": "x"})


FRONT_MATTER: dict[str, Files] = {
    "a page may be without": {"content/pages/how.md": "# How\n\nSo.\n"},
    "an objective has a title": {WALK: "⟦missing-key⟧Just words.\n"},
    "an empty file has no title": {WALK: "⟦missing-key⟧"},
    "empty front matter has no title": {WALK: "---\n⟦missing-key⟧---\n"},
    "it ends": {WALK: "⟦syntax⟧---\ntitle: Walk\n"},
    "it ends with three hyphens alone": {WALK: "⟦syntax⟧---\ntitle: Walk\n----\nWords.\n"},
    "three hyphens in the text below are a rule": {WALK: "---\ntitle: Walk\n---\nOne.\n\n---\n\nTwo.\n"},
    "it has keys": {WALK: "---\n⟦wrong-type⟧just words\n---\n"},
}


@pytest.mark.parametrize("files", FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter(files: Files) -> None:
    expect_marked(files)
