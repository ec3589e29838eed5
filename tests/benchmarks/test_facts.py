from __future__ import annotations

from benchmarks.facts import facts, figure
from benchmarks.generate import files

ORGANISATION = {
    "okrsite.yaml": "as_of: 2025-10-30\n",
    "content/org.md": "---\nname: Works\nmission: What people need.\n---\nMade up.\n",
    "content/okrs/2025-T3/night/sleep.md": """---
title: Patients sleep through
key_results:
  - {title: Calls at night, id: calls, start: 40%, target: 10%}
check_ins:
  - {date: 2025-09-08, confidence: 5, readings: {calls: 31.5%}}
---
Why it matters.
""",
    "content/okrs/2025-T3/day/same.md": """---
title: The same by day
key_results:
  - {id: own, same_as: 2025-T3/night/sleep#calls}
---
""",
    "content/check-ins/2025-T3/night.yaml": "- {objective: 2025-T3/night/sleep, date: 2025-09-01, learned: Early.}\n",
    "content/check-ins/2025-T3/night/sleep-0.md": "---\nobjective: 2025-T3/night/sleep\ndate: 2025-09-16\n---\n",
}


def test_check_ins_from_all_three_places_stand_in_their_objective_in_order() -> None:
    known = facts(ORGANISATION.items())
    assert [entry["date"] for entry in known.objectives["2025-T3/night/sleep"]["check_ins"]] == [
        "2025-09-01",
        "2025-09-08",
        "2025-09-16",
    ]


def test_days_stay_texts_and_a_figure_is_a_number_beside_its_unit() -> None:
    sleep = facts(ORGANISATION.items()).objectives["2025-T3/night/sleep"]
    assert sleep["key_results"] == [
        {"title": "Calls at night", "id": "calls", "start": 40.0, "target": 10.0, "unit": "%"}
    ]
    assert sleep["check_ins"][1]["readings"] == {"calls": 31.5}
    assert (figure("-3.5 days"), figure("step-2"), figure(7)) == ((-3.5, " days"), ("step-2", ""), (7, ""))


def test_a_shared_measure_is_told_in_both_places() -> None:
    (same,) = facts(ORGANISATION.items()).objectives["2025-T3/day/same"]["key_results"]
    assert same["title"] == "Calls at night"
    assert same["id"] == "own"
    assert same["readings"] == [{"date": "2025-09-08", "value": 31.5, "confidence": 5}]


def test_nothing_that_was_generated_is_lost() -> None:
    written = dict(files(60))
    known = facts(written.items())
    assert len(known.objectives) == 60
    assert len(known.teams) == sum(path.startswith("content/teams/") for path in written)
    said = sum(text.count("confidence: ") for text in written.values())
    assert sum(len(record["check_ins"]) for record in known.objectives.values()) == said
