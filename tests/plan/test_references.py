from __future__ import annotations

from datetime import date

from okrsite.plan.cycles import FiscalYear, dates_of
from okrsite.plan.lookup import Here, Objectives
from okrsite.plan.model import Cycle
from okrsite.plan.people import People
from okrsite.plan.references import KNOWN_ALREADY, Lost, Names, TornFile, resolve
from okrsite.targets import Target

CYCLES = ("2025", "2025-Q4", "2026", "2026-H1", "2026-Q1", "2026-Q2")


def cycle(name: str) -> Cycle:
    dates = dates_of(name, FiscalYear())
    assert dates
    return Cycle(name, name, *dates, None, None, None, (), None)


def names(*refs: str) -> Names:
    objectives = Objectives.empty({name: cycle(name) for name in CYCLES})
    for ref in refs:
        path = ref.partition("#")[0]
        cycle_of, team, name = path.split("/")
        objectives.everywhere.add(cycle_of, team, name, path)
    made = Names(objectives, People())
    made.key_results.update(
        {ref.partition("#")[0]: tuple(filter(None, ref.partition("#")[2].split("+"))) for ref in refs}
    )
    return made


def found(text: str, here: Here, *refs: str) -> str:
    result = resolve(text, here, names(*refs))
    return result.name if isinstance(result, Target) else f"{result.rule}: {result.message} {result.help}"


IN_Q1 = Here("2026-Q1/wards/walk", "2026-Q1")
PAGE = Here()


def test_a_full_name_is_found_from_anywhere() -> None:
    assert found("2025/lab/fast", IN_Q1, "2025/lab/fast") == "2025/lab/fast"


def test_a_short_name_is_looked_up_in_the_same_cycle_first() -> None:
    assert found("fast", IN_Q1, "2026-Q1/lab/fast", "2026/lab/fast") == "2026-Q1/lab/fast"


def test_then_in_the_cycles_around_it_the_shortest_first() -> None:
    assert found("fast", IN_Q1, "2026/lab/fast", "2026-H1/lab/fast", "2025/lab/fast") == "2026-H1/lab/fast"


def test_then_everywhere() -> None:
    assert found("fast", IN_Q1, "2025/lab/fast") == "2025/lab/fast"


def test_the_team_may_stand_before_it() -> None:
    assert found("lab/fast", IN_Q1, "2026-Q1/lab/fast", "2026-Q1/wards/fast") == "2026-Q1/lab/fast"


def test_two_that_fit_in_the_first_place_are_both_listed() -> None:
    said = found("fast", IN_Q1, "2026-Q1/lab/fast", "2026-Q1/it/fast", "2026/lab/fast")
    assert said.startswith("ref-ambiguous: “fast” fits several objectives: 2026-Q1/it/fast, 2026-Q1/lab/fast.")


def test_an_objective_is_no_candidate_for_its_own_references() -> None:
    assert found("walk", IN_Q1, "2026-Q1/wards/walk", "2026/wards/walk") == "2026/wards/walk"


def test_a_short_name_that_fits_only_itself_says_so() -> None:
    assert found("walk", IN_Q1, "2026-Q1/wards/walk").startswith("ref-broken: “walk” is this objective itself.")


def test_a_check_in_looks_in_the_cycles_of_its_day_the_shortest_first() -> None:
    refs = ("2026-Q1/lab/fast", "2026-H1/lab/fast", "2026-Q2/lab/fast", "2026/lab/fast")
    assert found("fast", Here(day=date(2026, 2, 1)), *refs) == "2026-Q1/lab/fast"
    assert found("fast", Here(day=date(2026, 5, 1)), *refs) == "2026-Q2/lab/fast"
    assert found("fast", Here(day=date(2026, 8, 1)), *refs) == "2026/lab/fast"
    assert found("fast", Here(day=date(2024, 8, 1)), "2026-Q1/lab/fast") == "2026-Q1/lab/fast"


def test_other_files_look_in_the_cycle_that_ends_last_first_of_two_the_shorter() -> None:
    assert found("fast", PAGE, "2025-Q4/lab/fast", "2025/lab/fast") == "2025-Q4/lab/fast"
    assert found("fast", PAGE, "2025-Q4/lab/fast", "2026-Q1/lab/fast") == "2026-Q1/lab/fast"
    assert found("fast", PAGE, "2026/lab/fast", "2026-Q2/lab/fast") == "2026/lab/fast"


