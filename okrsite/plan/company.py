"""The organisation and what belongs to it: teams and people, health metrics, free pages, linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from okrsite.documents import Document, records
from okrsite.plan.desk import Desk
from okrsite.plan.key_results import readings_of, unit_of
from okrsite.plan.model import Cycle, FreePage, Health, Organisation, Person, Policy, Team, Theme
from okrsite.plan.people import People
from okrsite.plan.things import Thing
from okrsite.prose import Prose

At = Callable[[Document], Desk]
"""From a document to the desk that it is linked at."""

_NAMELESS = "Our objectives"


def organisation(document: Document | None, themes: Mapping[str, Thing], title: str | None, at: At) -> Organisation:
    """Link `org.md`; without it the organisation is called as the site, else “Our objectives”."""
    record = document.record if document else None
    if document is None or not isinstance(record, records.OrgFile):
        return Organisation(title or _NAMELESS, None, None, (), Policy(), None, None, None)
    desk = at(document)
    return Organisation(
        name=record.name or title or _NAMELESS,
        mission=record.mission,
        vision=record.vision,
        themes=tuple(_theme(name, thing, desk) for name, thing in sorted(themes.items())),
        policy=_policy(record.policy, desk),
        contact=record.contact,
        about=desk.body(document.body),
        origin=desk.origin(record),
    )


def _theme(name: str, thing: Thing, desk: Desk) -> Theme:
    record = thing.record
    assert isinstance(record, records.Theme)  # noqa: S101 - themes come from no other place
    return Theme(name, record.title, desk.into(record).prose(record.why, "why"), record.until)


def _policy(record: records.Policy | None, desk: Desk) -> Policy:
    if record is None:
        return Policy()
    smallest = Policy().surveys_min_group if record.surveys_min_group is None else record.surveys_min_group
    return Policy(record.scores_affect_pay, smallest, desk.into(record).prose(record.statement, "statement"))


def with_prose(cycles: Mapping[str, Cycle], things: Mapping[str, Thing], at: At) -> dict[str, Cycle]:
    """Look up the links in what is said about cycles."""
    return {name: _with_prose(cycle, things[name], at) for name, cycle in cycles.items()}


def _with_prose(cycle: Cycle, thing: Thing, at: At) -> Cycle:
    if thing.by_folder or not (cycle.about or cycle.body):
        return cycle
    desk = at(thing.document)
    return replace(cycle, about=desk.prose(cycle.about, "about"), body=desk.body(cycle.body))


def teams_and_people(
    teams: Mapping[str, Thing], people: Mapping[str, Thing], known: People, at: At
) -> tuple[dict[str, Team], dict[str, Person]]:
    """Link teams and people. Members of teams and teams of people are one relation, written on either side."""
    linked_teams = {name: _team(teams[name], at) for name in sorted(teams)}
    linked_people = {name: _person(people[name], known, at) for name in sorted(people)}
    linked_people |= {name: _made(name, known) for name in known.made}
    pairs = {(team.id, person) for team in linked_teams.values() for person in team.members}
    pairs |= {(team, person.id) for person in linked_people.values() for team in person.teams}
    members, memberships = _grouped(pairs), _grouped((person, team) for team, person in pairs)
    return (
        {name: replace(team, members=members.get(name, ())) for name, team in linked_teams.items()},
        {name: replace(linked_people[name], teams=memberships.get(name, ())) for name in sorted(linked_people)},
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give for each first of the pairs all seconds, in the order of ids."""
    found: dict[str, list[str]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


def _team(thing: Thing, at: At) -> Team:
    record = thing.record
    if not isinstance(record, records.TeamFile):
        return Team(thing.id, thing.id, None, None, None, (), None, None, None, {}, (), None, None)
    desk = at(thing.document)
    lead = desk.person(record.lead, "lead")
    members = desk.people(record.members, "members")
    return Team(
        id=thing.id,
        name=record.name or thing.id,
        short=record.short,
        parent=desk.named_thing("team", record.parent, ("parent",)) if record.parent else None,
        lead=lead,
        members=(*members, lead) if lead else members,
        contact=record.contact,
        since=record.since,
        until=record.until,
        allow=record.allow,
        aliases=thing.aliases,
        body=desk.body(thing.document.body),
        origin=desk.origin(record),
    )


def _person(thing: Thing, known: People, at: At) -> Person:
    record = thing.record
    if not isinstance(record, records.PersonFile):
        return _made(thing.id, known)
    desk = at(thing.document)
    return Person(
        id=thing.id,
        name=record.name or thing.id,
        teams=desk.named_things("team", record.teams, "teams"),
        role=record.role,
        contact=record.contact or known.contacts.get(thing.id),
        pronouns=record.pronouns,
        helps_with=record.helps_with,
        aliases=thing.aliases,
        body=desk.body(thing.document.body),
        origin=desk.origin(record),
    )


def _made(name: str, known: People) -> Person:
    """Make a person who is only named."""
    return Person(name, known.made.get(name, name), (), None, known.contacts.get(name), None, (), (), None, None)


def health(thing: Thing, at: At) -> Health | None:
    """Link a health metric; nothing of one that could not be read."""
    record = thing.record
    if not isinstance(record, records.HealthFile):
        return None
    desk = at(thing.document)
    return Health(
        id=thing.id,
        title=record.title,
        unit=unit_of(record),
        at_least=record.at_least.value if record.at_least else None,
        at_most=record.at_most.value if record.at_most else None,
        team=desk.named_thing("team", record.team, ("team",)) if record.team else None,
        source=record.source,
        readings=readings_of(record.readings, desk),
        aliases=thing.aliases,
        body=desk.body(thing.document.body),
        origin=desk.origin(record),
    )


def free_page(thing: Thing, at: At) -> FreePage | None:
    """Link a free page; nothing of one that could not be read. Without a title it is called as its file."""
    record = thing.record
    if not isinstance(record, records.PageFile):
        return None
    desk = at(thing.document)
    return FreePage(
        path=thing.id,
        title=record.title or thing.id.rpartition("/")[2],
        nav=record.nav,
        order=record.order or Decimal(0),
        body=desk.body(thing.document.body) or Prose("", ""),
        origin=desk.origin(record),
    )
