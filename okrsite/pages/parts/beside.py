"""How a team connects with others: whom it supports, who supports it, who needs whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective, NeededBy
from okrsite.pages.ground import Sheet
from okrsite.pages.order import name_key
from okrsite.pages.page import Link
from okrsite.pages.parts.needs import NeedLine, needed_by, needs
from okrsite.pages.register import Register, needs_of_team
from okrsite.pages.standing import main_support
from okrsite.plan.model import Team
from okrsite.targets import Target

_FLOW = 8


@dataclass(frozen=True, slots=True)
class Flow:
    """A team beside this one, and how many objectives connect them, in words (empty where that is not the point)."""

    team: Link
    count: str


@dataclass(frozen=True, slots=True)
class Side:
    """A need between this team and another; `objective` is the one of this team that has it."""

    need: NeedLine
    objective: Link | None


def supports(sheet: Sheet, team: Team, aims: Sequence[MeasuredObjective]) -> Counter[str]:
    """Count this team's objectives by the team whose objective they support first."""
    above = (main_support(objective) for objective in aims)
    teams = (sheet.measured(to.id).plan.team for to in above if to is not None and to.kind == "objective")
    return Counter(other for other in teams if other != team.id)


def supported_by(sheet: Sheet, team: Team, aims: Sequence[MeasuredObjective]) -> Counter[str]:
    """Count other teams' objectives that support one of this team's."""
    below = {down.ref for objective in aims for down in objective.supported_by}
    return Counter(other for ref in sorted(below) if (other := sheet.measured(ref).plan.team) != team.id)


def beside(sheet: Sheet, register: Register, team: Team, aims: Sequence[MeasuredObjective]) -> Counter[str]:
    """Find the teams that share an objective with this one, or need something of it, or the other way."""
    found = [other for objective in aims for other in (objective.plan.team, *objective.plan.teams)]
    found += [other for o in aims for need in o.needs if need.to and (other := _team_of(sheet, need.to))]
    needed = needs_of_team(sheet.site, register.of_team.get(team.id, ()), team.id)
    here = [sheet.measured(need.ref).plan for need in needed]
    found += [plan.team for plan in here if plan.cycle in sheet.site.shown_cycles]
    return Counter(other for other in found if other != team.id)


def _team_of(sheet: Sheet, target: Target) -> str:
    """Give the team that a need leads to."""
    return sheet.measured(target.id).plan.team if target.kind == "objective" else target.id


def flow(sheet: Sheet, teams: Mapping[str, int], *, counted: bool) -> tuple[Flow, ...]:
    """List teams by name with how many objectives connect them; a long list by its first names and a count."""
    named = sorted(teams, key=lambda team: name_key(sheet.site.teams[team].name))
    flows = [Flow(sheet.team(t), sheet.say("team.objectives", n=teams[t]) if counted else "") for t in named[:_FLOW]]
    over = len(named) - _FLOW
    return (*flows, Flow(Link(sheet.say("team.more_teams", n=over)), "")) if over > 0 else tuple(flows)


def own_needs(sheet: Sheet, aims: Sequence[MeasuredObjective]) -> tuple[Side, ...]:
    """List what a team's objectives need of others."""
    return tuple(Side(need, sheet.objective(o.ref)) for o in aims for need in needs(sheet, o))


def needs_of_others(sheet: Sheet, wanted: Sequence[NeededBy], team: str) -> tuple[Side, ...]:
    """List what others need of a team, but for cycles that are over."""
    site = sheet.site
    open_ones = (
        need
        for need in wanted
        if site.objectives[need.ref].plan.team != team
        and site.cycles[site.objectives[need.ref].plan.cycle].state != "past"
    )
    return tuple(Side(need, None) for need in needed_by(sheet, tuple(open_ones)))
