from __future__ import annotations

from datetime import date
from decimal import Decimal

from okrsite.plan.model import Kind
from okrsite.targets import Target
from tests.plan.sites import site

ORG = """
    ---
    name: A small hospital
    mission: Good care, close to home.
    themes:
      - {title: Close to home}
    ---
    """
STRONG = """
    ---
    title: Every stay leaves people stronger
    key_results:
      - {title: Falls, at_most: 6.4, unit: "per 1,000 days"}
    ---
    """


def test_five_lines_are_enough() -> None:
    made = site({"okrs/2026-Q1/wards/walk.md": "---\ntitle: Everyone walks again\nowner: Esther Mbeki\n---\n"})
    assert made.said == []
    objective = made.plan.objectives["2026-Q1/wards/walk"]
    assert (objective.title, objective.owners, objective.state) == ("Everyone walks again", ("esther-mbeki",), "active")
    assert made.plan.people["esther-mbeki"].name == "Esther Mbeki"
    assert made.plan.teams["wards"].name == "wards"
    assert made.plan.cycles["2026-Q1"].end == date(2026, 3, 31)
    assert made.plan.organisation.name == "Our objectives"


def test_supports_lead_to_objectives_key_results_themes_and_the_mission() -> None:
    made = site(
        {
            "org.md": ORG,
            "okrs/2026/wards/strong.md": STRONG,
            "okrs/2026-Q1/wards/walk.md": """
                ---
                title: Everyone walks again
                supports:
                  - {to: strong, because: Strength is lost in bed.}
                  - strong#falls
                  - theme:close-to-home
                  - mission
                ---
                """,
        }
    )
    assert made.said == []
    supports = made.plan.objectives["2026-Q1/wards/walk"].supports
    assert [support.to.name for support in supports] == [
        "2026/wards/strong",
        "2026/wards/strong#falls",
        "theme:close-to-home",
        "mission",
    ]
    assert supports[0].because is not None
    assert supports[0].because.source == "Strength is lost in bed."
    assert supports[1].origin.line == 5


def test_a_plain_reference_is_a_list_of_one() -> None:
    made = site({"okrs/2026-Q1/wards/walk.md": "---\ntitle: A\nsupports: mission\n---\n"})
    assert [support.to for support in made.plan.objectives["2026-Q1/wards/walk"].supports] == [Target("mission")]


def test_a_reference_to_nothing_is_said_where_it_stands_and_the_near_name_offered() -> None:
    made = site(
        {
            "okrs/2026/wards/strong.md": STRONG,
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: Everyone walks again\nsupports:\n  - to: stronk\n---\n",
        }
    )
    assert made.said == ["okrs/2026-Q1/wards/walk.md:4:9 ref-broken: There is no objective “stronk”."]
    assert made.findings[0].help == "Did you mean “strong”?"
    assert made.findings[0].objective == "2026-Q1/wards/walk"


def test_a_reference_to_another_kind_of_thing_than_the_key_holds_is_a_wrong_type() -> None:
    made = site(
        {
            "teams/lab.md": "---\nname: Laboratory\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: A\nsupports: team:lab\ncontinues: mission\n---\n",
        }
    )
    assert made.said == [
        "okrs/2026-Q1/wards/walk.md:3:11 wrong-type: “team:lab” is a team, which can’t stand here.",
        "okrs/2026-Q1/wards/walk.md:4:12 wrong-type: “mission” is the mission, which can’t stand here.",
    ]


def test_needs_lead_to_objectives_and_teams() -> None:
    made = site(
        {
            "okrs/2026-Q1/theatres/stand.md": "---\ntitle: On your feet\n---\n",
            "okrs/2026-Q1/wards/walk.md": """
                ---
                title: Everyone walks again
                depends_on:
                  - {to: theatres/stand, need: Nurses trained, by: 2026-02-15, state: agreed}
                  - to: team:theatres
                ---
                """,
        }
    )
    assert made.said == []
    needs = made.plan.objectives["2026-Q1/wards/walk"].needs
    assert [(need.to.name, need.need, need.by, need.state) for need in needs] == [
        ("2026-Q1/theatres/stand", "Nurses trained", date(2026, 2, 15), "agreed"),
        ("team:theatres", None, None, None),
    ]


def test_an_objective_can_neither_need_nor_continue_itself() -> None:
    made = site(
        {
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: A\ndepends_on:\n  - to: 2026-Q1/wards/walk\ncontinues: 2026-Q1/wards/walk\n---\n"
        }
    )
    assert made.rules == ["ref-broken", "ref-broken"]


