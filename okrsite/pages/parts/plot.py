"""What one page of the map shows, wall and list alike: what stands together, what is folded where, and how it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.folding import Fold
from okrsite.pages.standing import Standing


@dataclass(frozen=True, slots=True)
class Plot:
    """A page of the map: what stands on it, the names of its objectives there, and what is folded at which of them.

    `folds` lead to the pages where what is folded opens, by objective or by heap (`theme:…`, `mission:`, `elsewhere:`, `private:`, `adrift:`);
    `counts` says how many objectives each holds. `context` are objectives that stand here only for what is under them.
    `lean` leaves out of the rows what the filter could look at besides what they show.
    """

    stand: Standing
    ids: Mapping[str, str]
    folds: Mapping[str, tuple[Link, ...]]
    counts: Mapping[str, tuple[int, ...]]
    context: frozenset[str]
    lean: bool


def plot(
    sheet: Sheet,
    stand: Standing,
    folds: Mapping[str, tuple[Fold, ...]],
    opens: Mapping[str, str],
    context: frozenset[str] = frozenset(),
    *,
    lean: bool = False,
) -> Plot:
    """Gather a page of the map; `opens` are the addresses on which what is folded opens."""
    return Plot(
        stand=stand,
        ids=ids_of(stand.members),
        folds={at: tuple(_link(sheet, one, opens) for one in several) for at, several in folds.items()},
        counts={at: tuple(one.count for one in several) for at, several in folds.items()},
        context=context,
        lean=lean,
    )


def whole(stand: Standing) -> Plot:
    """Give all that stands together, each by its full name; no page shows it like this, its shape alone is drawn."""
    return Plot(stand, {ref: ref for ref in stand.members}, {}, {}, frozenset(), lean=True)


def ids_of(refs: Iterable[str]) -> Mapping[str, str]:
    """Name objectives on a page: by their own id, by the full name where two have the same."""
    short = {ref: ref.rpartition("/")[2] for ref in refs}
    count = Counter(short.values())
    return {ref: name if count[name] == 1 else ref for ref, name in short.items()}


def _link(sheet: Sheet, one: Fold, opens: Mapping[str, str]) -> Link:
    """Link to where what is folded opens: by how many there are, or by whose they are."""
    href = sheet.href(opens[one.tops[0]])
    if not one.teams:
        return Link(sheet.say("map.fold_under", n=one.count), href)
    names = [sheet.site.teams[team].name for team in one.teams]
    named = names[0] if len(names) == 1 else sheet.say("map.teams", first=names[0], last=names[-1])
    return Link(sheet.say("map.fold_team", n=one.count, team=named), href)
