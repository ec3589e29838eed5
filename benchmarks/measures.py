"""Key results of every kind, for a made-up organisation."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks import words


@dataclass(frozen=True, slots=True)
class Measure:
    """A key result: its id, its kind, its lines as written, and from where to where it goes."""

    id: str
    kind: str
    lines: tuple[str, ...]
    start: float = 0
    target: float = 0
    unit: str = ""
    steps: tuple[str, ...] = ()

    def reading(self, rng: Random, along: float) -> str:
        """A reading when a share `along` of the time is gone; empty where this kind or day has none."""
        if self.kind == "number":
            return f"{self.start + (self.target - self.start) * along * rng.uniform(0.4, 1.1):.1f}{self.unit}"
        if self.kind == "guard":
            return f"{self.target * rng.uniform(0.7, 1.1):.1f}"
        if self.kind == "milestones":
            return f"step-{rng.randint(1, len(self.steps))}"
        return "true" if self.kind == "yes-no" and along > 0.9 else ""


def measures(rng: Random, others: list[str]) -> tuple[Measure, ...]:
    """Two to five key results. `others` are numbers of other objectives that one may be the same as."""
    made = [_measure(rng, nth, others) for nth in range(rng.randint(2, 5))]
    guard = next((one.id for one in made if one.kind == "guard"), "")
    number = next((nth for nth, one in enumerate(made) if one.kind == "number"), None)
    if guard and number is not None:
        paired = made[number]
        lines = (*paired.lines, f"    pairs_with: {guard}")
        made[number] = Measure(paired.id, paired.kind, lines, paired.start, paired.target, paired.unit)
    return tuple(made)


def _measure(rng: Random, nth: int, others: list[str]) -> Measure:
    kinds = {
        "number": 56,
        "guard": 12,
        "milestones": 10,
        "yes-no": 8,
        "find-out": 4,
        "unmeasured": 4,
        "same": 6 if others else 0,
    }
    kind = rng.choices(list(kinds), list(kinds.values()))[0]
    return _MAKERS[kind](rng, nth) if kind in _MAKERS else _same(nth, rng.choice(others))


def _same(nth: int, other: str) -> Measure:
    return Measure(f"kr-{nth}", "same", (f"  - id: kr-{nth}", f"    same_as: {other}"))


def _yes_no(rng: Random, nth: int) -> Measure:
    return _plain(nth, "yes-no", f"{words.one(rng, 'STEPS')} has a name on the door", "done: false")


def _find_out(rng: Random, nth: int) -> Measure:
    return _plain(nth, "find-out", f"What {words.one(rng, 'WHO').lower()} say themselves", "find_out: true")


def _unmeasured(rng: Random, nth: int) -> Measure:
    return _plain(nth, "unmeasured", words.one(rng, "MEASURES"), f"target: {rng.randint(20, 95)}%")


def _plain(nth: int, kind: str, title: str, *more: str) -> Measure:
    return Measure(f"kr-{nth}", kind, _lines(nth, title, *more))


def _lines(nth: int, title: str, *more: str) -> tuple[str, ...]:
    return (f"  - title: {title}", f"    id: kr-{nth}", *(f"    {line}" for line in more))


def _number(rng: Random, nth: int) -> Measure:
    unit = rng.choice(words.UNITS)
    start, target = rng.sample(range(5, 95), 2)
    more = [f"start: {start}{unit}", f"target: {target}{unit}"]
    if rng.random() < 0.2:
        more.append(f"weight: {rng.randint(2, 4)}")
    if rng.random() < 0.15:
        more.append(f"note: {words.sentence(rng)}")
    if rng.random() < 0.15:
        more.append("readings:")
        more += [f"  2025-0{month}-0{month}: {rng.randint(5, 95)}{unit}" for month in (1, 2)]
    return Measure(f"kr-{nth}", "number", _lines(nth, words.one(rng, "MEASURES"), *more), start, target, unit)


def _guard(rng: Random, nth: int) -> Measure:
    bound = rng.randint(5, 40)
    lines = _lines(nth, words.one(rng, "GUARDS"), f"at_most: {bound}", "unit: per 1,000 days")
    return Measure(f"kr-{nth}", "guard", lines, target=bound)


def _milestones(rng: Random, nth: int) -> Measure:
    steps = tuple(words.some(rng, "STEPS", rng.randint(2, 4)))
    listed = [f"  - {{title: {step}, id: step-{number}}}" for number, step in enumerate(steps, 1)]
    return Measure(
        f"kr-{nth}", "milestones", _lines(nth, "It holds on every site", "milestones:", *listed), steps=steps
    )


_MAKERS = {
    "number": _number,
    "guard": _guard,
    "milestones": _milestones,
    "yes-no": _yes_no,
    "find-out": _find_out,
    "unmeasured": _unmeasured,
}
