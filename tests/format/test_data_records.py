"""FORMAT, “data/site.json”: every record has the keys named there, no more and no less, and lists stand in their order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.format.measured import REF, WALK, WARDS, site_of
from tests.format.sites import Built, Files, built, objective

KEYS = {
    "site": "schema as_of organisation cycles teams people objectives asks health surveys",
    "organisation": "name mission vision themes policy",
    "theme": "id title why url",
    "policy": "scores_affect_pay surveys_min_group statement",
    "cycle": "id title url start end state closed",
    "team": "id name url parent lead members",
    "person": "id name url teams",
    "objective": (
        "ref id url cycle team teams title why for type origin state private_supporters owners tags progress raw_progress measured of "
        "weakest confidence status quiet outcome score supports supported_by why_chain depends_on needed_by continues continued_by since "
        "asks key_results check_ins source"
    ),
    "support": "to because primary",
    "need": "to need by state",
    "needed": "from need by state",
    "continues": "to because",
    "continued": "from because",
    "source": "path line",
    "key result": (
        "id title kind unit start target at_least at_most value value_date raw_progress progress confidence held same_as score weight due "
        "source owner teams"
    ),
    "check-in": "date by confidence status readings learned blocked ask next replies",
    "ask": "objective date by what of until answered replies",
    "reply": "by date text answers",
    "health": "id title unit at_least at_most value value_date held",
}

NULL = (
    "why", "for", "type", "origin", "progress", "raw_progress", "weakest", "confidence", "status", "outcome", "score",
    "continues", "since",
)  # fmt: skip
EMPTY = (
    "teams", "owners", "tags", "supports", "supported_by", "why_chain", "depends_on", "needed_by", "continued_by", "asks",
    "key_results", "check_ins",
)  # fmt: skip
FULL: Files = {
    "content/org.md": "---\nname: H\nthemes: [{title: Home, why: So., until: 2027-01-01}]\ncontact: a@b.example\n---\n",
    "content/teams/wards.md": "---\nname: Wards\nshort: W\nlead: Ann Lee\ncontact: c\nsince: 2020-01-01\n---\nText.\n",
    "content/people/ann-lee.md": "---\nname: Ann Lee\nrole: Lead\npronouns: she\nhelps_with: [x]\ncontact: a\n---\nText.\n",
    "content/cycles/2026-Q1.md": "---\ntitle: Spring\nabout: So.\n---\nText.\n",
    "content/health/falls.md": "---\ntitle: Falls\nteam: wards\nsource: Book\nreadings: {2026-01-09: 3}\n---\nText.\n",
    "content/pages/more.md": "# More\n",
    "content/okrs/2025-Q4/wards/walk.md": objective(),
    WALK: objective(
        """
        id: walk
        aliases: [walked]
        contact: c
        health: [falls]
        allow: {quiet: We rest.}
        changed: [{date: 2026-01-09, what: Less.}]
        paused: {date: 2026-03-09, why: Rest.}
        supports: ["theme:home"]
        depends_on: [{to: sit}]
        continues: 2025-Q4/wards/walk
        asks: [{date: 2026-01-09, what: Help, replies: [{date: 2026-01-10, text: Hm}]}]
        key_results:
          - {title: N, target: 3, note: So., pairs_with: G, current: 3}
          - {title: G, id: G, at_most: 3}
          - {title: M, milestones: [{title: A, due: 2026-03-01}]}
          - {title: Y, done: 2026-01-01}
          - {title: F, find_out: true}
          - {same_as: sit#n, id: n6}
        check_ins: [{date: 2026-01-09, ask: {what: Help}, replies: [{date: 2026-01-10, text: Hm}]}]
        """,
        below="Text.\n",
    ),
    f"{WARDS}/sit.md": objective("""
        supports: walk
        depends_on: [{to: walk}]
        continues: 2026-Q1/wards/walk
        key_results: [{title: N}]
    """),
}


@pytest.fixture(scope="module")
def full() -> Built:
    return built(FULL)


def _records(site: Built) -> list[tuple[str, Any]]:
    data = site.data
    found = [("site", data), ("organisation", data["organisation"]), ("policy", data["organisation"]["policy"])]
    found += [("theme", each) for each in data["organisation"]["themes"]]
    for kind, key in (
        ("cycle", "cycles"),
        ("team", "teams"),
        ("person", "people"),
        ("ask", "asks"),
        ("health", "health"),
    ):
        assert data[key]
        found += [(kind, each) for each in data[key]]
    for each in data["objectives"]:
        found += _of_objective(each)
    return found


def _of_objective(record: dict[str, Any]) -> list[tuple[str, Any]]:
    found = [("objective", record), ("source", record["source"])]
    found += [("continues", record["continues"])] if record["continues"] else []
    lists = {
        "support": "supports", "need": "depends_on", "needed": "needed_by", "continued": "continued_by", "ask": "asks",
        "key result": "key_results", "check-in": "check_ins",
    }  # fmt: skip
    for kind, key in lists.items():
        found += [(kind, each) for each in record[key]]
    asks = [*record["asks"], *(each["ask"] for each in record["check_ins"] if each["ask"])]
    found += [("ask", ask) for ask in asks]
    return [*found, *(("reply", reply) for each in (*asks, *record["check_ins"]) for reply in each["replies"])]


def test_every_record_has_exactly_the_keys_of_the_reference(full: Built) -> None:
    found = _records(full)
    assert {kind for kind, _ in found} == set(KEYS)
    assert [(kind, sorted(record)) for kind, record in found] == [
        (kind, sorted(KEYS[kind].split())) for kind, _ in found
    ]


def test_keys_are_sorted_everywhere(full: Built) -> None:
    def in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        assert keys == sorted(keys)
        return dict(pairs)

    json.loads(full.text("data/site.json"), object_pairs_hook=in_order)


def test_the_whole_has_its_schema_and_its_day(full: Built) -> None:
    assert full.data["schema"] == 1
    assert full.data["as_of"] == "2026-02-10"
    assert full.data["surveys"] == []


def test_of_an_empty_site_there_is_a_name_and_nothing_else() -> None:
    assert built({"content/static/x.txt": "x"}).data == {
        "schema": 1,
        "as_of": "2026-02-10",
        "organisation": {
            "name": "Our objectives",
            "mission": None,
            "vision": None,
            "themes": [],
            "policy": {"scores_affect_pay": False, "surveys_min_group": 10, "statement": None},
        },
        **{key: [] for key in ("cycles", "teams", "people", "objectives", "asks", "health", "surveys")},
    }


def test_what_does_not_apply_to_an_objective_is_null_a_list_empty_a_count_0_and_quiet_false() -> None:
    found = built(site_of(""), as_of="2026-01-02").objectives[REF]
    assert found == {
        "ref": REF,
        "id": "walk",
        "url": f"objectives/{REF}.html",
        "cycle": "2026-Q1",
        "team": "wards",
        "title": "Everyone walks again",
        "state": "active",
        "source": {"path": WALK, "line": 1},
        "quiet": False,
        **dict.fromkeys(("private_supporters", "measured", "of"), 0),
        **dict.fromkeys(NULL),
        **{key: [] for key in EMPTY},
    }


def test_lists_stand_in_the_order_of_ids_by_code_point_and_of_references_part_by_part() -> None:
    names = ["b", "a", "ä", "a-b", "a.b", "a_b", "Z", "10", "9"]
    in_order = ["10", "9", "Z", "a", "a-b", "a.b", "a_b", "b", "ä"]
    refs = ["2026-Q1/a/x", "2026-Q1/a-b/x", "2026-Q1-x/a/x", "2026/b/x", "2026-Q1/a/x-y", "2026-Q1/a/W"]
    site = built({
        **{f"content/teams/{name}.md": f"---\nname: T {name}\n---\n" for name in names},
        **{f"content/people/{name}.md": f"---\nname: P {name}\n---\n" for name in names},
        **{f"content/health/{name}.md": f"---\ntitle: H {name}\n---\n" for name in names},
        **{f"content/okrs/{ref}.md": objective(title=f"O {ref}") for ref in refs},
        "content/cycles/2026-Q1-x.md": "---\nstart: 2026-01-01\nend: 2026-02-01\n---\n",
        "content/org.md": "---\nname: H\nthemes: [{title: Zest}, {title: Ardour}, {id: B, title: Bold}]\n---\n",
    })  # fmt: skip
    for kind in ("teams", "people", "health"):
        assert [each["id"] for each in site.data[kind]] == in_order
    assert [each["id"] for each in site.data["cycles"]] == ["2026", "2026-Q1", "2026-Q1-x"]
    assert [each["id"] for each in site.data["organisation"]["themes"]] == ["B", "ardour", "zest"]
    assert list(site.objectives) == [
        "2026/b/x", "2026-Q1/a/W", "2026-Q1/a/x", "2026-Q1/a/x-y", "2026-Q1/a-b/x", "2026-Q1-x/a/x",
    ]  # fmt: skip


def test_within_a_thing_teams_members_and_people_stand_in_the_order_of_ids_and_owners_as_written() -> None:
    team = "---\nname: {0}\nmembers: [{1}]\n---\n"
    site = built({
        "content/teams/wards.md": team.format("Wards", "Zoe, Ann, Bo"),
        "content/teams/z.md": team.format("Z", "Zoe"),
        "content/teams/b.md": team.format("B", "Zoe"),
        WALK: objective("owners: [Zoe, Ann, Zoe, Bo]\nteams: [z, b]\nkey_results: [{title: A, teams: [z, wards, b]}]"),
    })  # fmt: skip
    found = site.objectives[REF]
    assert (found["owners"], found["teams"]) == (["zoe", "ann", "bo"], ["b", "z"])
    assert found["key_results"][0]["teams"] == ["b", "wards", "z"]
    assert site.by_id("teams")["wards"]["members"] == ["ann", "bo", "zoe"]
    assert site.by_id("people")["zoe"]["teams"] == ["b", "wards", "z"]
