"""From what was measured to the tables that are read: ratios to the others, beside what is aimed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.tree import Taken

STATES = ("cold", "unchanged", "one edit")
Measured = Mapping[tuple[str, str], Taken]
"""What was taken, by the name of the builder and the state."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a builder made: pages, bytes of all files, and the sizes of the pages of objectives."""

    pages: int
    size: int
    objectives: Sequence[int]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is aimed at: at most so many times a figure of the others."""

    words: str
    at_most: float
    reached: float

    def line(self) -> str:
        """One line of the table of goals."""
        held = "yes" if self.reached <= self.at_most else "no"
        return f"| {self.words} | {self.at_most:g} | {self.reached:.3f} | {held} |"


def goals(measured: Measured) -> list[Goal]:
    """Set okrsite beside what it is compared with; nothing where not all three were measured."""
    if {name for name, _ in measured} != {"okrsite", "Hugo", "Eleventy"}:
        return []
    own = {state: measured["okrsite", state] for state in STATES}
    hugo = {state: measured["Hugo", state] for state in STATES}
    faster = min(hugo["cold"], measured["Eleventy", "cold"], key=lambda taken: taken.wall)
    smaller = min(hugo["cold"].peak, measured["Eleventy", "cold"].peak)
    return [
        Goal("cold, wall, to the faster of the two", 0.6, own["cold"].wall / faster.wall),
        Goal("nothing changed, wall, to Hugo", 0.02, own["unchanged"].wall / hugo["unchanged"].wall),
        Goal("one edit, wall, to Hugo", 0.04, own["one edit"].wall / hugo["one edit"].wall),
        Goal("peak memory, cold, to Hugo", 0.35, own["cold"].peak / hugo["cold"].peak),
        Goal("peak memory, cold, to the smaller of the two", 0.35, own["cold"].peak / smaller),
    ]


def markdown(objectives: int, measured: Measured, made: Mapping[str, Made]) -> str:
    """Write the tables of one size: what was made, what it took, and the goals."""
    return "\n".join(
        [f"### {objectives:,} objectives", "", *_made(made), "", *_taken(measured), "", *_goals(measured), ""]
    )


def _made(made: Mapping[str, Made]) -> list[str]:
    head = ["| made by | pages | MB, all files | page of an objective, median KB |", "|---|---:|---:|---:|"]
    return head + [
        f"| {name} | {one.pages:,} | {one.size / 1e6:.1f} | {median(one.objectives) / 1e3:.1f} |"
        for name, one in made.items()
    ]


def _taken(measured: Measured) -> list[str]:
    head = ["| | wall s | CPU s | wall, to okrsite | peak MB |", "|---|---:|---:|---:|---:|"]
    return head + [
        f"| {name}, {state} | {taken.wall:.2f} | {taken.cpu:.2f} | {_beside(taken, measured.get(('okrsite', state)))} |"
        f" {taken.peak / 1024:.0f} |"
        for (name, state), taken in sorted(measured.items(), key=lambda item: STATES.index(item[0][1]))
    ]


def _beside(taken: Taken, own: Taken | None) -> str:
    return f"{taken.wall / own.wall:.2f}" if own else ""


def _goals(measured: Measured) -> list[str]:
    head = ["| goal | at most | measured | reached |", "|---|---:|---:|---|"]
    lines = [goal.line() for goal in goals(measured)]
    return [*head, *lines] if lines else []
