"""Ids and clashes, folders, teams and people made by being named."""

from __future__ import annotations

from datetime import date

import pytest

from okrsite.plan.people import People
from tests.plan.sites import site

A = "---\ntitle: A\n---\n"


def test_ids_that_differ_only_in_case_clash_and_both_places_are_named() -> None:
    made = site({"people/esther.md": "---\nname: E\n---\n", "people/mbeki.md": "---\nid: Esther\nname: E\n---\n"})
    assert [(f.rule, f.span.path, f.span.line, f.span.column) for f in made.findings] == [
        ("id-clash", "content/people/mbeki.md", 2, 5)
    ]
    assert made.findings[0].related[0].span.path == "content/people/esther.md"
    assert list(made.plan.people) == ["esther"]


def test_names_that_differ_only_in_normalisation_clash() -> None:
    made = site({"teams/cafe\u0301.md": "---\nname: A\n---\n", "teams/caf\u00e9.md": "---\nname: B\n---\n"})
    assert made.rules == ["id-clash"]
    assert list(made.plan.teams) == ["café"]


def test_an_earlier_id_that_another_has_is_a_clash_said_at_the_alias() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\naliases: [x, b]\n---\n",
            "okrs/2026-Q1/w/b.md": A,
            "okrs/2026-Q1/v/b.md": A,
            "okrs/2026/w/b.md": A,
        }
    )
    assert [(f.rule, f.span.path, f.span.line, f.span.column) for f in made.findings] == [
        ("id-clash", "content/okrs/2026-Q1/w/a.md", 3, 14)
    ]
    assert len(made.plan.objectives) == 4


def test_an_objective_in_a_file_and_one_in_a_list_clash() -> None:
    made = site({"okrs/2026-Q1/w.yaml": "objectives:\n  - title: Walk again\n", "okrs/2026-Q1/w/walk-again.md": A})
    assert [(f.rule, f.span.path) for f in made.findings] == [("id-clash", "content/okrs/2026-Q1/w/walk-again.md")]


def test_references_to_the_later_of_a_clash_are_not_said_to_be_broken_too() -> None:
    made = site(
        {"okrs/2026-Q1/w/a.md": A, "okrs/2026-Q1/w/A.md": A, "okrs/2026-Q1/v/b.md": "---\ntitle: B\nsupports: a\n---\n"}
    )
    assert made.rules == ["id-clash"]


