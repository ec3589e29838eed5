"""FORMAT, “Objective”: what is private is nowhere in what is published, and what leads to it ends there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS
from tests.format.sites import Built, Files, built, expect_marked, objective

SECRET = f"{WARDS}/quagga.md"

KEYS = """
    id: quagga
    private: true
    why: Quagga reasons.
    for: Quagga people
    owners: [Quagga Owner <owner@quagga.example>, Ann Lee <ann@quagga.example>]
    contact: desk@quagga.example
    aliases: [quagga-once]
    teams: [theatres]
    tags: [quagga tag, Quiet Nights]
    supports: [{to: walk, because: Quagga because.}, walk#up]
    depends_on: [{to: walk, need: Quagga need}, {to: 'team:theatres', need: Quagga help}]
    continues: {to: earlier, because: Quagga carried on.}
    health: [falls]
    changed: [{date: 2026-01-09, by: Quagga Mover, what: Quagga change.}]
    asks: [{date: 2026-01-09, by: Quagga Asker, what: "Quagga ask?", of: Ann Lee, replies: [{date: 2026-01-10, by: Quagga Helper, text: Quagga yes.}]}]
    allow: {quiet: Quagga reason}
    key_results:
      - {title: Quagga measure, id: quagga-measure, start: 0, target: 987654321, owner: Quagga Counter, teams: [theatres], source: Quagga book, note: Quagga note.}
    check_ins:
      - {date: 2026-01-11, by: Quagga Writer, readings: {quagga-measure: 123454321}, learned: "Quagga lesson, [[person:quagga-teller]].", blocked: Quagga block., next: Quagga next.}
"""
OTHERS: Files = {
    SECRET: objective(KEYS, title="Quagga title", below="Quagga text, see [the plan](quagga-plan.pdf).\n"),
    f"{WARDS}/quagga-plan.pdf": b"quagga bytes",
    "content/check-ins/quagga.md": "---\nobjective: quagga\ndate: 2026-01-20\nby: Quagga Teller\n---\nQuagga words.\n",
    "content/okrs/2026-Q1/quaggas.yaml": "objectives: [{title: Quagga list, private: true, owner: Quagga Lister}]\n",
    "content/okrs/2024/quaggas-of-old/x.md": objective("private: true", title="Quagga past"),
    "content/okrs/2025-Q4/wards/earlier.md": objective(title="Earlier"),
    "content/teams/theatres.md": "---\nname: Theatres\n---\n",
    "content/health/falls.md": "---\ntitle: Falls\nat_most: 3\n---\n",
    "okrsite.yaml": "base_url: https://okrs.example\nindex: true\n",
}


def site_beside(walk: str = "", files: Files | None = None, below: str = "") -> Built:
    """Build a site with much that is private beside one objective that is not."""
    keys = f"owner: Ann Lee\nsupports: mission\nkey_results: [{{title: Up, start: 0, target: 9, current: 3}}]\n{walk}"
    return built({**OTHERS, WALK: objective(keys, below=below), **(files or {})})


def told(site: Built) -> list[str]:
    """Name the files of a site in which something private stands."""
    return [name for name, content in site.files.items() if b"quagga" in (name.encode() + content).lower()]


LEADING: dict[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "a need": ("depends_on: [{to: quagga, need: Help}, {to: quagga#quagga-measure}]", ""),
    "carrying on": ("continues: {to: quagga, because: So.}", ""),
    "prose": ("why: As [[quagga]] and [[wards/quagga|that one]] and [a link](quagga.md#quagga-measure) say.", ""),
    "the text below": ("", "See [[2026-Q1/wards/quagga#quagga-measure]], ![[quagga]] and\n\n[a][1]\n\n[1]: quagga.md\n"),
    "a check-in": ("check_ins: [{date: 2026-01-09, learned: 'As [[quagga]] says.', next: 'See [x](./quagga.md).'}]", ""),
    "an ask": ("asks: [{date: 2026-01-09, what: 'Who knows [[quagga]]?', replies: [{date: 2026-01-09, text: '[[quagga|I]]'}]}]", ""),
    "a change": ("changed: [{date: 2026-01-09, what: 'As [[quagga]]'}]", ""),
    "an ending": ("closed: {date: 2026-01-09, learned: 'As [[quagga]]'}", ""),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "below"), LEADING.values(), ids=LEADING)
def test_no_published_file_says_a_word_of_what_is_private(keys: str, below: str) -> None:
    assert told(site_beside(keys, below=below)) == []


def test_other_things_lead_to_it_without_saying_a_word() -> None:
    files: Files = {
        "content/org.md": "---\nname: H\nmission: M\nthemes: [{id: t, title: T, why: 'As [[quagga]].'}]\npolicy: {statement: 'See [[quagga]].'}\n---\n[[quagga]]\n",
        "content/teams/theatres.md": "---\nname: Theatres\n---\nWith [[quagga]] and [it](../okrs/2026-Q1/wards/quagga.md).\n",
        "content/people/ann-lee.md": "---\nname: Ann Lee\n---\n[[quagga]]\n",
        "content/cycles/2026-Q1.md": "---\nabout: Of [[quagga]].\n---\n[[quagga]]\n",
        "content/pages/more.md": "# More\n\n[[quagga]] and [[2024/quaggas-of-old/x]]\n",
        "content/health/falls.md": "---\ntitle: Falls\n---\n[[quagga]]\n",
        f"{WARDS}/sit.md": objective("key_results: [{same_as: quagga#quagga-measure}]\nsupports: [quagga]"),
        "content/check-ins/a.md": "---\nobjective: walk\ndate: 2026-01-20\n---\nAs [[quagga]].\n",
    }
    site = site_beside("", files)
    assert told(site) == []
    assert "one private objective" in site.text("pages/more.html")
    assert site.data["organisation"]["themes"][0]["why"] == "As one private objective."


def of_walk(site: Built) -> dict[str, Any]:
    found: dict[str, Any] = site.objectives[REF]
    return found


def test_where_it_supports_it_is_counted() -> None:
    site = site_beside()
    walk = of_walk(site)
    assert (walk["private_supporters"], walk["supported_by"], walk["needed_by"]) == (1, [], [])
    assert "one private objective" in site.text(f"objectives/{REF}.html").lower()
    assert site.objectives["2025-Q4/wards/earlier"]["continued_by"] == []


def test_two_are_counted_as_two_and_none_as_none() -> None:
    two = {f"{WARDS}/lie.md": objective("private: true\nsupports: [mission, walk#up]")}
    assert of_walk(site_beside("", two))["private_supporters"] == 2
    assert built({WALK: objective()}).objectives[REF]["private_supporters"] == 0


def test_what_supports_it_ends_there() -> None:
    sit = {f"{WARDS}/sit.md": objective("supports: [quagga]"), f"{WARDS}/lie.md": objective("supports: [quagga, walk]")}
    site = site_beside("", {**sit, f"{WARDS}/stand.md": objective("supports: [walk, quagga]")})
    ends = {name: site.objectives[f"2026-Q1/wards/{name}"] for name in ("sit", "lie", "stand")}
    assert [each["why_chain"] for each in ends.values()] == [[], [], [REF, "mission"]]
    assert [[(edge["to"], edge["primary"]) for edge in each["supports"]] for each in ends.values()] == [
        [],
        [(REF, False)],
        [(REF, True)],
    ]
    assert told(site) == []
    for name in ends:
        assert "one private objective" in site.text(f"objectives/2026-Q1/wards/{name}.html").lower()
        assert "does not say yet what it supports" not in site.text(f"objectives/2026-Q1/wards/{name}.html")


def test_what_needs_it_ends_there() -> None:
    site = site_beside("depends_on: [{to: quagga, need: Help, state: asked}]")
    assert of_walk(site)["depends_on"] == []
    assert "one private objective" in site.text(f"objectives/{REF}.html").lower()


def test_what_carries_it_on_says_nothing() -> None:
    assert of_walk(site_beside("continues: {to: quagga, because: Why.}"))["continues"] is None


def test_in_prose_its_text_stays_without_a_link_and_a_bare_reference_reads_one_private_objective() -> None:
    site = site_beside("why: As [[quagga]], [[wards/quagga|that one]] and [a link](quagga.md) say.")
    assert of_walk(site)["why"] == "As one private objective, that one and a link say."
    page = site.text(f"objectives/{REF}.html")
    assert "As one private objective, that one and a link say." in page


def test_who_and_what_is_only_named_there_is_nowhere() -> None:
    site = site_beside()
    assert [each["id"] for each in site.data["people"]] == ["ann-lee"]
    assert [each["id"] for each in site.data["teams"]] == ["theatres", "wards"]
    assert [each["id"] for each in site.data["cycles"]] == ["2025-Q4", "2026-Q1"]
    assert not any(name.startswith("tags/q") for name in site.files)
    assert not any(name.startswith("files/") for name in site.files)
    assert "ann@quagga.example" not in site.text("people/ann-lee.html")


def test_a_tag_is_shown_as_first_written_where_it_is_public() -> None:
    site = site_beside("tags: [quiet nights]")
    assert of_walk(site)["tags"] == ["quiet nights"]


def test_a_person_is_called_as_it_is_written_where_it_is_public() -> None:
    site = site_beside("", {f"{WARDS}/a.md": objective("private: true\nowner: ANN LEE")})
    assert {each["name"] for each in site.data["people"]} == {"Ann Lee"}


def test_its_own_faults_are_found_all_the_same() -> None:
    expect_marked({SECRET: objective("private: true\nsupports: ⟦ref-broken⟧nowhere\nstate: ⟦wrong-type⟧gone")})


def test_private_false_is_not_private_and_other_words_are_refused() -> None:
    assert REF in built({WALK: objective("private: false")}).objectives
    expect_marked({WALK: objective("private: ⟦wrong-type⟧maybe")})


def test_it_may_look_at_everything() -> None:
    site = site_beside("", {"content/okrs/2026-Q1/labs.yaml": "objectives: [{title: A, supports: [walk]}]\n"})
    assert "2026-Q1/wards/quagga" not in site.objectives
    assert of_walk(site)["supported_by"] == ["2026-Q1/labs/a"]
