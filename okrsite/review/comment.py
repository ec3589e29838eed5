"""The comment on a pull request: what a change does, in Markdown, short enough for every forge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.parts.marks import state_mark
from okrsite.review import elsewhere_words, key_result_words, model, objective_words, talk_words
from okrsite.review.changes import changes_of
from okrsite.review.discretion import discreet
from okrsite.review.finding_words import Told, found
from okrsite.review.findings import Weighed, weighed
from okrsite.review.model import Became, Begun, Change, Changed, Detail, Elsewhere, Ended, Hidden, Later, Removed, Side
from okrsite.review.pairing import renamed
from okrsite.review.pen import Pen, Room, Wording, counted
from okrsite.review.summing import summed
from okrsite.speech import Speech

LONGEST = 60_000
"""GitHub takes 65,536 characters, and others more; some room is left for what a job adds."""
_ROOMS = (
    Room(200, 24, 400),
    Room(100, 12, 280),
    Room(50, 10, 240),
    Room(30, 8, 200),
    Room(15, 6, 160),
    Room(6, 4, 120),
    Room(3, 2, 80),
    Room(1, 1, 40),
)
_OPEN = 12

_TOLD: Mapping[type, Callable[[Pen, Any, Any], Iterator[str]]] = {
    model.Moved: objective_words.moved,
    model.Became: objective_words.became,
    model.Ended: objective_words.ended,
    model.Worded: objective_words.worded,
    model.Listed: objective_words.in_lists,
    model.SupportOf: objective_words.supports,
    model.CarriesOn: objective_words.carries_on,
    model.NeedOf: objective_words.needs,
    model.Allowed: objective_words.allowed,
    model.KeyResultOf: key_result_words.key_result,
    model.ReadingsOf: key_result_words.readings,
    model.Reason: key_result_words.reason,
    model.NoReason: key_result_words.no_reason,
    model.CheckInOf: talk_words.check_in,
    model.AskOf: talk_words.ask,
    model.Replied: talk_words.replied,
}
_TALK = (model.CheckInOf, model.AskOf, model.Replied, model.ReadingsOf)
_ENDINGS = ("closed", "dropped", "paused")


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be said of a change: the comment, and what was weighed for it."""

    text: str
    findings: Weighed


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    items: tuple[Change, ...]


def review(before: Side, after: Side, speech: Speech, *, linked: bool = False, folder: str = "") -> Review:
    """Tell what a change does, with what is found on it, as Markdown of at most 60,000 characters (in UTF-16).

    Both sides are measured on the same day; `speech` is English. With `linked` objectives lead to their pages below the
    base URL of `after`. `folder` is that of the site within its repository: it stands before paths, and in the first
    line, which is a remark by which a job finds its comment again.
    """
    told = discreet(before, after)
    before, after = told.before, told.after
    changes = (*changes_of(before, after), *([Hidden(told.hidden)] if told.hidden else []))
    findings = weighed(before.findings, after.findings, _moved(before, after))
    for room in _ROOMS:
        pen = Pen(_wording(before, speech, room), _wording(after, speech, room), linked)
        text = "\n".join(_comment(pen, changes, Told(findings, told.guard), folder.strip("/")))
        if len(text.encode("utf-16-le")) <= 2 * LONGEST:
            break
    return Review(text, findings)


def _wording(side: Side, speech: Speech, room: Room) -> Wording:
    return Wording(Sheet(Ground(side.site, side.config, speech), addresses.HOME), room)


def _moved(before: Side, after: Side) -> Mapping[str, str]:
    """Give the files of objectives that are called otherwise now: path then → now."""
    then, now = before.site.objectives, after.site.objectives
    refs = renamed(before.site, after.site)
    return {then[old].plan.origin.path: now[new].plan.origin.path for old, new in refs.items()}


def _comment(pen: Pen, changes: Sequence[Change], findings: Told, folder: str) -> Iterator[str]:
    yield marker(folder)
    yield "### What this change does"
    yield ""
    yield summed(pen, changes) or (
        "Nothing changes in what people read on the site. (Looks, and files in `static/`, are not compared.)"
    )
    for section in _sections(changes):
        yield from _told(pen, section)
    yield from _beside(pen, changes)
    yield from _worth_a_word(findings, pen.room, folder)
    yield ""


def marker(folder: str) -> str:
    """Give the first line of a comment: the same for each comment on the site that lies in a folder.

    >>> marker("okr")
    '<!-- okrsite review of okr -->'
    """
    of = f" of {quote(folder).replace('--', '-%2D')}" if folder else ""
    return f"<!-- okrsite review{of} -->"


