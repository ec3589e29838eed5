"""Of several objectives on one line each is found at its own place."""

from tests.checks.sites import Q1, expect


def test_a_key_result_of_the_second_is_found_there() -> None:
    second = "{title: B, key_results: [{title: ⟦!⟧Grain, start: 1, target: 2}]}"
    line = f"objectives: [{{title: A, key_results: [{{title: Flour, start: 1, target: 2, current: 1}}]}}, {second}]"
    expect("kr-unmeasured", {f"{Q1}/wards.yaml": line}, as_of="2026-02-20")


def test_the_second_copies_what_stands_above() -> None:
    above = {"content/okrs/2026/hospital/walk.md": "---\ntitle: Everyone walks again before going home\n---\n"}
    second = "{title: ⟦!⟧Everyone walks again before going home, id: b, supports: hospital/walk}"
    expect("cascade-copy", {**above, f"{Q1}/wards.yaml": f"objectives: [{{title: Lunch at a table}}, {second}]"})


def test_the_second_says_the_same_as_another_team() -> None:
    other = {f"{Q1}/theatres/walk.md": "---\ntitle: Everyone walks again before going home\n---\n"}
    second = "{title: ⟦!⟧Everyone walks again before going home, id: b}"
    expect("duplicate", {**other, f"{Q1}/wards.yaml": f"objectives: [{{title: Lunch at a table}}, {second}]"})


def test_the_second_accepts_what_is_not_there() -> None:
    second = "{title: B, type: learning, allow: {⟦!⟧no-type: We decide in March.}}"
    line = f"objectives: [{{title: A, allow: {{no-type: We decide in May.}}}}, {second}]"
    expect("stale-allow", {f"{Q1}/wards.yaml": line})