def test_a_team_file_gives_what_its_objectives_leave_out() -> None:
    made = site(
        {
            "okrs/2026-Q1/estates.yaml": """
                owner: Bogdan Ilić
                origin: team
                tags: [building]
                objectives:
                  - title: A quiet building after ten
                    tags: [quiet]
                    text: Each door has a screw *somewhere*.
                  - title: Food that people finish
                    id: food
                    owner: Clara Fontaine
                    origin: assigned
                    key_results:
                      - {title: Lunch is warm, done: false}
                """
        }
    )
    assert made.said == []
    quiet, food = (made.plan.objectives[f"2026-Q1/estates/{name}"] for name in ("a-quiet-building-after-ten", "food"))
    assert (quiet.owners, quiet.came_from, quiet.tags) == (
        ("bogdan-ilić",),
        "team",
        (("building", "building"), ("quiet", "quiet")),
    )
    assert quiet.body is not None
    assert "<em>somewhere</em>" in quiet.body.html
    assert (food.owners, food.came_from, food.key_results[0].owner) == (
        ("clara-fontaine",),
        "assigned",
        "clara-fontaine",
    )
    assert (quiet.origin.line, food.origin.line) == (5, 8)


def test_each_kind_of_key_result_is_told_by_its_keys() -> None:
    made = site(
        {
            "okrs/2026-Q1/wards/walk.md": """
                ---
                title: Everyone walks again
                owners: [Esther, Jo]
                key_results:
                  - {title: Out of bed by noon, start: 34%, target: 70%, pairs_with: falls}
                  - {title: Falls, at_most: 6.4, id: falls}
                  - {title: Every ward has a plan, milestones: [{title: Surgical, done: 2026-02-01}, {title: Medical, weight: 2}]}
                  - {title: One number, done: false, owner: Jo}
                  - {title: What people want, find_out: true}
                  - {title: Not measured yet}
                ---
                """
        }
    )
    assert made.said == []
    noon, falls, plan, number, wish, unmeasured = made.plan.objectives["2026-Q1/wards/walk"].key_results
    assert [each.kind for each in (noon, falls, plan, number, wish, unmeasured)] == [
        Kind.NUMBER,
        Kind.GUARD_RAIL,
        Kind.MILESTONES,
        Kind.YES_NO,
        Kind.FIND_OUT,
        Kind.NUMBER,
    ]
    assert (noon.id, noon.unit, noon.start, noon.owner) == ("out-of-bed-by-noon", "%", Decimal(34), "esther")
    assert noon.pairs_with == Target("objective", "2026-Q1/wards/walk", "falls")
    assert [(m.id, m.done, m.done_on, m.weight) for m in plan.milestones] == [
        ("surgical", True, date(2026, 2, 1), Decimal(1)),
        ("medical", False, None, Decimal(2)),
    ]
    assert number.owner == "jo"


def test_a_tag_is_shown_as_first_written_in_the_order_of_references() -> None:
    made = site(
        {
            "okrs/2026-Q1/b/x.md": "---\ntitle: A\ntags: [Waiting Rooms, '!?']\n---\n",
            "okrs/2026-Q1/a/x.md": "---\ntitle: B\ntags: [waiting rooms, Waiting-Rooms]\n---\n",
        }
    )
    assert made.said == []
    assert made.plan.tags == {"waiting-rooms": "waiting rooms"}
    assert made.plan.objectives["2026-Q1/b/x"].tags == (("waiting-rooms", "waiting rooms"), ("", "!?"))
    assert made.plan.objectives["2026-Q1/a/x"].tags == (("waiting-rooms", "waiting rooms"),)


def test_objectives_stand_part_by_part_in_the_order_of_code_points() -> None:
    paths = ("2026-Q1/a-b/x", "2026-Q1/a/z", "2026/a/x", "2026-Q1/a/y")
    made = site({f"okrs/{path}.md": "---\ntitle: A\n---\n" for path in paths})
    assert list(made.plan.objectives) == ["2026/a/x", "2026-Q1/a/y", "2026-Q1/a/z", "2026-Q1/a-b/x"]


def test_a_private_objective_is_part_of_the_plan_and_may_be_referred_to() -> None:
    made = site(
        {
            "okrs/2026-Q1/board/secret.md": "---\ntitle: A\nprivate: true\nsupports: nothing-there\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: B\nsupports: secret\n---\nSee [[secret]].\n",
        }
    )
    assert made.said == ["okrs/2026-Q1/board/secret.md:4:11 ref-broken: There is no objective “nothing-there”."]
    assert made.plan.objectives["2026-Q1/board/secret"].private
    assert made.plan.objectives["2026-Q1/wards/walk"].supports[0].to.id == "2026-Q1/board/secret"