def _sections(changes: Sequence[Change]) -> Iterator[_Section]:
    """Give each objective one place: the first that one of its changes belongs to."""
    places: dict[str, list[Change]] = {title: [] for title in _PLACES}
    for change in changes:
        if not isinstance(change, Elsewhere | Later | Hidden):
            places[next(title for title, belongs in _PLACES.items() if belongs(change))].append(change)
    yield from (_Section(title, tuple(items)) for title, items in places.items() if items)


def _is_end(change: Change) -> bool:
    return isinstance(change, Removed) or (
        isinstance(change, Changed) and any(_ends(detail) for detail in change.details)
    )


def _ends(detail: Detail) -> bool:
    return isinstance(detail, Ended) or (isinstance(detail, Became) and detail.after in _ENDINGS)


_PLACES: Mapping[str, Callable[[Change], bool]] = {
    "New objectives": lambda change: isinstance(change, Begun),
    "Ended, paused, taken out": _is_end,
    "Changed": lambda change: (
        isinstance(change, Changed) and not all(isinstance(detail, _TALK) for detail in change.details)
    ),
    "Check-ins, asks, answers": lambda _: True,
}


def _told(pen: Pen, section: _Section) -> Iterator[str]:
    """Tell a section: the first of many stand open, more of them folded, and of all others how many they are."""
    shown = section.items[: pen.room.items]
    yield from ("", f"#### {section.title}", "")
    for item in shown[:_OPEN]:
        yield from _item(pen, item)
    if shown[_OPEN:]:
        yield from ("", "<details>", f"<summary>{len(shown) - _OPEN:,} more</summary>", "")
        for item in shown[_OPEN:]:
            yield from _item(pen, item)
        yield from ("", "</details>")
    if rest := len(section.items) - len(shown):
        yield from ("", f"… and {counted(rest, 'more objective')}.")


def _item(pen: Pen, change: Change) -> Iterator[str]:
    """Tell of one objective: which it is, then line by line what became of it."""
    head, lines = _of(pen, change)
    yield f"- {head}"
    kept = lines if len(lines) <= pen.room.lines + 1 else lines[: pen.room.lines]
    yield from (f"  - {line}" for line in kept)
    if len(lines) > len(kept):
        yield f"  - … and {counted(len(lines) - len(kept), 'more change')}"


def _of(pen: Pen, change: Change) -> tuple[str, list[str]]:
    if isinstance(change, Removed):
        return pen.head(change.objective, pen.then), list(_removed(pen, change))
    if isinstance(change, Begun):
        mark = state_mark(pen.now.sheet, change.objective)
        said = [*objective_words.begun(pen, change), *_lines(pen, change, change.details)]
        return pen.head(change.objective, pen.now, *([mark.text] if mark else [])), said
    if isinstance(change, Changed):
        return pen.head(change.after, pen.now), list(_lines(pen, change, change.details))
    return "", []


def _removed(pen: Pen, change: Removed) -> Iterator[str]:
    if change.objective.state in ("draft", "proposed", "open"):
        yield "Taken out before it began"
    else:
        yield "Taken out. `dropped` with what was learned would keep it readable."
    yield from objective_words.supporters(pen, change.objective, pen.then)


def _lines(pen: Pen, change: Change, details: Sequence[Detail]) -> Iterator[str]:
    return (line for detail in details for line in _TOLD[type(detail)](pen, change, detail) if line)


def _beside(pen: Pen, changes: Sequence[Change]) -> Iterator[str]:
    """Tell all that is about no objective, a line each."""
    lines = [
        line for change in changes if isinstance(change, Elsewhere) for line in elsewhere_words.elsewhere(pen, change)
    ]
    lines += [line for change in changes if isinstance(change, Later) for line in elsewhere_words.later(pen, change)]
    lines += [elsewhere_words.hidden(change) for change in changes if isinstance(change, Hidden)]
    if lines:
        yield from ("", "#### Beside objectives", "", *(f"- {line}" for line in lines))


def _worth_a_word(findings: Told, room: Room, folder: str) -> Iterator[str]:
    """Tell what is found that was not found before; the first of many stand open."""
    sentences, lines = found(findings, room, f"{folder}/" if folder else "")
    if not sentences and not lines:
        return
    yield from ("", "#### Worth a word", "")
    yield (
        " ".join(sentences) if sentences else f"{counted(len(findings.weighed.new), 'finding is', 'findings are')} new."
    )
    yield from ("", *(f"- {line}" for line in lines[:_OPEN])) if lines else ()
    if lines[_OPEN:]:
        yield from ("", "<details>", f"<summary>{len(lines) - _OPEN:,} more</summary>", "")
        yield from (f"- {line}" for line in lines[_OPEN:])
        yield from ("", "</details>")
