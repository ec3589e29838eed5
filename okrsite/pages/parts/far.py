"""How far an objective has come, in words: what is measured, what has come least far, what does not hold."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.figures import way_gone


@dataclass(frozen=True, slots=True)
class Far:
    """How far: the way gone (or that nothing is measured), how much of it is measured, what has come least far.

    `not_held` are guard rails that are not held: said beside it, never counted in.
    """

    way: str
    measured: str
    weakest: Link | None
    not_held: tuple[Link, ...]


def far(sheet: Sheet, objective: MeasuredObjective) -> Far | None:
    """Say how far an objective has come; None without key results to measure."""
    not_held = tuple(
        sheet.objective(objective.ref, key_result.plan.id)
        for key_result in objective.key_results
        if key_result.held is False
    )
    if not objective.of:
        return Far("", "", None, not_held) if not_held else None
    way = sheet.say("far.not_measured")
    if objective.progress is not None:
        way = sheet.say("far.way", share=way_gone(sheet, objective.progress))
    measured = sheet.say("far.measured", n=objective.of, measured=objective.measured)
    telling = objective.weakest is not None and objective.measured > 1
    weakest = sheet.objective(objective.ref, objective.weakest) if telling else None
    return Far(way, measured if objective.measured else "", weakest, not_held)
