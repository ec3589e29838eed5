from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from okrsite.targets import Target
from tests.plan.sites import Linked, site

WALK = """
    ---
    title: Everyone walks again
    key_results:
      - {title: Out of bed by noon, id: noon, start: 34%, target: 70%, readings: [{date: 2026-01-10, value: 36%}]}
      - {title: Falls, at_most: 6.4, unit: "per 1,000 days"}
      - {title: Every ward has a plan, id: plans, milestones: [{title: Surgical wards, done: 2026-02-20}, {title: Medical wards, id: medical}]}
      - {title: One number for the evening, id: number, done: false}
      - {title: What people want, id: wish, find_out: true}
    check_ins:
      - {date: 2026-02-06, by: Esther Mbeki, confidence: 6, readings: {noon: 41%, falls: {value: 6.2, confidence: 8, note: Shoes.}}}
    ---
    """


def walk(**more: str) -> Linked:
    """Link the objective above with one more file, a check-in at `check-ins/x.md` or a list at `check-ins/x.yaml`."""
    return site(
        {"okrs/2026-Q1/wards/walk.md": WALK, **{f"check-ins/x.{suffix}": text for suffix, text in more.items()}}
    )


def test_check_ins_from_three_places_stand_by_date_then_source() -> None:
    made = site(
        {
            "okrs/2026-Q1/wards/walk.md": WALK,
            "check-ins/wards/b.md": "---\nobjective: walk\ndate: 2026-02-06\n---\nA lunch *table* helps.\n",
            "check-ins/list.yaml": """
                - {objective: wards/walk, date: 2026-02-20, learned: Third}
                - {objective: walk, date: 2026-01-20, learned: First}
                """,
        }
    )
    assert made.said == []
    check_ins = made.plan.objectives["2026-Q1/wards/walk"].check_ins
    assert [(c.day.isoformat(), c.learned.source.strip() if c.learned else None) for c in check_ins] == [
        ("2026-01-20", "First"),
        ("2026-02-06", "A lunch *table* helps."),
        ("2026-02-06", None),
        ("2026-02-20", "Third"),
    ]


def test_readings_of_check_ins_are_merged_into_the_key_results() -> None:
    made = walk(yaml="- {objective: walk, date: 2026-02-20, confidence: 7, readings: {noon: 52, wish: true}}")
    assert made.said == []
    objective = made.plan.objectives["2026-Q1/wards/walk"]
    noon, falls, _, _, wish = objective.key_results
    assert [(r.day and r.day.isoformat(), r.value, r.confidence, r.of_check_in) for r in noon.readings] == [
        ("2026-01-10", Decimal(36), None, False),
        ("2026-02-06", Decimal(41), 6, True),
        ("2026-02-20", Decimal(52), 7, True),
    ]
    assert [(r.value, r.confidence, r.note.source if r.note else None) for r in falls.readings] == [
        (Decimal("6.2"), 8, "Shoes.")
    ]
    assert [reading.value for reading in wish.readings] == [Decimal(1)]
    assert dict(objective.check_ins[1].readings) == {"noon": Decimal(52), "wish": True}


def test_milestones_and_yes_or_no_are_done_on_the_first_day_they_are_said_to_be() -> None:
    made = walk(
        yaml="""
            - {objective: walk, date: 2026-02-27, confidence: 9, readings: {plans: [Surgical wards, medical], number: true}}
            - {objective: walk, date: 2026-02-13, readings: {plans: Medical wards}}
            """
    )
    assert made.said == []
    objective = made.plan.objectives["2026-Q1/wards/walk"]
    plans, number = objective.key_results[2:4]
    assert [(m.id, m.done, m.done_on) for m in plans.milestones] == [
        ("surgical-wards", True, date(2026, 2, 20)),
        ("medical", True, date(2026, 2, 13)),
    ]
    assert (number.done, number.done_on) == (True, date(2026, 2, 27))
    assert [(told.day, told.confidence) for told in plans.told] == [(date(2026, 2, 13), None), (date(2026, 2, 27), 9)]
    assert dict(objective.check_ins[-1].readings) == {"plans": ("surgical-wards", "medical"), "number": True}


def test_a_reading_of_a_key_result_that_is_not_there_is_said_at_its_key() -> None:
    made = walk(yaml="- objective: walk\n  date: 2026-02-20\n  readings: {falls: 6, nooon: 50}\n")
    assert made.said == [
        "check-ins/x.yaml:3:24 kr-arithmetic: The objective “2026-Q1/wards/walk” has no key result “nooon”."
    ]
    assert made.findings[0].help == "Did you mean “noon”?"
    assert made.findings[0].objective == "2026-Q1/wards/walk"


def test_a_milestone_that_is_not_there_is_said_at_its_name() -> None:
    made = walk(yaml="- objective: walk\n  date: 2026-02-20\n  readings: {plans: [medical, Surgical ward]}\n")
    assert made.said == [
        "check-ins/x.yaml:3:31 kr-arithmetic: “Every ward has a plan” has no milestone “Surgical ward”."
    ]
    assert made.findings[0].help == "Did you mean “Surgical wards”?"


