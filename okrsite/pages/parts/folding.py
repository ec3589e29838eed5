"""What a large map shows at once, and what opens on pages of its own, by team: nothing is left out, nothing is too heavy.

A map is cut below the deepest level that it has room for. What stands under an objective at the cut is folded into one
block with a count, and opens on the page of that objective's team, where the same holds again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from urllib.parse import quote

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.pages.register import Refs, Register
from okrsite.pages.standing import Standing, count_below, stood

BLOCKS = 400
"""Beyond as many blocks a map folds."""
WEIGHT = 278_000
"""Beyond as many bytes, guessed, it folds too: with its frame and filter a page stays under 300 KB."""
_FIXED, _TITLES, _LINKS, _FOLD = 720, 6, 4, 520
_RUNS = 250
_ABOVE = 5


@dataclass(frozen=True, slots=True)
class Fold:
    """What is folded in one place: how many objectives, those at the top of them, and of which teams they are.

    Without teams it is all that stands under the one objective it stands at.
    """

    tops: Refs
    count: int
    teams: Refs = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """What a page shows: objectives, each after what it supports, and what is folded at which of them (or at a heap)."""

    kept: Refs
    folds: Mapping[str, tuple[Fold, ...]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of what is folded: the team and cycle by which it is addressed, its number, and what it shows."""

    cycle: str
    team: str
    number: int
    of: int
    stand: Standing
    folds: Mapping[str, tuple[Fold, ...]]
    context: frozenset[str]

    @property
    def address(self) -> str:
        """Where it lies."""
        return addresses.part(addresses.map_of_team(self.cycle, self.team), self.number)


@dataclass(frozen=True, slots=True)
class Folded:
    """The maps with what is folded on each, in the order they came; the pages that open; on which each objective opens."""

    maps: tuple[tuple[Standing, Mapping[str, tuple[Fold, ...]]], ...]
    leaves: tuple[Leaf, ...]
    opens: Mapping[str, str]


@dataclass(slots=True)
class _Wood:
    """All that stands on the maps that fold, and what was handed on to which team's pages."""

    site: Site
    under: Mapping[str, Refs]
    below: Mapping[str, int]
    weights: dict[str, int] = field(default_factory=dict)
    handed: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    cuts: dict[str, Cut] = field(default_factory=dict)

    def weigh(self, ref: str) -> int:
        """Guess what an objective weighs on a map's page, in bytes: its block and its row."""
        if ref not in self.weights:
            self.weights[ref] = _weight(self.site.objectives[ref])
        return self.weights[ref]


def fold(site: Site, register: Register, maps: Sequence[Standing]) -> Folded:
    """Fold those of some maps that are too large; the pages that open hold all the rest, each objective once."""
    heavy = [stand for stand in maps if not _fits(site, stand)]
    if not heavy:
        return Folded(tuple((stand, {}) for stand in maps), (), {})
    wood = _wood(site, register, heavy)
    shown = tuple((stand, {}) if all(stand is not it for it in heavy) else _folded(wood, stand) for stand in maps)
    _cut_all(wood)
    place = {ref: at for at, ref in enumerate(register.in_order)}
    leaves = tuple(_leaves(wood, place))
    opens = {ref: leaf.address for leaf in leaves for ref in leaf.stand.members if ref not in leaf.context}
    return Folded(shown, leaves, opens)


def _wood(site: Site, register: Register, heavy: Iterable[Standing]) -> _Wood:
    """Put together what stands under what on any of the maps that fold."""
    members = frozenset(ref for stand in heavy for ref in stand.members)
    under = {ref: tuple(child for child in register.under.get(ref, ()) if child in members) for ref in members}
    return _Wood(site, under, count_below(under))


def _fits(site: Site, stand: Standing) -> bool:
    """Tell whether a map has room for all of its objectives."""
    if len(stand.members) > BLOCKS:
        return False
    return sum(_weight(site.objectives[ref]) for ref in stand.members) <= WEIGHT