def test_key_results_and_milestones_have_ids_of_their_own() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": """
                ---
                title: A
                key_results:
                  - title: Falls
                  - {title: Other falls, id: falls}
                  - {title: "!!!"}
                  - {title: Steps, milestones: [{title: One}, {title: one}]}
                ---
                """
        }
    )
    assert [(f.rule, f.span.line) for f in made.findings] == [("id-clash", 5), ("bad-id", 6), ("id-clash", 7)]


@pytest.mark.parametrize(
    "path",
    [
        "okrs/2026-Q1/w/index.md",
        "okrs/2026-Q1/w/con.md",
        "teams/nul.txt.md",
        "people/a b.md",
        "pages/deep/index.md",
        "health/x@y.md",
    ],
)
def test_a_file_whose_name_is_no_id_is_said_at_its_beginning(path: str) -> None:
    made = site({path: A if "people" not in path and "teams" not in path else "---\nname: A\n---\n"})
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [("bad-id", 1, 1)]


def test_with_an_id_the_files_name_is_free() -> None:
    made = site({"okrs/2026-Q1/w/1 walk again!.md": "---\nid: walk\ntitle: A\n---\n"})
    assert made.said == []
    assert list(made.plan.objectives) == ["2026-Q1/w/walk"]


def test_a_folder_whose_name_is_no_id_is_said_once_at_its_first_file() -> None:
    made = site({"okrs/2026-Q1/w w/b.md": A, "okrs/2026-Q1/w w/a.md": A, "okrs/2026-Q2/w w/a.md": A})
    assert made.said == ["okrs/2026-Q1/w w/a.md:1:1 bad-id: The name “w w” can’t be an id: it holds a space."]


def test_a_title_without_letters_makes_no_id_in_a_list() -> None:
    made = site({"okrs/2026-Q1/w.yaml": "objectives:\n  - title: '?!'\n    supports: nothing\n"})
    assert [(f.rule, f.span.line) for f in made.findings] == [("bad-id", 2), ("ref-broken", 3)]


def test_a_folder_that_is_called_like_a_team_but_for_the_case_clashes() -> None:
    made = site({"okrs/2026-Q1/Wards/a.md": A, "teams/wards.md": "---\nname: W\n---\n"})
    assert [(f.rule, f.span.path, f.span.line) for f in made.findings] == [
        ("id-clash", "content/okrs/2026-Q1/Wards/a.md", 1)
    ]


def test_the_folder_of_a_team_may_have_its_earlier_id() -> None:
    made = site({"okrs/2026-Q1/ward/a.md": A, "teams/wards.md": "---\nname: W\naliases: [ward]\n---\n"})
    assert made.said == []
    assert list(made.plan.objectives) == ["2026-Q1/wards/a"]
    assert list(made.plan.teams) == ["wards"]


def test_earlier_ids_keep_references_valid() -> None:
    made = site(
        {
            "teams/wards.md": "---\nname: W\naliases: [ward]\n---\n",
            "cycles/spring.md": "---\nstart: 2026-03-01\nend: 2026-05-31\naliases: [fruehling]\n---\n",
            "okrs/spring/wards/walk.md": "---\ntitle: A\naliases: [walk-1]\n---\n",
            "okrs/2026-Q1/it/b.md": "---\ntitle: B\nsupports: [walk-1, ward/walk, fruehling/ward/walk-1]\n---\n[[cycle:fruehling]]\n",
        }
    )
    assert made.said == []
    assert {support.to.id for support in made.plan.objectives["2026-Q1/it/b"].supports} == {"spring/wards/walk"}


def test_a_cycle_without_dates_is_said_once() -> None:
    made = site({"okrs/autumn/w/b.md": A, "okrs/autumn/v/a.md": A, "cycles/winter.md": "---\ntitle: W\n---\n"})
    assert [(f.rule, f.span.path, f.span.line, f.span.column) for f in made.findings] == [
        ("bad-cycle", "content/cycles/winter.md", 1, 1),
        ("bad-cycle", "content/okrs/autumn/v/a.md", 1, 1),
    ]


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ("start: 2026-01-01\n", "missing-key"),
        ("start: 2026-02-01\nend: 2026-01-01\n", "bad-cycle"),
        ("start: soon\n", "wrong-type"),
    ],
)
def test_what_is_wrong_with_the_days_of_a_cycle_is_said_once(days: str, rule: str) -> None:
    assert site({"cycles/spring.md": f"---\n{days}---\n", "okrs/spring/w/a.md": A}).rules == [rule]


def test_both_days_in_a_file_hold_over_those_of_the_name() -> None:
    made = site(
        {"cycles/2026-Q1.md": "---\nstart: 2026-01-12\nend: 2026-04-12\ntitle: Early\n---\n", "okrs/2026-Q1/w/a.md": A}
    )
    assert made.said == []
    cycle = made.plan.cycles["2026-Q1"]
    assert (cycle.start, cycle.end, cycle.title) == (date(2026, 1, 12), date(2026, 4, 12), "Early")


def test_members_and_teams_are_one_relation_and_who_leads_is_a_member() -> None:
    made = site(
        {
            "teams/lab.md": "---\nname: Laboratory\nlead: Ines Ortega\nmembers: [Tomas Lindqvist]\n---\n",
            "people/anders.md": "---\nname: Anders\nteams: [lab]\n---\n",
            "people/tomas-lindqvist.md": "---\nname: Tomás\n---\n",
        }
    )
    assert made.said == []
    assert made.plan.teams["lab"].members == ("anders", "ines-ortega", "tomas-lindqvist")
    assert {name: person.teams for name, person in made.plan.people.items()} == {
        "anders": ("lab",),
        "ines-ortega": ("lab",),
        "tomas-lindqvist": ("lab",),
    }
    assert made.plan.people["ines-ortega"].name == "Ines Ortega"


def test_a_name_is_the_person_of_its_slug() -> None:
    people = People({"j.doe": "j.doe", "esther-mbeki": "esther-mbeki", "essie": "esther-mbeki"})
    people.name("Sam Lee <sam@example.org>")
    people.name("sam-lee")
    assert [people.known(name) for name in ("Esther Mbeki", "essie", "j.doe", "J. Doe", "Nobody", "Sam Lee")] == [
        "esther-mbeki",
        "esther-mbeki",
        "j.doe",
        "j.doe",
        None,
        "sam-lee",
    ]
    assert (people.made, people.contacts) == ({"sam-lee": "Sam Lee"}, {"sam-lee": "sam@example.org"})


def test_a_plain_name_shows_a_person_better_than_their_id() -> None:
    people = People()
    for written in ("sam-lee", "Sam Lee", "SAM LEE"):
        people.name(written)
    assert people.made == {"sam-lee": "Sam Lee"}


def test_an_address_behind_a_name_is_how_to_reach_them() -> None:
    made = site({"okrs/2026-Q1/w/a.md": "---\ntitle: A\nowner: Sam Lee <sam@example.org>\n---\n"})
    assert made.said == []
    assert made.plan.people["sam-lee"].contact == "sam@example.org"


def test_a_name_without_letters_is_no_person() -> None:
    made = site({"okrs/2026-Q1/w/a.md": "---\ntitle: A\nowner: '???'\n---\n"})
    assert made.said == ["okrs/2026-Q1/w/a.md:3:8 bad-id: No id can be made of the name “???”."]


def test_a_name_is_first_written_where_it_is_public() -> None:
    made = site(
        {
            "okrs/2026-Q1/a/x.md": "---\ntitle: A\nprivate: true\nowner: SAM LEE <hidden@example.org>\ntags: [PLANS]\n---\n",
            "okrs/2026-Q1/b/x.md": "---\ntitle: A\nowner: Sam Lee\ntags: [Plans]\n---\n",
        }
    )
    assert made.plan.people["sam-lee"].name == "Sam Lee"
    assert made.plan.tags == {"plans": "Plans"}


def test_the_tag_whose_address_is_the_list_of_tags_is_refused() -> None:
    made = site({"okrs/2026-Q1/a/x.md": "---\ntitle: A\ntags: [b, Index]\n---\n"})
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [("bad-id", 3, 11)]


def test_themes_clash_like_all_else() -> None:
    made = site({"org.md": "---\nname: N\nthemes: [{title: Near}, {id: near, title: Far}, {title: '?'}]\n---\n"})
    assert made.rules == ["id-clash", "bad-id"]


def test_two_surveys_of_one_name_clash() -> None:
    survey = "date: 2026-01-01\ngroups: [{id: a, name: A, asked: 20, answered: 12}]\nscale: {from: 1, to: 3}\nquestions: [{id: q, text: Q, counts: {a: [4, 4, 4]}}]\n"
    assert site({"surveys/x.yaml": survey, "surveys/x.yml": survey}).rules == ["id-clash"]


def test_a_cycle_folder_whose_name_is_no_id_is_said_once() -> None:
    assert site({"okrs/2026 Q1/w/a.md": A}).rules == ["bad-id"]


def test_an_earlier_id_that_is_still_the_id_is_said() -> None:
    made = site({"teams/lab.md": "---\nname: L\naliases: [Lab]\n---\n"})
    assert made.said == ["teams/lab.md:3:11 id-clash: This team has the name “lab” already."]
