"""FORMAT, “Organisation, teams, people, health metrics, surveys, pages”."""

from __future__ import annotations

import re

import pytest

from tests.format.sites import Files, built, expect_marked, objective

Q1 = "content/okrs/2026-Q1"


def test_the_organisation_as_written() -> None:
    site = built({
        "content/org.md": """---
name: The hospital
mission: People go home.
vision: A town that is well.
themes:
- {id: b, title: Second, why: 'Because *so*.', until: 2026-12-31}
- {title: A first one}
policy: {scores_affect_pay: false, surveys_min_group: 12, statement: 'For *learning*.'}
contact: okr@example.org
---
All *about* us.
""",
    })  # fmt: skip
    assert site.data["organisation"] == {
        "name": "The hospital",
        "mission": "People go home.",
        "vision": "A town that is well.",
        "themes": [
            {"id": "a-first-one", "title": "A first one", "why": None, "url": "themes/a-first-one.html"},
            {"id": "b", "title": "Second", "why": "Because *so*.", "url": "themes/b.html"},
        ],
        "policy": {"scores_affect_pay": False, "surveys_min_group": 12, "statement": "For *learning*."},
    }
    assert "All <em>about</em> us." in site.text("about.html")
    assert "For <em>learning</em>." in site.text("policy.html")
    assert "People go home." in site.text("index.html")


def test_without_its_file_there_is_a_name_and_a_policy_all_the_same() -> None:
    site = built({f"{Q1}/a/x.md": objective()})
    assert site.data["organisation"]["name"] == "Our objectives"
    assert site.data["organisation"]["policy"] == {
        "scores_affect_pay": False,
        "surveys_min_group": 10,
        "statement": None,
    }


ORG_FAULTS: dict[str, str] = {
    "no name": "⟦missing-key⟧mission: Well.",
    "an empty name": "⟦missing-key⟧name:",
    "a blank name": "⟦missing-key⟧name: '  '",
    "an unknown key": "name: A\n⟦unknown-key⟧motto: x",
    "themes that are no list": "name: A\nthemes: ⟦wrong-type⟧{title: A}",
    "a theme without a title": "name: A\nthemes: [⟦missing-key⟧{id: a}]",
    "an unknown key of a theme": "name: A\nthemes: [{title: A, ⟦unknown-key⟧wy: x}]",
    "a theme until no day": "name: A\nthemes: [{title: A, until: ⟦bad-date⟧2026-02-31}]",
    "an unknown key of the policy": "name: A\npolicy: {⟦unknown-key⟧score_affects_pay: false}",
    "a policy in words": "name: A\npolicy: {scores_affect_pay: ⟦wrong-type⟧maybe}",
    "too small a group": "name: A\npolicy: {surveys_min_group: ⟦survey-small⟧4}",
    "a group in words": "name: A\npolicy: {surveys_min_group: ⟦wrong-type⟧ten}",
    "a name YAML takes for no": "name: ⟦wrong-type⟧no",
    "a vision that is a list": "name: A\nvision: ⟦wrong-type⟧[a]",
}


@pytest.mark.parametrize("keys", ORG_FAULTS.values(), ids=ORG_FAULTS)
def test_faults_of_the_organisation(keys: str) -> None:
    expect_marked({"content/org.md": f"---\n{keys}\n---\n"})


def test_a_team_as_written() -> None:
    site = built({
        "content/teams/wards.md": "---\nname: The wards\nshort: Wards\nparent: house\nlead: esther\nmembers: [Samira Said, esther]\n"
        "contact: w@example.org\naliases: [was]\nsince: 2025-01-01\nuntil: 2027-01-01\n---\nWe *are*.\n",
        "content/teams/house.md": "---\nname: The house\nlead: Ola Nordmann <ola@example.org>\n---\n",
        "content/people/esther.md": "---\nname: Esther Mbeki\n---\n",
    })  # fmt: skip
    teams = site.by_id("teams")
    assert teams["wards"] == {
        "id": "wards", "name": "The wards", "url": "teams/wards.html", "parent": "house", "lead": "esther", "members": ["esther", "samira-said"],
    }  # fmt: skip
    assert teams["house"]["members"] == ["ola-nordmann"]
    assert "We <em>are</em>." in site.text("teams/wards.html")
    assert "w@example.org" in site.text("teams/wards.html")
    assert "mailto:ola@example.org" in site.text("people/ola-nordmann.html")


