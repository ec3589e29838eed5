"""The words for all that is no objective, a line for each kind of thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from okrsite.prose import Prose
from okrsite.review.inert import code
from okrsite.review.model import Amount, Elsewhere, Hidden, Later, Noted, Shift
from okrsite.review.pen import Pen, Wording, counted

_SHOWN = (dt.date, Amount, Decimal)


def elsewhere(pen: Pen, change: Elsewhere) -> Iterator[str]:
    """Say what became of the things of a kind; of the organisation and of settings each in words."""
    if change.kind == "Organisation":
        yield from (_organisation(pen, shift) for noted in change.changed for shift in noted.shifts)
    elif change.kind == "Settings":
        said = [_setting(shift) for noted in change.changed for shift in noted.shifts]
        yield f"Settings: {'; '.join(said)}"
    else:
        said = [
            f"new {pen.now.names(change.new)}" if change.new else "",
            f"changed {pen.now.listing([_noted(pen, noted) for noted in change.changed])}" if change.changed else "",
            f"gone {pen.then.names(change.gone)}" if change.gone else "",
        ]
        yield f"{change.kind}: {'; '.join(filter(None, said))}"


def _noted(pen: Pen, noted: Noted) -> str:
    return f"{pen.now.words(noted.name)} ({', '.join(_shift(pen, shift) for shift in noted.shifts)})"


def _shift(pen: Pen, shift: Shift) -> str:
    """Say what of a thing is otherwise: days and numbers with what they were, all else by its name."""
    now = _value(pen.now, shift.after) if isinstance(shift.after, _SHOWN) else ""
    was = _value(pen.then, shift.before) if isinstance(shift.before, _SHOWN) else ""
    if not now:
        return f"{shift.what} no longer given, was {was}" if was else shift.what
    return f"{shift.what} {now}{f', was {was}' if was else ''}"


def _value(side: Wording, value: object) -> str:
    if isinstance(value, dt.date):
        return side.sheet.speech.date(value)
    if isinstance(value, Amount):
        return side.figure(value.value, value.unit)
    return str(value)


def _organisation(pen: Pen, shift: Shift) -> str:
    if shift.what == "scores_affect_pay":
        return (
            "**From now on scores change what people are paid.** Every objective’s page will say so."
            if shift.after
            else "Scores no longer change what people are paid."
        )
    if shift.what == "surveys_min_group":
        return f"Surveys: a group stands alone from {shift.after} answers, was {shift.before}"
    if shift.what in ("contact", "text"):
        return {"contact": "How to reach the organisation is changed", "text": "The about page is rewritten"}[
            shift.what
        ]
    label = {"name": "The organisation’s name", "statement": "What scores are for"}.get(shift.what, f"The {shift.what}")
    now, was = _quoted(pen.now, shift.after), _quoted(pen.then, shift.before)
    if not now:
        return f"{label} is taken out, was {was}"
    return f"{label} reads now: {now}{f', was {was}' if was and shift.what != 'statement' else ''}"


def _quoted(side: Wording, said: object) -> str:
    if isinstance(said, Prose):
        return side.said(said)
    return side.title(said) if isinstance(said, str) and said else ""


def _setting(shift: Shift) -> str:
    """Say a setting: with its value where that is short."""
    if all(value is None or isinstance(value, str | int | bool) for value in (shift.before, shift.after)):
        return f"{code(shift.what)} {_written(shift.after)}, was {_written(shift.before)}"
    return f"{code(shift.what)} changed"


def _written(value: object) -> str:
    if value is None:
        return "not given"
    return code(str(value).lower() if isinstance(value, bool) else str(value))


def later(pen: Pen, change: Later) -> Iterator[str]:
    """Say that some of what is written is not shown yet."""
    day = pen.now.sheet.speech.date(change.day)
    yield f"Some entries bear a later day than {day}; readers see them from then on"


def hidden(change: Hidden) -> str:
    """Say how many objectives are private now, and none of their names."""
    return f"{counted(change.count, 'objective is', 'objectives are')} private now, and no longer on the site"
