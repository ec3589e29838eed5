"""The filter of a list of objectives: what can be chosen, only from what the list holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from okrsite.pages.ground import Sheet
from okrsite.pages.order import name_key
from okrsite.pages.parts.rows import Row

_MARKS = ("c3", "c2", "c1", "c0", "draft", "proposed", "open", "paused")
_ENDS = ("o-reached", "o-partly", "o-missed", "o-learned", "o-dropped", "closed")
_ORIGINS = ("team", "negotiated", "assigned", "claimed", "company")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: its key, and what it is called."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Sieve:
    """The filter: teams (none where there is only one), tags, marks and origins to choose from; whether there are asks."""

    teams: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    marks: tuple[Choice, ...]
    origins: tuple[Choice, ...]
    asks: bool
    count: int


def sieve(sheet: Sheet, rows: Iterable[Row]) -> Sieve:
    """Gather the choices that a list's rows offer."""
    listed = list(rows)
    teams = {row.sifted.team: row.line.team.text for row in listed}
    tags = {slug: sheet.site.tags.get(slug, slug) for row in listed for slug in row.sifted.tags.split()}
    marks, origins = {row.sifted.mark for row in listed}, {row.sifted.origin for row in listed}
    return Sieve(
        teams=by_name(teams) if len(teams) > 1 else (),
        tags=by_name(tags),
        marks=tuple(Choice(key, sheet.say(f"mark.{key}")) for key in (*_MARKS, *_ENDS) if key in marks),
        origins=tuple(Choice(key, sheet.say(f"origin.{key}")) for key in _ORIGINS if key in origins),
        asks=any(row.sifted.ask for row in listed),
        count=len(listed),
    )


def by_name(named: dict[str, str]) -> tuple[Choice, ...]:
    """Sort choices by their names."""
    return tuple(Choice(key, text) for key, text in sorted(named.items(), key=lambda item: name_key(item[1])))
