"""What each objective is called: the title of its page, and the name by which others refer to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from okrsite.measure.model import MeasuredObjective, Site


def page_titles(site: Site) -> Mapping[str, str]:
    """Give every objective the title of its page, by its full name; no two are the same.

    A title used twice gets the least of: its cycle, its team, both, its full name.
    """
    same: dict[str, list[MeasuredObjective]] = defaultdict(list)
    for objective in site.objectives.values():
        same[objective.plan.title].append(objective)
    return {ref: title for group in same.values() for ref, title in _told_apart(site, group).items()}


def short_names(site: Site) -> Mapping[str, str]:
    """Give every objective the shortest name by which another of its cycle can refer to it, by its full name."""
    named = Counter((objective.plan.cycle, objective.plan.id) for objective in site.objectives.values())
    return {
        ref: it.plan.id
        if named[it.plan.cycle, it.plan.id] == 1 and it.plan.id != "mission"
        else f"{it.plan.team}/{it.plan.id}"
        for ref, it in site.objectives.items()
    }


def _told_apart(site: Site, group: list[MeasuredObjective]) -> dict[str, str]:
    """Name the objectives of one title so that they differ."""
    if len(group) == 1:
        return {group[0].ref: group[0].plan.title}

    def cycle(objective: MeasuredObjective) -> str:
        return f"{objective.plan.title} ({site.cycles[objective.plan.cycle].plan.title})"

    def team(objective: MeasuredObjective) -> str:
        return f"{objective.plan.title} ({site.teams[objective.plan.team].name})"

    def both(objective: MeasuredObjective) -> str:
        place = f"{site.teams[objective.plan.team].name}, {site.cycles[objective.plan.cycle].plan.title}"
        return f"{objective.plan.title} ({place})"

    def whole(objective: MeasuredObjective) -> str:
        return f"{objective.plan.title} ({objective.ref})"

    ways: tuple[Callable[[MeasuredObjective], str], ...] = (cycle, team, both, whole)
    named = ({objective.ref: way(objective) for objective in group} for way in ways)
    return next(names for names in named if len(set(names.values())) == len(group))
