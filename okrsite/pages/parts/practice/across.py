"""Do we help each other across teams: who supports whom, who is needed by whom, as a table of team by team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.charts.matrix import Pair, counted, folded, shade
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.order import teams_by_name
from okrsite.pages.page import Link
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.moments import Moment
from okrsite.pages.parts.practice.section import Question, and_more, figure, joined

_MOST = 30
_PAIRS = 60
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the table: the number (empty for none), how dark it is, and whether it is a team with itself."""

    text: str
    shade: int
    own: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A team, and its fields in the order of the columns."""

    team: Link
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Team by team; `folded` tells that a row is a team with all that are parts of it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """One team that supports, or is needed by, another, and how often."""

    one: Link
    other: Link
    count: str


@dataclass(frozen=True, slots=True)
class Ties:
    """Too many teams for a table of each by each: a list of those that are tied."""

    rows: tuple[Tie, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Across:
    """The question with its table, or with its list."""

    question: Question
    matrix: Matrix | None
    ties: Ties | None


def across(sheet: Sheet, now: Moment) -> Across | None:
    """Ask it of the objectives of teams, where there are two teams."""
    teams = _teams(sheet, now)
    if len(teams) < _LEAST:
        return None
    ties = [*supports_across(sheet, now), *needs_across(sheet, now)]
    groups = folded(teams, {team.id: team.parent for team in sheet.site.teams.values()}, _MOST)
    return Across(
        question=Question(
            key="across",
            title=sheet.say("practice.across.title"),
            said=_said(sheet, now),
            may=sheet.say("practice.across.may"),
            cannot=sheet.say("practice.across.cannot"),
        ),
        matrix=_matrix(sheet, counted(ties, groups), groups) if groups else None,
        ties=None if groups else _ties(sheet, Counter(ties)),
    )


def supports_across(sheet: Sheet, now: Moment) -> Iterator[Pair]:
    """Give each edge by which an objective of a team supports one of another: the supporting team, the other."""
    return (pair for objective in now.of_teams for pair in _supports(sheet, now, objective))


def needs_across(sheet: Sheet, now: Moment) -> Iterator[Pair]:
    """Give each need of an objective of a team that leads to another: the team that is needed, the one that needs it."""
    return (pair for objective in now.of_teams for pair in _needs(sheet, objective))


def _supports(sheet: Sheet, now: Moment, objective: MeasuredObjective) -> Iterator[Pair]:
    for edge in objective.supports:
        if edge.to is not None and edge.to.kind == "objective":
            there = sheet.measured(edge.to.id)
            if not there.company and there.plan.team != objective.plan.team and there.plan.cycle in now.cycles:
                yield objective.plan.team, there.plan.team


def _needs(sheet: Sheet, objective: MeasuredObjective) -> Iterator[Pair]:
    for need in objective.needs:
        if need.to is not None:
            team = need.to.id if need.to.kind == "team" else sheet.measured(need.to.id).plan.team
            if team != objective.plan.team:
                yield team, objective.plan.team


def _teams(sheet: Sheet, now: Moment) -> list[str]:
    """Give the teams that lead an objective, or are tied to one that does, by name."""
    found = {objective.plan.team for objective in now.of_teams}
    found |= {team for pair in (*supports_across(sheet, now), *needs_across(sheet, now)) for team in pair}
    return [team.id for team in teams_by_name(sheet.site.teams[team] for team in found)]


def _said(sheet: Sheet, now: Moment) -> tuple[Piece, ...]:
    """Say how many objectives support one of another team, and how many need something of one."""
    there = now.of_teams
    supporting = sum(any(_supports(sheet, now, objective)) for objective in there)
    needing = sum(any(_needs(sheet, objective)) for objective in there)
    return joined(_sentence(sheet, "supports", supporting), _sentence(sheet, "needs", needing))


def _sentence(sheet: Sheet, kind: str, count: int) -> tuple[Piece, ...]:
    if not count:
        return (Piece(sheet.say(f"practice.across.no_{kind}")),)
    return stressed(sheet, f"practice.across.{kind}", n=count)


def _matrix(sheet: Sheet, cells: Mapping[Pair, int], groups: Mapping[str, str]) -> Matrix:
    """Lay the table out; names run by the alphabet both ways."""
    teams = teams_by_name(sheet.site.teams[team] for team in set(groups.values()))
    names = [team.id for team in teams]
    most = max((count for (one, other), count in cells.items() if one != other), default=0)
    return Matrix(
        columns=tuple(team.short or team.name for team in teams),
        rows=tuple(Row(sheet.team(one), tuple(_fields(sheet, one, names, cells, most))) for one in names),
        folded=any(team != group for team, group in groups.items()),
    )


def _fields(sheet: Sheet, one: str, names: Sequence[str], cells: Mapping[Pair, int], most: int) -> Iterator[Field]:
    for other in names:
        count = cells.get((one, other), 0)
        yield Field(figure(sheet, count) if count else "", shade(count, most), one == other)


def _ties(sheet: Sheet, found: Mapping[Pair, int]) -> Ties:
    """List the first ties by the alphabet."""
    place = {team.id: at for at, team in enumerate(teams_by_name(sheet.site.teams.values()))}
    pairs = sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))
    rows = tuple(
        Tie(sheet.team(one), sheet.team(other), figure(sheet, found[one, other])) for one, other in pairs[:_PAIRS]
    )
    return Ties(rows, and_more(sheet, len(pairs) - _PAIRS, addresses.TEAMS))
