"""The words for what an objective's team tells and asks, and for the answers."""

from __future__ import annotations

from collections.abc import Iterator

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.parts.marks import confidence_of
from okrsite.pages.parts.moved import moved, numbered
from okrsite.plan.model import Ask, CheckIn
from okrsite.review.model import AskOf, Begun, Changed, CheckInOf, Replied
from okrsite.review.pen import Pen, Wording


def check_in(pen: Pen, change: Changed | Begun, detail: CheckInOf) -> Iterator[str]:
    """Tell a check-in: how sure, from what to what, in whose words."""
    now = change.objective if isinstance(change, Begun) else change.after
    if detail.after is None:
        yield f"{_by(pen.then, detail.before)} is taken out" if detail.before else ""
        return
    otherwise = " reads otherwise now" if detail.before else ""
    said = " ".join(_said(pen.now, now, detail.after))
    yield f"{_by(pen.now, detail.after)}{otherwise}{f': {said}' if said else ''}"


def _by(side: Wording, check_in: CheckIn) -> str:
    by = f" by {side.person(check_in.by)}" if check_in.by else ""
    return f"Check-in of {side.day(check_in.day)}{by}"


def _said(side: Wording, objective: MeasuredObjective, check_in: CheckIn) -> Iterator[str]:
    sheet = side.sheet
    if check_in.confidence is not None or check_in.status:
        yield f"{confidence_of(sheet, check_in.confidence, check_in.status).text}."
    numbers = moved(sheet, numbered(objective), check_in, in_full=True)
    if numbers:
        yield f"{side.listing([f'{side.title(one.title)} {side.words(one.change)}' for one in numbers])}."
    yield from filter(None, [side.said(check_in.learned)])
    for label, prose in (("In the way:", check_in.blocked), ("Next:", check_in.next)):
        if said := side.said(prose):
            yield f"{label} {said}"


def ask(pen: Pen, _: Changed | Begun, detail: AskOf) -> Iterator[str]:
    """Tell an ask: of whom, what, by when."""
    if detail.after is None:
        yield f"The ask {pen.then.said(detail.before.what)} is taken out" if detail.before else ""
        return
    now, asked = pen.now, detail.after
    until = f", by {now.day(asked.until)}" if asked.until else ""
    if detail.before:
        yield f"The ask of {now.day(asked.day)} reads otherwise now: {now.said(asked.what)}{until}"
    else:
        yield f"Asks{_of(now, asked)}: {now.said(asked.what)}{until}"


def _of(side: Wording, ask: Ask) -> str:
    if ask.of:
        return f" {side.to(ask.of)}"
    return f" {side.words(ask.of_text)}" if ask.of_text else ""


def replied(pen: Pen, _: Changed | Begun, detail: Replied) -> Iterator[str]:
    """Tell a reply: to what, by whom, and whether it answers the ask."""
    now, reply = pen.now, detail.reply
    verb = "answers" if reply.answers else "replies"
    who = now.person(reply.by) if reply.by else "Somebody"
    to = f"the ask {now.said(detail.ask.what)}" if detail.ask else f"the check-in of {now.day(detail.day)}"
    yield (
        f"{who} {verb} {to}: {now.said(reply.text)}" if detail.ask else f"{who} replies to {to}: {now.said(reply.text)}"
    )
