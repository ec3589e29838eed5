"""What is wrong with the numbers of one key result or health metric, as far as its own lines show it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrsite.written import Fault, Path, Quantity

if TYPE_CHECKING:
    from okrsite.documents.records.key_result import HealthFile, KeyResult, Reading

_KINDS = {
    "start": ("a number", "start"),
    "target": ("a number", "target"),
    "at_least": ("a guard rail", "at_least"),
    "at_most": ("a guard rail", "at_most"),
    "milestones": ("milestones", "milestones"),
    "done": ("yes or no", "done"),
    "find_out": ("to find out", "find_out"),
}
_BESIDE_SAME_AS = ("id", "title", "owner", "weight", "note", "same_as")


def of_key_result(kr: KeyResult, written: tuple[str, ...]) -> Iterator[Fault]:
    """Find what is wrong within a key result."""
    if kr.same_as is not None:
        yield from _beside_same_as(written)
        return
    if kr.title is None and not kr.pruned & {"title", "same_as"}:
        words = "This key result has no `title`."
        yield Fault("missing-key", ("title",), words, "Say what is true once it is reached.", on_key=True)
    yield from _two_kinds(kr, written)
    yield from _no_way_to_go(kr)
    yield from _bounds(kr, written)
    yield from _scored_guard_rail(kr)
    yield from _units(kr, ("start", "target", "at_least", "at_most", "current"))
    yield from _days_twice(kr.readings)


def of_health(metric: HealthFile, written: tuple[str, ...]) -> Iterator[Fault]:
    """Find what is wrong within a health metric."""
    yield from _bounds(metric, written)
    yield from _units(metric, ("at_least", "at_most"))
    yield from _days_twice(metric.readings)


def _beside_same_as(written: tuple[str, ...]) -> Iterator[Fault]:
    for key in written:
        if key not in _BESIDE_SAME_AS:
            way_out = "Beside `same_as` stand at most id, title, owner, weight and note: the rest is the other's."
            yield Fault(
                "unknown-key", (key,), f"`{key}` can’t stand beside `same_as`.", way_out, drop=(key,), on_key=True
            )


def _two_kinds(kr: KeyResult, written: tuple[str, ...]) -> Iterator[Fault]:
    kinds = [key for key in written if key in _KINDS and _makes(key, kr)]
    if not kinds:
        return
    first = _KINDS[kinds[0]][0]
    other = next((key for key in kinds if _KINDS[key][0] != first), None)
    if other:
        dropped = tuple(key for key in kinds if _KINDS[key][0] != first)
        words = (
            f"`{other}` makes this key result {_a(_KINDS[other][0])}, and `{kinds[0]}` {_a(first)}: it can’t be both."
        )
        yield Fault(
            "wrong-type", (other,), words, "Keep one of them, or make two key results of it.", drop=dropped, on_key=True
        )


def _makes(key: str, kr: KeyResult) -> bool:
    """Tell whether a key tells the kind: `find_out: false` doesn't, and a guard rail may have a `start` to be shown."""
    if key == "start":
        return not (kr.at_least or kr.at_most)
    return key != "find_out" or bool(kr.find_out)


def _a(kind: str) -> str:
    return {"milestones": "one of milestones", "yes or no": "one of yes or no", "to find out": "one to find out"}.get(
        kind, kind
    )


def _no_way_to_go(kr: KeyResult) -> Iterator[Fault]:
    if kr.start and kr.target and kr.start.value == kr.target.value:
        words = f"`start` and `target` are both {kr.target.text}: there is no way to go."
        yield Fault(
            "kr-arithmetic",
            ("target",),
            words,
            "If it is to hold and not to be reached, write `at_least` or `at_most`.",
            drop=("start", "target"),
        )


def _bounds(found: KeyResult | HealthFile, written: tuple[str, ...]) -> Iterator[Fault]:
    low, high = found.at_least, found.at_most
    if low and high and low.value > high.value:
        last = max(("at_least", "at_most"), key=written.index)
        words = f"`at_least` is {low.text}, above `at_most`, which is {high.text}: nothing lies between them."
        yield Fault(
            "kr-arithmetic", (last,), words, "Exchange the two, or leave one out.", drop=("at_least", "at_most")
        )


def _scored_guard_rail(kr: KeyResult) -> Iterator[Fault]:
    if kr.score is not None and (kr.at_least or kr.at_most):
        yield Fault(
            "wrong-type",
            ("score",),
            "A guard rail holds or it doesn’t; it has no `score`.",
            "Take the score away.",
            drop=("score",),
            on_key=True,
        )


def _units(found: KeyResult | HealthFile, keys: tuple[str, ...]) -> Iterator[Fault]:
    given: list[tuple[Path, Quantity]] = [((key,), getattr(found, key)) for key in keys if getattr(found, key)]
    given += [(("readings", nth, "value"), reading.value) for nth, reading in _numbered(found)]
    unit, where = (_as_one(found.unit), "unit") if found.unit else (None, "")
    for path, quantity in given:
        if quantity.unit is None or quantity.unit == unit:
            continue
        if unit is None:
            unit, where = quantity.unit, str(path[0])
            continue
        words = f"{quantity.text} is in {quantity.unit}, and `{where}` is in {unit}: nothing is converted."
        drop = (path[0],) if len(path) == 1 else ()
        yield Fault("kr-arithmetic", path, words, f"Write it in {unit}.", drop=tuple(map(str, drop)))


def _as_one(unit: str) -> str:
    return " ".join(unit.split())


def _numbered(found: KeyResult | HealthFile) -> Iterator[tuple[int, Reading]]:
    """Give readings with their place in the file, which they keep where others were taken out."""
    for reading in found.readings:
        yield int(reading.at[-1]) if reading.at else 0, reading


def _days_twice(readings: tuple[Reading, ...]) -> Iterator[Fault]:
    first: dict[object, Reading] = {}
    for reading in readings:
        other = first.setdefault(reading.date, reading)
        if other is not reading:
            path = ("readings", int(reading.at[-1]) if reading.at else 0)
            words = f"There are two readings of {reading.date}; the other one stands in line {other.line}."
            yield Fault("kr-arithmetic", (*path, "date"), words, "Keep one of them: which of the two counts?")
