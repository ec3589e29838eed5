"""What a block has room for: its title in lines, along it or upright, else its team, else nothing. No word is ever cut."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from okrsite.charts.wall.advance import advance, is_wide

TITLE, HEAD, TEAM, SMALL = 13.5, 15.0, 12.0, 11.0
"""The sizes of a title, of one right under the mission, of a team above a title, and of a team alone, in px."""
_LINE, _HEAD_LINE, _UPRIGHT_LINE, _SMALL_LINE = 16.0, 18.0, 14.0, 12.5
_LEAST_LYING, _LEAST_TEAM, _TALL = 48.0, 20.0, 1.5
_MARK = 25.0
"""How much room at the foot the mark takes, in px."""
_ENOUGH = 8.0
"""How much of a title, in em, must stand there before it is worth breaking off."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of lettering: its text, its style (`head`, `title`, `team`, `small`), and how far it lies from the block's edge.

    `at` counts from the top for lettering that lies, from the left edge for upright lettering, in px.
    """

    text: str
    style: str
    at: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines on a block, lying or upright; none where it has no room."""

    lines: tuple[Line, ...] = ()
    upright: bool = False


_Try = tuple[Lettering, bool, float]
"""A way to letter a block: whether all of the title stands there, and how much of it, in em."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines, and whether all of it is there."""

    lines: tuple[str, ...]
    whole: bool


def letter(title: str, team: str, width: float, height: float, *, head: bool) -> Lettering:
    """Choose what stands on a block of a size in px; `head` marks one right under the mission, which needs no team.

    A whole title is better than one that is broken off, lying better than upright, any title better than the team alone.
    """
    tries = [*_lying(title, team, width, height, head=head), *_standing(title, team, width, height)]
    for lettering, whole, _ in tries:
        if whole:
            return lettering
    if tries:
        return max(tries, key=lambda one: one[2])[0]
    return _team_alone(team or title, width, height)


def _lying(title: str, team: str, width: float, height: float, *, head: bool) -> Iterator[_Try]:
    """Try the title along the block, below its team."""
    if width >= _LEAST_LYING and head:
        fitted = fit(title, HEAD, width - 22, 1 + int((height - _MARK - 24) // _HEAD_LINE))
        if fitted.lines:
            yield Lettering(_lines(fitted.lines, "head", 24, _HEAD_LINE)), fitted.whole, _shown(fitted)
    elif width >= max(_LEAST_LYING, advance(team, TEAM, sans=True) + 17):
        first = 36 if team else 20
        above = (Line(team, "team", 18),) if team else ()
        fitted = fit(title, TITLE, width - 17, 1 + int((height - _MARK - first) // _LINE))
        if fitted.lines:
            yield Lettering((*above, *_lines(fitted.lines, "title", first, _LINE))), fitted.whole, _shown(fitted)


def _standing(title: str, team: str, width: float, height: float) -> Iterator[_Try]:
    """Try the title upright, beside its team; in a block that is clearly taller than wide."""
    most, room = int((width - 5) // _UPRIGHT_LINE) - bool(team), height - _MARK - 12
    if most > 0 and height > width * _TALL and advance(team, TEAM, sans=True) <= room:
        fitted = fit(title, TITLE, room, most)
        if fitted.lines:
            yield Lettering(tuple(_upright(team, fitted.lines, width)), upright=True), fitted.whole, _shown(fitted)


def _shown(fitted: Fitted) -> float:
    """Say how much of a text stands there, in em."""
    return sum(advance(line, 1) for line in fitted.lines)


def _lines(texts: tuple[str, ...], style: str, first: float, step: float) -> tuple[Line, ...]:
    return tuple(Line(text, style, first + step * at) for at, text in enumerate(texts))


def _upright(team: str, titles: tuple[str, ...], width: float) -> Iterator[Line]:
    """Set a team and a title upright, side by side in the middle of the block."""
    lines = [(team, "team")] if team else []
    lines += [(text, "title") for text in titles]
    step = min(17.0, (width - 5) / len(lines))
    first = width / 2 - (len(lines) - 1) * step / 2 + 4
    for at, (text, style) in enumerate(lines):
        yield Line(text, style, first + at * step)


def _team_alone(team: str, width: float, height: float) -> Lettering:
    """Set the team's name alone, all of it or nothing: lying, or upright."""
    fitted = fit(team, SMALL, width - 11, 1 + int((height - _MARK - 18) // _SMALL_LINE))
    if fitted.whole and width >= _LEAST_TEAM:
        return Lettering(_lines(fitted.lines, "small", 18, _SMALL_LINE))
    fitted = fit(team, SMALL, height - _MARK - 10, int((width - 2) // _SMALL_LINE))
    if fitted.whole:
        first = width / 2 - (len(fitted.lines) - 1) * _SMALL_LINE / 2 + 4
        return Lettering(_lines(fitted.lines, "small", first, _SMALL_LINE), upright=True)
    return Lettering()


def fit(text: str, size: float, room: float, most: int) -> Fitted:
    """Set a text in at most `most` lines of `room` px. One that is too long ends after a whole word, with an ellipsis.

    Nothing is set where not even enough of it to be understood has room.
    """
    lines, whole = _broken(list(_pieces(text)), size, room, most)
    if not whole and lines:
        lines = _ended(lines, size, room)
    shown = "".join(lines)
    if not whole and advance(shown, 1) < _ENOUGH:
        return Fitted((), whole=False)
    return Fitted(tuple(lines), whole)


def _broken(pieces: list[str], size: float, room: float, most: int) -> tuple[list[str], bool]:
    """Break pieces into lines, as many as have room; tell whether all of them have."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and advance((line + piece).rstrip(), size) <= room:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        line = piece.lstrip()
        if len(lines) >= most or advance(line.rstrip(), size) > room:
            return lines, False
    return ([*lines, line.rstrip()], True) if line and most > 0 else (lines, most > 0)


def _ended(lines: list[str], size: float, room: float) -> list[str]:
    """Let lines that break off end with an ellipsis after a whole word, and not after a comma."""
    kept = list(_pieces(lines[-1]))
    while kept and advance("".join(kept).rstrip() + _ELLIPSIS, size) > room:
        kept.pop()
    last = "".join(kept).rstrip().rstrip(",;:–—-、，；：")
    return [*lines[:-1], last + _ELLIPSIS] if last else _ended(lines[:-1], size, room) if len(lines) > 1 else []


def _pieces(text: str) -> Iterator[str]:
    """Take a text apart where a line may end: after a space, and after a wide letter that no mark follows."""
    piece = ""
    for at, letter_ in enumerate(text):
        piece += letter_
        following = text[at + 1 : at + 2]
        if letter_ == " " or (following and _may_end(letter_, following)):
            yield piece
            piece = ""
    if piece:
        yield piece


def _may_end(letter_: str, following: str) -> bool:
    """Tell whether a line may end between two letters that no space parts."""
    if not (is_wide(letter_) or is_wide(following)) or following == " ":
        return False
    return unicodedata.category(following) not in ("Pe", "Pf", "Po", "Mn", "Lm") and unicodedata.category(
        letter_
    ) not in ("Ps", "Pi")
