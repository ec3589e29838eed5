"""Which maps there are, and on which of their pages each objective is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from okrsite import addresses
from okrsite.measure.model import Site
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.folding import Folded, fold
from okrsite.pages.parts.plot import ids_of
from okrsite.pages.register import Register
from okrsite.pages.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Place:
    """Where an objective is drawn: the address of the page, and its name there."""

    address: str
    name: str

    def href(self, sheet: Sheet) -> str:
        """Write the link to it; the wall reads the fragment, and without it the row of the list has this id."""
        return f"{sheet.href(self.address)}#at={quote(self.name)}"


@dataclass(frozen=True, slots=True)
class Atlas:
    """All maps: by address, the one of now first, what stands on each; and how they are folded into pages."""

    maps: Mapping[str, Standing]
    folded: Folded


def atlas(site: Site, register: Register) -> Atlas:
    """Give the map of now and that of each cycle, and fold what is large."""
    maps = {addresses.MAP: standing(site, register, site.shown_cycles)}
    maps |= {addresses.map_of(cycle): standing(site, register, (cycle,)) for cycle in site.cycles}
    return Atlas(maps, fold(site, register, list(maps.values())))


def places(site: Site, atlas: Atlas) -> Mapping[str, Place]:
    """Give for each objective where it is drawn: on the map of now, else its cycle's own, else where it is unfolded."""
    drawn = list(_drawn(atlas))
    own = {ref: addresses.map_of(objective.plan.cycle) for ref, objective in site.objectives.items()}
    ranked = sorted(drawn, key=lambda it: _rank(it[1].address, own[it[0]]))
    found: dict[str, Place] = {}
    for ref, place in ranked:
        found.setdefault(ref, place)
    return found


def _rank(address: str, own: str) -> int:
    """Tell how near a page is: now, the own cycle's, another's or an unfolded one."""
    return 0 if address == addresses.MAP else 1 if address == own else 2


def _drawn(atlas: Atlas) -> Iterator[tuple[str, Place]]:
    """Give every objective on every page, leaves first, but where it stands only for what is under it."""
    for leaf in atlas.folded.leaves:
        ids = ids_of(leaf.stand.members)
        yield from ((ref, Place(leaf.address, ids[ref])) for ref in leaf.stand.members if ref not in leaf.context)
    for address, (stand, _) in zip(atlas.maps, atlas.folded.maps, strict=True):
        ids = ids_of(stand.members)
        yield from ((ref, Place(address, ids[ref])) for ref in stand.members)
