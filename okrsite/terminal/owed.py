"""What is due as a terminal shows it: check-ins, asks and needs, by team or of one person. It lists, and never counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okrsite import addresses
from okrsite.config import Config
from okrsite.measure.due import CheckInDue, Due, NeedDue, due_from_person, due_from_team
from okrsite.measure.model import Site
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.order import people_by_last_name, teams_by_name
from okrsite.pages.parts.words import plain_words
from okrsite.plan.model import Ask
from okrsite.speech import Speech
from okrsite.targets import Target
from okrsite.terminal.layout import Ink, Lines, side_by_side, wrapped

_KIND, _ITEM, _BELOW = "  ", "    - ", "      "


def owed_text(site: Site, config: Config, speech: Speech, due: Due, whose: Target | None, *, color: bool) -> str:
    """Write what is due, of one team or person or of all by team, in the language of the site and 80 columns at most."""
    sheet, ink = Sheet(Ground(site, config, speech), addresses.ASKS), Ink(color=color)
    groups = [(heading, part) for heading, part in _groups(sheet, due, whose) if part]
    parts = [
        _group(sheet, ink, heading, part, of_team=whose is None or whose.kind == "team") for heading, part in groups
    ]
    return "\n\n".join("\n".join(part) for part in parts or [_nothing(sheet, whose)]) + "\n"


def due_from(site: Site, due: Due, whose: Target | None) -> Due:
    """Give what is due from a team or person, or all of it."""
    if whose is None:
        return due
    return (due_from_team if whose.kind == "team" else due_from_person)(site, due, whose.id)


def _groups(sheet: Sheet, due: Due, whose: Target | None) -> Iterator[tuple[str, Due]]:
    """Deal what is due out: to teams by name, then to people who were asked by theirs, then to everyone."""
    site = sheet.site
    if whose is not None:
        yield sheet.to(whose).text, due_from(site, due, whose)
        return
    for team in teams_by_name(site.teams.values()):
        yield team.name, due_from_team(site, due, team.id)
    asked = {ask.of.id for ask in due.asks if ask.of and ask.of.kind == "person"}
    for person in people_by_last_name(site.people[one] for one in asked):
        yield person.name, _asks_only(ask for ask in due.asks if ask.of == Target("person", person.id))
    yield sheet.say("asks.everyone"), _asks_only(ask for ask in due.asks if ask.of is None)


def _asks_only(asks: Iterable[Ask]) -> Due:
    return Due((), tuple(asks), (), ())


def _nothing(sheet: Sheet, whose: Target | None) -> Lines:
    return wrapped(sheet.say("owe.nothing_of", name=sheet.to(whose).text) if whose else sheet.say("owe.nothing"))


def _group(sheet: Sheet, ink: Ink, heading: str, due: Due, *, of_team: bool) -> Lines:
    """Write what is due from somebody, kind by kind."""
    kinds = [
        ("owe.check_ins", [_check_in(sheet, ink, it, of_team=of_team) for it in due.check_ins]),
        ("owe.asks", [_ask(sheet, ink, it) for it in due.asks]),
        ("owe.needs", [_need(sheet, ink, it) for it in due.needs]),
        ("owe.promised", [_need(sheet, ink, it) for it in due.promised]),
    ]
    lines = ink.bold(wrapped(heading))
    for key, items in kinds:
        lines += wrapped(sheet.say(key), _KIND) if items else []
        lines += [line for item in items for line in item]
    return lines


def _check_in(sheet: Sheet, ink: Ink, due: CheckInDue, *, of_team: bool) -> Lines:
    """Say of which objective nobody has written for how long, and who may: within its team by name, else its team."""
    objective = sheet.measured(due.ref)
    plan, cycle = objective.plan, sheet.cycle_of(objective)
    if due.last is None:
        last = sheet.say("confidence.none")
    else:
        last = sheet.say("owe.last_word", day=sheet.day(due.last, cycle).text)
    who = [sheet.person(one).text for one in plan.owners] if of_team else [sheet.team(plan.team).text]
    said = [sheet.say("owe.since", day=sheet.day(due.since, cycle).text), last, *who]
    return _item(ink, plan.title, said, f"{plan.origin.path}:{plan.origin.line}")


def _ask(sheet: Sheet, ink: Ink, ask: Ask) -> Lines:
    """Say what is asked, by whom, since when, and until when it is needed."""
    objective = sheet.measured(ask.objective)
    cycle, days = sheet.cycle_of(objective), (sheet.site.as_of - ask.day).days
    since = sheet.say("ask.open_since", day=sheet.day(ask.day, cycle).text)
    said = [
        *([sheet.person(ask.by).text] if ask.by else []),
        sheet.team(objective.plan.team).text,
        f"{since}{sheet.say('comma')}{sheet.say('owe.days', n=days)}" if days else since,
        *([sheet.say("ask.until", day=sheet.day(ask.until, cycle).text)] if ask.until else []),
    ]
    return _item(ink, plain_words(sheet, ask.what), said, f"{ask.origin.path}:{ask.origin.line}")


def _need(sheet: Sheet, ink: Ink, need: NeedDue) -> Lines:
    """Say what is needed, by which objective of which team, of what, and by when."""
    plan = sheet.measured(need.ref).plan
    of = [sheet.to(need.to).text] if need.to.kind == "objective" else []
    what, *rest = (text for text in (need.need, *of, plan.title) if text)
    by = [sheet.say("need.by", day=sheet.day(need.by, sheet.site.cycles[plan.cycle].plan).text)] if need.by else []
    said = [sheet.team(plan.team).text, *by, *reversed(rest)]
    return _item(ink, what, said, f"{plan.origin.path}:{plan.origin.line}")


def _item(ink: Ink, title: str, said: Iterable[str], place: str) -> Lines:
    """Write one thing that is due: what it is, what is to say of it, and the place in the files where it is answered."""
    return [*wrapped(title, _ITEM), *wrapped(side_by_side(said), _BELOW), *ink.dim(wrapped(place, _BELOW))]