def test_two_cycles_of_one_length_are_looked_through_together() -> None:
    twins = {name: cycle("2026-Q1") for name in ("2026-Q1", "winter")}
    objectives = Objectives.empty(twins)
    for team in twins:
        objectives.everywhere.add(team, "lab", "fast", f"{team}/lab/fast")
    result = resolve("fast", Here(day=date(2026, 2, 1)), Names(objectives, People()))
    assert isinstance(result, Lost)
    assert result.rule == "ref-ambiguous"


def test_a_key_result_is_named_behind_a_hash() -> None:
    assert found("fast#wait", IN_Q1, "2026-Q1/lab/fast#wait+cost") == "2026-Q1/lab/fast#wait"


def test_a_key_result_that_is_not_there_is_broken_and_a_near_one_offered() -> None:
    said = found("fast#weight", IN_Q1, "2026-Q1/lab/fast#wait+cost")
    assert said == "ref-broken: “2026-Q1/lab/fast” has no key result “weight”. Did you mean “wait”?"


def test_names_are_exact_and_the_right_one_is_offered() -> None:
    assert found("Fast", IN_Q1, "2026-Q1/lab/fast") == "ref-broken: There is no objective “Fast”. Did you mean “fast”?"
    assert "Did you mean “2026-Q1/café/fast”?" in found("2026-Q1/cafe/fast", IN_Q1, "2026-Q1/café/fast")


def test_a_decomposed_name_is_the_same_name() -> None:
    assert found("2026-Q1/cafe\u0301/fast", IN_Q1, "2026-Q1/café/fast") == "2026-Q1/café/fast"


def test_a_slip_of_the_pen_is_met_with_the_near_name() -> None:
    assert "Did you mean “stronger”?" in found("strongr", IN_Q1, "2026-Q1/lab/stronger", "2026-Q1/lab/weaker")


def test_mission_is_the_mission_and_an_objective_of_that_name_needs_its_team() -> None:
    assert found("mission", IN_Q1, "2026-Q1/lab/mission") == "mission"
    assert found("lab/mission", IN_Q1, "2026-Q1/lab/mission") == "2026-Q1/lab/mission"


def test_other_things_are_named_with_their_kind() -> None:
    known = names("2026-Q1/lab/fast")
    known.things.update(
        {"theme": {"near": "near"}, "team": {"lab": "lab", "laboratory": "lab"}, "page": {"how/we-work": "how/we-work"}}
    )
    known.tags["waiting-rooms"] = "Waiting rooms"
    known.people.name("Esther Mbeki <esther@example.org>")
    assert resolve("theme:near", PAGE, known) == Target("theme", "near")
    assert resolve("team:laboratory", PAGE, known) == Target("team", "lab")
    assert resolve("page:how/we-work", PAGE, known) == Target("page", "how/we-work")
    assert resolve("tag:Waiting rooms", PAGE, known) == Target("tag", "waiting-rooms")
    assert resolve("person:Esther Mbeki", PAGE, known) == Target("person", "esther-mbeki")
    assert resolve("laboratory/fast", PAGE, known) == Target("objective", "2026-Q1/lab/fast")


def test_a_thing_named_without_its_kind_is_offered_with_it() -> None:
    known = names()
    known.things["team"] = {"lab": "lab"}
    result = resolve("lab", PAGE, known)
    assert isinstance(result, Lost)
    assert result.help == "Did you mean “team:lab”?"


def test_a_kind_that_does_not_exist_is_named() -> None:
    result = resolve("teams:lab", PAGE, names())
    assert isinstance(result, Lost)
    assert result.rule == "ref-broken"
    assert result.help.startswith("Did you mean “team”")


def test_what_could_not_be_read_is_not_reported_again() -> None:
    known = names("2026-Q1/lab/fast")
    known.damaged.add(Target("objective", "2026-Q1/lab/fast"))
    known.torn.append(TornFile("2026-Q1", "it", frozenset({"phones"})))
    assert resolve("fast#wait", PAGE, known) is KNOWN_ALREADY
    assert resolve("phones", PAGE, known) is KNOWN_ALREADY
    assert resolve("it/phones#x", PAGE, known) is KNOWN_ALREADY
    assert resolve("lab/phones", PAGE, known) is not KNOWN_ALREADY
