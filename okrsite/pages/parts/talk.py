"""What teams tell and ask: check-ins, asks for help, replies."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Day, Html, Link
from okrsite.pages.parts.contact import contact_href
from okrsite.pages.parts.marks import Confidence, confidence_of
from okrsite.pages.parts.moved import Moved, moved, numbered
from okrsite.pages.parts.words import words
from okrsite.plan.model import Ask, CheckIn, Cycle, Reply


@dataclass(frozen=True, slots=True)
class ReplyView:
    """An answer: who, from which teams, when, in whose words; `answers` marks the one that settled it."""

    by: Link | None
    teams: tuple[Link, ...]
    day: Day
    text: Html
    answers: bool


@dataclass(frozen=True, slots=True)
class AskView:
    """A question to everyone, with its replies; `write` is how to answer where an address is known."""

    day: Day
    asked: str
    until: str
    by: Link | None
    team: Link
    of: Link | None
    objective: Link
    text: Html
    answered: bool
    replies: tuple[ReplyView, ...]
    write: Link | None


@dataclass(frozen=True, slots=True)
class CheckInView:
    """A check-in: its anchor on the page, when, who, how sure and how sure before, in words, and what moved."""

    anchor: str
    day: Day
    by: Link | None
    confidence: Confidence
    said: str
    learned: Html
    blocked: Html
    next: Html
    moved: tuple[Moved, ...]
    replies: tuple[ReplyView, ...]


def reply_view(sheet: Sheet, reply: Reply, cycle: Cycle | None = None) -> ReplyView:
    """Give a reply for the page at hand."""
    teams = sheet.site.people[reply.by].teams if reply.by else ()
    return ReplyView(
        by=sheet.person(reply.by) if reply.by else None,
        teams=tuple(sheet.team(team) for team in teams),
        day=sheet.day(reply.day, cycle),
        text=words(sheet, reply.text),
        answers=reply.answers,
    )


def ask_view(sheet: Sheet, ask: Ask) -> AskView:
    """Give an ask for the page at hand."""
    objective, answered = sheet.measured(ask.objective), is_answered(ask)
    cycle = sheet.cycle_of(objective)
    day = sheet.day(ask.day, cycle)
    return AskView(
        day=day,
        asked=sheet.say("ask.asked" if answered else "ask.open_since", day=day.text),
        until=sheet.say("ask.until", day=sheet.day(ask.until, cycle).text) if ask.until else "",
        by=sheet.person(ask.by) if ask.by else None,
        team=sheet.team(objective.plan.team),
        of=(sheet.to(ask.of) if ask.of else Link(ask.of_text)) if ask.of_text else None,
        objective=sheet.objective(ask.objective),
        text=words(sheet, ask.what),
        answered=answered,
        replies=tuple(reply_view(sheet, reply, cycle) for reply in ask.replies),
        write=None if answered else _write_to(sheet, ask, objective),
    )


def _write_to(sheet: Sheet, ask: Ask, objective: MeasuredObjective) -> Link | None:
    """Link to a letter to who asked, else to who can be reached about the objective; None where no address is known."""
    asker = sheet.site.people[ask.by] if ask.by else None
    team = sheet.site.teams[objective.plan.team]
    ways = [(asker.name, asker.contact)] if asker else []
    ways += [(team.name, objective.plan.contact), (team.name, team.contact)]
    for name, contact in ways:
        href = contact_href(contact, sheet.say("ask.subject", title=objective.plan.title))
        if href:
            return Link(sheet.say("ask.write_to", name=name), href)
    return None


def check_in_views(sheet: Sheet, objective: MeasuredObjective) -> tuple[CheckInView, ...]:
    """Give an objective's check-ins, the latest first."""
    cycle, key_results = sheet.cycle_of(objective), numbered(objective)
    told, before, days = [], None, Counter[dt.date]()
    for check_in in objective.check_ins:
        days[check_in.day] += 1
        change = moved(sheet, key_results, check_in)
        told.append(_check_in(sheet, check_in, cycle, change, before, days[check_in.day]))
        before = before if check_in.confidence is None else check_in.confidence
    return tuple(reversed(told))


def _check_in(
    sheet: Sheet, check_in: CheckIn, cycle: Cycle, change: tuple[Moved, ...], before: int | None, nth: int
) -> CheckInView:
    """Give one check-in, the `nth` of its day: of several the later ones' anchors are numbered."""
    marks = confidence_of(sheet, check_in.confidence, check_in.status, days_given=True)
    return CheckInView(
        anchor=f"c:{check_in.day.isoformat()}" + (f"-{nth}" if nth > 1 else ""),
        day=sheet.day(check_in.day, cycle),
        by=sheet.person(check_in.by) if check_in.by else None,
        confidence=marks,
        said=_said(sheet, check_in, before, marks.text) if check_in.confidence is not None or check_in.status else "",
        learned=words(sheet, check_in.learned),
        blocked=words(sheet, check_in.blocked),
        next=words(sheet, check_in.next),
        moved=change,
        replies=tuple(reply_view(sheet, reply, cycle) for reply in _own_replies(check_in)),
    )


def _own_replies(check_in: CheckIn) -> tuple[Reply, ...]:
    """Give the replies that are not shown with the check-in's ask."""
    asked = frozenset(check_in.ask.replies if check_in.ask else ())
    return tuple(reply for reply in check_in.replies if reply not in asked)


def _said(sheet: Sheet, check_in: CheckIn, before: int | None, text: str) -> str:
    """Say how sure, and how sure at the last check-in before where that was another figure."""
    now = check_in.confidence
    if now is None or before is None or now == before:
        return text
    return sheet.say("confidence.was", confidence=text, before=before)
