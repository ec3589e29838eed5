"""The teams that have objectives, under the first letters of their names, each with the way to its own list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from urllib.parse import quote

from okrsite import addresses
from okrsite.pages.ground import Sheet
from okrsite.pages.order import initial, teams_by_name
from okrsite.pages.page import Link
from okrsite.pages.parts.split import Part
from okrsite.plan.model import Team

_FRAME = 50
_LIST = 70

Counts = Mapping[str, Mapping[str, int]]
"""How many objectives each team leads or shares, by team, then by cycle."""


@dataclass(frozen=True, slots=True)
class TeamList:
    """The way to a team's objectives of one cycle, and how many they are."""

    link: Link
    count: str


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team and its lists; `name` is empty where the one list bears the team's name itself."""

    name: str
    lists: tuple[TeamList, ...]


@dataclass(frozen=True, slots=True)
class Initial:
    """The teams whose names begin with a letter."""

    anchor: str
    title: str
    teams: tuple[TeamLine, ...]


def counts(sheet: Sheet, refs: Sequence[str]) -> Counts:
    """Count objectives by the teams that lead or share them."""
    found: dict[str, dict[str, int]] = {}
    for ref in refs:
        plan = sheet.measured(ref).plan
        for team in dict.fromkeys((plan.team, *plan.teams)):
            of_team = found.setdefault(team, {})
            of_team[plan.cycle] = of_team.get(plan.cycle, 0) + 1
    return found


def teams_of(sheet: Sheet, counted: Counts) -> list[Team]:
    """Give the teams that were counted, by name; names without a letter to stand under come last."""
    return sorted(teams_by_name(sheet.site.teams[team] for team in counted), key=lambda team: not initial(team.name))


def weight(counted: Counts, team: Team) -> int:
    """Guess what a team's line weighs in bytes."""
    ways = sum(_LIST + len(quote(cycle)) + len(quote(team.id)) for cycle in counted[team.id])
    return _FRAME + len(team.name.encode()) + ways


def initials(sheet: Sheet, counted: Counts, teams: Sequence[Team]) -> tuple[Initial, ...]:
    """Put teams that stand by name under their letters."""
    return tuple(
        Initial(
            _anchor(letter),
            letter or sheet.say("objectives.other_letters"),
            tuple(_line(sheet, team, counted[team.id]) for team in there),
        )
        for letter, there in groupby(teams, lambda team: initial(team.name))
    )


def letters(sheet: Sheet, teams: Sequence[Team], parts: Sequence[Part]) -> Iterator[Link]:
    """Link to each letter, on whichever page it begins."""
    seen: set[str] = set()
    for part in parts:
        for letter in dict.fromkeys(initial(team.name) for team in teams[part.start : part.stop]):
            if letter and letter not in seen:
                seen.add(letter)
                yield Link(letter, sheet.href(f"{part.address}#{_anchor(letter)}"))


def _anchor(letter: str) -> str:
    return f"letter-{letter or 'other'}"


def _line(sheet: Sheet, team: Team, of_cycles: Mapping[str, int]) -> TeamLine:
    """Link to a team's list; where it has one in several cycles, to each by the cycle's title."""
    alone = len(of_cycles) == 1
    lists = []
    for cycle, count in sorted(of_cycles.items()):
        text = team.name if alone else sheet.site.cycles[cycle].plan.title
        link = Link(text, sheet.href(addresses.objectives_of(cycle, team.id)))
        lists.append(TeamList(link, sheet.speech.number(Decimal(count))))
    return TeamLine("" if alone else team.name, tuple(lists))
