from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from okrsite.measure.model import MeasuredKeyResult
from okrsite.measure.progress import progress_of
from okrsite.measure.values import measured_key_result
from okrsite.plan.model import KeyResult, Kind
from tests.measure.plans import day, key_result, milestone, reading


def measured(*keys: KeyResult) -> list[MeasuredKeyResult]:
    return [measured_key_result(key, day("2026-02-01")) for key in keys]


def number(name: str, value: str | None, weight: str = "1") -> KeyResult:
    readings = (reading("2026-01-15", value),) if value else ()
    return key_result(name, start="0", target="10", weight=weight, readings=readings)


def test_progress_is_the_mean_of_what_is_measured() -> None:
    progress = progress_of(measured(number("a", "2"), number("b", "7"), number("c", None)))
    assert (progress.shown, progress.raw) == (Fraction(9, 20), Fraction(9, 20))
    assert (progress.measured, progress.of, progress.weakest) == (2, 3, "a")


def test_each_key_result_is_held_before_the_mean_is_taken() -> None:
    progress = progress_of(measured(number("a", "-10"), number("b", "20")))
    assert (progress.shown, progress.raw) == (Fraction(1, 2), Fraction(1, 2))
    progress = progress_of(measured(number("a", "5"), number("b", "20")))
    assert (progress.shown, progress.raw) == (Fraction(3, 4), Fraction(5, 4))


def test_a_heavier_key_result_counts_for_more() -> None:
    progress = progress_of(measured(number("a", "0", "3"), number("b", "10", "0.5")))
    assert progress.shown == Fraction(1, 7)


def test_guard_rails_stay_out() -> None:
    rail = key_result("rail", Kind.GUARD_RAIL, at_most="3", readings=(reading("2026-01-15", "9"),))
    progress = progress_of(measured(number("a", "5"), rail))
    assert (progress.shown, progress.measured, progress.of, progress.weakest) == (Fraction(1, 2), 1, 1, "a")


def test_nothing_measured_is_never_nothing_reached() -> None:
    rail = key_result("rail", Kind.GUARD_RAIL, at_most="3")
    for keys in ([], [number("a", None)], [rail], [key_result("f", Kind.FIND_OUT)]):
        progress = progress_of(measured(*keys))
        assert (progress.shown, progress.raw, progress.measured, progress.weakest) == (None, None, 0, None)


def test_milestones_and_yes_or_no_are_always_measured() -> None:
    steps = key_result("steps", Kind.MILESTONES, milestones=(milestone("a"),))
    progress = progress_of(measured(steps, key_result("yes", Kind.YES_NO)))
    assert (progress.shown, progress.measured, progress.of) == (Fraction(0), 2, 2)


def test_of_equals_the_first_is_the_weakest() -> None:
    assert progress_of(measured(number("a", "9"), number("b", "4"), number("c", "4"))).weakest == "b"
    assert progress_of(measured(number("a", "0"), number("b", "-4"))).weakest == "a"


VALUES = st.lists(st.tuples(st.integers(-20, 30), st.integers(1, 9)), min_size=1, max_size=6)


@given(VALUES, st.decimals(Decimal("0.01"), 1000, places=2))
def test_weights_count_only_against_each_other(values: list[tuple[int, int]], scale: Decimal) -> None:
    def progress(times: Decimal) -> tuple[Fraction | None, Fraction | None]:
        keys = [number(str(n), str(value), str(weight * times)) for n, (value, weight) in enumerate(values)]
        found = progress_of(measured(*keys))
        return found.shown, found.raw

    assert progress(Decimal(1)) == progress(scale)


@given(VALUES, st.randoms())
def test_the_order_of_key_results_changes_no_number(values: list[tuple[int, int]], chance: object) -> None:
    keys = [number(str(n), str(value), str(weight)) for n, (value, weight) in enumerate(values)]
    shuffled = list(keys)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = progress_of(measured(*keys)), progress_of(measured(*shuffled))
    assert (one.shown, one.raw, one.measured) == (other.shown, other.raw, other.measured)
