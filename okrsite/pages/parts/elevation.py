"""What carries the mission, as the home page draws it: company objectives side by side, two levels under each, the rest counted.

A company that fits is drawn whole. Of a larger one the drawing holds `MOST` objectives, dealt out level by level, so that
it weighs the same for any size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from okrsite import addresses
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.words import words
from okrsite.pages.register import Refs
from okrsite.pages.standing import Standing
from okrsite.plan.model import Theme
from okrsite.targets import Target

FITS = 40
MOST = 26
_BAYS = 8
_LOOSE = 4


@dataclass(frozen=True, slots=True)
class Twig:
    """An objective that stands under another: in one line, what stands below it, and how many more."""

    line: ObjectiveLine
    note: str
    twigs: tuple[Twig, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Bay:
    """A company objective: who looks after it, and what stands under it. `cycle` is set where several are shown."""

    line: ObjectiveLine
    owners: tuple[Link, ...]
    cycle: Link | None
    twigs: tuple[Twig, ...]
    more: Link | None
    private: str


@dataclass(frozen=True, slots=True)
class BayGroup:
    """The company objectives of a theme, or (without a title) those that carry the mission itself; `empty` says that none do."""

    title: Link | None
    why: Html
    bays: tuple[Bay, ...]
    more: Link | None
    empty: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Objectives that stand elsewhere, in one row: what they have in common, the objectives, and how many more."""

    label: str
    twigs: tuple[Twig, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class _Deal:
    """Which objectives the drawing has room for: under each drawn one, those drawn with it."""

    bays: frozenset[str]
    shown: Mapping[str, Refs]


def elevation(sheet: Sheet, stand: Standing) -> tuple[BayGroup, ...]:
    """Draw what carries the mission: the organisation's themes in their order, then what carries the mission itself."""
    groups = [refs for refs in (*stand.themes.values(), stand.mission) if refs]
    deal = _deal(stand, groups)
    themes = {theme.id: theme for theme in sheet.site.organisation.themes}
    drawn = [_group(sheet, stand, deal, refs, themes[theme]) for theme, refs in stand.themes.items()]
    if stand.mission:
        drawn.append(_group(sheet, stand, deal, stand.mission, None))
    return tuple(drawn)


def strips(sheet: Sheet, stand: Standing) -> tuple[Strip, ...]:
    """Show what does not stand under the mission here: not yet, by a private objective, or in another cycle."""
    heaps = (("adrift", stand.adrift), ("private", stand.private), ("elsewhere", stand.elsewhere))
    return tuple(_strip(sheet, stand, kind, refs) for kind, refs in heaps if refs)


def _strip(sheet: Sheet, stand: Standing, kind: str, refs: Refs) -> Strip:
    """Show one heap in a row."""
    drawn = tuple(_twig(sheet, stand, _Deal(frozenset(), {}), ref) for ref in refs[:_LOOSE])
    return Strip(sheet.say(f"home.{kind}"), drawn, _more(sheet, len(refs) - len(drawn), addresses.MAP))


def _group(sheet: Sheet, stand: Standing, deal: _Deal, refs: Refs, theme: Theme | None) -> BayGroup:
    """Draw the company objectives of one theme, or those without one."""
    drawn = tuple(_bay(sheet, stand, deal, ref) for ref in refs if ref in deal.bays)
    return BayGroup(
        title=sheet.theme(theme.id) if theme else None,
        why=words(sheet, theme.why if theme else None),
        bays=drawn,
        more=_more(sheet, len(refs) - len(drawn), addresses.MAP),
        empty="" if refs else sheet.say("home.theme_empty"),
    )


def _bay(sheet: Sheet, stand: Standing, deal: _Deal, ref: str) -> Bay:
    """Draw one company objective with what stands under it."""
    there = sheet.measured(ref)
    line, twigs = objective_line(sheet, there), _twigs(sheet, stand, deal, ref)
    several = len(sheet.site.shown_cycles) > 1
    return Bay(
        line=line,
        owners=sheet.people(there.plan.owners[:3]),
        cycle=line.cycle if several else None,
        twigs=twigs,
        more=_more(sheet, len(stand.under.get(ref, ())) - len(twigs), addresses.address_of(Target("objective", ref))),
        private=sheet.say("private.below", n=there.private_supporters) if there.private_supporters else "",
    )


def _twigs(sheet: Sheet, stand: Standing, deal: _Deal, ref: str) -> tuple[Twig, ...]:
    """Draw the objectives under another that there is room for."""
    return tuple(_twig(sheet, stand, deal, child) for child in deal.shown.get(ref, ()))


def _twig(sheet: Sheet, stand: Standing, deal: _Deal, ref: str) -> Twig:
    """Draw one objective; where none below it is drawn, all are counted beside it."""
    twigs, below = _twigs(sheet, stand, deal, ref), stand.below.get(ref, 0)
    more = (
        _more(sheet, len(stand.under.get(ref, ())) - len(twigs), addresses.address_of(Target("objective", ref)))
        if twigs
        else None
    )
    note = sheet.say("home.below", n=below) if below and not twigs else ""
    return Twig(objective_line(sheet, sheet.measured(ref)), note, twigs, more)


def _more(sheet: Sheet, count: int, address: str) -> Link | None:
    """Count what is not drawn, and link to where it stands."""
    return Link(sheet.say("more", n=count), sheet.href(address)) if count > 0 else None


def _deal(stand: Standing, groups: Sequence[Refs]) -> _Deal:
    """Deal the room out: company objectives first, one of each theme in turn; then level by level, one under each in turn."""
    fits = len(stand.members) <= FITS
    bays = list(islice(_in_turn(groups), FITS if fits else _BAYS))
    shown: dict[str, Refs] = {}
    left, above = (FITS if fits else MOST) - len(bays), bays
    for _ in range(2):
        dealt = list(islice(_in_turn([stand.under.get(ref, ()) for ref in above]), left))
        chosen = set(dealt)
        shown |= {ref: tuple(c for c in stand.under.get(ref, ()) if c in chosen) for ref in above}
        left, above = left - len(dealt), [child for ref in above for child in shown[ref]]
    return _Deal(frozenset(bays), shown)


def _in_turn(groups: Sequence[Refs]) -> Iterator[str]:
    """Take the first of each group, then the second of each, and so on."""
    for row in zip_longest(*groups):
        yield from (ref for ref in row if ref is not None)
