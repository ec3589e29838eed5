from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.measure.values import measured_key_result
from okrsite.plan.model import KeyResult, Kind, Told
from tests.measure.plans import HERE, day, key_result, milestone, reading

TODAY = day("2026-02-01")


def shown(key: KeyResult, on: date = TODAY) -> tuple[Fraction | None, Fraction | None]:
    measured = measured_key_result(key, on)
    return measured.raw, measured.progress


@pytest.mark.parametrize(
    ("start", "target", "value", "raw", "progress"),
    [
        ("34", "70", "52", Fraction(1, 2), Fraction(1, 2)),
        ("51", "30", "44", Fraction(1, 3), Fraction(1, 3)),
        ("34", "70", "16", Fraction(-1, 2), Fraction(0)),
        ("34", "70", "88", Fraction(3, 2), Fraction(1)),
        ("51", "30", "72", Fraction(-1), Fraction(0)),
        ("0.1", "0.4", "0.2", Fraction(1, 3), Fraction(1, 3)),
        ("-4", "4", "0", Fraction(1, 2), Fraction(1, 2)),
    ],
)
def test_a_number_lies_between_start_and_target(
    start: str, target: str, value: str, raw: Fraction, progress: Fraction
) -> None:
    key = key_result(start=start, target=target, readings=(reading("2026-01-15", value),))
    assert shown(key) == (raw, progress)


@pytest.mark.parametrize(
    "key",
    [
        key_result(target="70", readings=(reading("2026-01-15", "50"),)),
        key_result(start="34", readings=(reading("2026-01-15", "50"),)),
        key_result(start="34", target="70"),
        key_result(start="34", target="34", readings=(reading("2026-01-15", "50"),)),
        key_result(kind=Kind.GUARD_RAIL, start="1", at_most="6.4", readings=(reading("2026-01-15", "5"),)),
        key_result(kind=Kind.FIND_OUT),
        key_result(kind=Kind.MILESTONES),
    ],
    ids=["no start", "no target", "no reading", "start is target", "guard rail", "nothing found out", "no milestones"],
)
def test_what_cannot_be_measured_has_no_progress(key: KeyResult) -> None:
    assert shown(key) == (None, None)


def test_finding_out_is_done_with_the_first_reading() -> None:
    assert shown(key_result(kind=Kind.FIND_OUT, readings=(reading("2026-02-01", "0"),))) == (Fraction(1), Fraction(1))


@pytest.mark.parametrize(
    ("done", "done_on", "progress"),
    [(True, None, 1), (False, None, 0), (False, "2026-02-01", 1), (False, "2026-02-02", 0)],
)
def test_yes_or_no_is_one_or_nothing(done: bool, done_on: str | None, progress: int) -> None:  # noqa: FBT001 - as written
    key = key_result(kind=Kind.YES_NO, done=done, done_on=day(done_on) if done_on else None)
    assert shown(key) == (Fraction(progress), Fraction(progress))


def test_milestones_count_by_their_weight() -> None:
    steps = (milestone("a", done=True, weight="0.5"), milestone("b", "2026-01-01"), milestone("c", "2026-03-01"))
    measured = measured_key_result(key_result(kind=Kind.MILESTONES, milestones=steps), TODAY)
    assert measured.progress == Fraction(3, 5)
    assert [(m.done, m.done_on) for m in measured.milestones] == [
        (True, None),
        (True, day("2026-01-01")),
        (False, None),
    ]


def test_milestones_none_of_them_done_are_measured() -> None:
    assert shown(key_result(kind=Kind.MILESTONES, milestones=(milestone("a"),))) == (Fraction(0), Fraction(0))


def test_the_last_reading_on_or_before_the_day_counts() -> None:
    readings = (reading("2026-01-10", "1", 4), reading("2026-02-01", "2", 6), reading("2026-02-02", "3", 8))
    measured = measured_key_result(key_result(readings=readings), TODAY)
    assert (measured.value, measured.value_date, measured.confidence) == (Decimal(2), TODAY, 6)
    assert len(measured.readings) == 2


def test_the_last_reading_may_leave_open_how_sure_the_team_is() -> None:
    readings = (reading("2026-01-10", "1", 4), reading("2026-02-01", "2"))
    assert measured_key_result(key_result(readings=readings), TODAY).confidence is None


@pytest.mark.parametrize(("on", "value"), [("2026-01-10", "40"), ("2026-03-01", "57")])
def test_a_dated_reading_wins_over_current_once_its_day_has_come(on: str, value: str) -> None:
    measured = measured_key_result(key_result(readings=(reading(None, "57"), reading(on, "40"))), TODAY)
    assert measured.value == Decimal(value)
    assert measured.value_date == (day(on) if value == "40" else None)


def test_milestones_have_the_confidence_of_the_check_in_that_told_of_them() -> None:
    told = tuple(
        Told(day(on), sure, None, HERE) for on, sure in [("2026-01-02", 3), ("2026-01-20", 7), ("2026-03-01", 9)]
    )
    for kind in (Kind.MILESTONES, Kind.YES_NO):
        assert measured_key_result(key_result(kind=kind, told=told), TODAY).confidence == 7


@pytest.mark.parametrize(
    ("at_least", "at_most", "value", "held"),
    [
        (None, "6.4", "6.4", True),
        (None, "6.4", "6.41", False),
        ("90", None, "90", True),
        ("90", None, "89.9", False),
        ("2", "4", "3", True),
        ("2", "4", "5", False),
        ("2", "4", None, None),
    ],
)
def test_a_guard_rail_holds_within_its_bounds(
    at_least: str | None,
    at_most: str | None,
    value: str | None,
    held: bool | None,  # noqa: FBT001 - as shown
) -> None:
    readings = (reading("2026-01-10", "1000"), reading("2026-01-11", value)) if value else ()
    key = key_result(kind=Kind.GUARD_RAIL, at_least=at_least, at_most=at_most, readings=readings)
    assert measured_key_result(key, TODAY).held is held


NUMBERS = st.decimals(-1000, 1000, places=3)


@given(start=NUMBERS, target=NUMBERS, value=NUMBERS, scale=NUMBERS.filter(bool), shift=NUMBERS)
def test_progress_is_the_same_in_any_unit(
    start: Decimal, target: Decimal, value: Decimal, scale: Decimal, shift: Decimal
) -> None:
    written = key_result(start=start, target=target, readings=(reading("2026-01-15", str(value)),))
    other = key_result(
        start=start * scale + shift,
        target=target * scale + shift,
        readings=(reading("2026-01-15", str(value * scale + shift)),),
    )
    assert shown(written) == shown(other)


@given(st.permutations([reading(f"2026-01-{n:02}", str(n)) for n in range(1, 29, 5)]))
def test_the_order_of_readings_never_matters(readings: list[object]) -> None:
    measured = measured_key_result(key_result(readings=tuple(readings)), day("2026-01-12"))
    assert measured.value == Decimal(11)
    assert [r.value for r in measured.readings] == [1, 6, 11]
