"""Objectives of other teams that are near in subject and not linked yet: perhaps their people should talk."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.measure.subjects import Subjects, near
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.lines import ObjectiveLine, objective_line


@dataclass(frozen=True, slots=True)
class NearLine:
    """An objective that is near in subject, and the words that both use, as a list."""

    line: ObjectiveLine
    words: str


def near_lines(sheet: Sheet, subjects: Subjects, objective: MeasuredObjective) -> tuple[NearLine, ...]:
    """Give the objectives that are near in subject to one, with the words they share; often there are none."""
    return tuple(
        NearLine(objective_line(sheet, sheet.measured(it.ref)), str(sheet.speech.listing(it.words).unescape()))
        for it in near(sheet.site, subjects, objective)
    )