def is_lean(site: Site, members: Refs, folds: Mapping[str, tuple[Fold, ...]]) -> bool:
    """Tell whether rows have no room for words that the filter could look at besides what they show."""
    there = [site.objectives[ref] for ref in members]
    folded = sum(len(several) for several in folds.values()) * _FOLD
    return folded + sum(_weight(one) + _words(one) for one in there) > WEIGHT


def _words(there: MeasuredObjective) -> int:
    """Guess what a row weighs for the filter only: key results, people and tags."""
    texts = (*(k.plan.title for k in there.key_results), *(text for _, text in there.plan.tags), *there.plan.owners)
    return sum(len(text.encode()) + 8 for text in texts) + 60


def _weight(there: MeasuredObjective) -> int:
    """Guess what an objective weighs on a map: letters of other scripts weigh more, most of all in addresses."""
    plan, edges = there.plan, len(there.supports) + 2 * len(there.needs)
    tags = sum(len(slug.encode()) + 25 for slug, _ in plan.tags)
    return _FIXED + edges * 90 + tags + _TITLES * len(plan.title.encode()) + _LINKS * len(quote(plan.ref))


def _folded(wood: _Wood, stand: Standing) -> tuple[Standing, Mapping[str, tuple[Fold, ...]]]:
    """Cut one map, and hand on what it has no room for."""
    cut = _cut(wood, stand.roots, stand.under, stand.below)
    folds = cut.folds
    if not cut.kept:
        heaps = [(f"theme:{theme}", refs) for theme, refs in stand.themes.items()]
        heaps += [("mission:", stand.mission), ("elsewhere:", stand.elsewhere)]
        heaps += [("private:", stand.private), ("adrift:", stand.adrift)]
        share = _RUNS // sum(bool(refs) for _, refs in heaps)
        folds = {heap: tuple(_by_team(wood, refs, stand.below, share)) for heap, refs in heaps if refs}
    _hand_on(wood, folds)
    kept = frozenset(cut.kept)
    members = tuple(ref for ref in stand.members if ref in kept)
    return stood(wood.site, members, _within(stand.under, kept), stand.below), folds


def _within(under: Mapping[str, Refs], kept: frozenset[str]) -> Mapping[str, Refs]:
    """Give what stands under what, of what is kept."""
    pairs = ((ref, tuple(child for child in under.get(ref, ()) if child in kept)) for ref in sorted(kept))
    return {ref: children for ref, children in pairs if children}


def _cut(wood: _Wood, roots: Refs, under: Mapping[str, Refs], below: Mapping[str, int]) -> Cut:
    """Keep as many whole levels as there is room for; fold what stands under the last. Nothing is kept where not even one has."""
    kept: list[str] = []
    level, weight = list(roots), 0
    while level:
        weight += sum(wood.weigh(ref) for ref in level)
        following = [child for ref in level for child in under.get(ref, ())]
        folds = sum(1 for ref in level if under.get(ref))
        if len(kept) + len(level) + folds > BLOCKS or weight + folds * _FOLD > WEIGHT:
            break
        kept += level
        level = following
    last = frozenset(level)
    cut_at = [ref for ref in kept if any(child in last for child in under.get(ref, ()))]
    return Cut(tuple(kept), {ref: (Fold((ref,), below[ref]),) for ref in cut_at})