def test_one_measure_in_two_places_has_the_numbers_of_the_other() -> None:
    made = site(
        {
            "okrs/2026-Q1/lab/fast.md": """
                ---
                title: Results on time
                key_results:
                  - title: Minutes from arm to answer
                    id: arm
                    start: 51 min
                    target: 30 min
                    weight: 3
                    readings: {2026-01-12: 49, 2026-01-26: 44}
                ---
                """,
            "okrs/2026-Q1/emergency/wait.md": """
                ---
                title: People know what happens next
                owner: Amara
                key_results:
                  - {same_as: fast#arm}
                  - {title: Our part of the wait, same_as: lab/fast#arm, weight: 2}
                ---
                """,
            "okrs/2026-Q1/board/all.md": "---\ntitle: B\nkey_results: [{same_as: wait#arm}]\n---\n",
        }
    )
    assert made.said == []
    own, named = made.plan.objectives["2026-Q1/emergency/wait"].key_results
    assert (own.id, own.title, own.start, own.unit, own.weight, own.owner) == (
        "arm",
        "Minutes from arm to answer",
        Decimal(51),
        "min",
        Decimal(1),
        "amara",
    )
    assert [reading.value for reading in own.readings] == [Decimal(49), Decimal(44)]
    assert (named.id, named.title, named.weight) == ("our-part-of-the-wait", "Our part of the wait", Decimal(2))
    assert own.same_as == "2026-Q1/lab/fast#arm"
    (through,) = made.plan.objectives["2026-Q1/board/all"].key_results
    assert (through.same_as, through.target) == ("2026-Q1/emergency/wait#arm", Decimal(30))


def test_a_measure_of_a_private_objective_is_not_measured_elsewhere() -> None:
    made = site(
        {
            "okrs/2026-Q1/board/secret.md": "---\ntitle: A\nprivate: true\nkey_results: [{title: Hidden, start: 1, target: 2}]\n---\n",
            "okrs/2026-Q1/lab/fast.md": "---\ntitle: B\nkey_results: [{same_as: secret#hidden}]\n---\n",
        }
    )
    (own,) = made.plan.objectives["2026-Q1/lab/fast"].key_results
    assert (own.same_as_private, own.same_as, own.target, own.title) == (True, None, None, "")
    assert "hidden" not in own.id


def test_same_as_names_a_key_result() -> None:
    made = site(
        {
            "okrs/2026-Q1/lab/fast.md": "---\ntitle: A\n---\n",
            "okrs/2026-Q1/it/x.md": "---\ntitle: B\nkey_results: [{title: C, same_as: fast}]\n---\n",
        }
    )
    assert made.rules == ["wrong-type"]


def test_a_health_metric_is_named_with_or_without_its_kind() -> None:
    made = site(
        {
            "health/falls.md": "---\ntitle: Falls\nat_most: 7\nteam: wards\nreadings: [{date: 2026-02-28, value: 6}, {date: 2026-01-31, value: 6.5}]\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: A\nhealth: [falls, 'health:falls']\nkey_results: [{title: K, pairs_with: 'health:falls'}]\n---\n",
        }
    )
    assert made.said == []
    objective = made.plan.objectives["2026-Q1/wards/walk"]
    assert objective.health == ("falls",)
    assert objective.key_results[0].pairs_with == Target("health", "falls")
    assert [reading.value for reading in made.plan.health["falls"].readings] == [Decimal("6.5"), Decimal(6)]


def test_other_teams_stand_in_the_order_of_ids_without_its_own() -> None:
    made = site(
        {
            "teams/lab.md": "---\nname: Lab\n---\n",
            "teams/it.md": "---\nname: IT\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: A\nteams: [lab, it, wards, lab]\n---\n",
        }
    )
    assert made.said == []
    assert made.plan.objectives["2026-Q1/wards/walk"].teams == ("it", "lab")


def test_a_team_that_is_nowhere_defined_is_broken() -> None:
    made = site(
        {
            "teams/laboratory.md": "---\nparent: hospitl\n---\n",
            "teams/hospital.md": "---\nname: Hospital\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: A\nteams:\n  - labratory\n---\n",
        }
    )
    assert made.said == [
        "okrs/2026-Q1/wards/walk.md:4:5 ref-broken: There is no team “labratory”.",
        "teams/laboratory.md:2:9 ref-broken: There is no team “hospitl”.",
    ]
    assert [finding.help for finding in made.findings] == ["Did you mean “laboratory”?", "Did you mean “hospital”?"]
