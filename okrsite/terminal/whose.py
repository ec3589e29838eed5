"""The team or person that somebody at a terminal means: by an id, an earlier one, or a name as it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from okrsite.measure.model import Site
from okrsite.plan.model import Person, Team
from okrsite.plan.names import named
from okrsite.plan.near import NearNames, offered
from okrsite.reports import clean
from okrsite.targets import Target
from okrsite.written import slug

_LISTED = 8
_CALLED = {
    "team": "A team is called by its folder under okrs/, or by its name.",
    "person": "A person is called by their file in people/, or by their name.",
}


def meant_team(site: Site, name: str) -> Target | str:
    """Find the team that a name means; else say in a sentence or two why there is none, or which ones it fits."""
    return _meant("team", site.teams, name.strip().removeprefix("team:"))


def meant_person(site: Site, name: str) -> Target | str:
    """Find the person that a name means, their address behind it or not; else say why there is none, or whom it fits."""
    return _meant("person", site.people, named(name.strip().removeprefix("person:")).name)


def _meant(kind: str, things: Mapping[str, Team] | Mapping[str, Person], name: str) -> Target | str:
    """Look a name up: as an id, as an earlier one, as what it is called, at last as what its slug names."""
    for fits in (
        [it.id for it in things.values() if it.id == name],
        [it.id for it in things.values() if name in it.aliases],
        [it.id for it in things.values() if it.name == name],
        [it.id for it in things.values() if name and slug(name) in (it.id, slug(it.name))],
    ):
        if len(fits) == 1:
            return Target("team" if kind == "team" else "person", fits[0])
        if fits:
            listed = "".join(f"\n  {one}" for one in fits[:_LISTED])
            return f"“{clean(name)}” fits {len(fits)} {'teams' if kind == 'team' else 'people'}; name one by its id:{listed}"
    near = offered(NearNames(_names(things.values())).to(name))
    return f"There is no {kind} “{clean(name)}”. {near or _CALLED[kind]}"


def _names(things: Iterable[Team | Person]) -> Iterable[str]:
    """Give every way to name something: its id, earlier ones, and what it is called where that says more."""
    for it in things:
        yield from (it.id, *it.aliases)
        if slug(it.name) != it.id:
            yield it.name
