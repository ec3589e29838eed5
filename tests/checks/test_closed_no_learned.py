"""An objective ended, and what was learned is not there."""

import pytest

from tests.checks.sites import expect, said
from tests.format.sites import Files, objective


def ended(keys: str, cycle: str = "2026-Q1") -> Files:
    return {f"content/okrs/{cycle}/wards/walk.md": objective(keys)}


@pytest.mark.parametrize("cycle", ["2024-Q1", "2026-Q1", "2026-Q2"])
@pytest.mark.parametrize("keys", ["⟦!⟧closed: {date: 2026-02-02}\n",
                                  "⟦!⟧dropped: {date: 2026-02-02, why: No money.}\n",
                                  "state: ⟦!⟧closed\n",
                                  "state: ⟦!⟧dropped\n"])  # fmt: skip
def test_every_ending_of_every_cycle_says_what_was_learned(keys: str, cycle: str) -> None:
    expect("closed-no-learned", ended(keys, cycle))


@pytest.mark.parametrize(
    "keys",
    [
        "closed: {date: 2026-02-02, learned: Lunch helps.}",
        "dropped: {date: 2026-02-02, learned: No floor.}",
        "closed: {date: 2026-02-11}",
        "paused: {date: 2026-02-02}",
        "state: active",
        "closed: {date: 2026-02-02}\nprivate: true",
    ],
)
def test_what_says_it_has_not_ended_or_is_private_is_fine(keys: str) -> None:
    expect("closed-no-learned", ended(f"{keys}\n"))


def test_what_was_learned_on_the_way_is_not_yet_what_was_learned_in_the_end() -> None:
    keys = """\
⟦!⟧closed: {date: 2026-02-02}
check_ins: [{date: 2026-01-12, learned: Lunch helps.}]
"""
    expect("closed-no-learned", ended(keys))


def test_it_says_when_and_how() -> None:
    finding = expect("closed-no-learned", ended("⟦!⟧closed: {date: 2026-02-02}\n")).findings[0]
    assert (
        finding.message
        == "“Everyone walks again” was closed on 2026-02-02, and what was learned is not written down yet."
    )
    assert "within `closed`" in finding.help
    assert said("closed-no-learned", ended("state: ⟦!⟧dropped\n")) == [
        "“Everyone walks again” was dropped, and what was learned is not written down yet."
    ]


def test_words_that_cannot_be_used_were_told_of() -> None:
    expect("closed-no-learned", ended("closed: {date: 2026-02-02, learned: ⟦wrong-type⟧no}\n"))


@pytest.mark.parametrize("learned", ["''", '"…"', '"-"'])
def test_a_place_kept_for_words_holds_none(learned: str) -> None:
    expect("closed-no-learned", ended(f"⟦!⟧closed: {{date: 2026-02-02, learned: {learned}}}\n"))
