"""The orders that lists run in: names by the alphabet, a team's objectives as it wrote them. Never by a measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from okrsite.measure.model import CycleOnDay, MeasuredObjective, Site
from okrsite.plan.model import Person, Team


def name_key(name: str) -> tuple[str, str]:
    """Give the key by which names sort: letters without their marks and case, then the name as written.

    >>> sorted(["Zoe", "Émile", "anna"], key=name_key)
    ['anna', 'Émile', 'Zoe']
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)), name


def last_name_key(name: str) -> tuple[str, str]:
    """Give the key by which people sort: their last word, then the rest."""
    words = name.split()
    return name_key(" ".join(words[-1:] + words[:-1]))


def letter(name: str) -> str:
    """Give the letter a person stands under: the first of the last name, empty where a script has no alphabet."""
    return _letter(last_name_key(name)[0])


def initial(name: str) -> str:
    """Give the letter a name stands under, empty where it begins with none or its script has no alphabet."""
    return _letter(name_key(name)[0])


def _letter(key: str) -> str:
    first = key[:1].upper()
    return first if first.isalpha() and unicodedata.east_asian_width(first) not in "WF" else ""


def teams_by_name(teams: Iterable[Team]) -> list[Team]:
    """Sort teams by name."""
    return sorted(teams, key=lambda team: (name_key(team.name), team.id))


def people_by_last_name(people: Iterable[Person]) -> list[Person]:
    """Sort people by last name; names without a letter to stand under come last."""
    return sorted(people, key=lambda person: (not letter(person.name), last_name_key(person.name), person.id))


def objectives_by_team(site: Site) -> list[MeasuredObjective]:
    """Sort all objectives by the name of their team, and within it as the team wrote them: by file, then by line."""
    keys = {team.id: name_key(team.name) for team in site.teams.values()}

    def key(objective: MeasuredObjective) -> tuple[tuple[str, str], str, str, int, str]:
        plan = objective.plan
        return keys[plan.team], plan.team, plan.origin.path, plan.origin.line, plan.ref

    return sorted(site.objectives.values(), key=key)


def cycles_newest_first(site: Site) -> list[CycleOnDay]:
    """Sort cycles by their last day, the latest first; of two that end together the shorter first."""
    return sorted(
        site.cycles.values(),
        key=lambda cycle: (-cycle.plan.end.toordinal(), -cycle.plan.start.toordinal(), cycle.plan.id),
    )


def latest_cycle_first(site: Site, objectives: Iterable[MeasuredObjective]) -> list[MeasuredObjective]:
    """Sort objectives by their cycle, the newest first, else as they come."""
    place = {cycle.plan.id: at for at, cycle in enumerate(cycles_newest_first(site))}
    return sorted(objectives, key=lambda objective: place[objective.plan.cycle])