def test_members_of_teams_and_teams_of_people_are_one_relation() -> None:
    site = built({
        "content/teams/a.md": "---\nname: A\nmembers: [Ann, ben]\n---\n",
        "content/teams/b.md": "---\nname: B\n---\n",
        "content/people/ben.md": "---\nname: Ben\nteams: [b]\n---\n",
        "content/people/cem.md": "---\nname: Cem\nteams: [b, a]\n---\n",
        "content/people/dan.md": "---\nname: Dan\nteams: kitchen\n---\n",
        f"{Q1}/kitchen/x.md": objective(),
    })  # fmt: skip
    assert {each["id"]: each["members"] for each in site.data["teams"]} == {
        "a": ["ann", "ben", "cem"],
        "b": ["ben", "cem"],
        "kitchen": ["dan"],
    }
    assert {each["id"]: each["teams"] for each in site.data["people"]} == {
        "ann": ["a"],
        "ben": ["a", "b"],
        "cem": ["a", "b"],
        "dan": ["kitchen"],
    }


def test_a_person_is_an_id_or_a_plain_name_or_a_name_with_an_address() -> None:
    site = built({
        "content/people/esther-mbeki.md": "---\nname: Dr Esther Mbeki\n---\n",
        "content/people/sam.md": "---\nname: Samira Said\n---\n",
        f"{Q1}/a/x.md": objective("owners: [esther-mbeki, Esther Mbeki, 'Jo Ng <jo@example.org>', Jo Ng, Samira Said, sam]"),
    })  # fmt: skip
    assert site.objectives["2026-Q1/a/x"]["owners"] == ["esther-mbeki", "jo-ng", "samira-said", "sam"]
    people = site.by_id("people")
    assert people["esther-mbeki"]["name"] == "Dr Esther Mbeki"
    assert people["jo-ng"]["name"] == "Jo Ng"
    assert "mailto:jo@example.org" in site.text("people/jo-ng.html")


def test_a_person_as_written() -> None:
    site = built({
        "content/people/esther.md": "---\nname: Esther\nrole: Head nurse\ncontact: e@example.org\npronouns: she/her\n"
        "helps_with: [Walking plans, Talks]\naliases: [ester]\nteams: [wards]\n---\nMore *words*.\n",
        "content/teams/wards.md": "---\nname: W\n---\n",
    })  # fmt: skip
    page = site.text("people/esther.html")
    for words in ("Head nurse", "e@example.org", "she/her", "Walking plans", "Talks", "More <em>words</em>."):
        assert words in page
    assert site.data["people"] == [{"id": "esther", "name": "Esther", "url": "people/esther.html", "teams": ["wards"]}]