def _by_team(wood: _Wood, refs: Refs, below: Mapping[str, int], most: int = _RUNS) -> Iterator[Fold]:
    """Fold siblings by cycle and team, in list order; where there are too many teams, several in a row together."""
    groups = [tuple(run) for _, run in groupby(refs, lambda ref: _owner(wood, ref))]
    step = -(-len(groups) // max(1, most))
    for at in range(0, len(groups), step):
        run = tuple(ref for group in groups[at : at + step] for ref in group)
        teams = tuple(dict.fromkeys(_owner(wood, ref)[1] for ref in run))
        yield Fold(run, sum(1 + below[ref] for ref in run), teams)


def _owner(wood: _Wood, ref: str) -> tuple[str, str]:
    plan = wood.site.objectives[ref].plan
    return plan.cycle, plan.team


def _hand_on(wood: _Wood, folds: Mapping[str, tuple[Fold, ...]]) -> Refs:
    """Hand what is folded on to the pages of its team, or of the first of its teams; give what was handed on."""
    ones = [one for several in folds.values() for one in several]
    for one in ones:
        wood.handed.setdefault(_owner(wood, one.tops[0]), {}).update(dict.fromkeys(one.tops))
    return tuple(ref for one in ones for ref in one.tops)


def _cut_all(wood: _Wood) -> None:
    """Cut what stands under each objective that was handed on; what that has no room for is handed on in its turn."""
    waiting = [ref for refs in wood.handed.values() for ref in refs]
    for ref in waiting:
        if ref in wood.cuts:
            continue
        cut = _cut(wood, (ref,), wood.under, wood.below)
        if ref in cut.folds:
            cut = Cut((ref,), {ref: tuple(_by_team(wood, wood.under[ref], wood.below))})
        wood.cuts[ref] = cut
        waiting.extend(_hand_on(wood, cut.folds))


def _leaves(wood: _Wood, place: Mapping[str, int]) -> Iterator[Leaf]:
    """Give the pages on which what was handed on opens, by cycle and team."""
    for (cycle, team), refs in sorted(wood.handed.items()):
        packs = list(_packs(wood, sorted(refs, key=place.__getitem__)))
        for number, pack in enumerate(packs, start=1):
            yield _leaf(wood, place, Leaf(cycle, team, number, len(packs), _NOTHING, {}, frozenset()), pack)


def _packs(wood: _Wood, refs: Sequence[str]) -> Iterator[Refs]:
    """Pack objectives with what stands under them onto pages, in order, as many as there is room for."""
    pack: list[str] = []
    there: set[str] = set()
    for ref in refs:
        adds = {*wood.cuts[ref].kept, *_above(wood.site.objectives[ref])}
        if pack and not _holds(wood, there | adds, [*pack, ref]):
            yield tuple(pack)
            pack, there = [], set()
        pack.append(ref)
        there |= adds
    if pack:
        yield tuple(pack)


def _holds(wood: _Wood, there: Iterable[str], pack: Iterable[str]) -> bool:
    """Tell whether a page has room for some objectives and the folds among them."""
    members = list(there)
    folds = sum(len(several) for ref in pack for several in wood.cuts[ref].folds.values())
    return len(members) + folds <= BLOCKS and sum(map(wood.weigh, members)) + folds * _FOLD <= WEIGHT


def _leaf(wood: _Wood, place: Mapping[str, int], bare: Leaf, pack: Refs) -> Leaf:
    """Let what a page holds stand together, under what each of its tops supports."""
    kept = frozenset(ref for top in pack for ref in wood.cuts[top].kept)
    chains = [(top, *_above(wood.site.objectives[top])) for top in pack]
    members = sorted(kept.union(*chains), key=place.__getitem__)
    parents = {low: high for chain in chains for low, high in pairwise(chain)}
    parents |= {child: ref for ref in kept for child in wood.under.get(ref, ()) if child in kept}
    under: dict[str, list[str]] = {}
    for ref in members:
        if ref in parents:
            under.setdefault(parents[ref], []).append(ref)
    stand = stood(wood.site, tuple(members), {ref: tuple(below) for ref, below in under.items()}, wood.below)
    folds = {at: several for top in pack for at, several in wood.cuts[top].folds.items()}
    return replace(bare, stand=stand, folds=folds, context=frozenset(members) - kept)


def _above(there: MeasuredObjective) -> Refs:
    """Give what an objective stands under, from the nearest up; of a long chain the nearest and the topmost."""
    chain = tuple(step.to.id for step in there.why_chain if step.to.kind == "objective")
    return chain if len(chain) <= _ABOVE else (*chain[: _ABOVE - 1], chain[-1])


_NOTHING = Standing((), {}, {}, {}, (), (), (), ())
