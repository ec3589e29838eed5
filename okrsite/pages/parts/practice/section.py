"""What each question of the practice page is shown as: a sentence, a small picture, what it may and can't mean, and where to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from okrsite import addresses
from okrsite.charts.share_line import Share, share_line
from okrsite.charts.squares import squares, worth
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.moments import Moment

LISTED = 12
"""How many objectives a list of this page names; the others stand in the list that it leads to."""

Counted = tuple[int, int]
"""So many of so many."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing in a list: the link, and its team or what is to be said of it."""

    link: Link
    beside: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a sentence is about, by name: a label, the first of them, and where the rest stands."""

    label: str
    items: tuple[Named, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One cycle in the table: so many of so many, and the share."""

    cycle: Link
    count: str
    share: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A share over several cycles, drawn and as a table; `label` says of what."""

    drawing: Html
    label: str
    rows: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True)
class SquareRow:
    """How many there are of one kind, as squares (none for none) and in words."""

    drawing: Html
    said: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Squares:
    """Rows of squares, and what one of them stands for."""

    rows: tuple[SquareRow, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the page: `said` answers it with its number, `note` adds what the number leaves open.

    Which of the pictures (`trend`, `squares`, `drawing`) there are depends on the question.
    """

    key: str
    title: str
    said: tuple[Piece, ...]
    may: str
    cannot: str
    note: str = ""
    trend: Trend | None = None
    squares: Squares | None = None
    drawing: Html | None = None
    lists: tuple[Listed, ...] = ()
    way: Link | None = None


def share_said(sheet: Sheet, question: str, counted: Counted, **more: object) -> tuple[Piece, ...]:
    """Say how many of all, in the words for all of them, for some, or for none (`practice.<question>.all` and so on)."""
    count, of = counted
    form = "none" if not count else "all" if count == of else "some"
    n = count if form == "some" else of
    return stressed(sheet, f"practice.{question}.{form}", n=n, all=of, **more)


def of_all(sheet: Sheet, counted: Counted) -> str:
    """Write `29 of 31`."""
    return sheet.say("practice.of", n=counted[0], all=counted[1])


def figure(sheet: Sheet, count: int) -> str:
    """Write a count in digits."""
    return sheet.speech.number(Decimal(count))


def joined(*sentences: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Put sentences beside each other."""
    blank = (Piece(" "),)
    rows = [row for row in sentences if row]
    return tuple(piece for at, row in enumerate(rows) for piece in ((*blank, *row) if at else row))


def named(sheet: Sheet, objective: MeasuredObjective, beside: str | None = None) -> Named:
    """Name an objective with its team, or with something else to be said of it."""
    team = sheet.site.teams[objective.plan.team]
    return Named(sheet.objective(objective.ref), team.name if beside is None else beside)


def listed(
    sheet: Sheet, label: str, objectives: Sequence[MeasuredObjective], more: str = addresses.OBJECTIVES
) -> tuple[Listed, ...]:
    """List objectives by name, `label` being a key with plural forms; none is no list. `more` is where all of them stand."""
    if not objectives:
        return ()
    items = tuple(named(sheet, objective) for objective in objectives[:LISTED])
    return (Listed(sheet.say(label, n=len(objectives)), items, and_more(sheet, len(objectives) - LISTED, more)),)


def and_more(sheet: Sheet, count: int, address: str) -> Link | None:
    """Count what is not named, and link to where it stands."""
    return Link(sheet.say("more", n=count), sheet.href(address)) if count > 0 else None


def trend(
    sheet: Sheet, label: str, moments: Iterable[Moment], count: Callable[[Moment], Counted | None]
) -> Trend | None:
    """Draw a share over moments; where there is nothing to count, the line passes over it. None with fewer than two shares."""
    found = [(moment, count(moment)) for moment in moments]
    shares = [_share(sheet, moment, counted) for moment, counted in found if counted]
    if len(shares) < 2:  # noqa: PLR2004 - one is no course
        return None
    said = sheet.say("chart.say_all", readings=sheet.say("semicolon").join(f"{one.name} {one.text}" for one in shares))
    rows = tuple(_row(sheet, moment, counted) for moment, counted in found)
    return Trend(Html(share_line(shares, said, mirrored=sheet.mirrored)), sheet.say(label), rows)


def _row(sheet: Sheet, moment: Moment, counted: Counted | None) -> TrendRow:
    """Give one moment of the table; where there is nothing to count it says so, and has no share."""
    cycle = sheet.cycle(moment.cycle.id)
    if counted is None:
        return TrendRow(cycle, sheet.say("practice.table.nothing"), "")
    return TrendRow(cycle, of_all(sheet, counted), _share(sheet, moment, counted).text)


def _share(sheet: Sheet, moment: Moment, counted: Counted) -> Share:
    value = Fraction(*counted)
    return Share(moment.cycle.title, value, sheet.speech.share(value))


def squared(sheet: Sheet, unit: str, rows: Sequence[tuple[str, str, int]]) -> Squares | None:
    """Draw counts as squares: of each row its kind, the key of its words and the count; rows of none are left out."""
    there = [row for row in rows if row[2]]
    if not there:
        return None
    each = worth(max(count for _, _, count in there))
    drawn = tuple(
        SquareRow(
            Html(squares(count, each, kind, mirrored=sheet.mirrored)),
            stressed(sheet, key, n=count),
        )
        for kind, key, count in there
    )
    return Squares(drawn, sheet.say(unit, n=each))