FAULTS: dict[str, Files] = {
    "a team's unknown key": {"content/teams/a.md": "---\nname: A\n⟦unknown-key⟧size: 3\n---\n"},
    "a team's lead that is a list": {"content/teams/a.md": "---\nname: A\nlead: ⟦wrong-type⟧[b, c]\n---\n"},
    "a team that ends before it begins": {
        "content/teams/a.md": "---\nname: A\nsince: 2026-02-02\nuntil: ⟦bad-date⟧2026-02-01\n---\n"
    },
    "a team that is its own parent": {"content/teams/a.md": "---\nname: A\nparent: ⟦align-cycle⟧a\n---\n"},
    "a ring of parents": {
        "content/teams/a.md": "---\nname: A\nparent: ⟦align-cycle⟧b\n---\n",
        "content/teams/b.md": "---\nname: B\nparent: c\n---\n",
        "content/teams/c.md": "---\nname: C\nparent: a\n---\n",
        "content/teams/d.md": "---\nname: D\nparent: a\n---\n",
    },
    "a member without letters": {"content/teams/a.md": "---\nname: A\nmembers: [Ann, ⟦bad-id⟧'??']\n---\n"},
    "a fact accepted": {"content/teams/a.md": "---\nname: A\nallow: {⟦wrong-type⟧ref-broken: no reason}\n---\n"},
    "no such rule accepted": {"content/teams/a.md": "---\nname: A\nallow: {⟦unknown-key⟧too-much: because}\n---\n"},
    "a rule accepted without a reason": {"content/teams/a.md": "---\nname: A\nallow: {⟦missing-key⟧all-assigned: }\n---\n"},
    "a person's unknown key": {"content/people/a.md": "---\nname: A\n⟦unknown-key⟧hobbies: x\n---\n"},
    "a person's birthday": {"content/people/a.md": "---\nname: A\n⟦personal-data⟧birthday: 1990-01-01\n---\n"},
    "a person's grade": {"content/people/a.md": "---\nname: A\n⟦person-score⟧grade: B\n---\n"},
    "a person's rank": {"content/people/a.md": "---\nname: A\n⟦rank-field⟧rank: 3\n---\n"},
    "a person's salary": {"content/people/a.md": "---\nname: A\n⟦pay-field⟧salary: 3\n---\n"},
    "helps_with that is no text": {"content/people/a.md": "---\nname: A\nhelps_with: [⟦wrong-type⟧{a: b}]\n---\n"},
    "a metric without a title": {"content/health/a.md": "---\n⟦missing-key⟧unit: h\n---\n"},
    "a metric's unknown key": {"content/health/a.md": "---\ntitle: A\n⟦unknown-key⟧target: 3\n---\n"},
    "bounds the wrong way round": {"content/health/a.md": "---\ntitle: A\nat_least: 5\nat_most: ⟦kr-arithmetic⟧3\n---\n"},
    "a reading without a value": {"content/health/a.md": "---\ntitle: A\nreadings: [⟦missing-key⟧{date: 2026-01-01}]\n---\n"},
    "two readings of one day": {
        "content/health/a.md": "---\ntitle: A\nreadings:\n- {date: 2026-01-01, value: 3}\n- {date: ⟦kr-arithmetic⟧2026-01-01, value: 4}\n---\n"
    },
    "a reading in another unit": {"content/health/a.md": "---\ntitle: A\nunit: h\nreadings: {2026-01-01: ⟦kr-arithmetic⟧3 min}\n---\n"},
    "a page's unknown key": {"content/pages/a.md": "---\ntitle: A\n⟦unknown-key⟧layout: wide\n---\n"},
    "a page in a menu perhaps": {"content/pages/a.md": "---\ntitle: A\nnav: ⟦wrong-type⟧maybe\n---\n"},
    "a page's order in words": {"content/pages/a.md": "---\ntitle: A\norder: ⟦wrong-type⟧first\n---\n"},
    "a page's empty title": {"content/pages/a.md": "---\ntitle: ⟦wrong-type⟧[a]\n---\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", FAULTS.values(), ids=FAULTS)
def test_faults_of_the_other_files(files: Files) -> None:
    expect_marked({**files, f"{Q1}/z/x.md": objective()})


def test_a_metric_as_written() -> None:
    site = built({
        "content/health/sleep.md": "---\ntitle: Sleep\nunit: h\nat_least: 6.5\nat_most: 9 h\nteam: wards\nsource: The night book\n"
        "readings: {2026-01-03: 7, 2026-02-01: 6, 2026-03-01: {value: 9}}\n---\nMore *words*.\n",
        f"{Q1}/wards/x.md": objective(),
    }, as_of="2026-02-10")  # fmt: skip
    assert site.data["health"] == [
        {"id": "sleep", "title": "Sleep", "unit": "h", "at_least": 6.5, "at_most": 9, "value": 6, "value_date": "2026-02-01", "held": False}
    ]  # fmt: skip
    page = site.text("health/sleep.html")
    assert "More <em>words</em>." in page
    assert "The night book" in page


def test_pages_stand_in_the_menu_in_their_order() -> None:
    site = built({
        "content/pages/a.md": "---\ntitle: Page last\nnav: true\norder: 3\n---\n",
        "content/pages/b.md": "---\ntitle: Page first\nnav: true\norder: 1\n---\n",
        "content/pages/c/d.md": "---\ntitle: Page middle\nnav: true\norder: 2\n---\n",
        "content/pages/e.md": "---\ntitle: Page none\n---\n",
        f"{Q1}/wards/x.md": objective(),
    })  # fmt: skip
    menu = re.search(r'<nav class="site-nav".*?</nav>', site.text("index.html"), re.DOTALL)
    assert menu is not None
    assert re.findall(r"Page \w+", menu[0]) == ["Page first", "Page middle", "Page last"]
    assert "pages/e.html" in site.files
