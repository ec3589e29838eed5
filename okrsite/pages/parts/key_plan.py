"""The key plan of an objective: where it stands under the mission, small, with the way up to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from okrsite import addresses
from okrsite.charts.wall import KeyPlan, key_plan, lay, plan_of
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.mapped import Atlas, Place, places
from okrsite.pages.parts.plot import whole
from okrsite.pages.parts.wall import forest_of


@dataclass(frozen=True, slots=True)
class KeyPlanView:
    """A key plan: its drawing, what it shows in words, and the link to this objective on the map."""

    svg: Html
    caption: str
    href: str


class KeyPlans:
    """The key plans of a site: one drawing for each cycle, made when it is first asked for, in which pages fill in theirs."""

    def __init__(self, site: Site, atlas: Atlas) -> None:
        """Begin without any."""
        self._site, self._atlas = site, atlas
        self._plans: dict[str, KeyPlan] = {}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return places(self._site, self._atlas)

    def of(self, sheet: Sheet, objective: MeasuredObjective) -> KeyPlanView:
        """Give the key plan of an objective, for the page at hand; it leads to where the map draws it."""
        cycle = objective.plan.cycle
        if cycle not in self._plans:
            self._plans[cycle] = self._drawn(cycle)
        drawn = key_plan(self._plans[cycle], objective.ref, rightward=not sheet.mirrored)
        caption = sheet.say("keyplan.caption" if objective.reaches_mission else "keyplan.beside")
        return KeyPlanView(Html(drawn), caption, self._places[objective.ref].href(sheet))

    def _drawn(self, cycle: str) -> KeyPlan:
        """Draw the key plan of a cycle."""
        stand = self._atlas.maps[addresses.map_of(cycle)]
        return plan_of(lay(forest_of(self._site, whole(stand))))