@pytest.mark.parametrize(
    ("reading", "rule"),
    [
        ("noon: 41 min", "kr-arithmetic"),
        ("noon: true", "wrong-type"),
        ("noon: many", "wrong-type"),
        ("number: false", "wrong-type"),
        ("number: 3", "wrong-type"),
        ("plans: true", "wrong-type"),
        ("wish: [a, b]", "wrong-type"),
    ],
)
def test_a_value_that_does_not_fit_its_key_result_is_refused(reading: str, rule: str) -> None:
    made = walk(yaml=f"- objective: walk\n  date: 2026-02-20\n  readings:\n    {reading}\n")
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [(rule, 4, reading.index(":") + 7)]


def test_two_readings_of_one_day_in_two_files_are_said_at_the_later_one_with_both_places() -> None:
    made = walk(yaml="- objective: walk\n  date: 2026-02-06\n  readings: {noon: 42%}\n")
    assert made.rules == ["kr-arithmetic"]
    (finding,) = made.findings
    assert (finding.span.path, finding.related[0].span.path) == (
        "content/okrs/2026-Q1/wards/walk.md",
        "content/check-ins/x.yaml",
    )


def test_a_reading_at_the_key_result_and_one_in_a_check_in_of_that_day_are_two() -> None:
    assert walk(yaml="- {objective: walk, date: 2026-01-10, readings: {noon: 42%}}").rules == ["kr-arithmetic"]


def test_a_key_result_that_is_the_same_as_another_is_not_read_in_a_check_in() -> None:
    made = site(
        {
            "okrs/2026-Q1/wards/walk.md": WALK,
            "okrs/2026-Q1/board/all.md": "---\ntitle: A\nkey_results: [{same_as: walk#noon}]\ncheck_ins: [{date: 2026-02-01, readings: {noon: 3}}]\n---\n",
        }
    )
    assert made.said == [
        "okrs/2026-Q1/board/all.md:4:43 kr-arithmetic: “noon” is the same as “walk#noon”, and is read there."
    ]


def test_a_check_in_about_nothing_is_broken_once() -> None:
    made = walk(md="---\nobjective: walkk\ndate: 2026-02-20\nreadings: {nothing: 3}\n---\nSee [[nobody]].\n")
    assert [(f.rule, f.span.line, f.span.column) for f in made.findings] == [("ref-broken", 2, 12)]


def test_an_ask_has_the_day_asker_and_replies_of_its_check_in() -> None:
    made = site(
        {
            "teams/transport.md": "---\nname: Transport\n---\n",
            "okrs/2026-Q1/wards/walk.md": """
                ---
                title: Everyone walks again
                asks:
                  - {date: 2026-01-05, by: Jo, what: "Who has shoes?", of: whoever walks a lot}
                check_ins:
                  - date: 2026-01-20
                    by: Esther Mbeki
                    ask: {what: "A porter?", of: transport, until: 2026-02-01}
                    replies: [{by: Samira Said, date: 2026-01-23, text: We do., answers: true}]
                  - {date: 2026-01-27, by: Jo, ask: {what: "Again?", of: Samira Said, date: 2026-01-02}}
                ---
                """,
        }
    )
    assert made.said == []
    asks = made.plan.objectives["2026-Q1/wards/walk"].asks
    assert [(a.day.isoformat(), a.by, a.of, a.of_text) for a in asks] == [
        ("2026-01-02", "jo", Target("person", "samira-said"), "Samira Said"),
        ("2026-01-05", "jo", None, "whoever walks a lot"),
        ("2026-01-20", "esther-mbeki", Target("team", "transport"), "transport"),
    ]
    assert [(reply.by, reply.answers) for reply in asks[2].replies] == [("samira-said", True)]
    assert made.plan.objectives["2026-Q1/wards/walk"].check_ins[0].ask == asks[2]


def test_the_objective_of_a_check_in_is_looked_up_in_the_cycles_of_its_day() -> None:
    made = site(
        {
            "okrs/2025-Q4/wards/walk.md": "---\ntitle: Then\n---\n",
            "okrs/2026-Q1/wards/walk.md": "---\ntitle: Now\n---\n",
            "check-ins/a.md": "---\nobjective: walk\ndate: 2025-11-03\n---\nEarly.\n",
            "check-ins/b.md": "---\nobjective: walk\ndate: 2026-01-03\n---\nLate.\n",
        }
    )
    assert made.said == []
    assert [len(o.check_ins) for o in made.plan.objectives.values()] == [1, 1]


def test_a_milestone_may_be_called_by_a_number() -> None:
    made = site(
        {
            "okrs/2026-Q1/w/a.md": "---\ntitle: A\nkey_results: [{title: B, milestones: [{title: 3 wards}]}]\ncheck_ins: [{date: 2026-02-01, readings: {b: 3 wards}}]\n---\n"
        }
    )
    assert made.said == []
    assert made.plan.objectives["2026-Q1/w/a"].key_results[0].milestones[0].done_on == date(2026, 2, 1)
