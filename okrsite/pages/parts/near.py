"""Objectives of other teams that are near in subject and not linked yet: perhaps their people should talk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.measure.subjects import Subjects, near, subjects_of
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.lines import ObjectiveLine, objective_line


@dataclass(frozen=True, slots=True)
class NearLine:
    """An objective that is near in subject, and the words that both use, as a list."""

    line: ObjectiveLine
    words: str


class Nearness:
    """What the objectives of a site are about: gathered when it is first asked for."""

    def __init__(self, site: Site) -> None:
        """Begin without anything gathered."""
        self._site = site

    @cached_property
    def _subjects(self) -> Subjects:
        return subjects_of(self._site)

    def lines(self, sheet: Sheet, objective: MeasuredObjective) -> tuple[NearLine, ...]:
        """Give the objectives that are near in subject to one, with the words they share; often there are none."""
        return tuple(
            NearLine(objective_line(sheet, sheet.measured(it.ref)), str(sheet.speech.listing(it.words).unescape()))
            for it in near(sheet.site, self._subjects, objective)
        )
