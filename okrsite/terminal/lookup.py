"""The objective that somebody at a terminal means: by its name, the end of one, an earlier name, or its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan.near import NearNames, offered
from okrsite.reports import clean

_LISTED = 8


def meant(site: Site, name: str) -> MeasuredObjective | str:
    """Find the objective that a name means; else say in a sentence or two why there is none, or which ones it fits.

    A name is a full one (`2026-Q1/wards/walk`), the end of one (`wards/walk`, `walk`), the same with an earlier id, or
    its file with or without folders; a `#key-result` behind it is no matter. Of several cycles the one that ends last is meant.
    """
    said = clean(name)
    wanted = name.partition("#")[0].strip().removeprefix("./").strip("/")
    found = [it for it in site.objectives.values() if wanted and _fits(it, wanted)]
    last = max((_end(site, it) for it in found), default=None)
    latest = [it for it in found if _end(site, it) == last]
    if len(latest) == 1:
        return latest[0]
    if latest:
        return f"“{said}” fits {len(latest)} objectives; name one of them:{_listed(latest)}"
    if wanted in site.teams:
        return _of_team(site, wanted)
    return f"There is no objective “{said}”. {_near(site, wanted)}"


def _of_team(site: Site, team: str) -> str:
    """Say which objectives a team has in the cycles that are shown now, else in the last one in which it has any."""
    own = [it for it in site.objectives.values() if it.plan.team == team]
    last = max((_end(site, it) for it in own), default=None)
    shown = [it for it in own if it.plan.cycle in site.shown_cycles]
    latest = shown or [it for it in own if _end(site, it) == last]
    if not latest:
        return f"“{team}” is a team that leads no objective."
    return f"“{team}” is a team; name one of its objectives:{_listed(latest)}"


def _listed(objectives: Sequence[MeasuredObjective]) -> str:
    """List full names, a line each; of many the first."""
    names = [it.ref for it in objectives[:_LISTED]]
    names += [f"and {len(objectives) - _LISTED} more"] if len(objectives) > _LISTED else []
    return "".join(f"\n  {name}" for name in names)


def _fits(objective: MeasuredObjective, wanted: str) -> bool:
    names = (*_names(objective), objective.plan.origin.path)
    return any(f"/{name}".endswith(f"/{wanted}") for name in names)


def _names(objective: MeasuredObjective) -> Iterator[str]:
    """Give the full names of an objective, today's first."""
    yield objective.ref
    above = objective.ref.rpartition("/")[0]
    yield from (f"{above}/{alias}" for alias in objective.plan.aliases)


def _end(site: Site, objective: MeasuredObjective) -> int:
    return site.cycles[objective.plan.cycle].plan.end.toordinal()


def _near(site: Site, wanted: str) -> str:
    """Offer names near a wrong one, in as many parts as it has; where nothing is near, say what a name is."""
    parts = wanted.count("/") + 1
    return offered(NearNames(_ends(site, parts)).to(wanted)) or (
        "It is called by its cycle, team and file, like 2026-Q1/wards/walk, or by the end of that."
    )


def _ends(site: Site, parts: int) -> Iterable[str]:
    return ("/".join(full.split("/")[-parts:]) for it in site.objectives.values() for full in _names(it))
