from __future__ import annotations

from collections import Counter

from benchmarks.generate import files


def test_the_same_seed_gives_the_same_files() -> None:
    assert dict(files(60)) == dict(files(60))


def test_another_seed_gives_other_files() -> None:
    assert dict(files(60)) != dict(files(60, seed=2))


def test_there_are_as_many_objectives_as_asked_for_in_three_cycles() -> None:
    okrs = [path.split("/")[2] for path, _ in files(90, children=7, chain=5) if path.startswith("content/okrs/")]
    assert Counter(okrs) == {"2025-T1": 30, "2025-T2": 30, "2025-T3": 30 + 7 + 1 + 5}


def test_every_kind_of_key_result_and_every_place_of_check_ins_is_there() -> None:
    written = dict(files(200))
    everything = "\n".join(written.values())
    words = ("start: ", "at_most: ", "milestones:", "done: false", "find_out: true", "same_as: ", "weight: ", "ask: ")
    assert [word for word in words if word not in everything] == []
    places = {path.rpartition(".")[2] for path in written if path.startswith("content/check-ins/")}
    assert places == {"md", "yaml"}
    assert "check_ins:" in everything
